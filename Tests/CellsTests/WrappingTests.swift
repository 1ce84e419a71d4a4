import Cells
import Dice
import Testing

@Suite struct WrappingTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var text: String
    var width: Int
    var lines: [String]
    var testDescription: String { "\(text.debugDescription) at \(width)" }
    init(_ text: String, _ width: Int, _ lines: [String]) { (self.text, self.width, self.lines) = (text, width, lines) }
  }

  static let examples: [Example] = [
    Example("the quick brown fox", 10, ["the quick", "brown fox"]),
    Example("the quick brown fox", 9, ["the quick", "brown fox"]),
    Example("the quick brown fox", 19, ["the quick brown fox"]),
    Example("  many   spaces  ", 30, ["many spaces"]),
    Example("", 5, [""]),
    Example("a\nb\r\nc\n\nd", 5, ["a", "b", "c", "", "d"]),
    Example("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    Example("to abcdefghij", 5, ["to", "abcde", "fghij"]),
    Example(
      "see https://example.org/a/long-path?x=1&y=2 now", 16,
      ["see https://", "example.org/a/", "long-path?x=1&y=", "2 now"]),
    Example("人権と選挙基準", 6, ["人権と", "選挙基", "準"]),
    Example("人権、選挙。会議", 6, ["人権、", "選挙。", "会議"]),
    Example("人権（選挙）", 6, ["人権", "（選", "挙）"]),
    Example("in 東京 2020", 5, ["in 東", "京", "2020"]),
    Example("No. 12\u{A0}000 votes", 9, ["No.", "12 000", "votes"]),
    Example("a\u{202F}b c", 3, ["a b", "c"]),
    Example("elec\u{AD}tion day", 6, ["elec-", "tion", "day"]),
    Example("elec\u{AD}tion day", 12, ["election day"]),
    Example("hu\u{AD}man\u{AD}i\u{AD}ty", 6, ["human-", "ity"]),
    Example("ab\u{200B}cd", 3, ["ab", "cd"]),
    Example("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    Example("abc def", 1, ["a", "b", "c", "d", "e", "f"]),
    Example("人a", 1, ["人", "a"]),
    Example("ab cd", 0, ["a", "b", "c", "d"]),
    Example("ab", Int.min, ["a", "b"]),
    Example("one two", Int.max, ["one two"]),
  ]

  @Test(arguments: examples) func plainTextIsSetByWords(_ example: Example) {
    #expect(wrap(example.text, width: example.width).map(scalars) == example.lines.map(scalars))
  }

  @Test func rolesAndLinksGoWithTheirWords() {
    let spans = [Span("see "), Span("the long report", role: .link, link: 2), Span(" now", attributes: .italic)]
    let lines = wrap(spans, width: 9)
    #expect(lines.map(\.plain) == ["see the", "long", "report", "now"])
    #expect(lines[0].spans == [Span("see "), Span("the", role: .link, link: 2)])
    #expect(lines[1].spans == [Span("long", role: .link, link: 2)])
    #expect(lines[3].spans == [Span("now", attributes: .italic)])
  }

  @Test func aWordInTwoRolesIsNotBrokenBetweenThem() {
    #expect(
      wrap([Span("an "), Span("im", role: .strong), Span("portant")], width: 9).map(\.plain) == ["an", "important"])
  }

  @Test func linesHangUnderTheFirst() {
    let sign = [Span("12. ", role: .number)]
    let lines = wrap([Span("Elections are held at intervals")], width: 16, firstIndent: sign, hangingIndent: 4)
    #expect(lines.map(\.plain) == ["12. Elections", "    are held at", "    intervals"])
    #expect(lines[0].spans.first == sign.first)
  }

  @Test func indentsLeaveRoomForTheText() {
    #expect(wrap([Span("abcd")], width: 4, firstIndent: [Span("1234. ")], hangingIndent: 6).map(\.plain) == ["abcd"])
    #expect(wrap([Span("ab cd")], width: 4, hangingIndent: 9).map(\.plain) == ["ab", "  cd"])
    #expect(wrap([Span("ab")], width: 1, firstIndent: [Span("• ")], hangingIndent: -3).map(\.plain) == ["a", "b"])
  }

  @Test(arguments: UInt64(1)...6) func noLineIsWiderThanAskedAndNoWordIsLost(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    for _ in 0..<150 {
      let spans = (0..<3).map { _ in Span(troublesomeText(Int.random(in: 0..<14, using: &dice), &dice)) }
      let width = Int.random(in: 2..<20, using: &dice)
      let lines = wrap(
        spans, width: width, firstIndent: [Span("- ")], hangingIndent: Int.random(in: 0..<5, using: &dice))
      #expect(lines.allSatisfy { $0.width <= width })
      let letters = { (text: String) in text.unicodeScalars.filter { "ab会議".unicodeScalars.contains($0) } }
      let source = spans.map(\.text).joined()
      #expect(String(letters(lines.map(\.plain).joined())) == String(letters(source)))
    }
  }

  @Test(.timeLimit(.minutes(1))) func aHugeWordTakesLinearTime() {
    let word = String(repeating: "w", count: 200_000)
    #expect(wrap(word, width: 80).count == 2_500)
    #expect(wrap(String(repeating: "\u{AD}", count: 100_000) + "x", width: 8) == ["x"])
    #expect(wrap(String(repeating: "a\u{AD}", count: 50_000), width: 10).count == 5_556)
  }
}
