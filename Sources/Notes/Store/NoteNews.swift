public import Agenda
public import Files

/// Something about notes that those who show them have to know.
public enum NoteNews: Equatable, Sendable {
  case safety(Subject, NoteSafety)
  case replaced(Subject, String, NoteChange)
  /// Nil once all is well again.
  case trouble(NoteTrouble?)
  /// A file of a note that is not being written has changed.
  case filesChanged
  /// A note was forgotten, by whomever: nothing of it is to be seen any more.
  case forgotten(Subject)
}

/// Why a note's text is another than the one that was being edited.
public enum NoteChange: Equatable, Sendable {
  /// Its file was changed by another program, and both changes stand in it.
  case merged
  /// Its file was changed by another program in so many lines that were changed here too: both stand in it, the other
  /// program's marked (`NoteConflict`).
  case conflict(count: Int)
  /// Another window of this program, or a verb, has written in it.
  case joined
  /// The external editor has changed it.
  case edited
  /// What an earlier run could not finish writing has been put in.
  case recovered
}

/// How safe what has been written in a note is at this moment.
public enum NoteSafety: Equatable, Sendable {
  /// In the journal, as far as the kernel: the death of the program loses nothing, a cut of power may.
  case kept
  /// In the journal on disk: a cut of power loses nothing either.
  case saved
  /// Neither, and why.
  case notSaved(FileError)
}

/// What is wrong with keeping notes, as facts; until it is well again people must be able to see it.
public enum NoteTrouble: Equatable, Sendable {
  /// The journal is not where it should be, and why: it is this file now.
  case journalMoved(to: String, because: FileError)
  /// A note's file cannot be written; the note is in the journal.
  case fileNotWritten(path: String, because: FileError)
  /// What is written is nowhere but in memory.
  case notKept(because: FileError)
}
