public import Agenda
public import Messages

/// What is written: the sessions of an agenda that are in a scope, day by day, and what they refer to.
///
/// All identifiers are computed from the whole agenda, so that a session is the same in every export of it.
public struct Programme: Sendable {
  /// A day and its sessions by time; those at the same time are in the order of their rooms, then of the file.
  struct Day: Sendable {
    /// From 1, counted over all days of the conference.
    var number: Int
    var date: CalendarDate
    var sessions: [Session]
  }

  let agenda: Agenda
  let scope: ExportScope
  /// When it is written.
  let stamp: Instant
  /// The program's version, which the formats name as their generator's.
  let generatorVersion: String
  /// Of everything, all days of the conference, those without sessions too; of less, those with sessions.
  let days: [Day]
  let rooms: [Room.ID: Room]
  let tracks: [Track.ID: Track]
  let people: [Person.ID: Person]
  let meetings: [Meeting.ID: Meeting]
  let documents: [Document.ID: Document]
  private let languages: [String]
  private let messages: Messages

  /// - Parameters:
  ///   - languages: of the reader, best first: of a text in several languages the formats hold one.
  ///   - messages: the language of all other words.
  ///   - stamp: the time of writing.
  public init(
    of agenda: Agenda, scope: ExportScope = .everything, languages: [String], messages: Messages,
    stamp: Instant, generatorVersion: String
  ) {
    self.agenda = agenda
    self.scope = scope
    self.languages = languages
    self.messages = messages
    self.stamp = stamp
    self.generatorVersion = generatorVersion
    rooms = Programme.table(agenda.rooms)
    tracks = Programme.table(agenda.tracks)
    people = Programme.table(agenda.people)
    meetings = Programme.table(agenda.meetings)
    documents = Programme.table(agenda.documents)
    days = Programme.days(of: agenda, in: scope)
  }

  public var sessionCount: Int { days.reduce(0) { $0 + $1.sessions.count } }

  var conference: Conference { agenda.conference }
  var sessions: [Session] { days.flatMap(\.sessions) }

  /// Every day that the agenda has, by date; what may be asked for as a scope.
  public static func dates(of agenda: Agenda) -> [CalendarDate] {
    let conference = agenda.conference
    var numbers = Set(agenda.sessions.map { conference.day(of: $0.start).dayNumber })
    // A conference of years is a slip of the pen: only days with sessions are days then.
    if conference.end.dayNumber - conference.start.dayNumber < 366 {
      numbers.formUnion(conference.start.dayNumber...max(conference.start.dayNumber, conference.end.dayNumber))
    }
    return numbers.sorted().map { CalendarDate(dayNumber: $0) }
  }

  private static func days(of agenda: Agenda, in scope: ExportScope) -> [Day] {
    let conference = agenda.conference
    let roomOrder = Dictionary(agenda.rooms.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let chosen = agenda.sessions.enumerated().filter { scope.contains($1, of: conference) }
    let sorted = chosen.sorted { a, b in
      func rank(_ room: Room.ID?) -> Int { room.flatMap { roomOrder[$0] } ?? Int.max }
      let (left, right) = (a.element, b.element)
      return (left.start, rank(left.room), a.offset) < (right.start, rank(right.room), b.offset)
    }
    let byDate = Dictionary(grouping: sorted.map(\.element)) { conference.day(of: $0.start) }
    return dates(of: agenda).enumerated().compactMap { index, date in
      let sessions = byDate[date] ?? []
      return sessions.isEmpty && !scope.isEverything ? nil : Day(number: index + 1, date: date, sessions: sessions)
    }
  }

  private static func table<Value: Identifiable>(_ values: [Value]) -> [Value.ID: Value] {
    Dictionary(values.map { ($0.id, $0) }) { first, _ in first }
  }
}

/// Which sessions are written: all, or those that pass everything that is given here.
public struct ExportScope: Equatable, Sendable {
  /// Only sessions of this day, as the conference counts its days.
  public var day: CalendarDate?
  /// Only sessions in this room.
  public var room: Room.ID?
  /// Only what is on the user's plan.
  public var plan: PlanScope?

  public static let everything = ExportScope()

  public init(day: CalendarDate? = nil, room: Room.ID? = nil, plan: PlanScope? = nil) {
    (self.day, self.room, self.plan) = (day, room, plan)
  }

  public var isEverything: Bool { self == .everything }

  func contains(_ session: Session, of conference: Conference) -> Bool {
    if let day, conference.day(of: session.start) != day { return false }
    if let room, session.room != room { return false }
    return plan?.sessions.contains(session.id) ?? true
  }
}

/// What of a programme is on somebody's plan, and what else that has.
public struct PlanScope: Equatable, Sendable {
  /// An entry beside the programme.
  public struct Appointment: Equatable, Sendable {
    /// No session's.
    public var id: String
    /// A greater one after each change.
    public var revision: Int
    /// One line each; the place may be empty.
    public var title: String
    public var place: String
    public var start: Instant
    /// Not before `start`.
    public var end: Instant

    public init(id: String, revision: Int, title: String, place: String, start: Instant, end: Instant) {
      (self.id, self.revision, self.title, self.place) = (id, revision, title, place)
      (self.start, self.end) = (start, max(start, end))
    }
  }

  /// Identifiers that the agenda does not have count for nothing.
  public var sessions: Set<Session.ID>
  /// Those of them to which somebody perhaps goes.
  public var tentative: Set<Session.ID>
  /// Only calendars have them: nothing else is about what is beside the programme.
  public var appointments: [Appointment]
  /// Minutes before each entry at which a calendar reminds of it; nil where it does not.
  public var reminder: Int?

  public init(
    sessions: Set<Session.ID>, tentative: Set<Session.ID> = [], appointments: [Appointment] = [], reminder: Int? = nil
  ) {
    (self.sessions, self.tentative, self.appointments) = (sessions, tentative, appointments)
    self.reminder = reminder
  }
}

extension Programme {
  /// Entries of the user's own, by day as sessions are; none where a room is asked for, since they are in none of these.
  var appointments: [PlanScope.Appointment] {
    guard let plan = scope.plan, scope.room == nil else { return [] }
    return plan.appointments.filter { scope.day == nil || conference.day(of: $0.start) == scope.day }
  }

  public var hasAppointments: Bool { !appointments.isEmpty }
}

extension Programme {
  /// A text in the reader's language; empty without one.
  func string(_ text: Text?) -> String { text?.string(for: languages) ?? "" }

  /// A message in the language of what is written.
  func words(_ message: Message) -> String { messages.text(message) }

  /// The language of what `string` gives, where it is known: the text's own, or the conference's.
  func language(of text: Text?) -> String? {
    let string = string(text)
    let variant = text?.variants.first { $0.string == string }
    return variant.flatMap { $0.language.isEmpty ? nil : $0.language } ?? conference.language
  }

  /// Where a session is: its room, else its place; empty where neither is known.
  func location(of session: Session) -> String {
    [session.room.flatMap { rooms[$0] }?.name, session.place].lazy.map { string($0) }.first { !$0.isEmpty } ?? ""
  }

  func track(of session: Session) -> Track? { session.track.flatMap { tracks[$0] } }

  /// Everybody who takes part in a session or one of its items, once, with the part first named.
  func participants(of session: Session) -> [(person: Person, role: String)] {
    var seen: Set<Person.ID> = []
    return (session.people + session.items.flatMap(\.people)).compactMap { part in
      guard let person = people[part.person], seen.insert(part.person).inserted else { return nil }
      return (person, string(part.role))
    }
  }

  /// The documents of a session and its items, once each.
  func documents(of session: Session) -> [Document] {
    unique(session.documents + session.items.flatMap(\.documents)).compactMap { documents[$0] }
  }

  /// The meetings that led to a session and its items, once each.
  func meetings(of session: Session) -> [Meeting] {
    unique(session.meetings + session.items.flatMap(\.meetings)).compactMap { meetings[$0] }
  }

  private func unique(_ identifiers: [String]) -> [String] {
    var seen: Set<String> = []
    return identifiers.filter { seen.insert($0).inserted }
  }
}
