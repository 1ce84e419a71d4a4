public import Agenda

/// What a note is about.
public enum NoteTarget: Hashable, Sendable {
  case session(Session.ID)
  case meeting(Meeting.ID)
  case document(Document.ID)
}

/// A note as it was read.
public struct NoteText: Equatable, Sendable {
  public var target: NoteTarget
  /// Markdown, clean: no control characters but line feed and tab.
  public var text: String
  public var lineCount: Int
  public var modified: Instant
  public var path: String

  public init(target: NoteTarget, text: String, lineCount: Int, modified: Instant, path: String) {
    (self.target, self.text, self.lineCount) = (target, text, lineCount)
    (self.modified, self.path) = (modified, path)
  }
}

/// The notes of one conference on disk.
public struct NoteFiles: Sendable {
  public let folder: UserFolder

  public init(in folder: UserFolder) { self.folder = folder }

  /// Nil where there is no note.
  public func note(for target: NoteTarget) throws(NoteError) -> NoteText? { nil }

  public func all() -> (notes: [NoteText], problems: [NoteError]) { ([], []) }
}
