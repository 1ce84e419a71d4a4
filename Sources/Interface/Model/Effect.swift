public import Agenda
public import Notes

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
  /// Read a note's text for editing; `.noteOpened` brings it.
  case openNote(Subject)
  /// Keep a change of an open note; those of one batch of input are kept together, before they are shown.
  case editNote(Subject, NoteEdit)
  /// Put all that has been written into its files now.
  case saveNotes
  /// Tick a mark of a note, or take the tick away; `.noteOpened` brings the text.
  case tick(Subject, NoteMark)
  /// Write a report of all notes to a file; a notice names it.
  case writeReport
  /// Tell the time to the second by `.clockRead`: it stamps the line that is written.
  case readClock
  /// Edit a note with the user's own editor; `.noteReplaced` brings the result.
  case editExternally(Subject)
  /// Find the conferences that can be opened; `.conferences` brings them.
  case listConferences
  /// Leave this conference for the one at a path.
  case openConference(String)
}
