import Agenda
import Catalogue
import Messages
import Notes

/// What the agenda knows of the page that a note is about, looked up once when it is opened.
struct NoteFacts: Equatable, Sendable {
  /// Nil where a note is not about a session.
  private(set) var attribution: Session.Attribution?
  /// When the session begins.
  private var start: Instant?
  /// The names of the session's people, each once.
  private var people: [String] = []
  /// What it is about.
  private(set) var title = ""

  init(_ target: Subject, in catalogue: Catalogue) {
    title = pageTitle(of: target, in: catalogue)
    guard case .session(let id) = target, let page = catalogue.session(id) else { return }
    (title, attribution, start) = (page.row.title, page.row.attribution, page.row.start)
    for person in page.people + page.items.flatMap(\.people) where !people.contains(person.name) {
      people.append(person.name)
    }
  }

  /// Who can be named with a mark.
  func offer(for kind: NoteMark.Kind) -> Offer {
    let title =
      switch kind {
      case .action: Message("Who must act")
      case .question: Message("Who asks")
      case .quote: Message("Who said it")
      case .decision: Message("Who decided")
      }
    let nobody = Choice(Message("Nobody, or type a name"), .reply(.person("")))
    let people = people.map { Choice(.data($0), .reply(.person($0))) }
    return Offer(title, prompt: Message("Name: "), act: Message("name"), [nobody] + people, typing: .names)
  }

  /// The time at the venue, and how long the session has gone on.
  func stamp(_ now: Instant, in zone: OffsetTable) -> NoteStamp {
    // A day off it says nothing any more.
    let elapsed = start.map { Int(now.since($0)) }.flatMap { abs($0) < 86_400 ? $0 : nil }
    return NoteStamp(minuteOfDay: zone.local(now).secondOfDay / 60, elapsed: elapsed)
  }
}

/// Of a meeting or a document; empty for what takes no notes or is not there.
private func pageTitle(of target: Subject, in catalogue: Catalogue) -> String {
  switch target {
  case .meeting(let id): catalogue.meeting(id)?.title ?? ""
  case .document(let id): catalogue.document(id)?.title ?? ""
  case .session, .person, .room, .conference: ""
  }
}
