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

  /// Relative luminance (WCAG 2.1) of one of xterm's colours 16-255.
  private static func luminance(of index: UInt8) -> Double {
    let cube = Int(index) - 16
    let levels =
      index >= 232
      ? Array(repeating: 8 + (Int(index) - 232) * 10, count: 3)
      : [cube / 36, cube / 6 % 6, cube % 6]
        .map { $0 == 0 ? 0 : 55 + $0 * 40 }
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
