public import Agenda
import Catalogue
import Messages

/// What a page tells of.
enum Topic: Hashable, Sendable {
  case about(Subject)
  /// What runs at the same time as a session.
  case parallel(Session.ID)
  /// What is like a session: of its people, of its words.
  case alike(Session.ID)
  /// What can be reached from now on: next in the selected session's room, next anywhere.
  case reachable
  /// What has been written about something; nil where nothing can be.
  case note(Subject?)
  case nothing

  var subject: Subject? {
    guard case .about(let subject) = self else { return nil }
    return subject
  }
}

/// Where a link leads.
public enum Destination: Hashable, Sendable {
  case page(Subject)
  /// An address outside the bundle.
  case address(String)

  /// An address in a text; `session:`, `meeting:` and `document:` lead to pages of the bundle.
  init(url: String) {
    for kind in Destination.schemes where url.hasPrefix(kind.rawValue + ":") {
      self = .page(Subject(kind, id: String(url.dropFirst(kind.rawValue.utf8.count + 1))))
      return
    }
    self = .address(url)
  }

  private static let schemes: [Subject.Kind] = [.session, .meeting, .document]
}

/// The last search that led somewhere, for marking words and going on from place to place.
struct SearchTrail: Sendable {
  /// As many hits as anybody looks through.
  static let limit = 200

  /// What was asked, and words that mark what was found.
  var question: SearchQuestion
  var marked: String
  var hits: [SearchHit]
  /// The hit that the reader is at.
  var index: Int

  var hit: SearchHit? { hits.indices.contains(index) ? hits[index] : nil }

  /// Where the reader is among the places found.
  var words: Message {
    let (place, count) = (index + 1, hits.count)
    return count == SearchTrail.limit
      ? Message("Place %1$d of %2$d or more", place, count) : Message("Place %1$d of %2$d", place, count)
  }

  /// The same words found again in another catalogue, at the same hit where that is still there; nil where nothing is.
  func again(in catalogue: Catalogue) -> SearchTrail? {
    var trail = self
    let answer = catalogue.answer(question)
    (trail.hits, trail.marked) = (answer.hits, answer.marked)
    let same = trail.hits.firstIndex { $0.subject == hit?.subject && $0.isInNote == hit?.isInNote }
    trail.index = same ?? max(0, min(index, trail.hits.count - 1))
    return trail.hits.isEmpty ? nil : trail
  }
}

extension SearchHit {
  /// The page that it is on, or whose note it is in.
  var subject: Subject {
    switch source {
    case .page(let subject), .note(let subject): subject
    }
  }

  /// The session that it is in, or whose note it is in.
  var session: Session.ID? {
    guard case .session(let id) = subject else { return nil }
    return id
  }

  var isInNote: Bool {
    switch source {
    case .page: false
    case .note: true
    }
  }
}
