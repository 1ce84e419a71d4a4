import Agenda
import Catalogue
import Messages
import Notes

/// The programme as it is looked at: which day, which rows of it, and which row is selected.
struct Programme {
  /// What a view asks to be changed.
  enum Change {
    /// Select a row of the day and leave what was read before it.
    case row(Int)
    case day(Int)
    case now
    case filter(Filter)
    case clearFilters
    /// As it was looked at before.
    case restore(Programme)
  }

  /// The part of a day that is kept.
  enum Time: Equatable, Sendable {
    case now
    case toCome
    /// What goes on or begins from this second of the day on, as the clock on the screen has it.
    case from(second: Int)
  }

  /// One respect in which rows are kept; nil keeps all.
  enum Filter: Equatable, Sendable {
    case kind(Session.Kind?)
    case person(Person.ID?, name: String)
    case room(Room.ID?, name: String)
    case track(Track.ID?, name: String)
    case language(String?)
    case type(String?)
    case building(String?)
    case recorded(Bool?)
    case time(Time?)
    /// In any grade, or in one.
    case starred(Bool, Plan.Grade? = nil)
  }

  /// The names of the values that are kept, which are known when they are chosen.
  struct Names: Equatable {
    var person = ""
    var room = ""
    var track = ""
  }

  /// Index into the catalogue's days.
  var day = 0
  var rows = SessionList()
  /// Index into `rows`; 0 where there are none.
  var selected = 0
  private(set) var filter = SessionFilter()
  private(set) var names = Names()
  private(set) var isStarredOnly = false
  /// The only grade that is kept of what is starred; nil keeps all.
  private(set) var grade: Plan.Grade?
  private(set) var time: Time?
  /// Which session was selected when a day was left, by the day.
  private var places: [Int: Session.ID] = [:]
  /// Sessions that are on at this minute.
  private(set) var running: Set<Session.ID> = []
  /// The session that comes next while nothing is on; nil where it is on another day than now.
  private(set) var upcoming: Session.ID?
  /// The first row of the day that is on, or comes next while nothing is, so that nobody has to look for it at every key.
  private(set) var firstTimed: Int?
  /// Index of the day of now into the catalogue's days; nil on none of them.
  private(set) var today: Int?
  /// How the day is shown where it is crowded.
  private(set) var order = DayOrder()
  /// Counts lists that were read anew and are seen from their top.
  var lists = 0
  /// Counts the times that the selected row is to stand a third down, with what comes after it.
  var aims = 0

  var selectedRow: SessionRow? { rows.indices.contains(selected) ? rows[selected] : nil }
  /// Sessions that have a line about now under them.
  var timed: Set<Session.ID> { upcoming.map { [$0] } ?? running }
  var isFiltered: Bool { isStarredOnly || time != nil || !filter.isEmpty }
  /// Whether what is kept is another thing every minute.
  var isOfMoment: Bool { time == .now || time == .toCome }

  /// What is kept, one by one.
  var set: [Filter] {
    var set: [Filter] = []
    if isStarredOnly { set.append(.starred(true, grade)) }
    if let time { set.append(.time(time)) }
    if let kind = filter.kind { set.append(.kind(kind)) }
    if let type = filter.type { set.append(.type(type)) }
    if let track = filter.track { set.append(.track(track, name: names.track)) }
    if let building = filter.building { set.append(.building(building)) }
    if let room = filter.room { set.append(.room(room, name: names.room)) }
    if let person = filter.person { set.append(.person(person, name: names.person)) }
    if let language = filter.language { set.append(.language(language)) }
    if let isRecorded = filter.isRecorded { set.append(.recorded(isRecorded)) }
    return set
  }

  /// The session that was selected on the day when it was left last.
  var remembered: Session.ID? { places[day] }

  /// Looks at another day, and remembers the place on the present one.
  mutating func turn(to day: Int) {
    if let selectedRow { places[self.day] = selectedRow.id }
    self.day = day
  }

  mutating func clearFilters() {
    (filter, names, isStarredOnly, grade, time) = (SessionFilter(), Names(), false, nil, nil)
  }

  mutating func keep(_ change: Filter) {
    switch change {
    case .kind(let kind): filter.kind = kind
    case .person(let id, let name): (filter.person, names.person) = (id, name)
    case .room(let id, let name): (filter.room, names.room) = (id, name)
    case .track(let id, let name): (filter.track, names.track) = (id, name)
    case .language(let language): filter.language = language
    case .type(let type): filter.type = type
    case .building(let building): filter.building = building
    case .recorded(let isRecorded): filter.isRecorded = isRecorded
    case .time(let time):
      self.time = time
      // Until it is known when that is; nothing passes for all.
      (filter.startsBy, filter.startsAfter, filter.endsAfter) = (time == nil ? nil : .min, nil, nil)
    case .starred(let isOn, let grade): (isStarredOnly, self.grade) = (isOn, isOn ? grade : nil)
    }
  }

  /// Works out when the part of the day is that is kept, on the day that is looked at.
  mutating func settleTime(_ catalogue: Catalogue, _ zone: OffsetTable, at now: Instant) {
    (filter.startsBy, filter.startsAfter, filter.endsAfter) = (nil, nil, nil)
    switch time {
    case .now: (filter.startsBy, filter.endsAfter) = (now.seconds, now.seconds)
    case .toCome: filter.startsAfter = now.seconds
    case .from(let second):
      guard catalogue.days.indices.contains(day) else { return }
      let date = catalogue.days[day].date
      let start = zone.instant(LocalTime(date: date, secondOfDay: second))
      // Small hours are the end of the conference's day.
      let isNight = catalogue.conference.date(of: start) < date
      filter.endsAfter = start.seconds + (isNight ? 86_400 : 0)
    case nil: break
    }
  }

  /// Looks at the same day of another catalogue, or the last one before it, and keeps what is called the same there.
  mutating func follow(from old: Catalogue, to new: Catalogue) {
    if old.days.indices.contains(day) {
      let date = old.days[day].date
      day = new.days.lastIndex { $0.date <= date } ?? 0
    }
    // Days may be others, and identifiers too.
    places = [:]
    // Identifiers may have been given anew.
    if let room = filter.room { filter.room = new.choices(.room).followed(room, names.room) }
    if let track = filter.track {
      filter.track =
        new.allTracks.first { ($0.id, $0.name) == (track, names.track) }?.id
        ?? new.allTracks.first { $0.name == names.track }?.id
    }
    if let person = filter.person { filter.person = new.choices(.person).followed(person, names.person) }
  }

  /// Selects the first row that does not start before an instant, else the last.
  mutating func selectFirst(notBefore start: Instant) {
    selected = rows.firstIndex { $0.start >= start } ?? max(0, rows.count - 1)
  }

  /// Reads the rows of the day anew, as the filters allow, and selects a session where it is among them.
  mutating func load(
    _ catalogue: Catalogue, _ zone: OffsetTable, _ starred: Set<Session.ID>?, at now: Instant, selecting id: Session.ID?
  ) {
    settleTime(catalogue, zone, at: now)
    guard catalogue.days.indices.contains(day) else {
      (rows, selected, order) = (SessionList(), 0, DayOrder())
      return
    }
    rows = catalogue.list(onDay: day, matching: filter, starred: starred)
    selected = id.flatMap { rows.index(of: $0) } ?? 0
    refresh(catalogue, at: now)
  }

  /// Finds which sessions of the day are on at this minute, or what comes next on the day of now.
  mutating func refresh(_ catalogue: Catalogue, at now: Instant) {
    let current = catalogue.current(at: now)
    let today = catalogue.conference.date(of: now)
    let day = catalogue.days.firstIndex { $0.date == today }
    self.today = day
    let next = current.isEmpty ? catalogue.next(after: now).flatMap { $0.day == day ? $0 : nil } : nil
    running = Set(current.map(\.id))
    upcoming = next?.id
    let rows = rows
    firstTimed = (next.map { [$0] } ?? current).lazy.compactMap { rows.index(ofNumber: $0.row) }.first
    order = DayOrder(
      rows, running: current.compactMap { rows.index(ofNumber: $0.row) }, isToday: self.day == day, at: now)
  }

  /// Selects what is on when a session that is not in the list begins, else what comes next, else the last.
  mutating func selectNearest(to gone: SessionRow) {
    let place = rows.place(ofNumber: gone.row)
    let isOn = place > 0 && rows[place - 1].end.map { $0 > gone.start } ?? false
    selected = max(0, min(isOn ? place - 1 : place, rows.count - 1))
  }
}

extension Programme.Filter {
  /// The same respect, in which all is kept.
  var cleared: Programme.Filter {
    switch self {
    case .kind: .kind(nil)
    case .person: .person(nil, name: "")
    case .room: .room(nil, name: "")
    case .track: .track(nil, name: "")
    case .language: .language(nil)
    case .type: .type(nil)
    case .building: .building(nil)
    case .recorded: .recorded(nil)
    case .time: .time(nil)
    case .starred: .starred(false)
    }
  }
}

extension ChoiceList {
  /// The identifier of what has a name, its old one where that still does; nil where nothing is called so any more.
  fileprivate func followed(_ id: String, _ name: String) -> String? {
    var found: String?
    for choice in self where choice.name == name {
      if choice.id == id { return id }
      found = found ?? choice.id
    }
    return found
  }
}

extension World {
  /// The names of the twelve months, January first.
  var monthNames: [String] { (1...12).map { text(.month($0)) } }

  /// The stars that a filter keeps; nil where it is not about stars.
  var keptStars: Set<Session.ID>? {
    guard programme.isStarredOnly else { return nil }
    guard let grade = programme.grade else { return stars.starred }
    return Set(stars.plan.grades.filter { $0.value == grade }.keys)
  }

  /// What a filter keeps, in words.
  func words(of filter: Programme.Filter) -> Message {
    switch filter {
    case .kind(let kind): kind?.plural ?? Message("Every kind")
    case .person(_, let name), .room(_, let name), .track(_, let name): .data(name)
    case .language(let value), .type(let value): .data(value ?? "")
    case .building(let name): Message("building %s", name ?? "")
    case .recorded(let isRecorded): isRecorded == false ? Message("not recorded") : Message("recorded")
    case .time(.now): Message("on now")
    case .time(.toCome): Message("still to come")
    case .time(.from(let second)):
      Message("from %s", LocalTime(date: CalendarDate(dayNumber: 0), secondOfDay: second).clock)
    case .time(nil): .data("")
    case .starred(_, .must): Message("starred as must")
    case .starred(_, .maybe): Message("starred as maybe")
    case .starred(_, .later): Message("to be watched later")
    case .starred(_, nil): Message("starred")
    }
  }

  /// How many sessions of the day would be left without one of the filters.
  func count(without filter: Programme.Filter) -> Int {
    var other = self
    other.programme.keep(filter.cleared)
    other.programme.settleTime(catalogue, zone, at: clock.now)
    return catalogue.list(onDay: programme.day, matching: other.programme.filter, starred: other.keptStars).count
  }

  /// Reads the rows of the day and shows them from their top.
  mutating func loadDay(selecting id: Session.ID?) {
    programme.load(catalogue, zone, keptStars, at: clock.now, selecting: id)
    programme.lists += 1
  }

  /// Reads the rows of the day anew and keeps the selection where it stands: on its session, else on its line.
  mutating func reloadDay() {
    let (id, selected) = (programme.selectedRow?.id, programme.selected)
    programme.load(catalogue, zone, keptStars, at: clock.now, selecting: id)
    if programme.selectedRow?.id != id { programme.selected = min(selected, max(0, programme.rows.count - 1)) }
  }

  /// Selects a session on its day, taking filters away that would hide it.
  mutating func select(session id: Session.ID) {
    if programme.selectedRow?.id == id { return }
    guard let row = catalogue.sessionRow(id) else { return }
    let place = row.day == programme.day ? programme.rows.index(of: id) : nil
    programme.day = row.day
    if let place {
      programme.selected = place
      return
    }
    loadDay(selecting: id)
    if programme.selectedRow?.id != id {
      programme.clearFilters()
      loadDay(selecting: id)
    }
  }

  /// Selects what is on now, else what comes next, else the last day, and says which.
  ///
  /// - Parameter isFirst: at the start nothing is said but that now is outside the conference's dates.
  mutating func selectNow(isFirst: Bool) -> StatusMessage? {
    if !isFirst, programme.isFiltered { programme.clearFilters() }
    let now = clock.now
    let card = catalogue.conference
    let current = catalogue.current(at: now).latestStart
    let next = current == nil ? catalogue.next(after: now) : nil
    programme.day = (current ?? next)?.day ?? max(0, catalogue.days.count - 1)
    loadDay(selecting: (current ?? next)?.id)
    programme.aims += 1
    let date = catalogue.conference.date(of: now)
    if date < card.start || date > card.end, current == nil {
      let words =
        date > card.end
        ? Message("The conference is over: it was %s. This is its last day", card.dates)
        : Message("The conference has not begun: it is %s. This is its first day", card.dates)
      return StatusMessage(words)
    }
    if isFirst {
      // Between two days it is not today that is shown.
      guard current == nil else { return nil }
      guard let next else { return catalogue.days.isEmpty ? nil : StatusMessage(World.isOver) }
      // At half past midnight the morning is still to come, today.
      guard catalogue.days[next.day].date > zone.local(now).date else { return nil }
      return StatusMessage(Message("Nothing more is on today. Next: %1$s %2$s", times.full(next), next.title))
    }
    if current != nil { return StatusMessage(Message("On now")) }
    return StatusMessage(
      next.map { Message("Next: %1$s %2$s", times.full($0), $0.title) } ?? World.isOver)
  }

  /// After the last session, on the evening of the last day.
  private static let isOver = Message("The last session is over. This is the last day")
}

extension [SessionRow] {
  /// The one that began last, which somebody who comes now wants rather than a workshop that has run since the morning;
  /// the first of several.
  fileprivate var latestStart: SessionRow? {
    reduce(nil) { latest, row in latest.map { row.start > $0.start ? row : $0 } ?? row }
  }
}
