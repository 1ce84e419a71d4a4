import Agenda
import Messages

/// The values of one version of an agenda in words.
struct ChangeValues {
  let messages: Messages
  private let agenda: Agenda
  private let languages: [String]
  private let rooms: [Room.ID: Text]
  private let tracks: [Track.ID: Text]
  private let names: [Person.ID: Text]

  init(_ agenda: Agenda, _ languages: [String], _ messages: Messages) {
    (self.agenda, self.languages, self.messages) = (agenda, languages, messages)
    rooms = Dictionary(agenda.rooms.map { ($0.id, $0.name) }) { first, _ in first }
    tracks = Dictionary(agenda.tracks.map { ($0.id, $0.name) }) { first, _ in first }
    names = Dictionary(agenda.people.map { ($0.id, $0.name) }) { first, _ in first }
  }

  func string(_ text: Text?) -> String { text?.string(for: languages) ?? "" }

  /// `10:00-11:00  Welcome`.
  func heading(_ session: Session?) -> String {
    session.map { "\(span($0, isDated: false))  \(string($0.title))" } ?? ""
  }

  /// `Mon 4 Dec 10:00-11:00 Welcome`.
  func dated(_ session: Session) -> String { "\(span(session, isDated: true)) \(string(session.title))" }

  /// `10:00-11:00`, with the conference's day where that is asked for.
  func span(_ session: Session, isDated: Bool) -> String {
    let zone = agenda.conference.zone
    let start = zone.local(session.start).clock
    let clock = session.end.map { $0 > session.start ? "\(start)-\(zone.local($0).clock)" : start } ?? start
    let day = agenda.conference.day(of: session.start)
    return isDated ? "\(messages.text(.shortDay(day))) \(clock)" : clock
  }

  func place(_ session: Session) -> String {
    [session.room.flatMap { rooms[$0] }, session.place].map(string).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  func track(_ session: Session) -> String { string(session.track.flatMap { tracks[$0] }) }

  /// `Jane Doe`, `Jane Doe (Chair)`.
  func people(_ session: Session) -> [String] { people(session.people) }

  private func people(_ parts: [Session.Participation]) -> [String] {
    parts.map { part in
      let name = string(names[part.person])
      let role = string(part.role)
      return role.isEmpty ? name : "\(name) (\(role))"
    }
  }

  /// `1. Opening (Jane Doe) 2. …`.
  func items(_ session: Session) -> String {
    session.items.enumerated().map { index, item in
      let people = people(item.people).joined(separator: ", ")
      return "\(index + 1). \(string(item.title))" + (people.isEmpty ? "" : " (\(people))")
    }.joined(separator: " ")
  }

  func background(_ session: Session) -> [String] {
    agenda.meetings.filter { session.meetings.contains($0.id) }.map { string($0.title) }
      + agenda.documents.filter { session.documents.contains($0.id) }.map { string($0.title) }
  }

  func links(_ session: Session) -> [String] { (session.links + session.attachments).map(link) }

  private func link(_ link: WebLink) -> String {
    let title = string(link.title)
    return title == link.url ? title : "\(title) <\(link.url)>"
  }

  func value(_ aspect: ConferenceAspect) -> String {
    let conference = agenda.conference
    switch aspect {
    case .title: return string(conference.title)
    case .subtitle: return string(conference.subtitle)
    case .organizers: return conference.organizers.map(string).joined(separator: ", ")
    case .venue:
      let venue = conference.venue
      return [venue?.name, venue?.city, venue?.country].map(string).filter { !$0.isEmpty }.joined(separator: ", ")
    case .timeZone: return conference.zone.identifier
    case .dates: return messages.text(.dates(conference.start, conference.end))
    case .language: return conference.language ?? ""
    case .version: return conference.version ?? ""
    case .published: return conference.published.map { messages.text(.date($0)) } ?? ""
    case .status: return conference.status.rawValue
    case .notice: return string(conference.notice)
    case .about: return string(conference.about)
    case .url: return conference.url ?? ""
    case .dayChange: return LocalTime(date: conference.start, secondOfDay: conference.dayChange.minutes * 60).clock
    }
  }

  /// What is said of a thing besides its name.
  func account(of kind: ThingChange.Kind, _ id: String) -> String {
    let parts: [String]
    switch kind {
    case .room, .track: parts = []
    case .person:
      let person = agenda.people.first { $0.id == id }
      parts = [person?.role, person?.affiliation, person?.bio].map(string)
    case .meeting:
      guard let meeting = agenda.meetings.first(where: { $0.id == id }) else { return "" }
      parts =
        [messages.text(meeting.kind.name), messages.text(.date(meeting.date))]
        + [meeting.place, meeting.participants, meeting.focus, meeting.outcome, meeting.text].map(string)
        + meeting.links.map(link)
    case .document:
      guard let document = agenda.documents.first(where: { $0.id == id }) else { return "" }
      parts = [document.kind, document.text].map(string) + document.links.map(link)
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
