import Agenda
import Catalogue
import Notes

/// What notes and stars can be about, from the catalogue of an agenda.
struct CatalogueSubjects: SubjectSource {
  let catalogue: Catalogue
  /// What notes were about when they were last seen.
  let remembered: [Subject: NoteSubject]
  private let index: SessionIndex

  /// - Parameter index: of this catalogue; nil makes one when it is first asked.
  init(catalogue: Catalogue, remembered: [Subject: NoteSubject], index: SessionIndex? = nil) {
    (self.catalogue, self.remembered) = (catalogue, remembered)
    self.index = index ?? SessionIndex(catalogue)
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

  /// What something of this catalogue has become in another one: itself as a rule; nil where it is gone, or where that is
  /// not certain.
  func successor(of subject: Subject, in other: CatalogueSubjects) -> Subject? {
    guard let old = plain(subject) else { return other.catalogue.has(subject) ? subject : nil }
    if let there = other.plain(subject), old.isSame(as: there) { return subject }
    return old.successor(among: other.titled(like: old))?.target
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
final class SessionIndex {
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

  /// Makes it now.
  func read() { _ = known }

  fileprivate func sessions(like subject: NoteSubject) -> [Subject] {
    let titled = known.titles[SessionIdentity.folded(subject.title)] ?? []
    let seen = Set(titled)
    return titled + (subject.start.flatMap { known.starts[$0] } ?? []).filter { !seen.contains($0) }
  }
}
