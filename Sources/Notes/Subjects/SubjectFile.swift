public import Agenda
public import Files

/// What notes are about, remembered beside them in `subjects.json`, so that a note still has a name, and finds its
/// session again, when an updated agenda has another identifier for it.
///
/// Nothing that the user wrote is in it: where it is missing or damaged, notes are found by their identifiers alone.
public struct SubjectFile: Sendable {
  private static let limit = 16 << 20

  private let folder: UserFolder
  private let calls: FileCalls

  public init(in folder: UserFolder) { self.init(in: folder, calls: .system) }

  init(in folder: UserFolder, calls: FileCalls) { (self.folder, self.calls) = (folder, calls) }

  public func load() -> [Subject: NoteSubject] {
    let file = try? RegularFile.read(folder.subjects, limit: SubjectFile.limit)
    return file.map { SubjectFormat.subjects($0.bytes) } ?? [:]
  }

  /// Remembers these beside what is known; writes only where something is new.
  public func remember(_ subjects: [NoteSubject], forgetting gone: [Subject] = []) throws(FileError) {
    if subjects.isEmpty, gone.isEmpty { return }
    try folder.make(calls)
    let turn = FolderTurn(in: folder.path)
    defer { turn.end() }
    let known = load()
    var all = known
    for target in gone { all[target] = nil }
    for subject in subjects { all[subject.target] = subject.remembered }
    if all != known { try DurableFile(folder.subjects, calls: calls).replace(with: SubjectFormat.bytes(all)) }
  }
}

extension NoteSubject {
  /// As it comes back from the file.
  public var remembered: NoteSubject {
    var subject = NoteSubject(target: target, title: title)
    subject.people = people.map { Participant(name: $0.name) }
    (subject.start, subject.end) = (start, end)
    (subject.attribution, subject.hasTwin) = (attribution, hasTwin)
    return subject
  }
}
