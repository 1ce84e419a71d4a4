import Cells
import Testing

@Suite struct MarkdownNumberingTests {
  private func set(_ markdown: String, _ width: Int = 40) -> MarkdownText {
    MarkdownText.layout(markdown, width: width, options: .init(numbersParagraphs: true))
  }

  private func picture(_ set: MarkdownText) -> String {
    set.lines.map { $0.plain }.joined(separator: "\n")
  }

  @Test func everyPartOfADocumentThatSaysSomethingHasANumber() {
    let set = set(
      "# Note\n\nFirst one.\n\n- a\n- b\n\n> c\n\n***\n\nThird is long enough to need two lines.\n")
    #expect(
      picture(set) == """
          1 Note
            ════

          2 First one.

          3 • a
          4 • b

          5 │ c

            ────────────────────────────────────

          6 Third is long enough to need two
            lines.
        """)
    #expect(set.paragraphStarts == [0, 3, 5, 6, 8, 12])
    #expect(set.lines.compactMap(\.paragraph) == [1, 2, 3, 4, 5, 6])
    #expect(set.paragraphNumbers == ["1", "2", "3", "4", "5", "6"])
    #expect(set.paragraphMargin == 4)
    #expect(set.lines[3].spans.first == Span("  2 ", role: .number))
  }

  @Test func rowsOfATableAreNumberedHoweverTheyAreSet() {
    let table = "One.\n\n| Body | Meets |\n|---|---|\n| Council | on Mondays |\n| Board | never |\n"
    let wide = set(table)
    #expect(
      picture(wide) == """
          1 One.

            Body    │ Meets
            ────────┼───────────
          2 Council │ on Mondays
          3 Board   │ never
        """)
    let narrow = set(table, 16)
    #expect(narrow.lines.compactMap(\.paragraph) == [1, 2, 3])
    #expect(narrow.paragraphStarts.map { narrow.lines[$0].plain.prefix(5) } == ["  1 O", "  2 B", "  3 B"])
  }

  @Test func theAuthorsOwnNumbersHoldAndTheRestIsCountedFromThem() {
    let own = set("Introduction.\n\n1\\. First.\n\n2\\. Second\nhas two.\n\n- a point\n")
    #expect(picture(own) == "    Introduction.\n\n 1. First.\n\n 2. Second has two.\n\n    • a point")
    #expect(own.paragraphNumbers == ["0+1", "1", "2", "2+1"])
    #expect(own.paragraphStarts == [0, 2, 4, 6])
    let lists = set("## A\n1. First.\n2. Second.\n\n## B\n3. Third.\n\n   More.\n4. \n")
    #expect(picture(lists) == "    A\n 1. First.\n\n 2. Second.\n\n    B\n 3. Third.\n\n    More.\n\n 4.")
    #expect(lists.paragraphNumbers == ["0+1", "1", "2", "2+1", "3", "3+1", "4"])
  }

  @Test func numbersThatBeginAnewNameNothingSoAllIsCountedThrough() {
    let set = set("## A\n\n1. First.\n2. Second.\n\n## B\n\n1. Third.\n")
    #expect(picture(set) == "  1 A\n  2 1. First.\n  3 2. Second.\n\n  4 B\n  5 1. Third.")
    #expect(set.paragraphNumbers == ["1", "2", "3", "4", "5"])
  }

  @Test func aListAmongParagraphsKeepsItsOwnSigns() {
    let set = set("One.\n\nTwo.\n\n1. Three.\n2. Four.\n\nFive.\n\n2017 was a year.\n")
    #expect(
      picture(set)
        == "  1 One.\n\n  2 Two.\n\n  3 1. Three.\n  4 2. Four.\n\n  5 Five.\n\n  6 2017 was a year.")
  }

  @Test func numbersOfThreeFiguresStayAligned() {
    let set = set((1...100).map { "P\($0).\n\n" }.joined())
    #expect(set.lines[0].plain == "  1 P1.")
    #expect(set.lines[198].plain == "100 P100.")
    #expect(set.paragraphStarts.count == 100)
  }

  @Test func aNumberIsShownEvenWithoutRoomForAMargin() {
    #expect(picture(set("Ab cd.", 6)) == "1 Ab\ncd.")
    #expect(set("Ab cd.", 6).paragraphStarts == [0])
    #expect(picture(set("Ab.", 1)).filter { $0 != "\n" && $0 != " " } == "1Ab.")
  }

  @Test func textsThatAreNoDocumentHaveNoNumbers() {
    let set = MarkdownText.layout("One.\n\nTwo.", width: 20)
    #expect(set.paragraphStarts.isEmpty && set.lines.allSatisfy { $0.paragraph == nil })
  }
}
