import Agenda
import Catalogue
import Notes

/// What notes and stars can be about, from the catalogue of an agenda.
struct CatalogueSubjects: SubjectSource {
  let catalogue: Catalogue
  /// What notes were about when they were last seen.
  let remembered: [Subject: NoteSubject]
  private let index: SessionIndex

  init(catalogue: Catalogue, remembered: [Subject: NoteSubject]) {
    (self.catalogue, self.remembered) = (catalogue, remembered)
    index = SessionIndex(catalogue)
  }

  subscript(target: Subject) -> NoteSubject? {
    guard var subject = plain(target) else { return nil }
    let before = remembered[target]
    // Only what is new makes anybody look through the agenda.
    if let before, before.title == subject.title, before.people == subject.people, before.start == subject.start {
      subject.hasTwin = before.hasTwin
    } else {
      subject.hasTwin = titled(like: subject).contains {
        $0.target != target && $0.identity.isTwin(of: subject.identity)
      }
    }
    return subject
  }

  func titled(like subject: NoteSubject) -> [NoteSubject] {
    let targets: [Subject]
    switch subject.target {
    case .session: targets = index.sessions(like: subject)
    case .meeting: targets = catalogue.meetings().filter { $0.title == subject.title }.map { .meeting($0.id) }
    case .document: targets = catalogue.documents().filter { $0.title == subject.title }.map { .document($0.id) }
    case .person, .room, .conference: targets = []
    }
    return targets.compactMap { plain($0) }
  }

  /// Without knowing whether it has a twin.
  private func plain(_ target: Subject) -> NoteSubject? {
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

/// The sessions of a catalogue by their titles and their starts, made when it is first asked: it takes all rows.
private final class SessionIndex {
  private let catalogue: Catalogue
  private lazy var known: (titles: [String: [Subject]], starts: [Instant: [Subject]]) = {
    var titles: [String: [Subject]] = [:]
    var starts: [Instant: [Subject]] = [:]
    for day in catalogue.days.indices {
      for row in catalogue.sessions(onDay: day) {
        titles[SessionIdentity.folded(row.title), default: []].append(.session(row.id))
        starts[row.start, default: []].append(.session(row.id))
      }
    }
    return (titles, starts)
  }()

  init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  func sessions(like subject: NoteSubject) -> [Subject] {
    let titled = known.titles[SessionIdentity.folded(subject.title)] ?? []
    let seen = Set(titled)
    return titled + (subject.start.flatMap { known.starts[$0] } ?? []).filter { !seen.contains($0) }
  }
}
