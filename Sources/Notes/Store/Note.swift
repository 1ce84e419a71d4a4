public import Agenda
import Files

/// A note as it was read.
public struct NoteText: Equatable, Sendable {
  public var target: Subject
  /// Markdown, safe to show (`TextCleaner`).
  public var text: String
  /// A last line without a line break counts.
  public var lineCount: Int
  public var modified: Instant
  public var path: String
  /// Who wrote it, where it is a colleague's; empty where it is the user's own.
  public var author: String

  /// Whether its file has another name than Plenary gives it: a copy, as a rule, that another program has made.
  public var isMisnamed: Bool { !path.isEmpty && Path.split(path).name != NoteName.of(target) }

  public init(
    target: Subject, text: String, lineCount: Int, modified: Instant, path: String, author: String = ""
  ) {
    (self.target, self.text, self.lineCount) = (target, text, lineCount)
    (self.modified, self.path, self.author) = (modified, path, author)
  }
}

/// A change of a note's text: bytes taken out and a text put in at their place.
public struct NoteEdit: Equatable, Sendable {
  /// UTF-8 bytes from the beginning of the text before the edit, on a boundary between scalars.
  public var offset: Int
  /// UTF-8 bytes taken out there, up to a boundary between scalars.
  public var removed: Int
  public var inserted: String

  public init(offset: Int, removed: Int, inserted: String) {
    (self.offset, self.removed, self.inserted) = (offset, removed, inserted)
  }

  /// Edits that make one text of another, one after the other.
  static func all(from old: [UInt8], to new: [UInt8]) -> [NoteEdit] {
    TextSplice.all(from: old, to: new).map {
      NoteEdit(
        offset: $0.range.lowerBound, removed: $0.range.count, inserted: String(decoding: $0.inserted, as: UTF8.self))
    }
  }
}
