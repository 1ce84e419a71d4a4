import Agenda
import Files

/// The names of notes' files: `session-<id>.md`, and `meeting-`, `document-` likewise.
enum NoteName {
  /// Behind the name of a note where a file that has come back was in the place of a new one.
  static let setAsideSign = ".md.forgotten"

  static func of(_ target: Subject) -> String { "\(target.kind.rawValue)-\(SafeName.of(target.id)).md" }

  /// What a file would be a note on, taken by its name alone, in whatever case; nil for one that is no note.
  static func subject(ofFile name: String) -> Subject? {
    guard name.utf8.count > 3, name.suffix(3).lowercased() == ".md", !name.hasPrefix(".") else { return nil }
    let parts = name.dropLast(3).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let kinds = Subject.Kind.allCases.filter { $0.rawValue == parts[0].lowercased() }
    guard parts.count == 2, let kind = kinds.first, case let subject = Subject(kind, id: String(parts[1])),
      subject.takesNotes
    else { return nil }
    return subject
  }

  /// What a file of that very name is a note on; nil for one that has any other, or only a hash in it.
  static func subject(ofOwnFile name: String) -> Subject? {
    guard name.hasSuffix(".md") else { return nil }
    let parts = name.dropLast(3).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let id = SafeName.identifier(of: String(parts[1])) else { return nil }
    guard let kind = Subject.Kind(rawValue: String(parts[0])) else { return nil }
    let target = Subject(kind, id: id)
    return target.takesNotes ? target : nil
  }
}
