import Cells

/// What the caret steps over at once: a letter with its marks, a flag, a joined emoji.
struct Grapheme: Sendable {
  /// Bytes of UTF-8.
  var length: Int
  /// Columns on the screen, at least one.
  var width: Int
  var isSpace = false
  /// Nothing of it is seen on a screen, so that a sign has to stand for it.
  var isHidden = false
  private var first = Grapheme.blank
  private var last = Grapheme.blank

  private static let blank = Glyph(base: 0x20, width: 1, utf8Length: 1)

  /// All of a text, read from the front once.
  static func all(in bytes: [UInt8]) -> [Grapheme] {
    if let plain = plain(bytes) { return plain }
    let text = String(decoding: bytes, as: UTF8.self)
    var found: [Grapheme] = []
    found.reserveCapacity(bytes.count)
    var start = text.startIndex
    while start < text.endIndex {
      let end = text.index(after: start)
      found.append(Grapheme(text[start..<end]))
      start = end
    }
    return found
  }

  private init(length: Int, isSpace: Bool) { (self.length, width, self.isSpace) = (length, 1, isSpace) }

  private init(_ character: Substring) {
    (length, width) = (character.utf8.count, 0)
    for glyph in Glyphs(character) {
      if width == 0 { first = glyph }
      last = glyph
      width += glyph.width
    }
    isHidden = width == 0
    if isHidden { width = 1 }
    isSpace = !isHidden && Grapheme.isSpace(character)
  }

  /// A row can end behind a space, and between wide characters as between words.
  static func canBreak(between left: Grapheme, and right: Grapheme) -> Bool {
    left.isSpace && !right.isSpace
      || !left.isSpace && !right.isSpace && WideBreaks.allowed(between: left.last, and: right.first)
  }

  /// The graphemes of plain ASCII, where each byte is one; nil for any other text.
  private static func plain(_ bytes: [UInt8]) -> [Grapheme]? {
    guard bytes.allSatisfy({ ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x09 }) else { return nil }
    return bytes.map { Grapheme(length: 1, isSpace: $0 == 0x20 || $0 == 0x09) }
  }

  private static func isSpace(_ character: Substring) -> Bool {
    switch character.unicodeScalars.first?.value ?? 0 {
    case 0x20, 0x09, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x205F, 0x3000: true
    default: false
    }
  }
}
