import Files

/// A note that is being written, and what its file holds.
struct OpenNote {
  /// What was last given to the thread that writes files.
  struct Saving {
    var text: [UInt8]
    /// Of the record that says so; nil where no journal could take it.
    var sequence: UInt64?
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
  /// When the file is to be written; nil where it holds the text.
  var saveDue: Int64?
  var saving: Saving?
  /// The file holds the base as far as the kernel, but may not hold it on disk.
  var isUnconfirmed = false
  /// A text that was being written over the file in place when that failed: the file may hold half of it.
  var halfWritten: [UInt8]?
  /// What was last told of it.
  var told: NoteSafety?

  /// The file does not hold the text, and somebody has written it.
  var isUnsaved: Bool { saveDue != nil || saving != nil }
}
