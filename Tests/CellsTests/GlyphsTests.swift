import Dice
import Testing

@testable import Cells

@Suite struct GlyphsTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var text: String
    var glyphs: [String]
    var width: Int
    var testDescription: String { scalars(text) }
  }

  static let examples: [Example] = [
    Example(text: "", glyphs: [], width: 0),
    Example(text: "abc", glyphs: ["a", "b", "c"], width: 3),
    Example(text: "é", glyphs: ["é"], width: 1),
    Example(text: "e\u{301}x", glyphs: ["e\u{301}", "x"], width: 2),
    // Joined emoji stand side by side, a tone is left out, a flag is its letters.
    Example(text: "👩‍👩‍👧", glyphs: ["👩", "👩", "👧"], width: 6),
    Example(text: "🇫🇷!", glyphs: ["F", "R", "!"], width: 3),
    Example(text: "👍🏽", glyphs: ["👍"], width: 2),
    Example(text: "☝🏽", glyphs: ["☝"], width: 1),
    Example(text: "a🏽", glyphs: ["a", "■"], width: 2),
    Example(text: "❤\u{FE0F}", glyphs: ["❤"], width: 1),
    Example(text: "1\u{FE0F}\u{20E3}", glyphs: ["1\u{20E3}"], width: 1),
    Example(text: "🏴\u{E0067}\u{E0062}\u{E007F}", glyphs: ["🏴"], width: 2),
    Example(text: "人権", glyphs: ["人", "権"], width: 4),
    Example(text: "ｱ", glyphs: ["ｱ"], width: 1),
    Example(text: "Ａ", glyphs: ["Ａ"], width: 2),
    Example(text: "한국", glyphs: ["한", "국"], width: 4),
    Example(text: "\u{1112}\u{1161}\u{11AB}", glyphs: ["한"], width: 2),
    Example(text: "\u{1112}\u{1161}x", glyphs: ["하", "x"], width: 3),
    Example(text: "سلام", glyphs: ["س", "ل", "ا", "م"], width: 4),
    Example(text: "ש\u{5B8}\u{5C1}ל", glyphs: ["ש\u{5B8}\u{5C1}", "ל"], width: 2),
    Example(text: "ก\u{E47}", glyphs: ["ก\u{E47}"], width: 1),
    // Seen by nobody: zero-width spaces, byte order marks, bidi controls, soft hyphens.
    Example(text: "a\u{200B}b\u{FEFF}c\u{202E}d\u{2066}e\u{AD}f", glyphs: ["a", "b", "c", "d", "e", "f"], width: 6),
    Example(text: "\u{301}a", glyphs: [" \u{301}", "a"], width: 2),
    Example(text: "\u{200B}", glyphs: [], width: 0),
    Example(text: "a\tb", glyphs: ["a", " ", "b"], width: 3),
    Example(text: "a\u{A0}b\u{202F}c", glyphs: ["a", " ", "b", " ", "c"], width: 5),
    Example(text: "\u{3000}", glyphs: ["\u{3000}"], width: 2),
    Example(
      text: "\u{1B}[\u{7F}\u{9B}\u{0}\n", glyphs: ["\u{FFFD}", "[", "\u{FFFD}", "\u{FFFD}", "\u{FFFD}", "\u{FFFD}"],
      width: 6),
    Example(text: "\u{378}\u{10FFFF}", glyphs: ["\u{FFFD}", "\u{FFFD}"], width: 2),
    Example(text: "─│…–", glyphs: ["─", "│", "…", "–"], width: 4),
  ]

  @Test(arguments: examples) func everyTextHasOneWayToBeShown(_ example: Example) {
    let glyphs = Array(Glyphs(example.text))
    #expect(glyphs.map { scalars(shown($0)) } == example.glyphs.map { scalars($0) })
    #expect(displayWidth(example.text) == example.width)
    #expect(displayWidth(example.text[...]) == example.width)
  }

  @Test func fourMarksAreKeptAndNoMore() {
    let glyphs = Array(Glyphs("a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}b"))
    #expect(glyphs.count == 2)
    #expect(glyphs.first.map { scalars(shown($0)) } == "61 300 301 302 303")
    #expect(glyphs.first?.utf8Length == 13)
  }

  @Test func everyByteBelongsToAGlyph() {
    var dice = Dice(seed: 1)
    for _ in 0..<300 {
      let text = "x" + troublesomeText(20, &dice)
      #expect(Glyphs(text).reduce(0) { $0 + $1.utf8Length } == text.utf8.count)
    }
  }

  @Test func whatIsShownIsShownTheSameAgain() {
    var dice = Dice(seed: 2)
    for _ in 0..<300 {
      let text = Glyphs(troublesomeText(20, &dice)).map { shown($0) }.joined()
      #expect(scalars(Glyphs(text).map { shown($0) }.joined()) == scalars(text))
    }
  }

  @Test func marksByTheThousandTakeLinearTime() {
    #expect(displayWidth("a" + String(repeating: "\u{301}", count: 200_000)) == 1)
    #expect(displayWidth(String(repeating: "🇫", count: 50_000)) == 50_000)
    #expect(displayWidth(String(repeating: "👩\u{200D}", count: 50_000)) == 100_000)
  }

  @Test func noScalarIsWiderThanItsClassSays() {
    for value in UInt32(0)..<0x30000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let glyphs = Array(Glyphs(String(Character(scalar))))
      #expect(glyphs.count <= 1 && glyphs.allSatisfy { $0.width == 1 || $0.width == 2 })
    }
  }

  @Test func threadsThatReadTheTableAtOnceAgree() async {
    let text = String(String.UnicodeScalarView((UInt32(0x2E80)..<0x9000).compactMap { Unicode.Scalar($0) }))
    let widths = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { displayWidth(text) } }
      return await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(widths.count == 1)
  }

  @Test(arguments: [
    ("a", 1), ("é", 1), ("会", 2), ("한", 2), ("👍", 2), ("\u{301}", 0), ("\u{1B}", -1), ("Ａ", 2), ("ｱ", 1),
  ])
  func withoutAnyUTF8LocaleWidthsAreGuessedByBlock(_ text: String, _ columns: Int) throws {
    let scalar = try #require(text.unicodeScalars.first)
    #expect(ScalarRules.guessedColumns(scalar.value) == columns)
  }
}

@Suite struct ScalarRulesTests {
  @Test func signsThatAreKnownByRuleAreAsTheirPropertiesSay() {
    let signs = (UInt32(0x100)...0xFFFF).filter(ScalarRules.isCommonSign)
    #expect(signs.count == 24 + 4 + 160)
    for value in signs {
      #expect(ScalarRules.scalarClass(value, columns: 1) == .narrow, "U+\(String(value, radix: 16))")
    }
  }
}
