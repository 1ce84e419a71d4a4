/// One record of a journal.
enum JournalRecord: Equatable {
  /// Whose journal this is; the first record, and no other.
  case beginning(JournalOrigin)
  /// From here on the note's file is known to hold `base`, and its text is `text`; nil is the same as `base`.
  case state(NoteTarget, base: [UInt8], text: [UInt8]?)
  case edit(NoteTarget, NoteEdit)
  /// The note's file holds its text as it was after the record of that sequence.
  case saved(NoteTarget, sequence: UInt64)
}

/// Which run of the program wrote a journal, the how manieth of that run it is, and the folder of the notes in it.
struct JournalOrigin: Equatable {
  /// Random, one for each run.
  var run: UInt64
  /// A later one replaces what an earlier one says.
  var number: UInt32
  var notes: String
}
