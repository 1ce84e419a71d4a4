import Agenda
import Times

// Finds when the conference's day changes: as the file says, and so that its sessions are on the days that it lists them
// under.
extension DayChange {
  /// What the file says itself; nil without a word of it.
  static func stated(in draft: ScheduleDraft, zone: OffsetTable) -> DayChange? {
    if let text = draft.dayChange, let second = LooseTime.clock(text) { return DayChange(minutes: second / 60) }
    // Else a day's end in the early morning, or the next day's start.
    let ends = draft.days.compactMap { day -> Int? in
      guard let end = day.end, let local = local(end, zone), local.date > day.date else { return nil }
      return (local.secondOfDay + 60) / 300 * 5
    }
    return ends.first { $0 > 0 && $0 < 720 }.map(DayChange.init)
  }

  private static func local(_ moment: Moment, _ zone: OffsetTable) -> LocalTime? {
    if case .day = moment { return nil }
    return zone.local(moment.instant(in: zone, dayChange: .midnight))
  }

  /// The one to use; sessions that are listed under the date before theirs need a later change, those of the early
  /// morning that are listed under their own an earlier one.
  static func chosen(
    stated: DayChange?, in draft: ScheduleDraft, zone: OffsetTable, log: ProblemLog
  ) -> DayChange {
    let wanted = stated ?? usual
    var (atLeast, atMost) = (0, 1_439)
    var isContradictory = false
    for session in draft.sessions {
      guard let day = session.listedDay, let start = session.start else { continue }
      if case .listed = start { continue }
      let local = zone.local(start.instant(in: zone, dayChange: wanted))
      let minute = local.secondOfDay / 60
      if local.date == day {
        atMost = min(atMost, minute)
      } else if local.date == day.advanced(by: 1) {
        atLeast = max(atLeast, minute + 1)
      } else {
        isContradictory = true
      }
    }
    if atLeast > atMost { isContradictory = true }
    if isContradictory && atLeast > atMost { return wanted }
    let used = min(max(wanted.minutes, rounded(atLeast, below: atMost)), atMost)
    if used == wanted.minutes { return wanted }
    log.report(stated.map { .dayChangeIgnored(found: $0.minutes, used: used) } ?? .dayChangeGuessed(minutes: used))
    return DayChange(minutes: used)
  }

  /// The next full hour, where that is not too late.
  private static func rounded(_ minute: Int, below limit: Int) -> Int {
    let hour = (minute + 59) / 60 * 60
    return hour <= limit ? hour : minute
  }
}
