import Agenda
import Catalogue
import Interface
import Notes

/// Remembers what the notes of the running program are about, and brings notes back whose session has another identifier
/// in an updated agenda.
struct SubjectKeeper {
  private let file: SubjectFile
  private let files: NoteFiles
  private(set) var remembered: [Subject: NoteSubject]

  init(in folder: UserFolder) {
    file = SubjectFile(in: folder)
    files = NoteFiles(in: folder)
    remembered = file.load()
  }

  /// - Parameters:
  ///   - targets: of all notes.
  ///   - isOpen: whether a note may be written at any time, so that its file has to stay where it is.
  mutating func bringBack(_ targets: [Subject], in catalogue: Catalogue, isOpen: (Subject) -> Bool) {
    let moves = NoteMoves(
      of: targets, remembered: remembered, current: { subject(of: $0, in: catalogue) },
      titled: { titled(like: $0, in: catalogue) })
    var gone: [Subject] = []
    var new = moves.subjects
    for move in moves.moves where !isOpen(move.from) && (try? files.move(move.from, to: move.to.target)) != nil {
      gone.append(move.from)
      new.append(move.to)
    }
    remember(new, forgetting: gone)
  }

  /// Remembers what these notes are about, where that is in the catalogue.
  mutating func remember(_ targets: some Collection<Subject>, in catalogue: Catalogue) {
    remember(targets.compactMap { subject(of: $0, in: catalogue) })
  }

  private mutating func remember(_ subjects: [NoteSubject], forgetting gone: [Subject] = []) {
    let new = subjects.filter { remembered[$0.target] != $0.remembered }
    for target in gone { remembered[target] = nil }
    for subject in new { remembered[subject.target] = subject.remembered }
    // Nothing of the user's is in there, and the next start finds it out again.
    try? file.remember(new, forgetting: gone)
  }

  private func subject(of target: Subject, in catalogue: Catalogue) -> NoteSubject? {
    guard var subject = plain(target, in: catalogue) else { return nil }
    let before = remembered[target]
    // Only what is new makes anybody look through the agenda.
    if let before, before.title == subject.title, before.people == subject.people {
      subject.hasTwin = before.hasTwin
    } else {
      subject.hasTwin = titled(like: subject, in: catalogue).contains {
        $0.target != target && $0.matchKey == subject.matchKey
      }
    }
    return subject
  }

  private func titled(like subject: NoteSubject, in catalogue: Catalogue) -> [NoteSubject] {
    let targets: [Subject]
    switch subject.target {
    case .session:
      targets = catalogue.days.indices.flatMap { day in
        catalogue.sessions(onDay: day).filter {
          NoteSubject(target: .session($0.id), title: $0.title).hasTitle(of: subject)
        }.map { .session($0.id) }
      }
    case .meeting: targets = catalogue.meetings().filter { $0.title == subject.title }.map { .meeting($0.id) }
    case .document: targets = catalogue.documents().filter { $0.title == subject.title }.map { .document($0.id) }
    case .person, .room, .conference: targets = []
    }
    return targets.compactMap { plain($0, in: catalogue) }
  }

  /// Without knowing whether it has a twin.
  private func plain(_ target: Subject, in catalogue: Catalogue) -> NoteSubject? {
    switch target {
    case .session(let id):
      guard let page = catalogue.session(id) else { return nil }
      var subject = NoteSubject(target: target, title: page.row.title)
      (subject.start, subject.end, subject.attribution) = (page.row.start, page.row.end, page.row.attribution)
      var seen: Set<Person.ID> = []
      subject.people = (page.people + page.items.flatMap(\.people)).filter { seen.insert($0.id).inserted }
        .map { NoteSubject.Participant(name: $0.name) }
      return subject
    case .meeting(let id): return catalogue.meeting(id).map { NoteSubject(target: target, title: $0.title) }
    case .document(let id): return catalogue.document(id).map { NoteSubject(target: target, title: $0.title) }
    case .person, .room, .conference: return nil
    }
  }
}
