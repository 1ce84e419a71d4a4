import Agenda
import Catalogue

/// Words for when something is.
struct TimeWording {
  let zone: OffsetTable
  let days: [Day]
  /// True where times are the reader's own, which are always labelled.
  let isOwnZone: Bool

  /// `09:00-10:30`, or `19:30` where no end is known.
  func range(_ row: SessionRow) -> String {
    let start = zone.local(row.start).clock
    guard let end = row.end, end > row.start else { return start }
    return start + "-" + zone.local(end).clock
  }

  func start(_ row: SessionRow) -> String { zone.local(row.start).clock }

  /// `Mon 4 Dec 09:00-10:30 (1 h 30)`, with the zone's letters where it is the reader's own.
  func full(_ row: SessionRow) -> String {
    var text = dayName(row) + " " + range(row)
    if let end = row.end, end > row.start {
      text += " (" + Words.span(minutes: Int(end.since(row.start) / 60)) + ")"
    } else if row.kind != .milestone {
      text += " (" + Words.untilLate + ")"
    }
    if isOwnZone {
      text += " " + zone.transition(at: row.start).abbreviation
      let date = zone.local(row.start).date
      if days.indices.contains(row.day), date != days[row.day].date { text += ", " + date.description }
    }
    return text
  }

  /// `Mon 4 Dec`: the conference's day, which is not the date of what starts after midnight.
  private func dayName(_ row: SessionRow) -> String {
    guard days.indices.contains(row.day) else { return "" }
    let day = days[row.day]
    let weekday = String(day.shortName.prefix { $0 != " " })
    return weekday + " " + day.dayAndMonth
  }
}
