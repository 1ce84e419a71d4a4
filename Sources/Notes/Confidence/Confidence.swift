public import Agenda
import Files

/// What may be told of each note: the strictest of all that says so.
///
/// That is a line of the note itself, in its file or in a journal, what is remembered beside the notes, and the agenda. A
/// session that says nothing is public; what is not known, or cannot be read, is off the record until the user says
/// otherwise. A copy follows what it copies.
public struct Confidence {
  /// What holds for a note, and why.
  public struct Finding: Equatable, Sendable {
    public enum Reason: Equatable, Sendable {
      /// Something says so: the agenda, a line, what is remembered.
      case said
      /// A line of the note says something that cannot be read.
      case unreadableLine
      /// Nothing is known of what it is about.
      case unknown
      /// What was remembered cannot be read.
      case unreadableMemory
    }

    public var rule: Session.Attribution
    public var reason: Reason
    /// Of what the note is a copy, where it is one.
    public var original: Subject?
  }

  private let agenda: (Subject) -> Session.Attribution?
  private let memory: SubjectMemory.Content
  private let isMemoryUnreadable: Bool
  private let journals: [Subject: Session.Attribution]
  private let copies: CopyNames
  private let texts: [Subject: String]

  /// - Parameters:
  ///   - agenda: what the agenda says; nil for what it does not have.
  ///   - known: what the agenda has that notes can be about.
  ///   - notes: all that there are: a note's copy follows its line too.
  ///   - places: where journals may be; nil where no note is in any.
  public init(
    agenda: @escaping (Subject) -> Session.Attribution?, known: [Subject], memory: SubjectMemory?,
    notes: [NoteText] = [], folder: UserFolder? = nil, places: JournalPlaces? = nil
  ) {
    var journals: [Subject: Session.Attribution] = [:]
    if let folder, let places {
      let forgotten = memory?.content.forgotten.mapValues(\.number) ?? [:]
      journals = JournalRules.strictest(in: places, notes: folder.notes, forgotten: forgotten)
    }
    self.init(
      agenda: agenda, known: known, memory: memory?.content ?? SubjectMemory.Content(),
      isMemoryUnreadable: memory?.isUnreadable ?? false, notes: notes, journals: journals)
  }

  init(
    agenda: @escaping (Subject) -> Session.Attribution?, known: [Subject], memory: SubjectMemory.Content,
    isMemoryUnreadable: Bool = false, notes: [NoteText] = [], journals: [Subject: Session.Attribution] = [:]
  ) {
    (self.agenda, self.memory, self.isMemoryUnreadable) = (agenda, memory, isMemoryUnreadable)
    self.journals = journals
    copies = CopyNames(known + memory.subjects.keys)
    texts = Dictionary(notes.lazy.filter { !$0.isMisnamed }.map { ($0.target, $0.text) }) { first, _ in first }
  }

  /// What holds for a note of this text.
  public func finding(for note: NoteText) -> Finding {
    note.isMisnamed
      ? copy(note.path.isEmpty ? "" : Path.split(note.path).name, note)
      : finding(for: note.target, text: note.text)
  }

  /// What holds for a note on this, whatever its file is called.
  public func finding(for target: Subject, text: String) -> Finding {
    if isMemoryUnreadable { return with(text, target, Finding(rule: .offTheRecord, reason: .unreadableMemory)) }
    let now = agenda(target)
    if let known = memory.rules[target] {
      let rule = now.map { RememberedRule.after(known, agenda: $0) } ?? known
      let reason = rule.isUnreadable ? Finding.Reason.unreadableMemory : .said
      return with(text, target, Finding(rule: rule.rule, reason: reason))
    }
    if let now { return with(text, target, Finding(rule: now, reason: .said)) }
    let name = NoteName.of(target)
    return copy(name, NoteText(target: target, text: text, lineCount: 0, modified: Instant(seconds: 0), path: name))
  }

  /// Lets each note say what may be told of it, where that is known.
  /// - Parameter isOpen: whether a note may be written at any time, so that its file has to stay as it is.
  public func keepLines(of notes: [NoteText], in files: NoteFiles, isOpen: (Subject) -> Bool = { _ in false }) {
    for note in notes where !note.isMisnamed && !isOpen(note.target) {
      let finding = finding(for: note)
      if finding.reason == .said, finding.original == nil { files.keepLine(of: finding.rule, in: note) }
    }
  }

  /// The note that a file beside the notes is named after; nil where it is none that is known.
  public func original(ofFile name: String) -> Subject? { copies.original(ofFile: name) }

  /// What holds for a file that is not called as a note on something known.
  private func copy(_ name: String, _ note: NoteText) -> Finding {
    var original: Subject?
    switch copies.finding(ofFile: name) {
    case .copy(let subject): original = subject
    case .likely(let subject): original = CopyNames.isAlike(note.text, texts[subject] ?? "") ? subject : nil
    case nil: break
    }
    let unknown = Finding(rule: .offTheRecord, reason: isMemoryUnreadable ? .unreadableMemory : .unknown)
    var finding = original.map { self.finding(for: $0, text: texts[$0] ?? "") } ?? unknown
    // What the user has said of the copy itself is not what is known of the original.
    if !isMemoryUnreadable, let own = memory.rules[note.target] { finding = Finding(rule: own.rule, reason: .said) }
    finding.original = original
    return with(note.text, note.target, finding)
  }

  /// Made stricter by what the note says of itself.
  private func with(_ text: String, _ target: Subject, _ finding: Finding) -> Finding {
    var finding = finding
    if let line = RuleLine.strictest(in: text), line > finding.rule {
      (finding.rule, finding.reason) = (line, RuleLine.hasUnreadable(text) ? .unreadableLine : .said)
    }
    if let journal = journals[target], journal > finding.rule { (finding.rule, finding.reason) = (journal, .said) }
    return finding
  }
}
