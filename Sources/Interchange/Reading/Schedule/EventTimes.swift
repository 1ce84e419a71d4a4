import Agenda

/// When an event of the c3voc formats is: its date and time with an offset, else its clock time on the day that it is
/// listed under.
enum EventTimes {
  /// - Parameters:
  ///   - hasZone: the file says which zone its clock is of.
  ///   - read: dates with times in other forms than theirs.
  static func read(
    into session: inout SessionDraft, date: String?, start: String?, end: String?, duration: String?,
    hasZone: Bool = true, log: ProblemLog, moment read: (String) -> Moment? = { _ in nil }
  ) {
    session.start = moment(of: session, date: date, start: start, hasZone) ?? start.flatMap(read)
    if session.start == nil { session.unreadStart = date ?? start }
    if let end {
      if let moment = LooseTime.moment(end) ?? read(end) {
        session.end = moment
      } else if let clock = LooseTime.lateClock(end), let from = session.start?.written.secondOfDay {
        session.length = Int64(ListClock.end(clock, after: from) - from)
      } else {
        log.report(.session(.unreadableTime(found: Excerpt.shown(end))), at: session.place)
      }
    }
    guard let duration else { return }
    guard let length = LooseLength.reading(duration) else {
      log.report(.session(.unreadableLength(found: Excerpt.shown(duration))), at: session.place)
      return
    }
    if length.isThreePart {
      log.report(.session(.threePartLength(found: Excerpt.shown(duration), seconds: length.seconds)), at: session.place)
    }
    if length.seconds > 0 { session.length = length.seconds }
  }

  private static func moment(of session: SessionDraft, date: String?, start: String?, _ hasZone: Bool) -> Moment? {
    let clock = start.flatMap { LooseTime.lateClock($0) }
    for text in [date, start].compactMap(\.self) {
      switch LooseTime.moment(text) {
      case .day(let day):
        if let clock { return .local(LocalTime(count: day.dayNumber * 86_400 + clock)) }
      // Where the venue's clock says the same and no zone is named, it is the venue's, though it is called UTC.
      case .utc(let local)? where !hasZone && text == date && clock == local.secondOfDay,
        .offset(let local, 0)? where !hasZone && text == date && clock == local.secondOfDay:
        return .local(local)
      case let moment?: return moment
      case nil: break
      }
    }
    if let clock, let day = session.listedDay {
      // 25:30 says itself that it is after midnight.
      return .listed(under: day, second: clock)
    }
    return nil
  }
}
