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

  /// `Mon 4 09:00`, with the zone's letters where it is the reader's own.
  func short(_ row: SessionRow) -> String {
    let day = days.indices.contains(row.day) ? days[row.day].shortName + " " : ""
    return day + start(row) + label(row)
  }

  /// `Mon 4 Dec 09:00-10:30 (1 h 30)`, with the zone's letters where it is the reader's own.
  func full(_ row: SessionRow) -> String {
    var text = dayName(row) + " " + range(row)
    if let end = row.end, end > row.start {
      text += " (" + Words.span(minutes: Int(end.since(row.start) / 60)) + ")"
    } else if row.kind != .milestone {
      text += " (" + Words.untilLate + ")"
    }
    return text + label(row)
  }

  /// The letters of the reader's own zone, and the date where it is another than the conference's.
  private func label(_ row: SessionRow) -> String {
    guard isOwnZone else { return "" }
    let letters = " " + zone.transition(at: row.start).abbreviation
    let date = zone.local(row.start).date
    return days.indices.contains(row.day) && date != days[row.day].date ? letters + ", " + date.description : letters
  }

  /// `Mon 4 Dec`: the conference's day, which is not the date of what starts after midnight.
  private func dayName(_ row: SessionRow) -> String {
    guard days.indices.contains(row.day) else { return "" }
    let day = days[row.day]
    let weekday = String(day.shortName.prefix { $0 != " " })
    return weekday + " " + day.dayAndMonth
  }
}

extension State {
  var times: TimeWording { TimeWording(zone: zone, days: catalogue.days, isOwnZone: ownZone != nil) }

  /// What the catalogue says beside a page's title, with a session's time in the zone that is shown.
  func detail(_ detail: String, of target: Target) -> String {
    guard ownZone != nil, case .session(let id) = target, let row = catalogue.sessionRow(id) else { return detail }
    return times.short(row)
  }

  /// Links as a page shows them.
  func worded(_ links: [PageLink]) -> [PageLink] {
    if ownZone == nil { return links }
    return links.map { PageLink(target: $0.target, title: $0.title, detail: detail($0.detail, of: $0.target)) }
  }
}
