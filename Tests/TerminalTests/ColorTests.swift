import Cells
import Glibc
import Testing

@testable import Terminal

@Suite("Fewer colours")
struct ColorTests {
  @Test(
    "The nearest of sixteen colours keeps its hue",
    arguments: [
      (9, 9), (16, 0), (17, 4), (21, 12), (22, 2), (46, 10), (52, 1), (196, 9), (201, 13), (208, 11), (226, 11),
      (231, 15),
      (232, 0), (240, 8), (250, 7), (255, 15),
    ] as [(UInt8, UInt8)])
  func sixteen(from: UInt8, to: UInt8) { #expect(ColorDepth.nearest(to: from) == to) }

  @Test("With eight colours a bright foreground is bold, a bright background plain")
  func eight() {
    let mapped = ColorDepth.eight.mapped(Style(foreground: .indexed(9), background: .indexed(12)))
    #expect(mapped == Style(foreground: .indexed(1), background: .indexed(4), attributes: .bold))
  }

  @Test("Without colours the attributes stay")
  func none() {
    let style = Style(foreground: .indexed(9), background: .indexed(12), attributes: [.reverse, .bold])
    #expect(ColorDepth.none.mapped(style) == Style(attributes: [.reverse, .bold]))
  }

  @Test("With eight colours black stays black, which bold would make grey")
  func black() {
    let badge = Style(foreground: .indexed(16), background: .indexed(114), attributes: [.bold, .underline])
    #expect(
      ColorDepth.eight.mapped(badge)
        == Style(foreground: .indexed(0), background: .indexed(2), attributes: .underline))
    #expect(ColorDepth.sixteen.mapped(badge).attributes == [.bold, .underline])
  }

  @Test("With eight colours black on a light blue is white on the dark one")
  func blue() {
    let badge = Style(foreground: .indexed(16), background: .indexed(110))
    #expect(
      ColorDepth.eight.mapped(badge)
        == Style(foreground: .indexed(7), background: .indexed(4), attributes: .bold))
    #expect(ColorDepth.sixteen.mapped(badge) == Style(foreground: .indexed(0), background: .indexed(12)))
  }

  @Test("The terminal's own colours stay so at every depth", arguments: [ColorDepth.none, .eight, .sixteen, .full256])
  func own(depth: ColorDepth) { #expect(depth.mapped(.plain) == .plain) }
}

@Suite("The font of a console")
struct ConsoleFontTests {
  @Test("It has what it was said to have")
  func characters() {
    let font = ConsoleFont(characters: [0x2588, 0x41, 0x2500, 0xFFFF, 0x41])
    for scalar in [0x41, 0x2500, 0x2588, 0xFFFF] as [UInt32] { #expect(font.has(scalar)) }
    for scalar in [0, 0x40, 0x42, 0x2580, 0x12588, 0x10FFFF] as [UInt32] { #expect(!font.has(scalar)) }
    #expect(!ConsoleFont(characters: []).has(0x41))
  }

  @Test("No other terminal and no file has one")
  func others() throws {
    let file = open("/dev/null", O_RDWR)
    defer { close(file) }
    #expect(ConsoleFont(of: file) == nil && ConsoleFont(of: -1) == nil)
    let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    defer { close(terminal) }
    #expect(terminal >= 0 && ConsoleFont(of: terminal) == nil)
  }
}

@Suite("ASCII in place of other characters")
struct AsciiFallbackTests {
  private func ascii(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.compactMap { Unicode.Scalar(AsciiFallback.replacement(for: $0.value)) }))
  }

  @Test(
    "What resembles it stands in",
    arguments: [
      ("plain ~", "plain ~"), ("┌─┬─┐│├┼┤└┴┘", "+-+-+|++++++"), ("═║╔╗", "-|++"), ("“a” ‘b’ «c»", "\"a\" 'b' \"c\""),
      ("– — −…•→←±", "- - -.*><+"), ("ÀÉÎõüçñßøÆœŁž", "AEIoucnsoAoLz"), ("Ăăşț", "Aast"), ("Ḿệỳẞ", "MeyS"),
      ("█░", "#."), ("漢Ж", "??"), ("ＡＢ", "AB"), ("\u{A0}\u{2009}", "  "), ("\u{7F}\u{9B}", "??"),
    ])
  func resemblance(text: String, expected: String) { #expect(ascii(text) == expected) }

  @Test("Every scalar has one printable ASCII character")
  func everyScalar() {
    for value in UInt32(0x20)...0x10FFFF {
      let replacement = AsciiFallback.replacement(for: value)
      if !(0x20...0x7E).contains(replacement) {
        Issue.record("U+\(String(value, radix: 16)) gives \(replacement)")
        return
      }
    }
  }
}
