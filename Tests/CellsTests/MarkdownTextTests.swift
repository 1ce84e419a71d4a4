import Cells
import Testing

@Suite struct MarkdownTextTests {
  private func set(_ markdown: String, _ width: Int, numbered: Bool = false, ascii: Bool = false) -> MarkdownText {
    MarkdownText.layout(markdown, width: width, options: .init(numbersParagraphs: numbered, asciiOnly: ascii))
  }

  private func text(_ markdown: String, _ width: Int, numbered: Bool = false, ascii: Bool = false) -> String {
    set(markdown, width, numbered: numbered, ascii: ascii).lines.map(\.plain).joined(separator: "\n")
  }

  @Test func paragraphsStandApartAndHeadingsBelongToWhatFollows() {
    let markdown = "# Election standards\nOne\ntwo.\n\n\nThree.\n## Next\nFour.\n### Last\nFive."
    #expect(
      text(markdown, 30) == """
        Election standards
        ══════════════════

        One two.

        Three.

        Next
        Four.

        Last
        Five.
        """)
    #expect(text("# Rights", 30, ascii: true) == "Rights\n======")
    let roles = set(markdown, 30).lines.compactMap { $0.spans.first?.role }
    #expect(roles == [.heading1, .rule, .body, .body, .heading2, .body, .heading3, .body])
  }

  @Test func emphasisNestsInLinks() {
    let set = set("a *b **c*** and [see **this** *one*](https://x.org 'T') ~~no~~ `x  y`", 72)
    #expect(set.lines.map(\.plain) == ["a b c and see this one [1] ~no~ x y"])
    #expect(
      set.lines[0].spans == [
        Span("a "), Span("b ", role: .emphasis, attributes: .italic),
        Span("c", role: .strong, attributes: [.italic, .bold]), Span(" and "), Span("see ", role: .link, link: 1),
        Span("this", role: .link, attributes: .bold, link: 1), Span(" ", role: .link, link: 1),
        Span("one", role: .link, attributes: .italic, link: 1), Span(" [1]", role: .linkNumber, link: 1), Span(" "),
        Span("~no~", role: .deleted), Span(" "), Span("x y", role: .code),
      ])
    #expect(set.links == [MarkdownLink(number: 1, url: "https://x.org", label: "see this one", title: "T")])
  }

  @Test func theSameAddressHasTheSameNumber() {
    let markdown = "[a](session:x) [b](https://y.org) [c](session:x) <https://y.org> https://z.org, <m@x.org> [d]()"
    let set = MarkdownText.layout(markdown, width: 100, options: .init(firstLinkNumber: 5))
    #expect(
      set.lines.map(\.plain) == ["a [5] b [6] c [5] https://y.org [6] https://z.org [7], m@x.org [8] d"])
    #expect(set.links.map(\.url) == ["session:x", "https://y.org", "https://z.org", "mailto:m@x.org"])
    #expect(set.links.map(\.number) == [5, 6, 7, 8])
    #expect(set.links.map(\.label) == ["a", "b", "https://z.org", "m@x.org"])
  }

  @Test func theLineEndBeforeALinkIsNoPartOfIt() {
    let set = set("see\n[the\nnote](n.md)\nnow", 60)
    #expect(set.links.map(\.label) == ["the note"])
    #expect(set.lines.map(\.plain) == ["see the note [1] now"])
    #expect(set.lines.first?.spans.first == Span("see "))
  }

  @Test func imagesAreNamed() {
    let set = set("![the hall](hall.png) ![](x.png)", 72)
    #expect(set.lines.map(\.plain) == ["[image: the hall] [1] [image] [2]"])
    #expect(set.links.map(\.url) == ["hall.png", "x.png"])
    let french = MarkdownText.layout("![la salle](s.png)", width: 72, options: .init(imageWord: "photo"))
    #expect(french.lines.map(\.plain) == ["[photo: la salle] [1]"])
  }

  @Test func listsHang() {
    let markdown = """
      - one two three four
        - five six seven
          1. eight nine ten
      - [x] done
      - [ ] open
      """
    #expect(
      text(markdown, 14) == """
        • one two
          three four
          – five six
            seven
            1. eight
               nine
               ten
        [x] done
        [ ] open
        """)
    #expect(text("* a\n  * b\n    * c", 20, ascii: true) == "* a\n  - b\n    * c")
  }

  @Test func numbersOfAListAreAligned() {
    #expect(text("9. nine\n1. ten\n1. eleven", 20) == " 9. nine\n10. ten\n11. eleven")
    #expect(text("8) eight\n1) nine", 20) == "8) eight\n9) nine")
  }

  @Test func looseListsHaveBlankLinesAndTightOnesNone() {
    #expect(text("- a\n\n- b\n\n  c\n\nd", 20) == "• a\n\n• b\n\n  c\n\nd")
    #expect(text("a\n- b\n- c\n\nd", 20) == "a\n\n• b\n• c\n\nd")
    #expect(text("-\n- b", 20) == "•\n• b")
  }

  @Test func quotationsHaveABarOnEachLine() {
    #expect(text("> one two three\n>\n> > four\n\nfive", 11) == "│ one two\n│ three\n│\n│ │ four\n\nfive")
    #expect(text("a\n\n> b\n> - c\n\nd", 11, ascii: true) == "a\n\n| b\n|\n| * c\n\nd")
    #expect(set("> a", 11).lines[0].spans == [Span("│ ", role: .quoteBar), Span("a", role: .quote)])
  }

  @Test func codeIsFoldedAndNeverWrapped() {
    #expect(text("```swift\nlet  a = 1\n\n\tb  人人人\n```\nend", 10) == "  let  a =\n   1\n\n      b\n  人人人\n\nend")
    #expect(set("    x", 20).lines[0].spans == [Span("  "), Span("x", role: .code)])
  }

  @Test func breaksAndRules() {
    #expect(text("a  \nb\\\nc\n\n***\n\nd", 6) == "a\nb\nc\n\n──────\n\nd")
    #expect(text("---", 4, ascii: true) == "----")
  }

  @Test func aLineEndBetweenWideCharactersIsNoSpace() {
    #expect(text("人権\n会議\nis on\n한국\n한국 *人*\n権", 60) == "人権会議 is on 한국 한국 人権")
  }

  @Test func rawMarkupLosesItsTags() {
    #expect(
      text("<p>Some <i>raw</i>\ntext &amp; &#x41;&lt;b&gt;<br>next</p>\n\na<b>b</b><br>c &copy; <!-- x -->d", 60)
        == "Some raw text & A<b>\nnext\n\nab\nc © d")
    #expect(text("<script>alert(1) < 2</script>", 60) == "alert(1) < 2")
    #expect(text("<!-- nothing -->\n\na", 60) == "a")
  }

  @Test func controlsAndBidiSignsNeverReachALine() {
    let lines = set("a\u{1B}[31m\u{202E}b\u{7} &#27; &#x202E; `\u{9B}`", 60).lines
    #expect(lines.map(\.plain) == ["a␛[31m‹U+202E›b␇ ␛ ‹U+202E› ‹U+009B›"])
  }

  static let table = """
    | Day | What happens | No |
    |:----|:------------:|---:|
    | Mon | Opening of *the* conference | 1 |
    | Tue | [Close](session:c) | 22 |
    """

  @Test func tablesStandInColumns() {
    #expect(
      text(Self.table, 72) == """
        Day │       What happens        │ No
        ────┼───────────────────────────┼───
        Mon │ Opening of the conference │  1
        Tue │         Close [1]         │ 22
        """)
    #expect(set(Self.table, 72).lines[0].spans.first == Span("Day", role: .tableHeader, attributes: .bold))
  }

  @Test func narrowTablesWrapTheirCells() {
    #expect(
      text(Self.table, 24, ascii: true) == """
        Day | What happens  | No
        ----+---------------+---
        Mon |  Opening of   |  1
            |      the      |
            |  conference   |
        ----+---------------+---
        Tue |   Close [1]   | 22
        """)
  }

  @Test func veryNarrowTablesBecomeLists() {
    #expect(
      text(Self.table, 14) == """
        Day: Mon
        What happens:
          Opening of
          the
          conference
        No: 1

        Day: Tue
        What happens:
          Close [1]
        No: 22
        """)
  }

  @Test func tablesOfTooManyColumnsBecomeLists() {
    let table = (0..<3).map { row in
      (0..<50).map { row == 1 ? "|-" : ($0 % 25 == 0 ? "|\(row)\($0)" : "| ") }.joined() + "|\n"
    }
    #expect(text(table.joined(), 72) == "00: 20\n025: 225")
  }

  @Test func aTableMayBeWithoutRowsAndItsRowsWithoutCells() {
    #expect(text("|a|b|\n|-|-|", 20) == "a │ b\n──┼──")
    #expect(text("|a|b|\n|-|-|\n|1|\n|1|2|3|", 20) == "a │ b\n──┼──\n1 │\n1 │ 2")
  }
}
