import Agenda
import Testing

/// What is on, at the very second.
struct SessionClockTests {
  private static func session(_ id: String, _ start: Int64, _ end: Int64?) -> Session {
    var session = Session(id: id, title: Text(id), start: Instant(seconds: start))
    session.end = end.map { Instant(seconds: $0) }
    return session
  }

  private func running(_ second: Int64, _ sessions: [Session]) -> [String] {
    SessionClock.running(at: Instant(seconds: second), of: sessions).map(\.id)
  }

  @Test("From the second of its start on, and at the second of its end no more")
  func borders() {
    let sessions = [Self.session("b", 2_000, 3_000), Self.session("a", 1_000, 2_000)]
    #expect(running(999, sessions) == [])
    #expect(running(1_000, sessions) == ["a"])
    #expect(running(1_999, sessions) == ["a"])
    #expect(running(2_000, sessions) == ["b"])
    #expect(running(3_000, sessions) == [])
  }

  @Test("Without an end until the next start, four hours at most; cancelled ones and milestones never")
  func guessed() {
    var sessions = [Self.session("open", 0, nil), Self.session("next", 9_000, nil)]
    #expect(running(8_999, sessions) == ["open"] && running(9_000, sessions) == ["next"])
    #expect(running(9_000 + 14_399, sessions) == ["next"] && running(9_000 + 14_400, sessions) == [])
    sessions[0].status = .cancelled
    sessions[1].kind = .milestone
    #expect(running(100, sessions).isEmpty && running(9_000, sessions).isEmpty)
  }
}
