/// A key as the terminal reports it, apart from any meaning.
public enum Key: Hashable, Sendable {
  /// A printable character, with Shift already in it; the space bar is `.character(" ")`.
  case character(Character)
  /// Ctrl and a lower-case letter or one of `@[\]^_`. Tab, Enter and Esc are never reported this way.
  case control(Character)
  /// Alt (or Esc at once before it) and a character.
  case alt(Character)
  case enter, escape, tab, backtab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case shiftUp, shiftDown, shiftLeft, shiftRight
  /// Ctrl or Alt and an arrow.
  case wordLeft, wordRight
  case shiftHome, shiftEnd, shiftWordLeft, shiftWordRight
  /// Ctrl and Home or End.
  case controlHome, controlEnd
  /// Ctrl and Backspace or Del, where the terminal tells them from the keys alone.
  case controlBackspace, controlDelete
  /// The same with Shift.
  case shiftControlHome, shiftControlEnd
  /// F1 is `.function(1)`.
  case function(Int)
}

/// What the mouse did, and where.
public struct MouseAction: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The left button was pressed, once or for the second time.
    case click, doubleClick
    /// It is held down, and the mouse has moved to another place.
    case drag
    /// The middle button was pressed, which pastes elsewhere.
    case middleClick
    case wheelUp, wheelDown
  }

  public var kind: Kind
  public var position: Point

  public init(_ kind: Kind, at position: Point) { (self.kind, self.position) = (kind, position) }
}

/// Everything that a terminal sends.
public enum Input: Hashable, Sendable {
  case key(Key)
  case mouse(MouseAction)
  /// A bracketed paste, whole: text, never keys.
  case paste(String)
  case resize(Size)
}
