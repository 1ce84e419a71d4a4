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

/// A session as the board shows it: when it takes place by all that is known, and what it was meant to be.
struct BoardSession: Equatable, Sendable {
  var row: SessionRow
  var start: Instant
  /// Nil where no end is known.
  var end: Instant?
  /// When it is over, guessed where no end is known.
  var until: Instant
  /// Minutes that it is late.
  var late: Int
  /// How it differs from the agenda that was shown before, today.
  var change: BoardChange?

  var isCancelled: Bool { row.status == .cancelled }

  /// Whether it is on: from its start to just before its end.
  func runs(at now: Instant) -> Bool { !isCancelled && start <= now && now < until }

  /// Where it is, or nothing.
  var place: String { listed([row.room, row.place]) }

  /// The sessions of a day as they take place, those of one room where that is given.
  static func sessions(
    ofDay day: Int, in catalogue: Catalogue, room: Room.ID?, notices: [Notice], changes: [Session.ID: BoardChange]
  ) -> [BoardSession] {
    let rows = catalogue.sessions(onDay: day, matching: SessionFilter(room: room))
    let rooms = notices.contains { !$0.rooms.isEmpty } ? catalogue.choices(.room) : ChoiceList()
    let sessions = rows.map { row in
      let late =
        notices.compactMap { notice -> Int? in
          guard let late = notice.late else { return nil }
          if let session = notice.session { return session == row.id ? late : nil }
          // What begins when it holds no longer is not known to be late: tomorrow is another day.
          if let until = notice.until, row.start >= until { return nil }
          guard !notice.rooms.isEmpty else { return late }
          return !row.room.isEmpty && rooms.contains { notice.rooms.contains($0.id) && $0.name == row.room }
            ? late : nil
        }.max() ?? 0
      let start = row.start.advanced(by: Int64(late) * 60)
      let end = row.end.map { $0.advanced(by: Int64(late) * 60) }
      return BoardSession(
        row: row, start: start, end: end, until: end ?? start, late: late, change: changes[row.id])
    }
    return timed(sessions).sorted { ($0.start, $0.row.row) < ($1.start, $1.row.row) }
  }

  /// Guesses the ends that are not known: the next later start of the day, but four hours at most.
  private static func timed(_ sessions: [BoardSession]) -> [BoardSession] {
    let starts = sessions.filter { !$0.isCancelled }.map(\.start).sorted()
    return sessions.map { session in
      guard session.end == nil, session.row.kind != .milestone else { return session }
      var session = session
      let latest = session.start.advanced(by: SessionClock.longestGuess)
      session.until = min(latest, starts.first { $0 > session.start } ?? latest)
      return session
    }
  }
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
        known.title == row.title && known.start == row.start && known.end == row.end && known.room == row.room
        && known.place == row.place && known.status == row.status
      return isSame ? nil : (row.id, known)
    }
  }

  private static func rows(_ catalogue: Catalogue) -> [SessionRow] {
    catalogue.days.indices.flatMap { catalogue.sessions(onDay: $0) }
  }
}
