public import Agenda

/// Something about notes that those who show them have to know.
public enum NoteNews: Equatable, Sendable {
  case safety(Subject, NoteSafety)
  case replaced(Subject, String, NoteChange)
  /// Nil once all is well again.
  case trouble(NoteTrouble?)
  /// A file of a note that is not being written has changed.
  case filesChanged
}
