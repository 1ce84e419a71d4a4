import Agenda

/// One record of a journal.
enum JournalRecord: Equatable {
  /// Whose journal this is; the first record, and no other.
  case beginning(JournalOrigin)
  /// From here on the note's file is known to hold `base`, and its text is `text`; nil is the same as `base`.
  case state(Subject, base: [UInt8], text: [UInt8]?)
  case edit(Subject, NoteEdit)
  /// The note's text as it is here is being written into its file, which from now on may hold it.
  case saving(Subject)
  /// The file holds the text as it was at the `saving` of that sequence.
  case saved(Subject, sequence: UInt64)
}

/// Which run of the program wrote a journal, the how manieth of that run it is, and the folder of the notes in it.
struct JournalOrigin: Equatable {
  /// Random, one for each run.
  var run: UInt64
  /// A later one replaces what an earlier one says.
  var number: UInt32
  var notes: String
}
