public import Files

/// What is wrong with keeping notes, as facts; until it is well again people must be able to see it.
public enum NoteTrouble: Equatable, Sendable {
  /// The journal is not where it should be, and why: it is this file now.
  case journalMoved(to: String, because: FileError)
  /// A note's file cannot be written; the note is in the journal.
  case fileNotWritten(path: String, because: FileError)
  /// What is written is nowhere but in memory.
  case notKept(because: FileError)
}
