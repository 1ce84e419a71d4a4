import Agenda
import JSON
import Markup

/// Reads JSON that follows none of the known formats and has sessions all the same: objects with a title and a start, in a
/// list, below days, or in a grid of days, times and rooms, perhaps beside lists of the people, rooms and types that they
/// name by id.
///
/// Fields are known by the names that they usually have, whatever their case and hyphens, or by those that the user says;
/// a title or text may stand in an object for each language.
final class SessionListReader {
  let log: ProblemLog
  private let progress: (Double) -> Bool
  private let names: SessionFieldNames
  private(set) var draft = ScheduleDraft()
  private(set) var isCancelled = false
  /// Names of rooms, types and tags by their ids.
  private var known: [String: String] = [:]
  private var roomKeys: Set<String> = []
  private var speakers: [String: PersonDraft] = [:]
  private var days: WrittenDays
  private let today: CalendarDate
  private var leftOut = 0

  init(
    _ choices: [ColumnChoice], today: CalendarDate, log: ProblemLog, progress: @escaping (Double) -> Bool
  ) {
    (self.log, self.progress, self.today) = (log, progress, today)
    names = SessionFieldNames(choices)
    days = WrittenDays(today: today, log: log)
  }

  /// Reads all sessions in a file; false where there is nothing like them.
  func read(_ root: JSONValue) -> Bool {
    if let fields = fields(root) { lookUp(fields) }
    days.look(at: dates(in: root))
    walk(root, Place(), depth: 0)
    if draft.sessions.isEmpty, leftOut == 0 { readWithoutDays(root) }
    if leftOut > 0 { log.report(.outline(.stateLeftOut(count: leftOut))) }
    return !draft.sessions.isEmpty || leftOut > 0
  }

  /// Fewer times without a date may be of anything.
  private static let leastWithoutDays = 3

  /// Clocks alone are those of one day that nobody has named.
  private func readWithoutDays(_ root: JSONValue) {
    var place = Place()
    place.day = today
    walk(root, place, depth: 0)
    if draft.sessions.count < Self.leastWithoutDays {
      draft.sessions = []
    } else {
      log.report(.outline(.noDate(date: today)))
    }
  }

  private func fields(_ value: JSONValue?) -> JSONFields? { JSONFields(value, log, isFolded: true) }

  private func lookUp(_ root: JSONFields) {
    draft.title =
      root.text("conferencename") ?? root.object("conference")?.text("title") ?? root.object("event")?.text("name")
      ?? root.text("title") ?? root.text("name")
    // `Web Summit 2015`
    days.year = draft.title?.variants.first?.string.split(separator: " ").compactMap { Int($0) }
      .first { (1_990...2_200).contains($0) }
    for list in ["rooms", "sessiontypes", "types", "tracks", "categories", "tags", "locations"]
    where root[list]?.kind == .array {
      for value in root.list(list) {
        guard let fields = fields(value), let name = fields.localized("name")?.variants.first?.string else { continue }
        for id in ["id", "tag", "slug"] { if let id = fields.string(id) { known[id] = name } }
        if list == "rooms" || list == "locations" {
          draft.rooms.append(name)
          roomKeys.formUnion([fields.string("id"), name].compactMap(\.self))
        }
      }
    }
    for list in ["speakers", "people", "persons"] {
      let values =
        root[list]?.kind == .object ? root[list]?.names.map(\.valueOfName) : root[list].map { Array($0.values) }
      for value in values ?? [] {
        guard let person = JSONPeople.person(value, log) else { continue }
        if let key = person.key { speakers[key] = person }
        if root["sessions"] != nil { draft.people.append(person) }
      }
    }
  }

  /// Texts of one value or another that may be dates of two numbers in one order or the other.
  private func dates(in value: JSONValue, depth: Int = 0) -> [Substring] {
    if let text = value.rawString { return text.utf8.contains(UInt8(ascii: "/")) ? [Substring(text)] : [] }
    guard depth < Self.depthLimit else { return [] }
    let values = value.kind == .array ? Array(value.values) : value.names.map(\.valueOfName)
    return values.flatMap { dates(in: $0, depth: depth + 1) }
  }

  // The way to the sessions

  /// What is known of a session by where it stands.
  private struct Place {
    var day: CalendarDate?
    var clock: Int?
    var end: Int?
    var room: String?
  }

  private static let depthLimit = 8

  private func walk(_ value: JSONValue, _ place: Place, depth: Int) {
    guard depth < Self.depthLimit, !isCancelled else { return }
    if value.kind == .array {
      for (index, item) in value.values.enumerated() {
        if !progress(item.share) { return isCancelled = true }
        var place = place
        if place.day == nil, let day = day(of: item, index) { place.day = day }
        walk(item, place, depth: depth + 1)
      }
      return
    }
    guard let object = fields(value) else { return }
    if session(object, place) { return }
    var place = place
    // A slot of time that several are in.
    if place.clock == nil, let time = object.string(of: names.times).flatMap({ WrittenTime(Substring($0)) }),
      time.rest.isEmpty
    {
      (place.clock, place.end) = (time.start, time.end)
    }
    for name in value.names {
      guard let key = name.rawString, name.valueOfName.kind == .array || name.valueOfName.kind == .object else {
        continue
      }
      var inner = place
      if let day = LooseTime.date(key) ?? days.shortDate(key, weekday: nil, at: Problem.Place(line: value.line)) {
        inner.day = day
      } else if place.day != nil, place.clock == nil, let clock = Self.clock(key) {
        inner.clock = clock
      } else if roomKeys.contains(key) || (place.day != nil && !names.isContainer(key)) {
        inner.room = known[key] ?? key
      } else if !names.isContainer(key) {
        continue
      }
      walk(name.valueOfName, inner, depth: depth + 1)
    }
  }

  /// `530` of minutes after midnight, `08:50`.
  private static func clock(_ key: String) -> Int? {
    if let clock = LooseTime.lateClock(key),
      key.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") })
    {
      return clock
    }
    return Int(key).flatMap { (0..<2_880).contains($0) ? $0 * 60 : nil }
  }

  /// The day that an object with sessions in it is: by its date, else by its place among its like.
  private func day(of value: JSONValue, _ index: Int) -> CalendarDate? {
    guard let fields = fields(value),
      fields["items"]?.kind == .array || fields["sessions"]?.kind == .array || fields["events"]?.kind == .array
        || fields["talks"]?.kind == .array
    else { return nil }
    for name in ["date", "day", "name", "title", "id"] {
      let place = Problem.Place(line: value.line)
      guard let text = fields.string(name),
        let date = days.wholeDate(text, at: place)
          ?? days.shortDate(
            text, weekday: fields.string("day").flatMap { DateWords.weekday($0.lowercased()) }, at: place)
      else { continue }
      return date
    }
    let isDay = ["id", "name", "title"].contains { fields.string($0)?.lowercased().has(part: "day") ?? false }
    guard isDay, let list = fields["items"] ?? fields["sessions"] ?? fields["events"],
      let first = list.values.first(where: { _ in true }),
      let session = self.fields(first), let time = session.string(of: names.times), LooseTime.moment(time) == nil
    else { return nil }
    if index == 0 { log.report(.outline(.noDate(date: today))) }
    return today.advanced(by: index)
  }

  // A session

  /// Takes an object that is a session; false where it is none.
  private func session(_ fields: JSONFields, _ place: Place) -> Bool {
    let value = fields.value
    let at = Problem.Place(line: value.line)
    var place = place
    if place.day == nil { place.day = fields.string(of: names.dates).flatMap { days.wholeDate($0, at: at) } }
    // A session that is given several times stands in the grid several times.
    let slots = fields["slots"]?.kind == .array ? fields.list("slots").compactMap { self.fields($0) } : []
    let slot =
      slots.first { $0.string("start").flatMap { LooseTime.moment($0) }?.written.date == place.day } ?? slots.first
    let start = fields.string(of: names.starts) ?? slot?.string(of: names.starts)
    let moment = start.flatMap { days.moment($0, at: at) }
    let time = fields.string(of: names.times).flatMap { WrittenTime(Substring($0)) }
    guard
      moment != nil
        || (place.day != nil
          && (time != nil || place.clock != nil || start.flatMap { LooseTime.lateClock($0) } != nil)),
      let title = names.titles.lazy.compactMap({ fields.localized($0) }).first
        ?? (time != nil ? fields.text("description") : nil)
    else { return false }
    if let state = fields.string(of: ["state", "proposalstate"])?.lowercased(), Self.states.contains(state) {
      leftOut += 1
      return true
    }
    var session = SessionDraft(
      place: Problem.Place(line: value.line, path: value.shownPath, session: title.variants.first?.string))
    session.id = fields.string(of: ["id", "code", "guid", "uid", "confkey"])
    session.title = title
    if names.titles.contains(where: { fields[$0] != nil }) {
      session.description = names.texts.lazy.compactMap { fields.localized($0) }.first
    }
    if let text = fields.text("shortabstract"), text != session.description { session.abstract = text }
    session.subtitle = fields.text("subtitle").flatMap { $0.string(for: []).contains(" ") ? $0 : nil }
    session.listedDay = place.day
    EventTimes.read(
      into: &session, date: moment == nil ? fields.string("date") : nil, start: start,
      end: fields.string(of: names.ends) ?? slot?.string(of: names.ends),
      duration: fields.string(of: names.lengths) ?? slot?.string("duration"), log: log
    ) { days.moment($0, at: at) }
    if session.start == nil, let day = place.day, let second = time?.start ?? place.clock {
      session.start = .listed(under: day, second: second)
      session.unreadStart = nil
      if let end = time?.end ?? place.end, end > second { session.length = Int64(end - second) }
    }
    setPlace(of: &session, fields, slot, place)
    session.track = names.tracks.lazy.compactMap { self.name(fields, $0) }.first
    session.type =
      name(fields, "sessiontype") ?? name(fields, "submissiontype") ?? name(fields, "type") ?? fields.string("kind")
    session.language = fields.string(of: names.languages)
    session.people = people(fields)
    if fields.flag("cancelled") || fields.flag("iscancelled") { session.status = .cancelled }
    if let status = fields.string("status") {
      session.status = session.status ?? Session.Status(rawValue: status.lowercased())
    }
    for (name, title) in SessionFieldNames.pages where fields[name]?.rawString != nil {
      if let url = fields.string(name) { session.pages.append(SessionDraft.Link(title: title, url: url)) }
    }
    for (name, title) in SessionFieldNames.files where fields[name]?.rawString != nil {
      if let url = fields.string(name) { session.attachments.append(SessionDraft.Link(title: title, url: url)) }
    }
    draft.sessions.append(session)
    return true
  }

  /// States of what is in no programme (Open Event, pretalx).
  private static let states: Set<String> = [
    "rejected", "pending", "draft", "withdrawn", "declined", "submitted", "canceled", "deleted",
  ]

  private func setPlace(of session: inout SessionDraft, _ fields: JSONFields, _ slot: JSONFields?, _ place: Place) {
    session.room = names.rooms.lazy.compactMap { self.name(fields, $0) }.first
    if session.room == nil { session.room = fields.string(of: ["roomid"]).flatMap { known[$0] } }
    if session.room == nil, let slot { session.room = name(slot, "room") }
    session.room = session.room ?? place.room
  }

  /// A name, an object with a name, or the id of one in the file's own lists.
  private func name(_ fields: JSONFields, _ field: String) -> String? {
    guard let value = fields[field] else { return nil }
    if let object = self.fields(value) {
      return object.localized("name")?.variants.first?.string ?? object.string("title")
    }
    guard value.kind != .array, let text = fields.string(field) else { return nil }
    return known[text] ?? text
  }

  private func people(_ fields: JSONFields) -> [PersonDraft] {
    guard let value = names.people.lazy.compactMap({ fields[$0] }).first else { return [] }
    let values = value.kind == .array ? Array(value.values) : [value]
    return values.flatMap { value -> [PersonDraft] in
      let text = value.rawString ?? (value.kind == .number ? value.excerpt : nil)
      if let text, let known = speakers[text] { return [known] }
      // One line may name several.
      if let text, value.kind == .string, values.count == 1, text.contains(",") { return WrittenNames.list(text) }
      return [JSONPeople.person(value, log)].compactMap(\.self)
    }
  }
}

/// What fields of a session are called in JSON, folded; the user's own words go before.
struct SessionFieldNames {
  private(set) var titles = ["title", "name"]
  private(set) var starts = [
    "start", "startsat", "starttime", "stime", "startdate", "starttimestamp", "startdatetime", "begin", "from",
    "date",
  ]
  private(set) var ends = ["end", "endsat", "endtime", "etime", "enddate", "endtimestamp", "enddatetime", "until"]
  private(set) var times = ["time", "timerange", "when", "hours"]
  /// Of a clock time that stands in a field of its own.
  private(set) var dates = ["date", "day", "startdate"]
  private(set) var lengths = ["duration", "length"]
  private(set) var texts = ["description", "longabstract", "abstract", "body", "summary", "text"]
  private(set) var rooms = ["room", "place", "location", "roomname", "microlocation", "venue"]
  private(set) var tracks = ["track", "category", "type"]
  private(set) var people = ["speakers", "speaker", "persons", "presenters", "people", "authors"]
  private(set) var languages = ["language", "languageid", "lang", "contentlocale", "locale"]
  private let isOpen: Bool

  static let pages = [
    ("url", ReadingWords.sessionPage), ("uri", ReadingWords.sessionPage), ("shareurl", ReadingWords.sessionPage),
    ("confurl", ReadingWords.sessionPage), ("link", ReadingWords.sessionPage), ("live", ReadingWords.live),
    ("record", ReadingWords.recording), ("movieurl", ReadingWords.recording), ("videourl", ReadingWords.recording),
    ("youtubeurl", ReadingWords.recording),
  ]
  static let files = [
    ("slide", ReadingWords.slides), ("slideurl", ReadingWords.slides), ("slidesurl", ReadingWords.slides),
  ]

  /// Where sessions may stand in.
  private static let containers: Set<String> = [
    "sessions", "events", "talks", "items", "schedule", "data", "days", "program", "programme", "agenda", "timetable",
    "sprints",
    "extra", "slots", "timeslots", "entries", "rooms", "results", "conference", "presentations", "sessiongroups",
    "workshops", "schedules", "sections", "blocks", "activities", "list", "parts", "content",
  ]

  init(_ choices: [ColumnChoice]) {
    isOpen = !choices.isEmpty
    for choice in choices {
      let name = [ColumnChoice.folded(choice.column)]
      switch choice.field {
      case .title: titles = name
      case .start: starts = name
      case .date: dates = name
      case .time: times = name
      case .end: ends = name
      case .length: lengths = name
      case .room, .place: rooms = name
      case .people: people = name
      case .track: tracks = name
      case .text: texts = name
      case .language: languages = name
      case .type, .id, .status, .optional, .rule, .url, .items, .documents, .background, .links, .attachments, .ignored:
        break
      }
    }
  }

  /// Whether a field may hold sessions; any may where the user has said how they look.
  func isContainer(_ key: String) -> Bool { isOpen || Self.containers.contains(ColumnChoice.folded(key)) }
}
