import Agenda
import Markup
import Messages
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
    return location.isEmpty ? WritingWords.Mark.toBeAnnounced : location
  }

  /// The formats know no cancelled sessions: the title says it.
  func title(of session: Session) -> String {
    let title = programme.string(session.title)
    return session.status == .cancelled ? WritingWords.Mark.cancelled + title : title
  }

  /// What is said of a session besides its summary: its text, its items, the documents on the table.
  func description(of session: Session) -> String {
    let items = session.items.enumerated().map { "\($0 + 1). \(programme.string($1.title))" }
    let documents = programme.documents(of: session).map { "- \(programme.string($0.title))" }
    func heading(_ words: Message) -> String { programme.words(Message("%s:", words)) + "\n\n" }
    let parts = [
      programme.marks(of: session), ParagraphLines.unwrapped(programme.string(session.details)),
      items.isEmpty ? "" : heading(WritingWords.items) + items.joined(separator: "\n"),
      documents.isEmpty ? "" : heading(WritingWords.documents) + documents.joined(separator: "\n"),
    ]
    return parts.map(SessionDescription.trimmed).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// What the conference calls it, else what it is for us.
  func type(of session: Session) -> String {
    let type = session.type.map(programme.string) ?? ""
    return type.isEmpty ? session.kind.rawValue : type
  }

  /// Whether it is not to be recorded, as what was said is not to be reported either; nil where nobody says.
  func isRecordingRefused(_ session: Session) -> Bool? {
    switch session.attribution {
    case .public: session.isRecorded.map { !$0 }
    case .chathamHouse, .offTheRecord: true
    }
  }

  /// In seconds; nothing where no end is known.
  func length(of session: Session) -> Int64 { session.end.map { $0.since(session.start) } ?? 0 }
}

/// What the c3voc formats tell sessions, people and rooms apart by: numbers and UUIDs.
///
/// Those that an agenda has from such a file are kept as long as they are not used twice; all others are made of the
/// identifiers, so that the apps of attendees know a session again in the next export.
struct ScheduleIdentities {
  /// The conference's short name: lower-case letters, digits and `_`, at least four of them.
  let acronym: String
  private let conference: String
  private var guids: [Session.ID: String] = [:]
  private var numbers: [Session.ID: Int] = [:]
  private var personNumbers: [Person.ID: Int] = [:]

  init(of agenda: Agenda) {
    conference = agenda.conference.id
    acronym = ScheduleIdentities.acronym(of: conference)
    var used: Set<String> = []
    for session in agenda.sessions {
      if let guid = session.guid?.lowercased(), StableNumber.isUUID(guid), used.insert(guid).inserted {
        guids[session.id] = guid
      }
    }
    for session in agenda.sessions where guids[session.id] == nil {
      guids[session.id] = StableNumber.uuid([conference, "session", session.id])
    }
    numbers = ScheduleIdentities.numbers(of: agenda.sessions.map(\.id), salt: [conference, "session"])
    personNumbers = ScheduleIdentities.numbers(of: agenda.people.map(\.id), salt: [conference, "person"])
  }

  func guid(of session: Session) -> String {
    guids[session.id] ?? StableNumber.uuid([conference, "session", session.id])
  }
  func guid(of person: Person) -> String { StableNumber.uuid([conference, "person", person.id]) }
  func guid(ofRoom name: String) -> String { StableNumber.uuid([conference, "room", name]) }
  /// From 1.
  func number(of session: Session) -> Int { numbers[session.id] ?? 1 }
  /// From 1.
  func number(of person: Person) -> Int { personNumbers[person.id] ?? 1 }

  /// `acronym-number-words-of-the-title`.
  func slug(of session: Session, title: String) -> String {
    let words = Identifier.words(of: title)
    return "\(acronym)-\(number(of: session))" + (words.isEmpty ? "" : "-\(words)")
  }

  private static func acronym(of id: String) -> String {
    var name = id.lowercased().utf8.map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
      default: UInt8(ascii: "_")
      }
    }
    while name.count < 4 { name.append(UInt8(ascii: "_")) }
    return String(decoding: name, as: UTF8.self)
  }

  /// Identifiers that are numbers already stay; of the others, in an order that does not depend on the file's, each
  /// gets one made of it, and the next free one where two are made the same.
  private static func numbers(of identifiers: [String], salt: [String]) -> [String: Int] {
    var numbers: [String: Int] = [:]
    var used: Set<Int> = []
    for id in identifiers {
      if let number = Int32(id), number > 0, String(number) == id, used.insert(Int(number)).inserted {
        numbers[id] = Int(number)
      }
    }
    for id in identifiers.sorted() where numbers[id] == nil {
      var number = Int(truncatingIfNeeded: StableNumber.hash(salt + [id]) >> 64) & 0x3FFF_FFFF + 1
      while !used.insert(number).inserted { number += 1 }
      numbers[id] = number
    }
    return numbers
  }
}
