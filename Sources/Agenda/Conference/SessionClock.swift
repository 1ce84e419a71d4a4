/// Until when sessions run.
public enum SessionClock {
  /// How long a session without an end is taken to last at most, in seconds.
  public static let longestGuess: Int64 = 4 * 3_600

  /// For the sessions of one day in the order of their starts: the end; where none is known, the next later start of
  /// the day, but four hours at most; for a milestone, and for what is cancelled, the start, so that it never runs.
  public static func ends(of sessions: [Session]) -> [Int64] {
    var ends = [Int64](repeating: 0, count: sessions.count)
    // The nearest start after the sessions already seen, and the nearest strictly after the one at hand.
    var nextStart: Int64?
    var laterStart: Int64?
    for (index, session) in sessions.enumerated().reversed() {
      let start = session.start.seconds
      if let next = nextStart, next > start { laterStart = next }
      let takesPlace = session.status != .cancelled
      if session.kind == .milestone || !takesPlace {
        ends[index] = start
      } else if let end = session.end {
        ends[index] = max(end.seconds, start)
      } else {
        ends[index] = min(laterStart ?? Int64.max, start.addingReportingOverflow(longestGuess).partialValue)
      }
      if takesPlace { nextStart = start }
    }
    return ends
  }

  /// Of the sessions of a whole agenda, those that are on at an instant: from their start on, and at their end no more.
  public static func running(at instant: Instant, of sessions: [Session]) -> [Session] {
    let ordered = sessions.sorted { $0.start < $1.start }
    return zip(ordered, ends(of: ordered)).filter { $0.start <= instant && instant.seconds < $1 }.map(\.0)
  }
}
