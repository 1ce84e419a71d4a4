import Agenda
import Times

extension AgendaBuilder {
  /// When a session begins and ends; it has a start.
  func span(of draft: SessionDraft) -> (Instant, Instant?) {
    guard let moment = draft.start else { return (unknownStart(of: draft), nil) }
    let start = moment.instant(in: zone, dayChange: dayChange)
    if let offset = moment.writtenOffset {
      let expected = zone.transition(at: start).offset
      if offset != expected {
        log.report(.value(.offsetDisagrees(found: offset, zone: zone.identifier, expected: expected)), at: draft.place)
      }
    }
    checkDay(of: draft, start)
    let length = draft.length.map { start.advanced(by: $0) }
    guard let end = draft.end?.instant(in: zone, dayChange: dayChange) else { return (start, length) }
    guard end >= start else {
      log.report(.value(.endLeftOut), at: draft.place)
      return (start, length)
    }
    if let length, length != end {
      log.report(.session(.lengthDisagrees(seconds: length.since(start), end: end.since(start))), at: draft.place)
    }
    return (start, end)
  }

  /// Where a session stands whose start is missing or cannot be read: at the beginning of the day that lists it, else
  /// of the conference's first.
  func unknownStart(of draft: SessionDraft) -> Instant {
    let day = draft.listedDay ?? firstDay
    log.report(
      .session(.sessionWithoutStart(found: draft.unreadStart.map { Excerpt.shown($0) }, date: day)), at: draft.place)
    let stated = self.draft.days.first { $0.date == day }?.start?.instant(in: zone, dayChange: dayChange)
    return stated ?? dayChange.start(of: day, in: zone)
  }

  /// The day that the conference says it begins on, else that of the earliest session; without any date, today.
  func findFirstDay() -> CalendarDate {
    if let date = date(self.draft.start) { return date }
    let days = draft.sessions.compactMap { session -> CalendarDate? in
      guard let start = session.start?.instant(in: zone, dayChange: dayChange) else { return session.listedDay }
      return dayChange.day(of: start, in: zone)
    }
    return days.min() ?? draft.days.map(\.date).min() ?? today
  }

  func date(_ moment: Moment?) -> CalendarDate? {
    switch moment {
    case .day(let date), .listed(let date, _): date
    case .local(let local): local.date
    case let moment?: zone.local(moment.instant(in: zone, dayChange: dayChange)).date
    case nil: nil
    }
  }

  /// The dates of days that begin, by the clock of the venue, on another date than theirs: those of programs that count
  /// in UTC.
  func correctedDays(_ change: DayChange) -> [CalendarDate: CalendarDate] {
    var dates: [CalendarDate: CalendarDate] = [:]
    for day in draft.days {
      guard let start = day.start, case let date = change.day(of: start.instant(in: zone, dayChange: change), in: zone)
      else { continue }
      if case .day = start { continue }
      if date != day.date { dates[day.date] = date }
    }
    return dates.count == draft.days.count ? dates : [:]
  }

  private func checkDay(of draft: SessionDraft, _ start: Instant) {
    guard let listed = draft.listedDay else { return }
    let date = dayChange.day(of: start, in: zone)
    if date != listed { log.report(.session(.otherDay(listed: listed, date: date)), at: draft.place) }
  }
}

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
    for session in draft.sessions {
      guard let day = session.listedDay, let start = session.start else { continue }
      if case .listed = start { continue }
      let local = zone.local(start.instant(in: zone, dayChange: wanted))
      let minute = local.secondOfDay / 60
      if local.date == day {
        atMost = min(atMost, minute)
      } else if local.date == day.advanced(by: 1) {
        atLeast = max(atLeast, minute + 1)
      }
    }
    // Who has said when a day begins has meant it.
    if atLeast > atMost || stated != nil { return wanted }
    let used = min(max(wanted.minutes, rounded(atLeast, below: atMost)), atMost)
    if used == wanted.minutes { return wanted }
    log.report(.conference(.dayChangeGuessed(minutes: used)))
    return DayChange(minutes: used)
  }

  /// The next full hour, where that is not too late.
  private static func rounded(_ minute: Int, below limit: Int) -> Int {
    let hour = (minute + 59) / 60 * 60
    return hour <= limit ? hour : minute
  }
}
