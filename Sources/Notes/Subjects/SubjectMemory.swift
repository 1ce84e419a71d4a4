public import Agenda
public import Files
import Glibc

/// Where it is looked up what a note can be about: an agenda, or its catalogue.
public protocol SubjectSource {
  /// What is known of it; nil where the agenda does not have it.
  subscript(subject: Subject) -> NoteSubject? { get }
  /// Those that have the title or the start of something that is gone, at least.
  func titled(like gone: NoteSubject) -> [NoteSubject]
}

/// What notes are about, remembered beside them in `subjects.json`, so that a note still has a name, and finds its
/// session again, when an updated agenda has another identifier for it.
///
/// It is also where it is remembered what may be told of each: the strictest that an agenda has said since the note was
/// begun, until the user says otherwise. Nothing that the user wrote is in it: where it is missing, notes are found by
/// their identifiers alone. One that cannot be read is not written over; `decide` sets it aside.
public struct SubjectMemory: Sendable {
  private static let limit = 16 << 20

  /// What a file of subjects holds.
  struct Content: Equatable, Sendable {
    var subjects: [Subject: NoteSubject] = [:]
    var rules: [Subject: RememberedRule] = [:]
    var forgotten: [Subject: ForgottenMark] = [:]
    /// What notes were on before their sessions had other identifiers: journals still know them by these.
    var former: [Subject: Set<Subject>] = [:]
  }

  /// What notes were about when they were last seen; the attribution is the strictest that is remembered.
  public var remembered: [Subject: NoteSubject] { content.subjects }
  /// Nobody can tell what the file says: it is damaged, another program's, or a newer one's.
  public private(set) var isUnreadable: Bool
  private(set) var content: Content
  /// Of the file.
  public var path: String { folder.subjects }
  let folder: UserFolder
  let calls: FileCalls

  public init(in folder: UserFolder) { self.init(in: folder, calls: .system) }

  init(in folder: UserFolder, calls: FileCalls) {
    (self.folder, self.calls) = (folder, calls)
    let read = SubjectMemory.read(folder)
    (content, isUnreadable) = (read ?? Content(), read == nil)
  }

  /// Nil where there is something that cannot be read.
  static func read(_ folder: UserFolder) -> Content? {
    do throws(FileError) {
      guard let file = try RegularFile.read(folder.subjects, limit: limit) else { return Content() }
      return SubjectFormat.content(file.bytes)
    } catch {
      return nil
    }
  }

  /// Remembers these beside what is known; writes only where something is new, and onto what is there at that moment.
  ///
  /// What may be told of them only ever gets stricter by this.
  public mutating func remember(_ subjects: [NoteSubject], forgetting gone: [Subject] = []) throws(FileError) {
    try change { content in
      for target in gone { content.forget(target) }
      for subject in subjects { content.remember(subject) }
    }
  }

  /// Makes a rule hold for a note beside what the agenda says of what it is about, such as that of the session in which it
  /// was begun.
  public mutating func tighten(_ subject: NoteSubject, to rule: Session.Attribution) throws(FileError) {
    try change { content in
      content.remember(subject)
      content.tighten(subject.target, to: rule)
    }
  }

  /// What the user says: it holds until something stricter comes up afterwards.
  ///
  /// A file that cannot be read is kept as `subjects.json.unreadable`, and of the other notes nothing may be told until the
  /// user says so of each.
  /// - Parameters:
  ///   - subject: as the agenda has it now, or as it was remembered.
  ///   - agenda: what the agenda says of it now; nil where it does not have it.
  ///   - others: what all notes are about.
  public mutating func decide(
    _ rule: Session.Attribution, of subject: NoteSubject, agenda: Session.Attribution?, was before: Session.Attribution,
    at now: Instant, others: [NoteSubject]
  ) throws(FileError) {
    if isUnreadable {
      try setAside()
      isUnreadable = false
      content = Content()
      let unknown = others.filter { $0.target != subject.target }
      try change { content in
        for other in unknown { content.doubt(other) }
      }
    }
    try change { content in
      content.subjects[subject.target] = subject.remembered
      content.subjects[subject.target]?.attribution = rule
      content.rules[subject.target] = RememberedRule(
        rule: rule, agenda: agenda, decision: RememberedRule.Decision(before: before, time: now))
    }
  }

  /// Marks a note as forgotten; once this has returned the mark is on disk.
  ///
  /// What may be told of what it was about stays remembered.
  /// - Parameter kept: names of files that look like copies of it and are none.
  mutating func forget(_ target: Subject, at now: Instant, kept: [String]) throws(FileError) -> ForgottenMark {
    let mark = ForgottenMark(number: UInt64.random(in: 1...UInt64.max), at: now, kept: kept)
    try change { $0.forgotten[target] = mark }
    // A file that nobody understands is not written over.
    guard !isUnreadable else { throw .system(call: "read", path: folder.subjects, errno: EBADMSG) }
    return mark
  }

  /// Says that a note was begun anew after it was forgotten; a later forgetting stands.
  /// - Parameter now: no file of the new note is older.
  mutating func begin(_ target: Subject, after number: UInt64, at now: Instant) throws(FileError) {
    try change { content in
      guard let mark = content.forgotten[target], mark.number == number, mark.begun.map({ now < $0 }) ?? true else {
        return
      }
      content.forgotten[target]?.begun = now
    }
  }

  /// What a note was on in earlier agendas.
  func former(_ target: Subject) -> Set<Subject> { content.former[target] ?? [] }

  private func setAside() throws(FileError) {
    for attempt in 1...100 {
      let suffix = attempt == 1 ? "" : "-\(attempt)"
      do throws(FileError) {
        return try DurableFile(folder.subjects, calls: calls).move(to: "\(folder.subjects).unreadable\(suffix)")
      } catch .system(_, _, EEXIST) where attempt < 100 {
        continue
      }
    }
  }

  mutating func change(_ change: (inout Content) -> Void) throws(FileError) {
    let before = content
    change(&content)
    if content == before { return }
    // Whoever cannot tell what a file says does not write over it.
    if isUnreadable { return }
    try folder.make(calls)
    let lock = FolderLock(in: folder.path)
    defer { lock.release() }
    guard let known = SubjectMemory.read(folder) else {
      isUnreadable = true
      return
    }
    var all = known
    change(&all)
    if all != known { try DurableFile(folder.subjects, calls: calls).replace(with: SubjectFormat.bytes(all)) }
  }
}

extension SubjectMemory.Content {
  mutating func remember(_ subject: NoteSubject) {
    let rule = RememberedRule.after(rules[subject.target], agenda: subject.attribution)
    rules[subject.target] = rule
    subjects[subject.target] = subject.remembered
    subjects[subject.target]?.attribution = rule.rule
  }

  mutating func tighten(_ target: Subject, to rule: Session.Attribution) {
    guard let known = rules[target], known.rule < rule else { return }
    rules[target]?.rule = rule
    subjects[target]?.attribution = rule
  }

  /// Takes over for what a note is about now what was remembered of what it was about before.
  mutating func inherit(_ successor: NoteSubject, from target: Subject) {
    inheritMark(successor.target, from: target)
    former[successor.target, default: []].formUnion(former[target] ?? [])
    former[successor.target]?.insert(target)
    former[target] = nil
    if let before = rules[target] { rules[successor.target] = before }
    remember(successor)
  }

  /// What was forgotten under one identifier is forgotten under the other, unless that has a mark of its own.
  mutating func inheritMark(_ successor: Subject, from target: Subject) {
    if forgotten[successor] == nil { forgotten[successor] = forgotten[target] }
  }

  mutating func forget(_ target: Subject) { (subjects[target], rules[target]) = (nil, nil) }

  /// Of this one nobody can tell any more what may be told.
  mutating func doubt(_ subject: NoteSubject) {
    subjects[subject.target] = subject.remembered
    subjects[subject.target]?.attribution = .offTheRecord
    rules[subject.target] = RememberedRule(rule: .offTheRecord, agenda: .offTheRecord, isUnreadable: true)
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
