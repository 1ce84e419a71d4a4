import Cells
import CodeReader
import Testing

@testable import Interface

struct CodeTests {
  @Test(
    "Another program reads what was encoded, at every length up to the longest",
    arguments: [1, 14, 42, 84, 122, 180, 271])
  func lengths(count: Int) throws {
    let address = "https://example.org/session?number=" + String(repeating: "0123456789abcdefgh/-_", count: 12)
    let text = String(address.prefix(count))
    for ink in [CodePicture.Ink.colors, .mono(isLightTerminal: true), .mono(isLightTerminal: false)] {
      for isLarge in [false, true] {
        let picture = try #require(CodePicture(text, isLarge: isLarge, ink: ink))
        var buffer = CellBuffer(size: picture.size)
        picture.draw(at: Point(x: 0, y: 0), into: &buffer)
        let isLight = ink == .mono(isLightTerminal: true)
        try CodeReader.expect(text, in: CodeReader.image(of: buffer, isLightTerminal: isLight))
      }
    }
  }

  @Test("Text of any script is read back, and what is too long gives none")
  func scripts() throws {
    let text = "https://example.org/選舉/حقوق?ä=1"
    let picture = try #require(CodePicture(text, isLarge: false, ink: .colors))
    var buffer = CellBuffer(size: picture.size)
    picture.draw(at: Point(x: 0, y: 0), into: &buffer)
    try CodeReader.expect(text, in: CodeReader.image(of: buffer))
    #expect(QRCode("") == nil && QRCode(String(repeating: "x", count: 272)) == nil)
  }

  @Test("It is dark on light in every theme, with four light modules around")
  func looks() throws {
    let picture = try #require(CodePicture("https://example.org", isLarge: false, ink: .colors))
    var buffer = CellBuffer(size: picture.size)
    picture.draw(at: Point(x: 0, y: 0), into: &buffer)
    for y in 0..<picture.size.height {
      #expect(
        buffer.cells(inRow: y).allSatisfy { $0.style == Style(foreground: .indexed(16), background: .indexed(231)) })
      #expect(buffer.cells(inRow: y).prefix(4).allSatisfy { $0.base == 0x20 })
    }
    #expect(buffer.row(0).allSatisfy { $0 == " " } && buffer.row(1).allSatisfy { $0 == " " })
  }
}
