import Cells
import Messages

/// Whose the mouse is: the program's, or the terminal's, which selects text with it.
struct MouseUse {
  /// As the user wants it.
  private(set) var isOn: Bool
  /// The terminal's for as long as a text is shown to be selected.
  private var isLent = false
  /// Whether it was said how the terminal itself selects text.
  private var hasToldOfShift = false

  init(isOn: Bool) { self.isOn = isOn }

  mutating func toggle() { isOn.toggle() }

  /// Lets the terminal have it for a while.
  mutating func lend() -> [Effect] {
    guard isOn, !isLent else { return [] }
    isLent = true
    return [.setMouse(false)]
  }

  /// It is the program's again once nothing is selected with it any more.
  mutating func takeBack(isSelecting: Bool) -> [Effect] {
    guard isLent, !isSelecting else { return [] }
    isLent = false
    return isOn ? [.setMouse(true)] : []
  }

  /// What is said once of how text is selected, when somebody drags where that does nothing; nil where it was said.
  mutating func firstWordsOfShift(_ world: World) -> Message? {
    if hasToldOfShift { return nil }
    hasToldOfShift = true
    return MouseUse.wordsOfShift(world)
  }

  /// How text is selected and pasted by the terminal itself while the mouse is ours.
  static func wordsOfShift(_ world: World) -> Message {
    Message("Hold Shift to select or paste with the mouse; %s lets the mouse go", world.key("mouse"))
  }
}
