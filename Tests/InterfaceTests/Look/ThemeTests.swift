import Cells
import Testing

@testable import Interface

@Suite("Themes")
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

  @Test("The selected row is marked by a sign as well as by its look")
  func selectedRow() throws {
    let story = try Story()
    let buffer = story.picture.buffer
    #expect(buffer.row(2).dropFirst().hasPrefix(">"))
    #expect(buffer[5, 2].style.attributes.contains(.reverse))
    #expect(story.picture.cursor == Point(x: 1, y: 2))
  }
}
