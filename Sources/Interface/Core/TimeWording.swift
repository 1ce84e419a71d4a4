import Agenda
import Catalogue
import Messages

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
      text += " (" + messages.length(minutes: Int(end.since(row.start) / 60)) + ")"
    } else if row.kind != .milestone {
      text += " (" + messages.text(Message("end open")) + ")"
    }
    return text + label(row)
  }

  /// `Mon 4`: the conference's day, which is not the date of what starts after midnight; in the reader's own zone the
  /// date there.
  func shortDay(_ row: SessionRow) -> String {
    if let date = ownDate(row) { return DateWording().short(date) }
    return days.indices.contains(row.day) ? days[row.day].shortName : ""
  }

  /// `Mon 4 Dec`, the same with the month.
  private func dayName(_ row: SessionRow) -> String {
    let weekday = shortDay(row).prefix { $0 != " " }
    if let date = ownDate(row) { return weekday + " " + DateWording().dayAndMonth(date) }
    return days.indices.contains(row.day) ? weekday + " " + days[row.day].dayAndMonth : ""
  }

  /// `Monday 4 December 2017`, a day of the conference; empty for one that it does not have.
  func longDay(_ day: Int) -> String { days.indices.contains(day) ? days[day].longName : "" }

  /// The letters of the reader's own zone.
  private func label(_ row: SessionRow) -> String {
    isOwnZone ? " " + zone.transition(at: row.start).abbreviation : ""
  }

  /// When it starts in the reader's own zone; nil while times are the venue's.
  private func ownDate(_ row: SessionRow) -> CalendarDate? { isOwnZone ? zone.local(row.start).date : nil }
}
