import Agenda
import Catalogue

/// What there is to say about a moment: what is on, what comes next, and where in the conference one is.
struct BoardSchedule: Equatable, Sendable {
  enum Phase: Equatable, Sendable {
    /// Nothing has begun yet.
    case before
    /// The conference is on, perhaps with a gap between two sessions.
    case day
    /// What is left begins on another day.
    case betweenDays
    case after
  }

  var phase = Phase.after
  var running: [BoardSession] = []
  /// Everything that starts at the next start.
  var next: [BoardSession] = []
  /// What should have ended some minutes ago, while nothing else has begun in its room; only at a door.
  var overrun: BoardSession?
  /// What is left of today besides what is on now.
  var today: [BoardSession] = []
  /// The next day with sessions, an index into the catalogue's days.
  var laterDay: Int?
  var later: [BoardSession] = []

  /// Minutes for which a door says that a session is over time.
  private static let overrunMinutes = 10

  init() {}

  init(_ catalogue: Catalogue, at now: Instant, room: Room.ID?, notices: [Notice], changes: [Session.ID: BoardChange]) {
    let date = catalogue.conference.date(of: now)
    let days = catalogue.days
    func sessions(_ day: Int) -> [BoardSession] {
      BoardSession.sessions(ofDay: day, in: catalogue, room: room, notices: notices, changes: changes)
    }
    let todayIndex = days.firstIndex { $0.date == date }
    let before = days.lastIndex { $0.date < date }
    let all = (before.map(sessions) ?? []) + (todayIndex.map(sessions) ?? [])
    running = all.filter { $0.runs(at: now) }
    today = all.filter { !$0.runs(at: now) && ($0.until > now || ($0.row.kind == .milestone && $0.start >= now)) }
    // The next day on which there is anything here: at a door that may be some days away.
    var index = days.firstIndex { $0.date > date } ?? days.count
    while index < days.count {
      later = sessions(index)
      if later.contains(where: { !$0.isCancelled }) {
        laterDay = index
        break
      }
      index += 1
    }
    if laterDay == nil { later = [] }
    let coming = today.filter { $0.start > now && !$0.isCancelled }
    let upcoming = coming.isEmpty ? later.filter { !$0.isCancelled } : coming
    next = upcoming.filter { $0.start == upcoming.first?.start }
    if room != nil, running.isEmpty {
      let limit = now.advanced(by: Int64(-60 * BoardSchedule.overrunMinutes))
      overrun = all.last { !$0.isCancelled && $0.end != nil && $0.until <= now && $0.until > limit }
    }
    if !running.isEmpty || !coming.isEmpty {
      let isFirst = running.isEmpty && before == nil && all.allSatisfy { $0.start > now }
      phase = isFirst ? .before : .day
    } else if next.isEmpty {
      phase = .after
    } else {
      phase = before == nil && todayIndex == nil ? .before : .betweenDays
    }
  }
}
