import Agenda
import Markup
import Times

/// What the XML and the JSON of the c3voc formats say alike.
struct ScheduleFacts {
  /// A room of a day with its sessions by time.
  struct RoomDay {
    var name: String
    var sessions: [Session]
  }

  let programme: Programme
  let identities: ScheduleIdentities

  init(_ programme: Programme) {
    self.programme = programme
    identities = ScheduleIdentities(of: programme.agenda)
  }

  private var conference: Conference { programme.conference }

  /// The agenda's version, else when it was published; a file has to have one.
  var version: String { conference.version ?? conference.published?.description ?? "1" }

  func start(of day: Programme.Day) -> String { iso(start(of: day.date)) }

  func end(of day: Programme.Day) -> String { iso(start(of: day.date.advanced(by: 1))) }

  func iso(_ instant: Instant) -> String { WireTime.iso(instant, in: conference.zone) }

  /// When a date's day begins.
  private func start(of date: CalendarDate) -> Instant {
    conference.dayChange.start(of: date, in: conference.zone)
  }

  /// The first and the last day that the schedule has sessions on, or that it has at all.
  var span: (start: CalendarDate, end: CalendarDate) {
    let dates = programme.days.map(\.date)
    return (dates.first ?? conference.start, dates.last ?? conference.end)
  }

  /// The longest step that every start and length is a multiple of, from one minute to one hour.
  var timeslot: String {
    let zone = conference.zone
    let minutes = programme.sessions.flatMap { session in
      [zone.local(session.start).minute, Int(session.end.map { $0.since(session.start) / 60 } ?? 0)]
    }
    return WireTime.length(Int64(minutes.reduce(60, greatestCommonDivisor)) * 60)
  }

  private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  /// The rooms of a day in the order of the agenda, then those places that are no rooms of it; rooms that are called
  /// the same are one here.
  func rooms(of day: Programme.Day) -> [RoomDay] {
    let byName = Dictionary(grouping: day.sessions, by: roomName)
    let known = programme.agenda.rooms.map { programme.string($0.name) } + day.sessions.map(roomName)
    var seen: Set<String> = []
    return known.compactMap { name in
      guard let sessions = byName[name], seen.insert(name).inserted else { return nil }
      return RoomDay(name: name, sessions: sessions)
    }
  }

  /// Every session has to be in a room, so its place serves as one.
  func roomName(of session: Session) -> String {
    let location = programme.location(of: session)
    return location.isEmpty ? WritingWords.toBeAnnounced : location
  }

  /// The formats know no cancelled sessions: the title says it.
  func title(of session: Session) -> String {
    let title = programme.string(session.title)
    return session.status == .cancelled ? WritingWords.cancelled(title) : title
  }

  /// What is said of a session besides its summary: its text, its items, the documents on the table.
  func description(of session: Session) -> String {
    let items = session.items.enumerated().map { "\($0 + 1). \(programme.string($1.title))" }
    let documents = programme.documents(of: session).map { "- \(programme.string($0.title))" }
    let parts = [
      ParagraphLines.unwrapped(programme.string(session.details)),
      items.isEmpty ? "" : "\(WritingWords.items):\n\n" + items.joined(separator: "\n"),
      documents.isEmpty ? "" : "\(WritingWords.documents):\n\n" + documents.joined(separator: "\n"),
    ]
    return parts.map(SessionDescription.trimmed).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// What was said is not to be reported, still less recorded.
  func isRecordingRefused(_ session: Session) -> Bool {
    switch session.attribution {
    case .public: false
    case .chathamHouse, .offTheRecord: true
    }
  }

  /// In seconds; nothing where no end is known.
  func length(of session: Session) -> Int64 { session.end.map { $0.since(session.start) } ?? 0 }
}
