import Agenda
import Catalogue

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
}

extension BoardSession {
  /// The sessions of a day as they take place, those of one room where that is given.
  static func sessions(
    ofDay day: Int, in catalogue: Catalogue, room: Room.ID?, notices: [Notice], changes: [Session.ID: BoardChange]
  ) -> [BoardSession] {
    let rows = catalogue.sessions(onDay: day, matching: SessionFilter(room: room))
    let rooms = notices.contains { $0.room != nil } ? catalogue.rooms() : ChoiceList()
    let sessions = rows.map { row in
      let late =
        notices.compactMap { notice -> Int? in
          guard let late = notice.late else { return nil }
          if let session = notice.session { return session == row.id ? late : nil }
          // What begins when it holds no longer is not known to be late: tomorrow is another day.
          if let until = notice.until, row.start >= until { return nil }
          guard let room = notice.room else { return late }
          return !row.room.isEmpty && rooms.contains { $0.id == room && $0.name == row.room } ? late : nil
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
      let latest = session.start.advanced(by: 4 * 3_600)
      session.until = min(latest, starts.first { $0 > session.start } ?? latest)
      return session
    }
  }
}
