public import Agenda
public import Files
import Glibc

extension NoteFiles {
  /// Puts the line of its rule into a note that does not have it, as notes do that were begun before there was one.
  ///
  /// The file keeps its time: nothing of the user's changes. Where it cannot be written, is no text, or changes at that
  /// very moment, nothing is done; the rule holds all the same.
  public func keepLine(of rule: Session.Attribution, in note: NoteText) {
    var info = stat()
    guard !RuleLine.edits(keeping: rule, in: note.text).isEmpty, stat(note.path, &info) == 0,
      (try? setLine(in: note.path) { RuleLine.edits(keeping: rule, in: $0) }) == true
    else { return }
    let times = [info.st_atim, info.st_mtim]
    _ = utimensat(AT_FDCWD, note.path, times, 0)
  }

  /// Makes a file beside the notes, such as a copy, say this rule and no other.
  public func setLine(of rule: Session.Attribution, inFile path: String) throws(FileError) {
    _ = try setLine(in: path) { RuleLine.edits(setting: rule, in: $0) }
  }

  /// False where there was nothing to do, or the file has changed meanwhile.
  private func setLine(in path: String, edits: (String) -> [NoteEdit]) throws(FileError) -> Bool {
    guard let file = try RegularFile.read(path, limit: NoteFiles.limit) else { return false }
    return try setLine(of: file.bytes, in: path, over: file.bytes, file.identity, edits: edits)
  }

  /// Puts a text with its line into a file that holds `base`.
  private func setLine(
    of text: [UInt8], in path: String, over base: [UInt8], _ identity: FileIdentity, edits: (String) -> [NoteEdit]
  ) throws(FileError) -> Bool {
    let words = String(decoding: text, as: UTF8.self)
    var bytes = text
    // What is no text is left as it is.
    for edit in Array(words.utf8) == text ? edits(words) : [] {
      bytes.replaceSubrange(edit.offset..<edit.offset + edit.removed, with: Array(edit.inserted.utf8))
    }
    if bytes == base { return text != base }
    let save = CheckedSave(path, with: bytes, over: base, identity, journal: nil, limit: NoteFiles.limit)
    switch save.run() {
    case .saved, .unconfirmed: return true
    case .changed: return false
    case .overtaken(let identity, let theirs, let left):
      // What another program has written at that moment goes back, with the line.
      guard try setLine(of: theirs, in: path, over: bytes, identity, edits: edits) else { return false }
      unlink(left)
      return true
    case .failed(let error), .halfWritten(let error): throw error
    }
  }
}

extension Confidence {
  /// What holds for a note on a document or a meeting that is begun at some moment, beside what is known of it: the rule
  /// of the session chosen with it, else of the starred ones that are on, else the strictest of what is on.
  /// - Parameter running: the sessions that are on.
  public static func rule(
    chosen: Session.Attribution?, running: [(id: Session.ID, rule: Session.Attribution)], starred: Set<Session.ID>
  ) -> Session.Attribution {
    if let chosen { return chosen }
    let own = running.filter { starred.contains($0.id) }
    return (own.isEmpty ? running : own).map(\.rule).max() ?? .public
  }
}
