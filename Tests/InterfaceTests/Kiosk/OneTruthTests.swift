import Agenda
import Catalogue
import Cells
import Interchange
import Messages
import Testing

@testable import Interface

/// Board, doors, and what a visitor sees, walked through each minute of whole conferences and the nights between: they
/// say the same of what is on, what comes next, when, and of which day it is.
struct OneTruthTests {
  @Test("The shipped conference, where all are ten minutes late until noon of its second day")
  func shipped() throws {
    try Walk.through(try #require(BundleReader().read(Checkout.shippedBundle).agenda))
  }

  @Test("Nights that belong to the day before, ends that nobody knows, and a day of the clock's change")
  func sample() throws {
    var agenda = Sample.agenda()
    agenda.conference.zone = try #require(OffsetTable.named("America/New_York", around: 2017...2017))
    // On the first Sunday of November 2017 an hour comes twice.
    agenda.conference.start = CalendarDate(dayNumber: 17_474)
    let shift = Int64(-29 * 86_400)
    for index in agenda.sessions.indices {
      agenda.sessions[index].start = agenda.sessions[index].start.advanced(by: shift)
      agenda.sessions[index].end = agenda.sessions[index].end?.advanced(by: shift)
    }
    try Walk.through(agenda)
  }

  @Test("Real conferences of many rooms", arguments: ["fosdem-2026.xml", "ccc-38c3.xml"])
  func real(name: String) throws {
    let path = "\(Checkout.path)/../shared/data/frab-xml/\(name)"
    guard Checkout.read(path) != nil else {
      print("No schedule in ../shared/data: \(name) is not walked through.")
      return
    }
    let bytes = try ImportSource.bytes(at: path)
    try Walk.through(try Import.read(bytes, name: name, today: CalendarDate(dayNumber: 20_484)).agenda)
  }
}

/// One conference, minute by minute.
private struct Walk {
  private let agenda: Agenda
  private let first: CalendarDate
  private let last: CalendarDate
  /// A room is ten minutes late until noon of its second day, and everything is on its last.
  private let notices: [Notice]
  private var kiosk: KioskAgenda
  private var board: BoardWorld
  private var doors: [BoardWorld]
  private var visitor: App
  private var checks = 0

  static func through(_ agenda: Agenda) throws {
    var walk = try Walk(agenda)
    walk.run()
  }

  private init(_ agenda: Agenda) throws {
    self.agenda = agenda
    let conference = agenda.conference
    let days = Set(agenda.sessions.map { conference.day(of: $0.start) }).sorted()
    (first, last) = (try #require(days.first), try #require(days.last))
    func noon(_ day: CalendarDate) -> Instant {
      conference.zone.instant(LocalTime(date: day, secondOfDay: 43_200))
    }
    let second = days[min(1, days.count - 1)]
    notices = [
      Notice(late: 10, rooms: agenda.rooms.prefix(1).map(\.id), until: noon(second)),
      Notice(late: 25, from: noon(last), until: noon(last).advanced(by: 7_200)),
    ]
    let catalogue = try Catalogue.compile(agenda, problemCount: 0, languages: ["en"])
    kiosk = KioskAgenda(agenda, catalogue, languages: ["en"])
    func world(_ room: Room.ID?) -> BoardWorld {
      var settings = KioskSettings()
      settings.room = room
      return BoardWorld(
        catalogue: catalogue, clock: Clock(now: noon(second)), size: Size(width: 80, height: 24), theme: .mono,
        isASCII: false, settings: settings, languages: ["en"], messages: .english)
    }
    board = world(nil)
    doors = agenda.rooms.map { world($0.id) }
    visitor = App(
      catalogue: catalogue, clock: Clock(now: noon(second)), size: Size(width: 80, height: 24), theme: Theme(.mono),
      messages: .english, isVisitor: true)
  }

  private mutating func run() {
    let zone = agenda.conference.zone
    var now = zone.instant(LocalTime(date: first.advanced(by: -1), secondOfDay: 79_200))
    let end = zone.instant(LocalTime(date: last.advanced(by: 1), secondOfDay: 18_000))
    var minute = 0
    while now < end {
      if kiosk.settle(notices, at: now) { take(kiosk.catalogue) }
      compare(at: now, minute)
      guard checks < 20 else { return }
      now = now.advanced(by: 60)
      minute += 1
    }
    #expect(minute > 1_440)
  }

  private mutating func take(_ catalogue: Catalogue) {
    board.replace(catalogue)
    for index in doors.indices { doors[index].replace(catalogue) }
    visitor.replace(catalogue)
  }

  private mutating func compare(at now: Instant, _ minute: Int) {
    board.clock.now = now
    board.settle()
    visitor.world.clock.now = now
    visitor.world.programme.refresh(kiosk.catalogue, at: now)
    let (schedule, world) = (board.schedule, visitor.world)
    let clock = "\(board.local.date) \(board.local.clock)"

    expect(Set(schedule.running.map(\.row.id)) == world.programme.running, "what is on at \(clock)")
    for session in schedule.running {
      expect(session.row == kiosk.catalogue.sessionRow(session.row.id), "\(session.row.title) at \(clock)")
      expect(board.range(session).hasPrefix(world.times.range(session.row)), "times of \(session.row.title), \(clock)")
      let late = late(session.row.id, at: now)
      expect(session.row.late == late, "how late \(session.row.title) is, \(late) or \(session.row.late), at \(clock)")
    }
    let next = kiosk.catalogue.next(after: now)
    expect(schedule.next.first?.start == next?.start, "what is next at \(clock)")
    if schedule.running.isEmpty {
      expect(world.programme.upcoming == nil || world.programme.upcoming == next?.id, "what is next at \(clock)")
    }
    if let next, schedule.phase == .betweenDays || schedule.phase == .before, board.days(until: next.start) == 0 {
      let words = NowBlock(board, width: 76).elements(size: .plain) ?? []
      expect(!"\(words)".lowercased().contains("tomorrow"), "that today is not tomorrow at \(clock)")
    }
    // All doors, some at a time.
    for index in doors.indices where (index + minute) % 16 == 0 { compare(door: index, at: now, clock) }
    if minute % 120 == 0 || (minute % 10 == 0 && agenda.sessions.count < 100) { look(at: now, clock) }
  }

  private mutating func compare(door index: Int, at now: Instant, _ clock: String) {
    doors[index].clock.now = now
    doors[index].settle()
    let door = doors[index]
    let name = door.roomName ?? ""
    let here = board.schedule.running.filter { $0.row.room == name }
    expect(door.schedule.running == here, "what is on in \(name) at \(clock)")
    let number = kiosk.catalogue.allRooms.firstIndex { $0.name == name }
    let next = kiosk.catalogue.comingUp(after: now, inRoom: number, limit: 1).first
    expect(door.schedule.next.first?.start == next?.start, "what is next in \(name) at \(clock)")
    if let next, let first = door.schedule.next.first {
      expect(door.range(first).hasPrefix(visitor.world.times.range(next)), "its times at \(clock)")
    }
  }

  /// The screen of somebody who comes now, and the page that it leads to.
  private mutating func look(at now: Instant, _ clock: String) {
    let visit = App(
      catalogue: kiosk.catalogue, clock: Clock(now: now), size: Size(width: 120, height: 60), theme: Theme(.mono),
      messages: .english, isVisitor: true)
    let schedule = board.schedule
    let shown = schedule.running.isEmpty ? schedule.next : schedule.running
    let days = Set(shown.map(\.row.day))
    expect(days.isEmpty || days.contains(visit.world.programme.day), "which day it is at \(clock)")
    guard let row = visit.world.programme.selectedRow, !shown.isEmpty else { return }
    expect(shown.contains { $0.row.id == row.id }, "what is selected at \(clock)")
    let text = visit.draw().buffer.text
    expect(text.contains(visit.world.times.range(row)), "its times in the agenda at \(clock)")
    guard let page = kiosk.catalogue.session(row.id), let session = shown.first(where: { $0.row.id == row.id }) else {
      return
    }
    let words = composeSession(page, width: 100, visit.world).lines.map { $0.spans.map(\.text).joined() }.joined()
    expect(words.contains(visit.world.times.range(session.row)), "its times on its page at \(clock)")
    if row.late > 0 { expect(words.contains("\(row.late) min late, was "), "that it is late at \(clock)") }
    if schedule.phase == .day, schedule.running.isEmpty { expect(!words.contains("on now"), "its page at \(clock)") }
    if let end = session.end, end > session.start, session.runs(at: now) {
      let left = visit.world.text(Message.length(minutes: board.minutes(until: end)))
      expect(words.contains("on now, \(left) left"), "what is left of it at \(clock)")
    }
  }

  /// What the notices say, in plain words of the test's own.
  private func late(_ id: Session.ID, at now: Instant) -> Int {
    guard let session = agenda.sessions.first(where: { $0.id == id }) else { return 0 }
    let isHere = agenda.rooms.isEmpty || session.room == agenda.rooms.first?.id
    let isFirst = isHere && session.start < notices[0].until ?? now
    let isAll =
      now >= notices[1].from ?? now && (session.end ?? session.start) >= notices[1].from ?? now
      && session.start < notices[1].until ?? now
    return isAll ? 25 : isFirst ? 10 : 0
  }

  private mutating func expect(_ isSame: Bool, _ what: String) {
    if isSame { return }
    checks += 1
    Issue.record("they differ in \(what)")
  }
}
