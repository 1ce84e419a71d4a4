import Agenda
import CSQLite

/// Reads what every start needs, with as few questions as there are kinds of rows.
enum ConferenceReader {
  static func conference(_ database: Database) throws(CatalogueError) -> (ConferenceCard, longest: Int64) {
    let row = try Statement(
      """
      SELECT id, title, subtitle, venue, city, country, zone, start, end, status, version, published, notice,
        about, url, problems, longest, dayChange, states FROM conference
      """, in: database)
    guard try row.step() else {
      throw CatalogueError(operation: .open, code: SQLITE_CORRUPT, message: "no conference")
    }
    var card = ConferenceCard()
    (card.id, card.title, card.subtitle) = (row.text(0), row.text(1), row.text(2))
    (card.venue, card.city, card.country) = (row.text(3), row.text(4), row.text(5))
    card.start = CalendarDate(dayNumber: Int(row.integer(7)))
    card.end = CalendarDate(dayNumber: Int(row.integer(8)))
    card.status = Conference.Status(rawValue: row.text(9)) ?? .final
    card.version = row.text(10)
    card.published = row.optionalInteger(11).map { CalendarDate(dayNumber: Int($0)) }
    (card.notice, card.about, card.url) = (row.text(12), row.text(13), row.text(14))
    card.problemCount = Int(row.integer(15))
    let longest = row.integer(16)
    card.dayChange = DayChange(minutes: Int(row.integer(17)))
    card.hasStates = row.integer(18) != 0

    let offsets = try Statement("SELECT start, offset, abbreviation FROM transition ORDER BY rowid", in: database)
    var transitions: [OffsetTable.Transition] = []
    while try offsets.step() {
      transitions.append(
        .init(
          start: Instant(seconds: offsets.integer(0)), offset: Int(offsets.integer(1)), abbreviation: offsets.text(2)))
    }
    card.zone = OffsetTable(identifier: row.text(6), transitions: transitions)

    let organizers = try Statement("SELECT name FROM organizer ORDER BY rowid", in: database)
    while try organizers.step() { card.organizers.append(organizers.text(0)) }
    return (card, longest)
  }

  static func days(_ database: Database) throws(CatalogueError) -> [Day] {
    let row = try Statement("SELECT date, count FROM day ORDER BY day", in: database)
    var days: [Day] = []
    while try row.step() {
      days.append(Day(date: CalendarDate(dayNumber: Int(row.integer(0))), sessionCount: Int(row.integer(1))))
    }
    return days
  }
}

/// The rooms and tracks, which many sessions share, by their numbers.
struct NameTable {
  struct Entry {
    var id: String
    var name: String
    /// `#rrggbb`, or empty.
    var color: String
    /// How to get to a room, or empty.
    var way: String

    init(id: String, name: String, color: String = "", way: String = "") {
      (self.id, self.name, self.color, self.way) = (id, name, color, way)
    }

    /// A value that is chosen.
    init(_ choice: FilterChoice) { self.init(id: choice.id, name: choice.name) }
  }

  private(set) var rooms: [Entry] = []
  private(set) var tracks: [Entry] = []

  init(_ database: Database) throws(CatalogueError) {
    let room = try Statement("SELECT id, name, way FROM room ORDER BY room", in: database)
    while try room.step() { rooms.append(Entry(id: room.text(0), name: room.text(1), way: room.text(2))) }
    let track = try Statement("SELECT id, name, color FROM track ORDER BY track", in: database)
    while try track.step() { tracks.append(Entry(id: track.text(0), name: track.text(1), color: track.text(2))) }
  }

  /// The first room of this identifier.
  func room(_ id: String) -> Int? { rooms.firstIndex { $0.id == id } }

  func track(_ id: String) -> Int? { tracks.firstIndex { $0.id == id } }

  static func name(_ number: Int, in entries: [Entry]) -> String {
    entries.indices.contains(number) ? entries[number].name : ""
  }
}

extension ConferenceCard {
  /// What is said of a page, from its columns `detail` and `time`.
  func detail(_ type: Subject.Kind, _ text: String, _ time: Int64) -> PageDetail {
    switch type {
    case .session:
      let start = Instant(catalogued: time)
      return .session(day: date(of: start), start: zone.local(start))
    case .meeting: return .meeting(PartialDate(code: time), place: text)
    case .conference: return .conference(first: start, last: end)
    case .document, .person, .room: return .text(text)
    }
  }
}
