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

/// What is to be told about notes, each once.
struct PendingNews {
  /// Milliseconds at least between two looks at notes that other windows type and nobody writes here.
  static let listPause: Int64 = 300

  private var items: [NoteNews] = []
  /// By the note whose file could not be written.
  var fileTroubles: [Subject: NoteTrouble] = [:]
  private var toldTrouble: NoteTrouble?
  /// When notes that another window types are to be looked at, and when they were.
  private(set) var listDue: Int64?
  private var listed: Int64?

  mutating func add(_ item: NoteNews) { items.append(item) }

  /// Notes have changed that nobody writes here.
  mutating func filesChanged() { if !items.contains(.filesChanged) { items.append(.filesChanged) } }

  /// That is told in a while, and not with every letter of another window.
  mutating func filesChange(now: Int64) { listDue = listDue ?? max(now, (listed ?? .min) &+ PendingNews.listPause) }

  /// Where the time for that has come.
  mutating func tellList(now: Int64) {
    guard let due = listDue, due <= now else { return }
    (listDue, listed) = (nil, now)
    filesChanged()
  }

  /// What is wrong now, where that is another thing than was told last.
  mutating func tell(_ trouble: NoteTrouble?) {
    if trouble == toldTrouble { return }
    toldTrouble = trouble
    items.append(.trouble(trouble))
  }

  mutating func take() -> [NoteNews] {
    defer { items = [] }
    return items
  }
}
