import Agenda
import Catalogue
import Cells
import Messages

/// What every piece of the board reads and none changes: the agenda, the time, the screen, and what there is to say.
struct BoardWorld {
  fileprivate(set) var catalogue: Catalogue
  var clock: Clock
  var size: Size
  var theme: Theme.Name
  /// True where lines and signs must be ASCII.
  let isASCII: Bool
  var settings: KioskSettings
  /// The visitors' languages (BCP 47), best first.
  let languages: [String]
  let messages: Messages
  let letters: Letters
  var notices: [Notice] = []
  /// When the agenda was brought last, where that is longer ago than it should be.
  var asOf: Instant?
  /// What is another than in an earlier agenda.
  fileprivate(set) var changes: [Session.ID: BoardChange] = [:]
  /// Counts the pages that were shown; every block of the board takes its own page from it.
  var turn = 0

  /// What there is to say at this minute.
  fileprivate(set) var schedule = BoardSchedule()
  /// People of what is on alone, as they are shown.
  fileprivate(set) var people: [Session.ID: [String]] = [:]
  /// The conference's address as a code, for telephones, with less light around each than around the one before; none at a
  /// door, and where there is no address or one that is too long.
  fileprivate(set) var codes: [CodePicture] = []
  /// What the codes were made of.
  private var coded: (address: String, ink: CodePicture.Ink)?

  /// What has become of rooms, by a row's `roomNumber`.
  private var roomStates: [Int: Notice.RoomState] = [:]
  /// The sessions of days, by the day, as long as nothing but the time changes.
  private var known: [Int: [BoardSession]] = [:]
  /// How many changes are marked on them.
  private var marked = 0

  init(
    catalogue: Catalogue, clock: Clock, size: Size, theme: Theme.Name, isASCII: Bool, settings: KioskSettings,
    languages: [String], letters: Letters = Letters(), messages: Messages
  ) {
    (self.catalogue, self.clock, self.size, self.theme) = (catalogue, clock, size, theme)
    self.letters = letters
    (self.isASCII, self.settings, self.languages, self.messages) = (isASCII, settings, languages, messages)
  }

  var zone: OffsetTable { catalogue.conference.zone }
  /// The venue's calendar and clock.
  var local: LocalTime { zone.local(clock.now) }
  /// The conference's day, which ends some hours after midnight.
  var today: CalendarDate { catalogue.conference.date(of: clock.now) }
  /// How many days an instant is away as people count them: at half past midnight the morning is today's.
  func days(until instant: Instant) -> Int { zone.local(instant).date.dayNumber - local.date.dayNumber }
  var isNight: Bool { settings.night?.contains(local) ?? false }
  /// The notices that hold at this moment.
  var holding: [Notice] { notices.filter { $0.holds(at: clock.now) } }
  /// The words of emergencies, which have the whole screen.
  var emergencies: [String] {
    holding.filter { $0.level == .emergency }.compactMap { NoticeBlock.words($0, self) }
  }
  /// The room of a door sign.
  var roomName: String? {
    settings.room.map { id in catalogue.choices(.room).first { $0.id == id }?.name ?? id }
  }
  /// The room that a session is in, or none.
  func room(of session: Session.ID) -> [Room.ID] {
    let rooms = catalogue.allRooms
    guard let number = catalogue.sessionRow(session)?.roomNumber, rooms.indices.contains(number) else { return [] }
    return [rooms[number].id]
  }
  /// What codes are drawn with.
  var codeInk: CodePicture.Ink { theme == .mono ? .mono(isLightTerminal: settings.isLightTerminal) : .colors }

  /// The conference's code with as much light around as a place has room for; nil where it has none.
  func code(in place: Size) -> CodePicture? {
    codes.first { $0.size.width <= place.width && $0.size.height <= place.height }
  }

  func text(_ message: Message) -> String { messages.shown(message) }

  /// What the footer says all the time: how old the agenda is, and what its makers want to be known.
  var remark: String {
    guard let asOf else { return catalogue.conference.notice }
    let (then, now) = (zone.local(asOf), local)
    let time: Message =
      then.date == now.date ? .data(then.clock) : Message("%s %s", Message.shortDay(then.date), then.clock)
    return listed([text(Message("Agenda as of %s", time)), catalogue.conference.notice], by: " · ")
  }

  /// Words that stand alone begin with a capital, as days do in English but not everywhere.
  func heading(_ message: Message) -> String {
    let words = text(message)
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Whole minutes until an instant; one that has begun counts.
  func minutes(until instant: Instant) -> Int { Int((instant.since(clock.now) + 59) / 60) }

  /// Whether there is nothing more to tell than thanks: at a door when all is over.
  var hasOnlyThanks: Bool { schedule.phase == .after && settings.room != nil }

  /// Whether a door's session is in its last minutes, or should be over.
  var isHurry: Bool {
    if schedule.overrun != nil { return true }
    guard settings.room != nil, schedule.running.count == 1, let session = schedule.running.first else { return false }
    return timeLeft(session).role != .strong && session.end != nil
  }
}

// What changes

extension BoardWorld {
  /// Shows another version of the agenda, and marks until the end of the day what is different in it.
  mutating func replace(_ catalogue: Catalogue) {
    if catalogue.conference.id == self.catalogue.conference.id {
      let today = catalogue.conference.date(of: clock.now)
      for (id, old) in BoardChange.changed(from: self.catalogue, to: catalogue) {
        // Moved twice a day, it is compared with the morning's agenda.
        changes[id] = BoardChange(seen: today, old: changes[id]?.old ?? old)
      }
    } else {
      changes = [:]
    }
    self.catalogue = catalogue
    known = [:]
  }

  /// Works out what there is to say at this minute.
  mutating func settle() {
    makeCodes()
    let today = today
    changes = changes.filter { $0.value.seen == today }
    let rooms = catalogue.allRooms
    roomStates = [:]
    for notice in holding {
      guard let state = notice.state else { continue }
      // Of a room that is said to be both nobody gets in.
      for (index, room) in rooms.enumerated() where notice.rooms.contains(room.id) && roomStates[index] != .closed {
        roomStates[index] = state
      }
    }
    if changes.count != marked { known = [:] }
    marked = changes.count
    schedule = BoardSchedule(catalogue, at: clock.now, isDoor: settings.room != nil) { day in
      if let sessions = known[day] { return sessions }
      let sessions = sessions(ofDay: day)
      known[day] = sessions
      return sessions
    }
    people = [:]
    // Of several at once nobody is named.
    if schedule.running.count == 1, let session = schedule.running.first {
      people[session.row.id] = names(session.row.id)
    }
  }

  private mutating func makeCodes() {
    let address = settings.room == nil ? catalogue.conference.url : ""
    if let coded, coded.address == address, coded.ink == codeInk { return }
    coded = (address, codeInk)
    codes = [CodePicture.quiet, CodePicture.scarceQuiet].compactMap {
      CodePicture(address, isLarge: isASCII, quiet: $0, ink: codeInk)
    }
  }

  /// The sessions of a day that are shown, by their starts.
  private func sessions(ofDay day: Int) -> [BoardSession] {
    let rooms = catalogue.allRooms.map { settings.rooms.isEmpty || settings.rooms.contains($0.id) }
    let tracks = catalogue.allTracks.map { settings.tracks.isEmpty || settings.tracks.contains($0.id) }
    func isShown(_ number: Int, _ shown: [Bool], _ chosen: [String]) -> Bool {
      shown.indices.contains(number) ? shown[number] : chosen.isEmpty
    }
    return catalogue.sessions(onDay: day).filter { row in
      isShown(row.roomNumber, rooms, settings.rooms) && isShown(row.trackNumber, tracks, settings.tracks)
    }.map { BoardSession(row: $0, change: changes[$0.id]) }
  }

  private func names(_ id: Session.ID) -> [String] {
    guard let page = catalogue.session(id) else { return [] }
    var names: [String] = []
    for person in page.people + page.items.flatMap(\.people) where !names.contains(person.name) {
      names.append(person.name)
    }
    return names
  }
}

// What the board says of a session, and of a day

extension BoardWorld {
  /// The time in plain digits, with seconds where they are wanted.
  var clockText: String {
    let local = local
    return settings.showsSeconds ? local.clock + ":" + BoardWorld.seconds(local) : local.clock
  }

  /// Two digits.
  static func seconds(_ time: LocalTime) -> String { (time.second < 10 ? "0" : "") + String(time.second) }

  /// `09:00-10:30`, or `19:30, end open`.
  func range(_ session: BoardSession) -> String {
    let start = zone.local(session.start).clock
    guard let end = session.end, end > session.start else {
      return session.row.kind == .milestone ? start : listed([start, text(Message("end open"))])
    }
    return start + "-" + zone.local(end).clock
  }

  /// What is left of a session in words, which stand out when it is little; empty where no end is known.
  func timeLeft(_ session: BoardSession) -> (text: String, role: BoardRole) {
    guard let end = session.end, end > session.start else { return ("", .dim) }
    let minutes = minutes(until: end)
    let words = text(settings.room == nil ? BoardWorld.left(minutes) : BoardWorld.doorLeft(minutes))
    if minutes > 5 { return (words, .strong) }
    return (" \(words) ", minutes <= 2 ? .over : .hurry)
  }

  /// The last minutes have words of their own.
  private static func left(_ minutes: Int) -> Message {
    switch minutes {
    case ...1: Message("The last minute")
    case 2: Message("Last 2 minutes")
    case 3...5: Message("Last 5 minutes: %d min left", minutes)
    default: shortLeft(minutes)
    }
  }

  /// At a door, where a speaker reads it.
  private static func doorLeft(_ minutes: Int) -> Message {
    switch minutes {
    case ...2: Message("1 MIN LEFT: PLEASE CLOSE", "%d MIN LEFT: PLEASE CLOSE", count: max(1, minutes))
    case 3...5: Message("LAST 5 MINUTES: %d min left", minutes)
    default: shortLeft(minutes)
    }
  }

  /// In few words, also for large letters beside the others.
  static func shortLeft(_ minutes: Int) -> Message { Message("%s left", Message.length(minutes: max(1, minutes))) }

  /// What is unusual about a session: late, changed, cancelled, not certain.
  ///
  /// In brief only the time that was meant tells how late it is.
  func remarks(_ session: BoardSession, isBrief: Bool = false) -> String {
    var words: [Message] = []
    if session.isCancelled { words.append(Message("cancelled")) }
    switch roomStates[session.row.roomNumber] {
    case .full: words.append(Message("room full"))
    case .closed: words.append(Message("room closed"))
    case nil: break
    }
    if session.row.late > 0 {
      let clock = zone.local(session.row.plannedStart).clock
      words.append(isBrief ? Message("was %s", clock) : .late(session.row, clock))
    }
    if let change = session.change, !session.isCancelled { words.append(self.words(change, session)) }
    if session.row.status == .tentative { words.append(Message("not yet certain")) }
    return listed(words.map(text))
  }

  /// `new`, `changed`, `moved, was 14:00`, `moved, was Main Hall`.
  private func words(_ change: BoardChange, _ session: BoardSession) -> Message {
    guard let old = change.old else { return Message("new") }
    let card = catalogue.conference
    if old.plannedStart != session.row.plannedStart {
      let (then, now) = (card.date(of: old.plannedStart), card.date(of: session.row.plannedStart))
      var known = zone.local(old.plannedStart).clock
      if then != now { known = text(.shortDay(then)) + " " + known }
      return Message("moved, was %s", known)
    }
    let (place, known) = (session.place, listed([old.room, old.place]))
    return place == known || known.isEmpty ? Message("changed") : Message("moved, was %s", known)
  }

  /// What there is besides: `and 3 more`.
  static func more(_ count: Int) -> Message { Message("and 1 more", "and %d more", count: count) }
}
