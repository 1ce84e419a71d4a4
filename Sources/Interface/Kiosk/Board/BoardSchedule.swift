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
  /// Everything that starts in the next half hour, else at the next start.
  var next: [BoardSession] = []
  /// What should have ended some minutes ago, while nothing else has begun in its room; only at a door.
  var overrun: BoardSession?
  /// What is left of today besides what is on now.
  var today: [BoardSession] = []
  /// The next day with sessions, an index into the catalogue's days.
  var laterDay: Int?
  var later: [BoardSession] = []

  /// Seconds for which a door says that a session is over time at the most, while somebody may still be speaking.
  private static let overrunLimit: Int64 = 300
  /// Seconds before its start in which a session is told to come next, whatever else starts before it.
  private static let soon: Int64 = 1_800

  init() {}

  /// - Parameters:
  ///   - isDoor: whether it is the sign of a room alone.
  ///   - sessions: those of a day that are shown, by their starts.
  init(_ catalogue: Catalogue, at now: Instant, isDoor: Bool, sessions: (_ day: Int) -> [BoardSession]) {
    let date = catalogue.conference.date(of: now)
    let days = catalogue.days
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
    if let first = upcoming.first?.start {
      let limit = max(first, now.advanced(by: BoardSchedule.soon))
      next = upcoming.filter { $0.start <= limit }
    }
    if isDoor, running.isEmpty {
      overrun = all.last { session in
        guard let end = session.end, !session.isCancelled, end <= now else { return false }
        // Shortly before the next one nobody is left who has to stop.
        let pause = (upcoming.first?.start.since(end) ?? Int64.max) / 2
        return now.since(end) < min(BoardSchedule.overrunLimit, pause)
      }
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

/// A session as the board shows it: when it takes place by all that is known.
struct BoardSession: Equatable, Sendable {
  var row: SessionRow
  /// How it differs from the agenda that was shown before, today.
  var change: BoardChange?

  var start: Instant { row.start }
  /// Nil where no end is known.
  var end: Instant? { row.end }
  /// When it is over, guessed where no end is known.
  var until: Instant { row.until }
  var isCancelled: Bool { row.status == .cancelled }

  /// Whether it is on: from its start to just before its end.
  func runs(at now: Instant) -> Bool { !isCancelled && start <= now && now < until }

  /// Where it is, or nothing.
  var place: String { listed([row.room, row.place]) }
}

/// How a session differs from the agenda that was shown before.
struct BoardChange: Equatable, Sendable {
  /// The conference's day on which it was seen; the next day it is news no more.
  var seen: CalendarDate
  /// What it was; nil where it is new.
  var old: SessionRow?

  /// Sessions that are new, or that were to be held at another time or place, under another title or not at all, with
  /// what they were; nil where they are new.
  static func changed(from old: Catalogue, to new: Catalogue) -> [(Session.ID, old: SessionRow?)] {
    let before = Dictionary(rows(old).map { ($0.id, $0) }) { first, _ in first }
    return rows(new).compactMap { row in
      guard let known = before[row.id] else { return (row.id, nil) }
      let isSame =
        known.title == row.title && known.plannedStart == row.plannedStart && known.plannedEnd == row.plannedEnd
        && known.room == row.room
        && known.place == row.place && known.status == row.status
      return isSame ? nil : (row.id, known)
    }
  }

  private static func rows(_ catalogue: Catalogue) -> [SessionRow] {
    catalogue.days.indices.flatMap { catalogue.sessions(onDay: $0) }
  }
}
