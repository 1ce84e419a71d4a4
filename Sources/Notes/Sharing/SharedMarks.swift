import Agenda
import Files
import JSON

/// What an author has forgotten of the notes in a shared folder, as colleagues are told, in `forgotten.json` beside them:
/// `{"format": "plenary-forgotten", "formatVersion": 1, "notes": [{"type", "id", "at", "begun"}]}`.
///
/// It is written by that author alone. A file of theirs that another machine has carried back is not shown.
struct SharedMarks {
  private static let name = "plenary-forgotten"

  /// When the author has begun it anew; no time where that has not been.
  private var begun: [Subject: Instant?] = [:]
  private let copies: CopyNames

  /// - Parameter folder: the author's.
  init(in folder: String, limit: Int, file: String) {
    let read = (try? RegularFile.read("\(folder)/\(file)", limit: limit, followsLinks: false)).flatMap(\.self)
    if let read, let json = JSONTree(strict: read.bytes), json["format"]?.string == SharedMarks.name {
      for entry in json["notes"]?.array ?? [] {
        guard let kind = entry["type"]?.string.flatMap(Subject.Kind.init), let id = entry["id"]?.string else {
          continue
        }
        begun.updateValue(entry["begun"]?.string.flatMap(Stamp.instant), forKey: Subject(kind, id: id))
      }
    }
    copies = CopyNames(begun.keys.filter(\.takesNotes))
  }

  /// Whether a file of the author's is one that was forgotten.
  /// - Parameter modified: seconds since 1970.
  func hides(_ file: String, _ target: Subject, modified: Int) -> Bool {
    if let begun = begun[target] { return begun.map { modified < $0.seconds } ?? true }
    return copies.original(ofFile: file).map { begun[$0] != nil } ?? false
  }

  static func bytes(_ marks: [Subject: ForgottenMark]) -> [UInt8] {
    let sorted = marks.sorted { ($0.key.kind.rawValue, $0.key.id) < ($1.key.kind.rawValue, $1.key.id) }
    return JSONTree.object([
      "format": .string(name), "formatVersion": .number(1),
      "notes": .array(
        sorted.map { target, mark in
          var members: JSONMembers = [
            "type": .string(target.kind.rawValue), "id": .string(target.id), "at": .string(Stamp.string(mark.at)),
          ]
          members["begun"] = mark.begun.map { .string(Stamp.string($0)) }
          return .object(members)
        }),
    ]).bytes()
  }
}
