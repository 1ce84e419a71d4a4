import Files

/// A note that is being written, and what its file holds.
struct OpenNote {
  /// What was last given to the thread that writes files.
  struct Saving {
    var text: [UInt8]
    /// Of the record that says so; nil where no journal could take it.
    var sequence: UInt64?
  }

  /// How far another run's text was taken in.
  struct Joined {
    var place: JournalPlace
    var version: JournalPlace
    /// That run's text there.
    var text: [UInt8]
    /// What it became here, and the last place of this run's own before it.
    var merged: [UInt8]
    var own: JournalPlace
  }

  /// As the user sees it.
  var text: [UInt8]
  /// What the file is known to hold; nil where there is none.
  var base: [UInt8]?
  var file: FileIdentity?
  /// The file's bytes as they were found, where they were no text: kept aside before they are written over.
  var original: [UInt8]?

  /// The present journal knows what the note was before its edits in there.
  var isInJournal = false
  /// Something was written that no journal has accepted.
  var isUnkept = false
  /// Of the journal's last record about it.
  var sequence: UInt64 = 0
  /// Of the last record by which this run has brought something into it.
  var place = JournalPlace.none
  /// The text before the edits that are in no journal yet; nil where there are none.
  var before: [UInt8]?
  /// What is in the text of what other runs have written.
  var joined: [UInt64: Joined] = [:]
  /// The last text of the file that nobody's journal has told of before; it is in the text.
  var outside: [UInt8] = []
  /// The present journal does not know of all that is joined.
  var isNewsToJournal = false
  /// Texts that the file has held, or may have held.
  var history = NoteHistory()
  /// Something that another run has typed is in the text and not in the file, and nobody here has seen to it yet.
  var isJoinedUnsaved = false
  /// The file is to be written for another run alone: nothing of this one's is missing there.
  var isProxy = false
  /// The text has something in it that is in no journal: what another program has done, or how texts were brought together.
  var isUnpublished = false
  /// Contradictions with what other programs have written, which were found when it was read.
  var conflicts = 0
  /// When something was written of which nothing is in the file.
  var unsavedSince: Int64?
  /// When the file is to be written; nil where it holds the text.
  var saveDue: Int64?
  var saving: Saving?
  /// The file holds the base as far as the kernel, but may not hold it on disk.
  var isUnconfirmed = false
  /// Files beside the note's own that hold what another program had written in the moment of a save; it is in the text.
  var overtaken: [String] = []
  /// A text that was being written over the file in place when that failed: the file may hold half of it.
  var halfWritten: [UInt8]?
  /// What was last told of it.
  var told: NoteSafety?

  /// The file does not hold all that was typed in this run.
  var isOwnUnsaved: Bool { saveDue != nil && !isProxy || saving != nil }
  /// The file does not hold the text, and somebody has written it.
  var isUnsaved: Bool { saveDue != nil || saving != nil || isJoinedUnsaved }
}
