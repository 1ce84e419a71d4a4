import Agenda
import Catalogue
import Notes

/// What the agenda knows of the page that a note is about, looked up once when it is opened.
struct NoteFacts: Equatable, Sendable {
  /// Nil where a note is not about a session.
  var attribution: Session.Attribution?
  /// When the session begins.
  var start: Instant?
  /// The names of the session's people, each once.
  var people: [String] = []

  init() {}

  init(_ target: Subject, in catalogue: Catalogue) {
    guard case .session(let id) = target, let page = catalogue.session(id) else { return }
    (attribution, start) = (page.row.attribution, page.row.start)
    for person in page.people + page.items.flatMap(\.people) where !people.contains(person.name) {
      people.append(person.name)
    }
  }
}

/// A note that has been asked for, to be written once its text is there.
struct NoteOpening: Equatable, Sendable {
  var target: Subject
  var origin: Panel
  var wasZoomed: Bool
  /// The paragraph of a document that it is opened at.
  var paragraph: Int?
  /// The line that was chosen, from 1.
  var line: Int?
}
