/// When sessions take place by all that is known: the one place that says how late each is.
///
/// Whoever shows times shows those of the agenda that comes out of this, so that a board, a door and a visitor's page
/// cannot disagree.
extension Agenda {
  /// Minutes that sessions are late at an instant; those that are on time are left out.
  ///
  /// A delay is known from its notice's `from` on. It moves what was to begin before its `until`, and nothing that was
  /// over at its `from` or belongs to a day that is over. What has begun late, or was to, stays late when the notice
  /// holds no longer. Of several delays the longest counts.
  public func delays(_ notices: [Notice], at now: Instant) -> [Session.ID: Int] {
    let known = notices.filter { notice in notice.late != nil && notice.from.map { $0 <= now } ?? true }
    guard !known.isEmpty else { return [:] }
    let today = conference.day(of: now)
    var delays: [Session.ID: Int] = [:]
    for session in sessions {
      let late = known.reduce(0) { max($0, $1.delay(of: session)) }
      guard late > 0 else { continue }
      let end = (session.end ?? session.start).advanced(by: Int64(late) * 60)
      if end > now || conference.day(of: session.start) >= today { delays[session.id] = late }
    }
    return delays
  }

  /// The agenda as it takes place when its sessions are so many minutes late.
  public func delayed(_ minutes: [Session.ID: Int]) -> Agenda {
    guard !minutes.isEmpty else { return self }
    var agenda = self
    for index in agenda.sessions.indices {
      guard let late = minutes[agenda.sessions[index].id] else { continue }
      agenda.sessions[index].late = late
      agenda.sessions[index].start = agenda.sessions[index].start.advanced(by: Int64(late) * 60)
      agenda.sessions[index].end = agenda.sessions[index].end.map { $0.advanced(by: Int64(late) * 60) }
    }
    return agenda
  }
}

extension Notice {
  /// Minutes by which a session is moved, as it was planned; 0 for what the notice is not about.
  fileprivate func delay(of session: Session) -> Int {
    if let only = self.session, only != session.id { return 0 }
    if self.session == nil, !rooms.isEmpty, !(session.room.map(rooms.contains) ?? false) { return 0 }
    // What begins when it holds no longer is not known to be late: tomorrow is another day.
    if let until, session.start >= until { return 0 }
    if let from, session.end ?? session.start < from { return 0 }
    return late ?? 0
  }
}
