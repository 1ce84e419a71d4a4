import Agenda
import Files
import Glibc

/// A note that is being written, and what its file holds.
struct OpenNote {
  /// Milliseconds after the last key until a note's file is written.
  static let savePause: Int64 = 2_000
  /// Milliseconds that somebody may type without a pause until it is written all the same; some are left to the disk.
  static let longestPause: Int64 = 9_500
  /// Milliseconds until what another window has typed is written here, if nobody else has done it: its own may be dead.
  static let proxyPause: Int64 = 5_000

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

  /// Bytes as they are shown and written: what is no UTF-8 becomes U+FFFD.
  static func repaired(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }

  /// What a journal has to know of it before its edits.
  func state(_ target: Subject) -> JournalRecord {
    let base = base ?? []
    let text = before ?? text
    return .state(target, base: base, text: text == base ? nil : text)
  }

  /// What the present journal is to say about other runs.
  func seen(_ target: Subject) -> JournalRecord { .seen(target, joined.mapValues(\.place)) }

  func safety(in journals: JournalWriter) -> NoteSafety {
    if isUnkept { return .notSaved(journals.failure ?? .system(call: "write", path: "", errno: EIO)) }
    if isInJournal, isUnsaved || saveDue != nil, sequence > journals.syncedSequence {
      return journals.failure.map { .notSaved($0) } ?? .kept
    }
    return .saved
  }

  /// It is being typed in: its file is written after a pause, or after a while without one.
  mutating func postponeSave(now: Int64) {
    let since = unsavedSince ?? now
    unsavedSince = since
    isProxy = false
    saveDue = min(now + OpenNote.savePause, since + OpenNote.longestPause)
  }

  /// Sees to it that what another window has typed comes into the file, should that have died.
  mutating func standIn(now: Int64) {
    isJoinedUnsaved = false
    guard saveDue == nil, saving == nil else { return }
    (saveDue, isProxy) = (now + OpenNote.proxyPause, true)
  }

  /// Takes over what its file is known to hold; nil where there is none.
  mutating func knows(_ base: [UInt8]?, _ file: FileIdentity?) { (self.base, self.file) = (base, file) }
}
