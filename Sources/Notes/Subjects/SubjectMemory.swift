public import Agenda
public import Files
import JSON

/// Where it is looked up what a note can be about: an agenda, or its catalogue.
public protocol SubjectSource {
  /// What is known of it; nil where the agenda does not have it.
  subscript(subject: Subject) -> NoteSubject? { get }
  /// Those that have the title of something that is gone, at least.
  func titled(like gone: NoteSubject) -> [NoteSubject]
}

/// What notes are about, remembered beside them in `subjects.json`, so that a note still has a name, and finds its
/// session again, when an updated agenda has another identifier for it.
///
/// Nothing that the user wrote is in it: where it is missing or damaged, notes are found by their identifiers alone.
public struct SubjectMemory: Sendable {
  private static let limit = 16 << 20

  /// What notes were about when they were last seen.
  public private(set) var remembered: [Subject: NoteSubject]
  private let folder: UserFolder
  private let calls: FileCalls

  public init(in folder: UserFolder) { self.init(in: folder, calls: .system) }

  init(in folder: UserFolder, calls: FileCalls) {
    (self.folder, self.calls) = (folder, calls)
    remembered = SubjectMemory.read(folder)
  }

  private static func read(_ folder: UserFolder) -> [Subject: NoteSubject] {
    let file = try? RegularFile.read(folder.subjects, limit: limit)
    return file.map { SubjectFormat.subjects($0.bytes) } ?? [:]
  }

  /// Remembers these beside what is known; writes only where something is new, and onto what is there at that moment.
  public mutating func remember(_ subjects: [NoteSubject], forgetting gone: [Subject] = []) throws(FileError) {
    let new = subjects.map(\.remembered).filter { remembered[$0.target] != $0 }
    if new.isEmpty, gone.isEmpty { return }
    func apply(to all: inout [Subject: NoteSubject]) {
      for target in gone { all[target] = nil }
      for subject in new { all[subject.target] = subject }
    }
    apply(to: &remembered)
    try folder.make(calls)
    let lock = FolderLock(in: folder.path)
    defer { lock.release() }
    let known = SubjectMemory.read(folder)
    var all = known
    apply(to: &all)
    if all != known { try DurableFile(folder.subjects, calls: calls).replace(with: SubjectFormat.bytes(all)) }
  }

  /// Gives notes whose session has another identifier in an updated agenda the name of that, unless that has a note
  /// already, and remembers what all are about.
  ///
  /// What cannot be written is tried again at the next start: nothing of the user's is in it.
  /// - Parameters:
  ///   - targets: of all notes that there are.
  ///   - isOpen: whether a note may be written at any time, so that its file has to stay where it is.
  public mutating func bringBack(
    _ targets: [Subject], in source: some SubjectSource, isOpen: (Subject) -> Bool = { _ in false }
  ) {
    let files = NoteFiles(in: folder)
    var taken = Set(targets)
    var known: [NoteSubject] = []
    var gone: [Subject] = []
    for target in targets {
      if let subject = source[target] {
        known.append(subject)
      } else if let old = remembered[target], let successor = old.successor(among: source.titled(like: old)),
        taken.insert(successor.target).inserted, !isOpen(target),
        (try? files.move(target, to: successor.target, calls: calls)) != nil
      {
        gone.append(target)
        known.append(successor)
      }
    }
    try? remember(known, forgetting: gone)
  }
}

extension NoteSubject {
  /// As it comes back from the file.
  var remembered: NoteSubject {
    var subject = NoteSubject(target: target, title: title)
    subject.people = people.map { Participant(name: $0.name) }
    (subject.start, subject.end) = (start, end)
    (subject.attribution, subject.hasTwin) = (attribution, hasTwin)
    return subject
  }
}

/// What notes are about as JSON, format version 1: `{"format": "plenary-subjects", "formatVersion": 1, "subjects":
/// [{"type", "id", "title", "people", "start", "end", "attribution", "hasTwin"}]}`.
enum SubjectFormat {
  private static let name = "plenary-subjects"

  /// Empty where this is no such file; what cannot be understood in it is left out.
  static func subjects(_ bytes: [UInt8]) -> [Subject: NoteSubject] {
    guard let json = JSONTree(strict: bytes), json["format"]?.string == name, let entries = json["subjects"]?.array
    else { return [:] }
    return Dictionary(entries.compactMap(subject).map { ($0.target, $0) }) { first, _ in first }
  }

  private static func subject(_ json: JSONTree) -> NoteSubject? {
    guard let kind = json["type"]?.string.flatMap(Subject.Kind.init), let id = json["id"]?.string,
      let title = json["title"]?.string
    else { return nil }
    let target = Subject(kind, id: id)
    guard target.takesNotes else { return nil }
    var subject = NoteSubject(target: target, title: clean(title))
    subject.people = (json["people"]?.array ?? []).compactMap {
      $0.string.map { NoteSubject.Participant(name: clean($0)) }
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
    return JSONTree.object([
      "format": .string(name), "formatVersion": .number(1), "subjects": .array(sorted.map(json)),
    ]).bytes()
  }

  private static func json(_ subject: NoteSubject) -> JSONTree {
    var members: JSONMembers = [
      "type": .string(subject.target.kind.rawValue), "id": .string(subject.target.id),
      "title": .string(subject.title), "people": .array(subject.people.map { .string($0.name) }),
    ]
    members["start"] = subject.start.map { .string(Stamp.string($0)) }
    members["end"] = subject.end.map { .string(Stamp.string($0)) }
    members["attribution"] = .string(subject.attribution.rawValue)
    if subject.hasTwin { members["hasTwin"] = .boolean(true) }
    return .object(members)
  }

  private static func clean(_ text: String) -> String { TextCleaner(lines: .single).clean(text).string }
}
