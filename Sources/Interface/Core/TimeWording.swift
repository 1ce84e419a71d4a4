import Agenda
public import Catalogue
public import Messages

/// Words for when something is.
struct TimeWording {
  let zone: OffsetTable
  let days: [Day]
  /// True where times are the reader's own, which are always labelled.
  let isOwnZone: Bool
  let messages: Messages

  /// `09:00-10:30`, or `19:30` where no end is known.
  func range(_ row: SessionRow) -> String {
    let start = zone.local(row.start).clock
    guard let end = row.end, end > row.start else { return start }
    return start + "-" + zone.local(end).clock
  }

  func start(_ row: SessionRow) -> String { zone.local(row.start).clock }

  /// `Mon 4 09:00`, with the zone's letters where it is the reader's own.
  func short(_ row: SessionRow) -> String {
    let day = shortDay(row)
    return (day.isEmpty ? "" : day + " ") + start(row) + label(row)
  }

  /// `Mon 4 Dec 09:00-10:30 (1 h 30)`, with the zone's letters where it is the reader's own.
  func full(_ row: SessionRow) -> String {
    var text = dayName(row) + " " + range(row)
    if let end = row.end, end > row.start {
      text += " (" + messages.text(.length(minutes: Int(end.since(row.start) / 60))) + ")"
    } else if row.kind != .milestone {
      text += " (" + messages.text(Message("end open")) + ")"
    }
    return text + label(row)
  }

  /// `Mon 4`: the conference's day, which is not the date of what starts after midnight; in the reader's own zone the
  /// date there.
  func shortDay(_ row: SessionRow) -> String {
    date(row).map { messages.text(.weekdayAndNumber($0)) } ?? ""
  }

  /// `Mon 4 Dec`, the same with the month.
  private func dayName(_ row: SessionRow) -> String {
    date(row).map { messages.text(.shortDay($0)) } ?? ""
  }

  /// `Monday 4 December 2017`, a day of the conference; empty for one that it does not have.
  func longDay(_ day: Int) -> String {
    days.indices.contains(day) ? messages.text(.day(days[day].date)) : ""
  }

  /// The letters of the reader's own zone.
  private func label(_ row: SessionRow) -> String {
    isOwnZone ? " " + zone.transition(at: row.start).abbreviation : ""
  }

  /// The conference's day, or the date in the reader's own zone.
  private func date(_ row: SessionRow) -> CalendarDate? {
    if isOwnZone { return zone.local(row.start).date }
    return days.indices.contains(row.day) ? days[row.day].date : nil
  }
}

extension Message {
  /// That a session is late, and when it was to begin.
  static func late(_ row: SessionRow, _ clock: String) -> Message { Message("%d min late, was %s", row.late, clock) }
}

extension ConferenceCard {
  /// `3-5 December 2017`.
  public var dates: Message { .dates(start, end) }
}

extension Messages {
  /// `Mon 4 09:00`, `June 2016, Geneva`, or empty.
  func words(_ detail: PageDetail) -> String {
    switch detail {
    case .session(let day, let start): text(.weekdayAndNumber(day)) + " " + start.clock
    case .meeting(let date, let place): listed([partial(date), place])
    case .conference(let first, let last): text(.dates(first, last))
    case .text(let text): text
    }
  }

  /// `June 2016`, as far as it is known; empty where it is not at all.
  func partial(_ date: PartialDate?) -> String { date.map { text(.date($0)) } ?? "" }
}
