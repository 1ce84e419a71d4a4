import Testing

@testable import Cells

/// What is written from the right: one order for what is written, another for the screen.
@Suite struct DirectionTests {
  /// What is seen of a text, its letters in the forms of their own that they have alone.
  private static func seen(_ text: String, width: Int = 40) -> String {
    var buffer = CellBuffer(size: Size(width: width, height: 1))
    buffer.put(text, at: Point(x: 0, y: 0), style: .plain, in: buffer.bounds)
    return buffer.text
  }

  @Test(
    "A line is seen in the order of the bidirectional algorithm, numbers and Latin words within it from the left",
    arguments: [
      ("שלום עולם", "םלוע םולש"), ("abc שלום def", "abc םולש def"), ("שלום abc 12", "abc 12 םולש"),
      ("חדר 12 (ב)", "(ב) 12 רדח"), ("a (שלום) b", "a (םולש) b"), ("„שלום“ [1]", "[1] “םולש„"), ("12:30", "12:30"),
      ("בּ\u{5B0}ג", "גבּ\u{5B0}"), ("רד人", "人דר"),
    ])
  func order(written: String, seen: String) { #expect(Self.seen(written) == seen) }

  @Test("Arabic letters join as forms of one column each, also across what stands on them, and not across a ZWNJ")
  func joining() {
    #expect(Self.seen("سلام") == "ﻡﺎﻠﺳ")
    #expect(Self.seen("سَلام") == "ﻡﺎﻠﺳ\u{64E}")
    #expect(Self.seen("می\u{200C}خواهم") == "ﻢﻫﺍﻮﺧﯽﻣ")
    #expect(Self.seen("میخواهم") == "ﻢﻫﺍﻮﺨﯿﻣ")
    #expect(displayWidth("سلام") == 4 && displayWidth("می\u{200C}خواهم") == 7)
  }

  @Test("What is not written from the right is not looked at, whatever else it holds")
  func fast() {
    for text in ["", "plain", "é ñ Ωλ Юж", "人権 한국", "क्षि", "“–…”", "👩‍👩‍👧 🇫🇷", "a\u{200E}b", "\u{FEFF}", "֏"] {
      #expect(!text.holdsRightToLeft, "\(text)")
      #expect(text.isolated == text)
    }
    for text in ["א", "ي", "ﺱ", "\u{200F}", "\u{2067}", "𞤀", "𐤀", "ࡀ", "ﬀשׁ", "ܐ"] {
      #expect(text.holdsRightToLeft, "\(text)")
    }
  }

  @Test("The direction of a paragraph is that of its first strong character outside of isolates")
  func direction() {
    #expect(TextDirection(of: "12 (שלום) abc") == .rightToLeft)
    #expect(TextDirection(of: "a שלום") == .leftToRight)
    #expect(TextDirection(of: "\u{2068}שלום\u{2069} abc") == .leftToRight)
    #expect(TextDirection(of: "") == .leftToRight && TextDirection(of: "12") == .leftToRight)
    #expect(TextDirection(ofParts: ["- ", "שלום"]) == .rightToLeft)
  }

  @Test("Where it does not fit, its beginning is shown, and nothing outside of its own columns changes")
  func clipped() {
    var buffer = CellBuffer(size: Size(width: 8, height: 1))
    buffer.put("|......|", at: Point(x: 0, y: 0), style: .plain, in: buffer.bounds)
    let clip = Rect(x: 1, y: 0, width: 6, height: 1)
    #expect(buffer.put("אבגדהוזח", at: Point(x: 1, y: 0), style: .plain, in: clip) == 6)
    #expect(buffer.text == "|והדגבא|")
    // Under a window, as where a line is typed into, it is moved as a whole.
    buffer.put("אבגדהוזח", at: Point(x: -1, y: 0), style: .plain, in: clip)
    #expect(buffer.text == "|והדגבא|")
    #expect(Self.seen(fitted("אבגד הוזח", width: 6), width: 6) == "…דגבא")
    #expect(buffer.put("אב", at: Point(x: 9, y: 0), style: .plain, in: clip) == 0)
    #expect(buffer.put("א", at: Point(x: 1, y: 4), style: .plain, in: clip) == 1)
  }

  @Test("Texts are cut and wrapped as they are written, and each line goes as its paragraph does")
  func wrapping() {
    let lines = wrap("שלום Swift Linux עולם", width: 11)
    #expect(lines.map { Self.seen($0, width: 11) } == ["Swift םולש", "םלוע Linux"])
    let whole = lines.joined(separator: " ").unicodeScalars.filter { $0 != "\u{200F}" }
    #expect(whole.map(String.init).joined() == "שלום Swift Linux עולם")
    let mixed = wrap("Talk: שלום עולם 12 a", width: 11)
    #expect(mixed.map { Self.seen($0, width: 11) } == ["Talk: םולש", "12 םלוע a"])
    #expect(wrap("می\u{200C}خواهم", width: 4).joined().unicodeScalars.contains("\u{200C}"))
  }

  @Test("A line of several looks is one line; what stands at its left stays there")
  func spans() {
    var line = TextLine([Span("1. ", role: .number), Span("שלום "), Span("עולם", role: .link, link: 2)])
    line.fixedColumns = 3
    var buffer = CellBuffer(size: Size(width: 14, height: 1))
    let used = line.draw(into: &buffer, at: Point(x: 0, y: 0), in: buffer.bounds) { $0.role == .link ? look : .plain }
    #expect(used == 12)
    #expect(buffer.text == "1. םלוע םולש")
    #expect(buffer.styleMap(letter) == "...ssss.......")
    #expect(line.span(at: 0)?.role == .number && line.span(at: 3)?.link == 2 && line.span(at: 8)?.role == .body)
    #expect(line.span(at: 12) == nil)
    line.direction = .rightToLeft
    let aligned = line.aligned(in: 16)
    #expect(aligned.width == 16 && aligned.plain == "1.     שלום עולם")
    #expect(aligned.span(at: 7)?.link == 2)
  }

  @Test("Running text begins at the right edge, signs of lists with it; bars, numbers of paragraphs and tables stay")
  func markdown() {
    let text = "# כותרת\n\nשלום עולם\n\n- אחת\n- two\n\n> ציטוט\n\n| א | b |\n| --- | --- |\n| גד | e |\n"
    let set = MarkdownText.layout(text, width: 14, options: MarkdownText.Options())
    var buffer = CellBuffer(size: Size(width: 14, height: 20))
    for (y, line) in set.lines.enumerated() {
      line.draw(into: &buffer, at: Point(x: 0, y: y), in: buffer.bounds) { _ in .plain }
    }
    let pictures = [
      "         תרתוכ", "         ═════", "", "     םלוע םולש", "", "         תחא •", "• two", "", "│        טוטיצ", "",
      "א  │ b", "───┼──", "דג │ e",
    ]
    let rows = buffer.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.prefix(13).map(String.init) == pictures)
  }

  @Test("A thousand letters, controls without end and pairs that do not close cost no more than their length")
  func hostile() {
    let many = String(repeating: "א\u{2067}(", count: 20_000)
    var buffer = CellBuffer(size: Size(width: 80, height: 1))
    #expect(buffer.put(many, at: Point(x: 0, y: 0), style: .plain, in: buffer.bounds) == 80)
    buffer.put(many, at: Point(x: -200, y: 0), style: .plain, in: buffer.bounds)
    #expect(wrap(many, width: 40).count > 100)
  }
}
