import Agenda
import Files
import Interface
import Messages
import Notes

/// The notes of a conference and what they are about, without an interface.
struct NoteShelf {
  let agenda: Agenda
  let subjects: NoteSubjects
  let files: NoteFiles
  let places: JournalPlaces
  /// Notes as they are now, in files and journals; nothing is written by it.
  let store: NoteStore
  private let console: Console
  /// What notes were about when they were last seen.
  private var memory: SubjectMemory

  /// Nil where nothing of the bundle can be read or there is no home, and that is said.
  init?(bundle: String?, _ console: Console) {
    guard let (agenda, _) = ConferenceSource.read(bundle, console) else { return nil }
    guard UserFolder(conference: agenda.conference.id, environment: Environment.value) != nil else {
      console.complain(.noHome)
      return nil
    }
    self.init(agenda: agenda, console)
    bringBack()
  }

  /// Nil where there is no home.
  init?(agenda: Agenda, _ console: Console) {
    let id = agenda.conference.id
    guard let folder = UserFolder(conference: id, environment: Environment.value) else { return nil }
    (self.agenda, self.console) = (agenda, console)
    let subjects = NoteSubjects(of: agenda, languages: console.languages, messages: console.messages)
    self.subjects = subjects
    files = NoteFiles(in: folder)
    places = JournalPlaces(conference: id, environment: Environment.value)
    store = NoteStore(files: files, places: places)
    memory = SubjectMemory(in: folder)
  }

  /// Gives notes whose session has another identifier now the name of that, remembers what all are about, and lets each
  /// say what may be told of it.
  private mutating func bringBack() {
    let known = subjects.all.map(\.target) + memory.remembered.keys
    memory.bringBack(files.all(known: known).notes.map(\.target), in: subjects)
    let notes = files.all(known: known).notes
    confidence(of: notes).keepLines(of: notes, in: files)
    if memory.isUnreadable { console.complain(.unreadableSubjects(memory.path)) }
    for returned in store.returned(known: known) { console.complain(.returned(returned)) }
    OldJournals.clean(places, now: Int(NoteShelf.now.seconds))
  }

  /// Takes a note out of everything within reach.
  func forget(_ target: Subject, text: String) throws(FileError) -> Forgetting.Result {
    try forgetting.run(target, text: text, known: subjects.all.map(\.target), at: NoteShelf.now, within: 5_000)
  }

  /// Whether there is anything of a note, or was.
  func hasTraces(of target: Subject) -> Bool {
    forgetting.hasTraces(of: target, known: subjects.all.map(\.target))
  }

  /// What is remembered of notes cannot be read, and nothing can be marked there as forgotten.
  var isMemoryUnreadable: Bool { memory.isUnreadable }
  var memoryPath: String { memory.path }

  private var forgetting: Forgetting { Forgetting(files: files, places: places, shared: sharing?.folder) }

  /// Where one's own notes are laid for colleagues; nil where they are not shared.
  private var sharing: (folder: SharedFolder, includesOffTheRecord: Bool)? {
    guard let sharing = SharingFile(in: files.folder).load(), let author = AuthorFile(beside: files.folder).load()
    else {
      return nil
    }
    let folder = SharedFolder(sharing.folder, conference: agenda.conference.id, author: author)
    return (folder, sharing.includesOffTheRecord)
  }

  /// Lays what a verb has changed where notes are shared; what cannot be laid is said.
  func layShared() {
    guard let sharing else { return }
    // What was remembered at the start may be another rule by now.
    guard let shelf = NoteShelf(agenda: agenda, console) else { return }
    let (notes, _) = shelf.notes()
    let allowed = NoteShelf.shareable(
      notes, includesOffTheRecord: sharing.includesOffTheRecord, shelf.confidence(of: notes))
    for problem in sharing.folder.lay(allowed, forgotten: ForgottenMarks(in: files.folder)) {
      console.complain(problem.message)
    }
  }

  /// What may be told of each note.
  func confidence(of notes: [NoteText]) -> Confidence {
    Confidence(
      agenda: { [subjects] in subjects[$0]?.attribution }, known: subjects.all.map(\.target), memory: memory,
      notes: notes,
      folder: files.folder, places: places)
  }

  /// What holds for a note that is begun or added to now; a document's or a meeting's is that of the sessions of the
  /// moment too.
  func ruleOfWriting(_ subject: NoteSubject) -> Session.Attribution {
    let text = String(decoding: (try? store.bytes(of: subject.target)) ?? [], as: UTF8.self)
    let known = confidence(of: []).finding(for: subject.target, text: text).rule
    if case .session = subject.target { return known }
    let now = WallClock(simulated: nil).reading.now
    let running = SessionClock.running(at: now, of: agenda.sessions).map { (id: $0.id, rule: $0.attribution) }
    let starred = PlanFile(in: files.folder).load().plan.starred
    return max(known, Confidence.rule(chosen: nil, running: running, starred: starred))
  }

  /// Records what the user says may be told of a note.
  func decide(_ rule: Session.Attribution, of subject: NoteSubject) throws(FileError) {
    let (notes, _) = store.all(known: subjects.all.map(\.target) + memory.remembered.keys)
    let note = notes.first { $0.target == subject.target }
    let before =
      note.map { confidence(of: notes).finding(for: $0) }
      ?? confidence(of: notes).finding(for: subject.target, text: "")
    var memory = memory
    try memory.decide(
      rule, of: subject, agenda: subjects[subject.target]?.attribution, was: before.rule,
      at: WallClock(simulated: nil).reading.now,
      others: notes.filter { !$0.isMisnamed }.map {
        self.subject(of: $0.target) ?? NoteSubject(target: $0.target, title: $0.target.id)
      })
    if let note, note.isMisnamed {
      try files.setLine(of: rule, inFile: note.path)
    } else {
      _ = try NoteWriting(files: files, places: places).set(rule, of: subject.target)
    }
  }

  /// Every note in the order of a report; false where one could not be read, and that is said.
  ///
  /// What is typed in a window at this moment, or was when that died, is in them.
  func notes() -> (notes: [NoteText], isWhole: Bool) {
    let (notes, problems) = store.all(known: subjects.all.map(\.target) + memory.remembered.keys)
    for problem in problems { console.complain(problem.message) }
    let places = Dictionary(subjects.all.indices.map { (subjects.all[$0].target, $0) }) { first, _ in first }
    let sorted = notes.filter { !$0.text.isEmpty }.enumerated().sorted { a, b in
      (places[a.element.target] ?? .max, a.offset) < (places[b.element.target] ?? .max, b.offset)
    }
    return (sorted.map(\.element), problems.isEmpty)
  }

  /// What a note is about; nil where neither the agenda nor anything remembered knows.
  func subject(of target: Subject) -> NoteSubject? { subjects[target] ?? memory.remembered[target] }

  /// What somebody means by a word or two; nil where that is nothing or not clear, and that is said.
  func subject(_ words: String) -> NoteSubject? {
    let notes = store.all(known: Array(memory.remembered.keys)).notes
    let confidence = confidence(of: notes)
    var (gone, copies): ([NoteSubject], [NoteSubject]) = ([], [])
    for note in notes where subjects[note.target] == nil {
      let subject = memory.remembered[note.target] ?? NoteSubject(target: note.target, title: note.target.id)
      if confidence.finding(for: note).original == nil { gone.append(subject) } else { copies.append(subject) }
    }
    // What was forgotten may have come back, with its session gone from the agenda.
    for target in ForgottenMarks(in: files.folder).all.keys where subjects[target] == nil {
      gone.append(memory.remembered[target] ?? NoteSubject(target: target, title: target.id))
    }
    // Who means a copy says so.
    let copy = copies.first { $0.target.id == words || $0.target.name == words }
    switch copy.map(SubjectSearch.found) ?? SubjectSearch(words, among: subjects.all + gone) {
    case .found(let subject): return subject
    case .ambiguous(let several):
      console.complain(.ambiguousSession(words, several.count, candidates(several)))
    case .nothing:
      console.complain(.unknownSession(words, candidates(subjects.all)))
    }
    return nil
  }

  /// `opening (2017-12-04 09:00, Welcome and Introductions)`, with a semicolon between them.
  private func candidates(_ subjects: [NoteSubject]) -> Message {
    let shown = subjects.map { subject in
      let name = subject.start == nil ? subject.target.name : subject.target.id
      return "\(name) (\(subject.start.map { moment($0) + ", " } ?? "")\(subject.title))"
    }
    return .beginning(of: shown, separator: "; ")
  }

  /// A date and time at the venue, as scripts read it.
  func moment(_ instant: Instant) -> String {
    let local = agenda.conference.zone.local(instant)
    return "\(local.date) \(local.clock)"
  }

  /// The notes that may be laid in a shared folder, each with its rule: what is off the record stays here, and so does what
  /// nobody knows the rule of.
  static func shareable(
    _ notes: [NoteText], includesOffTheRecord: Bool, _ confidence: Confidence
  ) -> [Subject: [UInt8]] {
    var shared: [Subject: [UInt8]] = [:]
    for note in notes where !note.isMisnamed {
      let rule = confidence.finding(for: note).rule
      guard includesOffTheRecord || rule != .offTheRecord else { continue }
      shared[note.target] = Array(RuleLine.keeping(rule, in: note.text).utf8)
    }
    return shared
  }

  static var now: Instant { WallClock(simulated: nil).reading.now }

  /// Who writes here: the name under which notes are shared, else the one that the system knows.
  var author: String {
    AuthorFile(beside: files.folder).load()?.name ?? Author.systemName(environment: Environment.value)
  }

  /// - Parameter rule: what holds for it at least.
  func remember(_ subject: NoteSubject, rule: Session.Attribution = .public) {
    var memory = memory
    if subjects[subject.target] != nil { try? memory.tighten(subject, to: rule) }
  }

  func report(of notes: [NoteText], options: Report.Options, at now: Instant? = nil) -> Report {
    let unread = files.all(known: Array(memory.remembered.keys)).problems.map { console.messages.text($0.message) }
    return Report(
      of: notes, in: agenda, subjects: subjects, gone: memory.remembered, confidence: confidence(of: notes),
      others: files.others() + unread, options: options,
      languages: console.languages, messages: console.messages,
      stamp: now ?? NoteShelf.now, generatorVersion: programVersion)
  }
}
