public import Agenda
public import Catalogue
public import Cells

/// Everything that a kiosk knows.
///
/// It is changed by `update` and read by `render`, and by nothing else.
public struct KioskState {
  public internal(set) var catalogue: Catalogue
  public internal(set) var clock: Clock
  public internal(set) var size: Size
  public let theme: Theme.Name
  /// True where lines and signs must be ASCII.
  public let isASCII: Bool
  public let settings: KioskSettings
  /// The visitors' languages (BCP 47), best first.
  public let languages: [String]

  /// Milliseconds on a clock that only goes forward, which counts the pages and the time without a key.
  var uptime: Int64
  /// When the page was turned last.
  var turned: Int64
  /// Counts the pages that were shown; every block of the board takes its own page from it.
  var turn = 0
  public internal(set) var notices: [Notice] = []
  /// What is another than in an earlier agenda.
  var changes: [Session.ID: BoardChange] = [:]

  /// What there is to say at this minute.
  var schedule = BoardSchedule()
  var layout = BoardLayout()
  var pages: [BoardPage] = []
  /// What is left of today where it has a column of its own, in parts that fit.
  var todayParts: [BoardPage] = []
  /// What pages and schedule were made for; another means making them anew.
  var made: Made?
  /// People of what is on and comes next, as they are shown.
  var people: [Session.ID: [String]] = [:]

  /// Somebody who looks around; nil while the board is shown.
  var visit: Visit?

  struct Made: Equatable {
    var minute: Int64
    var size: Size
    var revision: Int
    /// Notices may take turns.
    var turn: Int
  }

  /// Counts agendas and notices.
  var revision = 0

  public init(
    catalogue: Catalogue, clock: Clock, uptime: Int64, size: Size, theme: Theme.Name, isASCII: Bool = false,
    settings: KioskSettings = KioskSettings(), languages: [String] = ["en"]
  ) {
    (self.catalogue, self.clock, self.size) = (catalogue, clock, size)
    (self.theme, self.isASCII, self.settings, self.languages) = (theme, isASCII, settings, languages)
    (self.uptime, turned) = (uptime, uptime)
    settle()
  }

  /// What holds at this moment of the notices.
  var holding: [Notice] { notices.filter { $0.holds(at: clock.now) } }

  var zone: OffsetTable { catalogue.conference.zone }
  var isNight: Bool { settings.night?.contains(zone.local(clock.now)) ?? false }

  /// Counts the ten minutes after which the picture is moved, by the wall's clock.
  public var era: Int64 { clock.now.seconds / 600 }

  /// When the screen changes by itself next, on the wall's clock.
  public var deadline: Instant { settings.showsSeconds ? clock.now.advanced(by: 1) : clock.nextMinute }
  /// The same on the clock that only goes forward, in milliseconds.
  public var uptimeDeadline: Int64 {
    guard let visit else { return turned + Int64(settings.turn) * 1_000 }
    let end = visit.touched + Int64(settings.idle) * 1_000
    // The countdown goes on by the second.
    let left = end - uptime
    return left > countdown ? end - countdown : uptime + (left - 1) % 1_000 + 1
  }

  /// Milliseconds before the board comes back in which that is told.
  private var countdown: Int64 { min(10_000, Int64(settings.idle) * 500) }

  /// Seconds until the board comes back, where that is near.
  var secondsLeft: Int? {
    guard let visit else { return nil }
    let left = visit.touched + Int64(settings.idle) * 1_000 - uptime
    return left > countdown ? nil : Int((left + 999) / 1_000)
  }
}

/// Something that has happened to a kiosk.
public enum KioskEvent {
  case input(Input)
  /// The clocks have moved: the wall's, in either direction, and the one that only goes forward, in milliseconds.
  case time(Instant, uptime: Int64)
  /// The staff's notices are these now.
  case notices([Notice])
  /// Another version of the agenda.
  case agenda(Catalogue)
}

/// Takes one event into a kiosk's state.
public func update(_ kiosk: inout KioskState, _ event: KioskEvent) {
  switch event {
  case .input(let input): kiosk.take(input)
  case .time(let now, let uptime):
    kiosk.clock.now = now
    kiosk.uptime = max(kiosk.uptime, uptime)
    kiosk.turnPages()
    kiosk.visitTime()
  case .notices(let notices):
    kiosk.notices = notices
    kiosk.revision += 1
  case .agenda(let catalogue): kiosk.replace(catalogue)
  }
  kiosk.settle()
}

extension KioskState {
  fileprivate mutating func take(_ input: Input) {
    if case .resize(let size) = input {
      self.size = size
      _ = visit?.take(input)
      return
    }
    guard visit != nil else {
      // Whatever is pressed first leads to where one can look around, and does nothing else.
      visit = Visit(self)
      return
    }
    // A key that only stays the countdown does nothing else either.
    let isGoing = secondsLeft != nil
    visit?.touched = uptime
    if !isGoing, visit?.take(input) == true { endVisit() }
  }

  /// The board begins anew with its first page.
  private mutating func endVisit() {
    visit = nil
    (turn, turned) = (0, uptime)
  }

  fileprivate mutating func visitTime() {
    guard let touched = visit?.touched else { return }
    if uptime - touched >= Int64(settings.idle) * 1_000 {
      endVisit()
    } else if visit?.state.clock.nextMinute != clock.nextMinute {
      visit?.pass(to: clock.now)
    }
  }

  fileprivate mutating func turnPages() {
    let stay = Int64(max(1, settings.turn)) * 1_000
    guard uptime - turned >= stay else { return }
    let turns = (uptime - turned) / stay
    turned += turns * stay
    // A multiple of every count of pages, so that the number never grows beyond bounds.
    turn = (turn + Int(clamping: turns)) % 720_720
  }

  /// Brings what is shown up to date; what has not changed costs nothing.
  mutating func settle() {
    let made = Made(minute: clock.nextMinute.seconds, size: size, revision: revision, turn: notices.isEmpty ? 0 : turn)
    guard made != self.made else { return }
    self.made = made
    let today = catalogue.conference.date(of: clock.now)
    changes = changes.filter { $0.value.seen == today }
    schedule = BoardSchedule(
      catalogue, at: clock.now, room: settings.room, notices: holding, changes: changes)
    people = [:]
    for session in schedule.running.prefix(50) + schedule.next.prefix(50) {
      people[session.row.id] = names(session.row.id)
    }
    layout = BoardLayout(self)
    pages = makePages()
    todayParts =
      layout.today.isEmpty ? [] : columnPages(width: layout.today.width, height: layout.today.height - 1)
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
