import Cells
import Dice

/// Letters for looks, so that a test can hold a picture of them.
func letter(_ style: Style) -> Character {
  if style.attributes.contains(.bold) { return "B" }
  if style.attributes.contains(.reverse) { return "R" }
  return style == .plain ? "." : "s"
}

let look = Style(foreground: .indexed(3))

/// A buffer with rows of text in it.
func buffer(_ rows: String..., width: Int) -> CellBuffer {
  var buffer = CellBuffer(size: Size(width: width, height: rows.count))
  for (y, row) in rows.enumerated() { buffer.put(row, at: Point(x: 0, y: y), style: .plain, in: buffer.bounds) }
  return buffer
}

func shown(_ glyph: Glyph) -> String {
  var text = ""
  for value in [glyph.base, glyph.marks.a, glyph.marks.b, glyph.marks.c, glyph.marks.d] where value != 0 {
    if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
  }
  return text
}

/// A text with its scalars spelt out, so that a test never passes by canonical equivalence.
func scalars(_ text: String) -> String {
  text.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
}

/// Scalars that make trouble, with plain ones between them.
let troublesome: [String] = [
  "a", "b", " ", "\t", "\n", "-", "/", "é", "e\u{301}", "\u{301}", "会", "議", "ｱ", "한", "\u{1112}\u{1161}\u{11AB}",
  "👩‍👩‍👧", "🇫🇷", "🇫", "👍🏽", "🏽", "❤️", "\u{200B}", "\u{202E}", "\u{FEFF}", "\u{E0041}", "\u{AD}", "\u{A0}", "\u{7F}",
  "\u{1B}", "\u{0}", "\u{85}", "\u{2028}", "שָׁ", "ก็", "السلام", "\u{378}", "\u{10FFFF}", "\u{3000}", "[", "*", "`", "|",
  "> ",
]

func troublesomeText(_ length: Int, _ dice: inout Dice) -> String {
  (0..<length).map { _ in troublesome.randomElement(using: &dice) ?? "" }.joined()
}
