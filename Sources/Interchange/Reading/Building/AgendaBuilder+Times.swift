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
        log.report(.offsetDisagrees(found: offset, zone: zone.identifier, expected: expected), at: draft.place)
      }
    }
    checkDay(of: draft, start)
    let length = draft.length.map { start.advanced(by: $0) }
    guard let end = draft.end?.instant(in: zone, dayChange: dayChange) else { return (start, length) }
    guard end >= start else {
      log.report(.endLeftOut, at: draft.place)
      return (start, length)
    }
    if let length, length != end {
      log.report(.lengthDisagrees(seconds: length.since(start), end: end.since(start)), at: draft.place)
    }
    return (start, end)
  }

  /// Where a session stands whose start is missing or cannot be read: at the beginning of the day that lists it, else
  /// of the conference's first.
  func unknownStart(of draft: SessionDraft) -> Instant {
    let day = draft.listedDay ?? firstDay
    log.report(.sessionWithoutStart(found: draft.unreadStart.map { Excerpt.shown($0) }, date: day), at: draft.place)
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

  private func checkDay(of draft: SessionDraft, _ start: Instant) {
    guard let listed = draft.listedDay else { return }
    let date = dayChange.day(of: start, in: zone)
    if date != listed { log.report(.otherDay(listed: listed, date: date), at: draft.place) }
  }
}
