import Agenda

/// What notes are about as JSON, format version 1: `{"format": "plenary-subjects", "formatVersion": 1, "subjects":
/// [{"type", "id", "title", "people", "start", "end", "attribution", "hasTwin"}]}`.
enum SubjectFormat {
  private static let name = "plenary-subjects"

  /// Empty where this is no such file; what cannot be understood in it is left out.
  static func subjects(_ bytes: [UInt8]) -> [Subject: NoteSubject] {
    guard let json = JSONReader.value(of: bytes), json["format"]?.string == name,
      case .list(let entries) = json["subjects"]
    else { return [:] }
    return Dictionary(entries.compactMap(subject).map { ($0.target, $0) }) { first, _ in first }
  }

  private static func subject(_ json: JSON) -> NoteSubject? {
    guard let kind = json["type"]?.string.flatMap(Subject.Kind.init), let id = json["id"]?.string,
      let title = json["title"]?.string
    else { return nil }
    let target = Subject(kind, id: id)
    guard target.takesNotes else { return nil }
    var subject = NoteSubject(target: target, title: clean(title))
    if case .list(let names) = json["people"] {
      subject.people = names.compactMap { $0.string.map { NoteSubject.Participant(name: clean($0)) } }
    }
    subject.start = json["start"]?.string.flatMap(Stamp.instant)
    subject.end = json["end"]?.string.flatMap(Stamp.instant)
    subject.attribution = json["attribution"]?.string.flatMap { Session.Attribution(rawValue: $0) } ?? .public
    subject.hasTwin = json["hasTwin"] == .boolean(true)
    return subject
  }

  static func bytes(_ subjects: [Subject: NoteSubject]) -> [UInt8] {
    let sorted = subjects.values.sorted {
      ($0.target.kind.rawValue, $0.target.id) < ($1.target.kind.rawValue, $1.target.id)
    }
    return JSON.object([
      .init(name: "format", value: .string(name)), .init(name: "formatVersion", value: .number("1")),
      .init(name: "subjects", value: .list(sorted.map(json))),
    ]).bytes
  }

  private static func json(_ subject: NoteSubject) -> JSON {
    var members: [JSON.Member] = [
      .init(name: "type", value: .string(subject.target.kind.rawValue)),
      .init(name: "id", value: .string(subject.target.id)), .init(name: "title", value: .string(subject.title)),
      .init(name: "people", value: .list(subject.people.map { .string($0.name) })),
    ]
    if let start = subject.start { members.append(.init(name: "start", value: .string(Stamp.string(start)))) }
    if let end = subject.end { members.append(.init(name: "end", value: .string(Stamp.string(end)))) }
    members.append(.init(name: "attribution", value: .string(subject.attribution.rawValue)))
    if subject.hasTwin { members.append(.init(name: "hasTwin", value: .boolean(true))) }
    return .object(members)
  }

  private static func clean(_ text: String) -> String { TextCleaner(lines: .single).clean(text).string }
}
