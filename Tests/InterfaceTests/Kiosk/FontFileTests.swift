import Cells
import Dice
import Testing

@testable import Interface

/// Fonts from files: BDF, PSF and Unifont's own.
struct FontFileTests {
  /// A block of four dots at the upper left, wide or narrow.
  private static let hex = """
    0041:C0C00000000000000000000000000000
    8B70:C000C00000000000000000000000000000000000000000000000000000000001
    FE8E:80000000000000000000000000000000
    FEE3:40000000000000000000000000000000
    """

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("A line of Unifont is a character of eight or sixteen dots")
  func hexadecimal() throws {
    let font = try #require(FontFile(Self.bytes(Self.hex)))
    #expect(font.count == 4 && font.height == 16 && font.cell == 8)
    #expect(font.columns(of: "A") == [3, 3, 0, 0, 0, 0, 0, 0])
    #expect(font.columns(of: "議") == [3, 3] + Array(repeating: 0, count: 13) + [1 << 15])
    #expect(font.columns(of: "A議")?.count == 24 && font.columns(of: "A A")?.count == 24)
    #expect(font.columns(of: "B") == nil)
  }

  @Test("Arabic is drawn in the forms in which it joins, from the right")
  func arabic() throws {
    let font = try #require(FontFile(Self.bytes(Self.hex)))
    // Meem before alef: its initial form stands at the right.
    #expect(font.columns(of: "\u{645}\u{627}") == [1, 0, 0, 0, 0, 0, 0, 0] + [0, 1, 0, 0, 0, 0, 0, 0])
  }

  @Test("BDF has its own box for every character, on one line")
  func bdf() throws {
    let text = """
      STARTFONT 2.1
      FONT -test-
      SIZE 8 75 75
      FONTBOUNDINGBOX 8 8 0 -2
      CHARS 2
      STARTCHAR A
      ENCODING 65
      SWIDTH 500 0
      DWIDTH 6 0
      BBX 4 3 1 0
      BITMAP
      F0
      90
      F0
      ENDCHAR
      STARTCHAR lost
      ENCODING -1
      DWIDTH 8 0
      BBX 1 1 0 0
      BITMAP
      80
      ENDCHAR
      STARTCHAR p
      ENCODING 112
      DWIDTH 6 0
      BBX 1 2 0 -2
      BITMAP
      80
      80
      ENDCHAR
      ENDFONT
      """
    let font = try #require(FontFile(Self.bytes(text)))
    #expect(font.count == 2 && font.height == 8 && font.cell == 6)
    // The baseline is two dots above the lowest: three rows above it are 3 to 5.
    #expect(font.columns(of: "A") == [0, 0b111000, 0b101000, 0b101000, 0b111000, 0])
    #expect(font.columns(of: "p") == [0b11000000, 0, 0, 0, 0, 0])
  }

  @Test("PSF of both versions says by its table which character is which")
  func psf() throws {
    var first: [UInt8] = [0x36, 0x04, 0x02, 0x02]
    for index in 0..<256 { first += [index == 1 ? 0x80 : 0, index == 1 ? 0x40 : 0] }
    // The second glyph is ж; behind a sequence nothing stands alone.
    for index in 0..<256 { first += index == 1 ? [0x36, 0x04, 0xFE, 0xFF, 0x41, 0x00, 0xFF, 0xFF] : [0xFF, 0xFF] }
    let one = try #require(FontFile(first))
    #expect(one.count == 1 && one.columns(of: "ж") == [1, 2, 0, 0, 0, 0, 0, 0] && one.columns(of: "A") == nil)
    func number(_ value: UInt8) -> [UInt8] { [value, 0, 0, 0] }
    let header = [0x72, 0xB5, 0x4A, 0x86] + number(0) + number(32) + number(1) + number(2) + number(4) + number(2)
    let second =
      header + number(9) + [0x80, 0x80, 0x00, 0x00, 0xFF, 0x80, 0x00, 0x00] + [0x41, 0xFF]
      + Array("я".utf8) + [0xFF]
    let two = try #require(FontFile(second))
    #expect(two.columns(of: "A") == [1, 0, 0, 0, 0, 0, 0, 0, 1] && two.columns(of: "я")?.first == 1)
  }

  @Test("Whatever is no font, or is cut short, is none, and is never read past its end")
  func broken() throws {
    for text in ["", "STARTFONT 2.1\n", "hello", "0041:12", "FONTBOUNDINGBOX 8 8 0 0"] {
      #expect(FontFile(Self.bytes(text)) == nil, "\(text)")
    }
    #expect(FontFile([0x36, 0x04]) == nil && FontFile([0x72, 0xB5, 0x4A, 0x86, 1]) == nil)
    #expect(FontFile(Self.bytes("STARTFONT 2.1\nFONTBOUNDINGBOX 8 999999999 0 0\nENCODING 65\n")) == nil)
    let cut = FontFile(Self.bytes("STARTFONT 2.1\nFONTBOUNDINGBOX 8 8 0 0\nENCODING 65\nBBX 8 60 0 0\nBITMAP\nFF"))
    #expect(cut == nil || cut?.columns(of: "A") == nil)
    var generator = Dice(seed: 1)
    for start in [
      [0x36, 0x04], [0x72, 0xB5, 0x4A, 0x86], Self.bytes("STARTFONT\nFONTBOUNDINGBOX 8 8 0 0\nENCODING 65\n"),
    ] {
      for _ in 0..<300 {
        let font = FontFile(start + (0..<80).map { _ in UInt8.random(in: 0...255, using: &generator) })
        _ = font?.columns(of: "Aя議\u{1}\u{2}")
      }
    }
  }

  @Test("Titles of other scripts are large with a font, in lines that are broken as everywhere else")
  func letters() throws {
    let letters = Letters(font: FontFile(Self.bytes(Self.hex)))
    let text = try #require(letters.text("議議議", size: .regular, width: 40))
    #expect(text.lines.count == 2 && text.height == 16 && text.width == 32)
    #expect(letters.text("議", size: .regular, width: 10) == nil && letters.text("字", size: .regular, width: 100) == nil)
    // What the house draws itself stays as it is.
    #expect(letters.text("AA", size: .regular, width: 100) == LargeText("AA", size: .regular, width: 100))
    #expect(letters.draws("議 A") && !letters.draws("字"))
  }
}
