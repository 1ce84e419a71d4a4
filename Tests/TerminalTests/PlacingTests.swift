import Cells
import Testing

@testable import Terminal

/// Cells behind characters that terminals measure differently.
@Suite struct PlacingTests {
  /// What ncurses would have written of a text that begins at a column.
  private static func written(_ text: String, at column: Int = 0) -> String {
    var (bytes, x): ([UInt8], Int) = ([], column)
    for glyph in Glyphs(text) {
      x += glyph.width
      let cell = Cell(base: glyph.base, marks: glyph.marks, width: UInt8(glyph.width))
      var character = ""
      let place = Placing.mark(behind: cell, column: x) ?? 0
      for value in [glyph.base, glyph.marks.a, glyph.marks.b, place] where value != 0 {
        if let scalar = Unicode.Scalar(value) { character.unicodeScalars.append(scalar) }
      }
      bytes += Array(character.utf8)
    }
    return String(decoding: Placing.placed(bytes), as: UTF8.self)
  }

  @Test(
    "What all terminals measure alike goes as it is",
    arguments: ["abc", "é e\u{301}", "人権 한국", "שלום", "سَلام", "│──┤ → •", "a\u{951}"])
  func same(text: String) { #expect(Self.written(text) == text) }

  @Test("Behind pictures and joined letters the next cell is placed, and before these there are blanks")
  func placed() {
    #expect(Self.written("a👩b") == "a  \u{1B}[2G👩\u{1B}[4Gb")
    #expect(Self.written("क्ष│", at: 9) == " \u{1B}[10Gक्\u{1B}[11Gष│")
    #expect(Self.written("नि", at: 0) == "न \u{1B}[2Gि\u{1B}[3G")
    #expect(Self.written("🏛\u{FE0F}x") == " \u{1B}[1G🏛\u{1B}[2Gx")
    #expect(Self.written("👩", at: 300) == "  \u{1B}[301G👩\u{1B}[303G")
    #expect(Self.written("👩", at: 500) == "👩")
  }

  @Test("Bytes that are cut or no text stay as they are")
  func hostile() {
    for bytes: [UInt8] in [[0xF3], [0xF3, 0xA0, 0x84], [0x41, 0xF3, 0x28, 0x28], [0x80, 0xF3, 0xB0, 0x80, 0x80]] {
      #expect(Placing.placed(bytes) == bytes)
    }
  }
}
