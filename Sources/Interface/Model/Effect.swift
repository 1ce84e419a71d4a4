public import Agenda

/// Something that the interface asks of the world outside; a test can compare it.
public enum Effect: Equatable, Sendable {
  case quit
  case suspend
  case redraw
  case setMouse(Bool)
  case copy(String)
  /// Open an address with the desktop's program, or copy it where there is none.
  case openAddress(String)
  case setStar(Session.ID, title: String, isStarred: Bool)
  /// Find the reader's own time zone and post it back.
  case loadOwnZone
  case bell
}
