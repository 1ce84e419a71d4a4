import Cells
import Glibc
import Testing

@testable import Interface

struct ThemeTests {
  @Test("Without colours nothing is coloured, and what differs in meaning still differs in look")
  func mono() {
    let theme = Theme(.mono)
    for role in Role.allCases {
      #expect(theme.style(role).foreground == .terminal, "\(role)")
      #expect(theme.style(role).background == .terminal, "\(role)")
    }
    for (one, other) in [(Role.selected, Role.text), (.match, .text), (.titleBarDay, .titleBar), (.tabFocused, .tab)] {
      #expect(theme.style(one) != theme.style(other), "\(one) looks like \(other)")
    }
  }

  @Test("In colours a selection, a match and the focus stand out from text", arguments: [Theme.Name.dark, .light])
  func colours(name: Theme.Name) {
    let theme = Theme(name)
    for role in [Role.selected, .match, .tabFocused, .linkSelected, .titleBarDay] {
      #expect(theme.style(role).background != theme.style(.text).background, "\(role)")
    }
  }

  @Test(
    "Every colour can be read on its ground, the terminal's own being black or white",
    arguments: [(Theme.Name.dark, 0.0), (.light, 1.0)])
  func contrast(name: Theme.Name, ground: Double) {
    for role in Role.allCases {
      let style = Theme(name).style(role)
      guard case .indexed(let index) = style.foreground else { continue }
      var back = ground
      if case .indexed(let index) = style.background { back = Self.luminance(of: index) }
      let front = Self.luminance(of: index)
      let ratio = (max(front, back) + 0.05) / (min(front, back) + 0.05)
      // WCAG 2.1 §1.4.3 for text, §1.4.11 for lines.
      #expect(ratio >= (role == .border ? 3 : 4.5), "\(role)")
    }
  }

  /// Sixteen colours as terminals have them, and the grounds that they have then.
  struct Palette: CustomTestStringConvertible {
    let testDescription: String
    let colors: [Int]
    let dark: Int
    let light: Int

    static let all = [
      Palette(
        testDescription: "xterm",
        colors: [
          0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00,
          0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
        ], dark: 0x000000, light: 0xFFFFFF),
      Palette(
        testDescription: "VTE",
        colors: [
          0x171421, 0xC01C28, 0x26A269, 0xA2734C, 0x12488B, 0xA347BA, 0x2AA1B3, 0xD0CFCC, 0x5E5C64, 0xF66151, 0x33DA7A,
          0xE9AD0C, 0x2A7BDE, 0xC061CB, 0x33C7DE, 0xFFFFFF,
        ], dark: 0x171421, light: 0xFFFFFF),
      Palette(
        testDescription: "linux",
        colors: [
          0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA, 0x555555, 0xFF5555, 0x55FF55,
          0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
        ], dark: 0x000000, light: 0xAAAAAA),
      Palette(
        testDescription: "Solarized",
        colors: [
          0x073642, 0xDC322F, 0x859900, 0xB58900, 0x268BD2, 0xD33682, 0x2AA198, 0xEEE8D5, 0x002B36, 0xCB4B16, 0x586E75,
          0x657B83, 0x839496, 0x6C71C4, 0x93A1A1, 0xFDF6E3,
        ], dark: 0x002B36, light: 0xFDF6E3),
    ]
  }

  /// The contrast of a look on the sixteen colours of a palette, the worst where a terminal of eight may show a light
  /// colour as it is or as its dark sister; nil for letters in the terminal's own colour on its own ground.
  private static func contrast(_ style: Style, _ palette: Palette, isDark: Bool) -> Double? {
    guard case .indexed(let front) = style.foreground else {
      return style.background == .terminal ? nil : 0
    }
    guard front < 16 else { return 0 }
    return [front, front & 7].map { front in
      var ground = isDark ? palette.dark : palette.light
      if case .indexed(let index) = style.background { ground = palette.colors[Int(index & 7)] }
      let (one, other) = (luminance(ofColor: palette.colors[Int(front)]), luminance(ofColor: ground))
      return (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }.min()
  }

  @Test("With few colours every role can be read, whatever a terminal makes of these", arguments: Palette.all)
  func fewColors(palette: Palette) {
    for name in [Theme.Name.dark, .light] {
      let theme = Theme(name, hasFewColors: true)
      for role in Role.allCases {
        guard let ratio = Self.contrast(theme.style(role), palette, isDark: name == .dark) else { continue }
        #expect(ratio >= 4.5, "\(name) \(role)")
      }
      let board = BoardLook(name, isNight: false, hasFewColors: true)
      for role in BoardRole.allCases {
        guard let ratio = Self.contrast(board[role], palette, isDark: name == .dark) else { continue }
        // White on red is what a palette makes of it.
        #expect(ratio >= (role == .emergency ? 3 : 4.5), "\(name) board \(role)")
      }
    }
    let alarm = Style(foreground: .indexed(15), background: .indexed(1), attributes: .bold)
    for isNight in [false, true] {
      for name in [Theme.Name.dark, .light] {
        #expect(BoardLook(name, isNight: isNight, hasFewColors: true)[.emergency] == alarm)
      }
    }
    #expect(BoardLook(.mono, isNight: false)[.emergency].attributes.contains(.reverse))
    for role in BoardRole.allCases where role != .emergency {
      let style = BoardLook(.dark, isNight: true, hasFewColors: true)[role]
      #expect(style.foreground != .indexed(4) && style.background == .indexed(0))
    }
  }

  @Test("On a console's own palette boards and visits have a contrast of 7 to 1 at the least")
  func console() throws {
    let palette = try #require(Palette.all.first { $0.testDescription == "linux" })
    let (board, theme) = (BoardLook(.dark, isNight: false, hasFewColors: true), Theme(.dark, hasFewColors: true))
    for role in BoardRole.allCases {
      guard let ratio = Self.contrast(board[role], palette, isDark: true) else { continue }
      // An emergency is white on red, which is 7 to 1 where a console has a bright white, and 3 where it has none.
      #expect(ratio >= (role == .emergency ? 3 : 7), "board \(role)")
    }
    for role in Role.allCases {
      if let ratio = Self.contrast(theme.style(role), palette, isDark: true) { #expect(ratio >= 7, "\(role)") }
    }
  }

  @Test("With few colours what differs in meaning still differs in look", arguments: [Theme.Name.dark, .light])
  func fewColorsApart(name: Theme.Name) {
    let theme = Theme(name, hasFewColors: true)
    for (one, other) in [
      (Role.selected, Role.text), (.match, .text), (.titleBarDay, .titleBar), (.tabFocused, .tab), (.link, .text),
      (.heading, .text), (.selected, .selectedUnfocused), (.linkSelected, .link), (.borderFocused, .border),
    ] { #expect(theme.style(one) != theme.style(other), "\(one) looks like \(other)") }
  }

  private static func luminance(ofColor color: Int) -> Double {
    luminance(of: [color >> 16, color >> 8 & 255, color & 255])
  }

  /// Relative luminance (WCAG 2.1) of one of xterm's colours 16-255.
  private static func luminance(of index: UInt8) -> Double {
    let cube = Int(index) - 16
    let levels =
      index >= 232
      ? Array(repeating: 8 + (Int(index) - 232) * 10, count: 3)
      : [cube / 36, cube / 6 % 6, cube % 6]
        .map { $0 == 0 ? 0 : 55 + $0 * 40 }
    return luminance(of: levels)
  }

  private static func luminance(of levels: [Int]) -> Double {
    let linear = levels.map { Double($0) / 255 }.map { $0 <= 0.03928 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  @Test("The selected row is marked by a sign as well as by its look")
  func selectedRow() throws {
    let story = try Story()
    let buffer = story.picture.buffer
    #expect(buffer.row(2).dropFirst().hasPrefix(">"))
    #expect(buffer[5, 2].style.attributes.contains(.reverse))
    #expect(story.picture.cursor == Point(x: 1, y: 2))
  }
}
