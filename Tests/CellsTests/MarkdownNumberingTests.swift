import Cells
import Testing

@Suite struct MarkdownNumberingTests {
  private func set(_ markdown: String, _ width: Int = 40) -> MarkdownText {
    MarkdownText.layout(markdown, width: width, options: .init(numbersParagraphs: true))
  }

  private func picture(_ set: MarkdownText) -> String {
    set.lines.map { $0.plain }.joined(separator: "\n")
  }

  @Test func paragraphsOfADocumentAreNumbered() {
    let set = set(
      "# Note\n\nFirst one.\n\n- a\n- b\n\n> c\n\nSecond.\n\n***\n\nThird is long enough to need two lines.\n")
    #expect(
      picture(set) == """
        Note
        ════

         1. First one.

            • a
            • b

            │ c

         2. Second.

        ────────────────────────────────────────

         3. Third is long enough to need two
            lines.
        """)
    #expect(set.paragraphStarts == [3, 10, 14])
    #expect(set.lines.compactMap(\.paragraph) == [1, 2, 3])
    #expect(set.paragraphStarts.map { set.lines[$0].paragraph } == [1, 2, 3])
    #expect(set.lines[3].spans.first == Span(" 1. ", role: .number))
  }

  @Test func theAuthorsOwnNumbersAreNotDoubled() {
    let own = set("Introduction.\n\n1\\. First.\n\n2\\. Second\nhas two.\n")
    #expect(picture(own) == "    Introduction.\n\n 1. First.\n\n 2. Second has two.")
    #expect(own.paragraphStarts == [2, 4])
    let lists = set("## A\n1. First.\n2. Second.\n\n## B\n3. Third.\n\n   More.\n")
    #expect(picture(lists) == "A\n 1. First.\n\n 2. Second.\n\nB\n 3. Third.\n\n    More.")
    #expect(lists.lines.compactMap(\.paragraph) == [1, 2, 3])
  }

  @Test func aListAmongParagraphsCountsOn() {
    let set = set("One.\n\nTwo.\n\n1. Three.\n2. Four.\n\nFive.\n\n2017 was a year.\n")
    #expect(
      picture(set)
        == " 1. One.\n\n 2. Two.\n\n 3. Three.\n\n 4. Four.\n\n 5. Five.\n\n 6. 2017 was a year.")
  }

  @Test func numbersOfThreeFiguresStayAligned() {
    let set = set((1...100).map { "P\($0).\n\n" }.joined())
    #expect(set.lines[0].plain == "  1. P1.")
    #expect(set.lines[198].plain == "100. P100.")
    #expect(set.paragraphStarts.count == 100)
  }

  @Test func aNumberIsShownEvenWithoutRoomForAMargin() {
    #expect(picture(set("Ab cd.", 6)) == "1. Ab\ncd.")
    #expect(set("Ab cd.", 6).paragraphStarts == [0])
    #expect(picture(set("Ab.", 1)).filter { $0 != "\n" } == "1.Ab.")
  }

  @Test func textsThatAreNoDocumentHaveNoNumbers() {
    let set = MarkdownText.layout("One.\n\nTwo.", width: 20)
    #expect(set.paragraphStarts.isEmpty && set.lines.allSatisfy { $0.paragraph == nil })
  }
}
