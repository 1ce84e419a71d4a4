import Agenda
import Interface
import Messages
import Notes

/// The notes of a conference and what they are about, without an interface.
struct NoteShelf {
  let agenda: Agenda
  let subjects: NoteSubjects
  let files: NoteFiles
  let places: JournalPlaces
  private let console: Console
  /// What notes were about when they were last seen.
  private var memory: SubjectMemory

  /// Nil where nothing of the bundle can be read or there is no home, and that is said.
  init?(bundle: String?, _ console: Console) {
    guard let path = bundle ?? ConferenceShelf.shipped.first else {
      console.complain(.noShippedBundle)
      return nil
    }
    let reading = BundleReader().read(path)
    guard let agenda = reading.agenda else {
      for problem in reading.problems.prefix(10) { console.complain(.data(problem.line(in: console.messages))) }
      return nil
    }
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
    memory = SubjectMemory(in: folder)
  }

  /// Gives notes whose session has another identifier now the name of that, and remembers what all are about.
  private mutating func bringBack() {
    let targets = files.all(known: subjects.all.map(\.target) + memory.remembered.keys).notes.map(\.target)
    memory.bringBack(targets, in: subjects)
  }

  /// Every note in the order of a report; false where one could not be read, and that is said.
  func notes() -> (notes: [NoteText], isWhole: Bool) {
    let (notes, problems) = files.all(known: subjects.all.map(\.target) + memory.remembered.keys)
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
    let gone = files.all(known: Array(memory.remembered.keys)).notes.map(\.target).filter { subjects[$0] == nil }
    let old = gone.map { memory.remembered[$0] ?? NoteSubject(target: $0, title: $0.id) }
    switch SubjectSearch(words, among: subjects.all + old) {
    case .found(let subject): return subject
    case .ambiguous(let several):
      console.complain(
        Message("\"%s\" can be %d sessions, expected one: %s", words, several.count, candidates(several)))
    case .nothing:
      console.complain(
        Message(
          "found no session \"%s\", expected its id or words of its title: %s", words, candidates(subjects.all)))
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

  /// The notes that may be laid in a shared folder: what is off the record stays here, and so does what nobody knows the
  /// rule of.
  static func shareable(
    _ notes: [NoteText], includesOffTheRecord: Bool, _ subject: (Subject) -> NoteSubject?
  ) -> [Subject: [UInt8]] {
    let allowed = notes.filter { note in
      includesOffTheRecord || subject(note.target).map { $0.attribution != .offTheRecord } ?? false
    }
    return Dictionary(allowed.map { ($0.target, Array($0.text.utf8)) }) { _, last in last }
  }

  static var now: Instant { WallClock(simulated: nil).reading.now }

  /// Who writes here: the name under which notes are shared, else the one that the system knows.
  var author: String {
    AuthorFile(beside: files.folder).load()?.name ?? Author.systemName(environment: Environment.value)
  }

  func remember(_ subject: NoteSubject) {
    var memory = memory
    if subjects[subject.target] != nil { try? memory.remember([subject]) }
  }

  func report(of notes: [NoteText], options: Report.Options, at now: Instant? = nil) -> Report {
    Report(
      of: notes, in: agenda, subjects: subjects, gone: memory.remembered, options: options,
      languages: console.languages, messages: console.messages,
      stamp: now ?? NoteShelf.now, generatorVersion: programVersion)
  }
}
