import Agenda
import Catalogue
import Files
import Glibc
import Interchange
import Interface
import Messages
import Notes
import Terminal

/// What the user has written and starred for a conference, on disk.
final class UserData {
  let plan: PlanDesk
  private let notes: NoteFiles?
  private let conference: String
  private let folder: UserFolder?
  private let console: Console
  private var memory: SubjectMemory?
  /// Notes that were opened for writing, and whose subjects are still to be remembered.
  private var opened: Set<Subject> = []
  /// Notes that are being written; nil before `loadNotes`, and without a home to keep them in.
  private(set) var desk: NoteDesk?
  /// The shared folder of several authors; nil where nothing is shared.
  private var sharing: SharingDesk?
  private var shared: SharedFolder?
  /// What the agenda says, once notes were read.
  private var catalogue: Catalogue?
  /// What went wrong when files were read, in words; the first of it.
  private var problem: Message?

  init(conference id: String, _ console: Console) {
    let folder = UserFolder(conference: id, environment: Environment.value)
    plan = PlanDesk(in: folder, conference: id)
    notes = folder.map { NoteFiles(in: $0) }
    (conference, self.console) = (id, console)
    self.folder = folder
    problem = plan.problem
  }

  /// The kiosks' notices of the conference at a path; nil where the user may not write them.
  func noticeFile(of path: String) -> NoticeFile? {
    guard let catalogue, path != ImportSource.standardInput else { return nil }
    let file = NoticeFile.path(nil, of: path)
    guard access(file, W_OK) == 0 || errno == ENOENT && access(Path.split(file).folder, W_OK) == 0 else { return nil }
    return NoticeFile(file, of: catalogue)
  }

  /// What the first screen does not wait for: all notes, what an earlier run has left unfinished, and what went wrong
  /// with the user's files.
  func loadNotes(_ catalogue: Catalogue) -> [Event] {
    guard let notes, let folder else { return problem.map { [.notice($0)] } ?? [] }
    self.catalogue = catalogue
    plan.watch()
    let desk = NoteDesk(files: notes, conference: conference) { [unowned self] in confidence(of: $0) }
    self.desk = desk
    sharing = sharingDesk(of: folder, desk)
    // Verbs and other programs may have written since it was laid.
    sharing?.changed(now: EventLoop.now)
    let recovered = desk.recover()
    let memory = SubjectMemory(in: folder)
    if memory.isUnreadable { problem = problem ?? .unreadableSubjects(memory.path) }
    self.memory = memory
    bringBack(SessionIndex(catalogue))
    let texts = desk.texts().notes
    confidence(of: texts).keepLines(of: texts, in: notes, isOpen: desk.isOpen)
    let (found, problems) = desk.all()
    if let first = problems.first { problem = problem ?? first.message }
    return versions(of: found.map(\.target)) + (found.isEmpty ? [] : [.notes(found)]) + plan.gone(from: catalogue)
      + recovered + desk.returned()
      + (problem.map { [.notice($0)] } ?? [])
  }

  /// Gives notes whose session has another identifier now the name of that, and remembers what all are about.
  private func bringBack(_ index: SessionIndex) {
    guard let desk, let catalogue, var memory else { return }
    desk.remembered = memory.remembered
    let targets = desk.texts().notes.map(\.target)
    if !targets.isEmpty {
      let subjects = CatalogueSubjects(catalogue: catalogue, remembered: memory.remembered, index: index)
      memory.bringBack(targets, in: subjects, isOpen: desk.isOpen)
    }
    desk.remembered = memory.remembered
    self.memory = memory
  }

  /// Lets stars and notes follow their sessions into another version of the agenda; gives what is to be told of it.
  ///
  /// A note that has been opened keeps its file until the next start.
  /// - Parameter former: the version shown so far, which alone knows what was starred or opened a moment ago.
  func follow(_ catalogue: Catalogue, _ index: SessionIndex, from former: Catalogue) -> [Event] {
    rememberOpened(former)
    self.catalogue = catalogue
    plan.follow(catalogue, index)
    guard let desk else { return plan.gone(from: catalogue) }
    bringBack(index)
    return [.notes(desk.all().notes)] + plan.gone(from: catalogue)
  }

  /// The texts on which notes on documents were written.
  private func versions(of targets: [Subject]) -> [Event] {
    guard let folder else { return [] }
    var versions: [Subject: [String]] = [:]
    for case .document(let id) in targets {
      let texts = DocumentVersions(in: folder).texts(of: id)
      if !texts.isEmpty { versions[.document(id)] = texts }
    }
    return versions.isEmpty ? [] : [.documentVersions(versions)]
  }

  /// Keeps the text of a document on which something is written.
  func keepVersion(_ text: String, of document: Document.ID) {
    guard let folder else { return }
    // Without it a paragraph is found by what the note itself keeps.
    try? DocumentVersions(in: folder).keep(text, of: document)
  }

  private func sharingDesk(of folder: UserFolder, _ desk: NoteDesk) -> SharingDesk? {
    guard let sharing = SharingFile(in: folder).load(), let author = AuthorFile(beside: folder).load() else {
      return nil
    }
    let shared = SharedFolder(sharing.folder, conference: conference, author: author)
    self.shared = shared
    return SharingDesk(shared, of: folder) { [unowned self] in
      let notes = desk.texts().notes
      return NoteShelf.shareable(
        notes, includesOffTheRecord: sharing.includesOffTheRecord, self.confidence(of: notes))
    }
  }

  // MARK: - Waiting for disks

  /// Each can be read when there is something to `attend` to.
  var descriptors: [Int32] {
    (desk?.descriptors ?? []) + (sharing?.descriptors ?? []) + plan.descriptors
  }

  /// When `attend` has something to do by itself, on the loop's clock.
  var deadline: Int64? { [desk?.deadline, sharing?.deadline].compactMap(\.self).min() }

  /// Takes in what has become of files, one's own and the colleagues', and does what is due.
  func attend() -> [Event] {
    let planned = plan.attend()
    let written = desk?.attend() ?? []
    if !written.isEmpty { sharing?.changed(now: EventLoop.now) }
    let own = planned + written
    guard let news = sharing?.attend(now: EventLoop.now) else { return own }
    return own + (news.colleagues.map { [.colleagues($0)] } ?? []) + news.problems.map { .notice($0.message) }
  }

  /// Changes a note; what is changed is kept by the next `commit`.
  func edit(_ target: Subject, _ edit: NoteEdit) -> [Event] {
    sharing?.changed(now: EventLoop.now)
    return desk?.edit(target, edit) ?? [.notice(.noHome)]
  }

  /// Lays what is still to be laid in the shared folder, a moment at most, and ends.
  func close() {
    sharing?.finish(now: EventLoop.now, within: UserData.patience)
    desk?.close()
  }

  /// Milliseconds that the way out waits for a shared folder, which may be on a network.
  private static let patience: Int64 = 800

  /// Opens a note for writing.
  func open(_ target: Subject) -> [Event] {
    guard let desk else { return [.notice(.noHome)] }
    if memory?.remembered[target] == nil { opened.insert(target) }
    let events = desk.open(target)
    guard case .noteOpened(_, let text)? = events.first else { return events }
    return [.noteRule(target, confidence(of: []).finding(for: target, text: text).rule)] + events
  }

  /// What may be told of each of these notes.
  private func confidence(of notes: [NoteText]) -> Confidence {
    Confidence(
      agenda: { [catalogue] target in
        switch target {
        case .session(let id): catalogue?.sessionRow(id)?.attribution
        case .meeting(let id): catalogue?.meeting(id) == nil ? nil : .public
        case .document(let id): catalogue?.document(id) == nil ? nil : .public
        case .person, .room, .conference: nil
        }
      }, known: [], memory: memory, notes: notes)
  }

  /// Makes a rule hold for a note that is about to be written.
  func tighten(_ target: Subject, to rule: Session.Attribution) {
    guard let catalogue, let memory else { return }
    guard let subject = CatalogueSubjects(catalogue: catalogue, remembered: memory.remembered)[target] else { return }
    // Where it cannot be written, it holds until the end all the same, and in the note's own line.
    try? self.memory?.tighten(subject, to: rule)
    desk?.remembered = self.memory?.remembered ?? [:]
  }

  /// Puts the line of its rule into a note that another program is to write.
  func keepLine(of target: Subject) {
    guard let desk, case .noteRule(_, let rule)? = open(target).first else { return }
    _ = desk.say(rule, of: target, isKept: true)
  }

  /// Records what the user says may be told of a note.
  func decide(_ rule: Session.Attribution, of target: Subject, at now: Instant) -> [Event] {
    guard let desk, let catalogue, let memory else { return [.notice(.noHome)] }
    let notes = desk.texts().notes
    let subjects = CatalogueSubjects(catalogue: catalogue, remembered: memory.remembered)
    func subject(_ target: Subject) -> NoteSubject {
      subjects[target] ?? memory.remembered[target] ?? NoteSubject(target: target, title: target.id)
    }
    let text = notes.first { $0.target == target }?.text ?? ""
    do throws(FileError) {
      try self.memory?.decide(
        rule, of: subject(target), agenda: subjects[target]?.attribution,
        was: confidence(of: notes).finding(for: target, text: text).rule, at: now,
        others: notes.filter { !$0.isMisnamed }.map { subject($0.target) })
    } catch {
      return [.notice(error.message)]
    }
    desk.remembered = self.memory?.remembered ?? [:]
    sharing?.changed(now: EventLoop.now)
    return desk.say(rule, of: target, isKept: false) + [.noteRule(target, rule)]
  }

  /// Takes a note out of everything within reach.
  func forget(_ target: Subject, title: String, at now: Instant) -> [Event] {
    guard let desk else { return [.notice(.noHome)] }
    if memory?.isUnreadable ?? true, let path = memory?.path { return [.notice(.unreadableSubjects(path))] }
    let text = desk.texts().notes.first { $0.target == target && !$0.isMisnamed }?.text ?? ""
    do throws(FileError) {
      let (events, result) = try desk.forget(target, text: text, at: now, shared: shared)
      sharing?.changed(now: EventLoop.now)
      if let problem = result.problems.first { return events + [.notice(problem.message)] }
      return events + [
        .notice(Message("Forgotten: %s. Backups, other machines and colleagues may still have it", title))
      ]
    } catch {
      return [.notice(error.message)]
    }
  }

  /// Remembers what was opened or starred, when there is time for it.
  func rememberOpened(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    if plan.plan.hasUnknown { plan.follow(catalogue) }
    if opened.isEmpty { return }
    guard let memory else { return }
    let subjects = CatalogueSubjects(catalogue: catalogue, remembered: memory.remembered)
    // Nothing of the user's is in there, and the next start finds it out again.
    try? self.memory?.remember(opened.compactMap { subjects[$0] })
    opened = []
    desk?.remembered = self.memory?.remembered ?? [:]
  }

  // MARK: - Files for others

  /// Writes a report of all notes beside them, unless places that may name somebody are to be asked about first; gives
  /// what came of it.
  /// - Parameter answers: what was said of these; nil where nobody has been asked.
  func writeReport(of bundle: String, at now: Instant, answers: NameAnswers? = nil) -> Event {
    guard let folder, let desk else { return .notice(.noHome) }
    return written(from: bundle) { agenda throws(FileError) in
      guard let shelf = NoteShelf(agenda: agenda, console) else { return .notice(.noHome) }
      var options = Report.Options()
      options.rapporteur = shelf.author
      options.answers = answers ?? NameAnswers()
      let report = shelf.report(of: desk.texts().notes, options: options, at: now)
      if answers == nil, !report.doubts.isEmpty { return .namesInDoubt(report.doubts) }
      guard !report.isEmpty else { return .notice(.nothingToReport) }
      return .reportWritten(try folder.keepReport(report, as: .markdown, at: now, in: agenda.conference.zone))
    }
  }

  /// Writes the plan as a calendar beside the notes; gives what came of it.
  func writeCalendar(of bundle: String, at now: Instant) -> Event {
    guard let folder else { return .notice(.noHome) }
    return written(from: bundle) { agenda throws(FileError) in
      try folder.keepCalendar(of: plan.plan, in: agenda, at: now, console).map { .reportWritten($0) }
        ?? .notice(.nothingOnPlan)
    }
  }

  /// What came of writing a file of an agenda, which is read once more: the catalogue does not have all of it.
  private func written(from bundle: String, _ write: (Agenda) throws(FileError) -> Event) -> Event {
    guard bundle != ImportSource.standardInput else {
      return .notice(Message("What came from standard input cannot be read again: save it to a file and open that"))
    }
    guard let agenda = ConferenceSource(bundle, console, bar: ProgressBar(console, isQuiet: true)).agenda else {
      return .notice(.cannotOpen(bundle))
    }
    do throws(FileError) { return try write(agenda) } catch { return .notice(error.message) }
  }

  /// What is acknowledged by now, here or in another window.
  func acknowledged() -> [Event] {
    guard let read = AgendaHistory(conference: conference)?.versions.acknowledged else { return [] }
    return [.agendaAcknowledged(read.changes, upTo: read.version)]
  }

  /// Records that changes are acknowledged, by their keys; nil is all up to a version.
  func acknowledge(_ keys: [String]?, upTo version: Int) -> [Event] {
    guard let history = AgendaHistory(conference: conference) else { return [.notice(.noHome)] }
    do throws(FileError) {
      try history.versions.acknowledge(keys, upTo: version)
      return []
    } catch {
      return [.notice(Message("Not recorded: %s", error.message))]
    }
  }

  /// Puts star and note of a session that is gone on the one that the user says it has become.
  func carryOver(_ old: Session.ID, to new: Session.ID, at now: Instant) -> [Event] {
    guard let catalogue,
      let subject = CatalogueSubjects(catalogue: catalogue, remembered: [:])[.session(new)]
    else { return [] }
    var problems: [Event] = []
    var events = plan.change(tellsAlways: true) { $0.carry(old, to: subject) }
    if let desk, memory != nil, desk.texts().notes.contains(where: { $0.target == .session(old) }) {
      if desk.isOpen(.session(old)) {
        problems.append(.notice(Message("The note was written since the start; after the next one it goes along")))
      } else {
        do throws(FileError) {
          try memory?.carry(.session(old), to: subject)
        } catch .system(_, _, EEXIST) {
          problems.append(.notice(Message("Both sessions have notes, and both keep theirs")))
        } catch {
          problems.append(.notice(error.message))
        }
        desk.remembered = memory?.remembered ?? [:]
      }
      events.append(.notes(desk.all().notes))
    }
    return events + problems
  }
}

extension Event {
  fileprivate static func reportWritten(_ path: String) -> Event {
    .reportWritten(path, shown: Environment.shortened(path))
  }
}
