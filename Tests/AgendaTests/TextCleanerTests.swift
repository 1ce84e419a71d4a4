import Agenda
import Testing

@Suite struct TextCleanerTests {
  private func line(_ string: String) -> String { TextCleaner(lines: .single).clean(string).string }
  private func text(_ string: String) -> String { TextCleaner(lines: .multiple).clean(string).string }

  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("café – naïve", "café – naïve"), ("日本語 👩‍🚒", "日本語 👩‍🚒"),
    ("a\u{200C}b\u{200D}c", "a\u{200C}b\u{200D}c"), ("tab\there", "tab here"), ("\u{1B}[2J", "␛[2J"),
    ("a\u{0}b\u{7F}c", "a␀b␡c"), ("a\u{9B}31m", "a‹U+009B›31m"), ("a\u{202E}b\u{202C}", "a‹U+202E›b‹U+202C›"),
    ("a\u{2066}b\u{2069}", "a‹U+2066›b‹U+2069›"), ("a\u{FEFF}b", "a‹U+FEFF›b"),
    ("a\u{E0041}\u{E0042}b\u{E0043}", "a\u{FFFD}b\u{FFFD}"), ("\u{FFF9}", "‹U+FFF9›"),
    ("a\u{200E}b\u{200F}", "a\u{200E}b\u{200F}"),
    (
      "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}.",
      "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}."
    ),
    ("🏴\u{E0067}\u{E0062}\u{E0073}", "🏴\u{FFFD}"), ("🏴\u{E0041}\u{E0042}\u{E0043}\u{E007F}", "🏴\u{FFFD}"),
    ("🏴\u{E0068}\u{E0069}\u{E0064}\u{E0064}\u{E0065}\u{E006E}\u{E0073}\u{E007F}", "🏴\u{FFFD}"),
  ])
  func makesVisibleWhatATerminalWouldObeyOrHide(input: String, expected: String) {
    #expect(text(input) == expected)
    #expect(line(input) == expected)
  }

  @Test func keepsLineBreaksOnlyInLongTexts() {
    #expect(text("a\r\nb\rc\u{2028}d\u{2029}e\n") == "a\nb\nc\nd\ne\n")
    #expect(line(" a\r\nb\nc\u{2028}d \n") == "a b c d")
    #expect(line(" \t ") == "")
    #expect(text("  indented") == "  indented")
  }

  @Test func tellsWhatItFound() {
    let finding = TextCleaner(lines: .single).clean("ab\u{7}\u{202E}").finding
    #expect(finding.firstHidden == "\u{7}")
    #expect(finding.hiddenCount == 2)
    #expect(finding.offset == 2)
    #expect(!finding.hasInvalidUTF8)
    #expect(TextCleaner(lines: .single).clean(" tab\t\n").finding == TextCleaner.Finding())
  }

  /// The same number of U+FFFD as the standard library: one for each longest beginning of a sequence (Unicode 15 §3.9).
  @Test(
    arguments: [
      [0xFF], [0xC3], [0xC3, 0x28], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF0, 0x9F, 0x98], [0xF0, 0x9F, 0x98, 0x41], [0x41, 0x80, 0x42], [0xE2, 0x82, 0xE2, 0x82, 0xAC],
    ] as [[UInt8]])
  func repairsInvalidUTF8AsTheStandardLibraryDoes(bytes: [UInt8]) {
    let cleaned = bytes.withUnsafeBufferPointer { TextCleaner(lines: .multiple).clean(utf8: $0) }
    #expect(cleaned.string == String(decoding: bytes, as: UTF8.self))
    #expect(cleaned.finding.hasInvalidUTF8)
  }

  @Test func leavesAWellFormedTextAsItIsAndATextTwiceCleanedAsOnce() {
    var scalars = String.UnicodeScalarView()
    for value in stride(from: UInt32(0), to: 0x11_0000, by: 7) {
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    for cleaner in [TextCleaner(lines: .single), TextCleaner(lines: .multiple)] {
      let once = cleaner.clean(String(scalars)).string
      let twice = cleaner.clean(once)
      #expect(twice.string == once)
      #expect(twice.finding == TextCleaner.Finding())
    }
  }
}
