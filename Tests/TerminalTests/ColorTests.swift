import Cells
import Glibc
import Testing

@testable import Terminal

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

  @Test("With eight colours nothing is black on black, whether a terminal shows bold black as grey or not")
  func eightGreys() {
    let dim = ColorDepth.eight.mapped(Style(foreground: .indexed(245)))
    #expect(dim == .plain)
    let box = ColorDepth.eight.mapped(Style(foreground: .indexed(245), background: .indexed(236)))
    #expect(box == Style(foreground: .indexed(7), background: .indexed(0)))
    let day = ColorDepth.eight.mapped(Style(foreground: .indexed(16), background: .indexed(179), attributes: .bold))
    #expect(day == Style(foreground: .indexed(0), background: .indexed(3)))
  }

  @Test(
    "A ground keeps its strongest part, so that what stands on it can be read",
    arguments: [(24, 4), (110, 14), (94, 1), (25, 4), (153, 14), (179, 11), (253, 7), (236, 0)] as [(UInt8, UInt8)])
  func grounds(from: UInt8, to: UInt8) { #expect(ColorDepth.nearest(to: from, isGround: true) == to) }

  @Test(
    "Dark colours stay dark: none becomes yellow or cyan",
    arguments: [(94, 1), (58, 0), (24, 4), (25, 4), (54, 4)] as [(UInt8, UInt8)])
  func darkOnes(from: UInt8, to: UInt8) { #expect(ColorDepth.nearest(to: from) == to) }

  @Test("Without colours the attributes stay")
  func none() {
    let style = Style(foreground: .indexed(9), background: .indexed(12), attributes: [.reverse, .bold])
    #expect(ColorDepth.none.mapped(style) == Style(attributes: [.reverse, .bold]))
  }

  @Test("The terminal's own colours stay so at every depth", arguments: [ColorDepth.none, .eight, .sixteen, .full256])
  func own(depth: ColorDepth) { #expect(depth.mapped(.plain) == .plain) }
}

/// The font of a console.
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

/// ASCII in place of other characters.
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
