public import Agenda

/// A note as it was read.
public struct NoteText: Equatable, Sendable {
  public var target: Subject
  /// Markdown, safe to show (`TextCleaner`).
  public var text: String
  /// A last line without a line break counts.
  public var lineCount: Int
  public var modified: Instant
  public var path: String

  public init(target: Subject, text: String, lineCount: Int, modified: Instant, path: String) {
    (self.target, self.text, self.lineCount) = (target, text, lineCount)
    (self.modified, self.path) = (modified, path)
  }
}
