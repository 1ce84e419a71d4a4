import Agenda
import Markup

/// The VTIMEZONE of a zone (RFC 5545 §3.6.5): its real changes in a span, each by itself, with no rule that would go on.
struct CalendarZone {
  struct Observance: Equatable {
    var isDaylight: Bool
    /// On the wall clock before the change.
    var start: LocalTime
    var offsetBefore: Int
    var offset: Int
    var name: String
  }

  /// Before anything that is planned now; a zone's first offset holds from here on.
  private static let epoch = LocalTime(date: CalendarDate(dayNumber: 0), secondOfDay: 0)

  let identifier: String
  let observances: [Observance]

  /// The change before the first instant, all up to the last, and the next one after it.
  ///
  /// Nil for UTC, which has no such component. A zone without changes has one observance, from 1970 on.
  init?(_ zone: OffsetTable, from first: Instant, to last: Instant) {
    guard !CalendarZone.isUTC(zone) else { return nil }
    identifier = zone.identifier
    let transitions = zone.transitions
    let begin = max(0, (transitions.firstIndex { $0.start > first } ?? transitions.count) - 1)
    let end = transitions.firstIndex { $0.start > last } ?? transitions.count - 1
    observances = (begin...max(begin, end)).map { index in
      let transition = transitions[index]
      let before = index > 0 ? transitions[index - 1].offset : transition.offset
      let start = LocalTime(transition.start, offset: before)
      // What is ahead of a neighbour is summer's; a change of standard time by itself, rare as it is, reads the same.
      let lowest = min(before, index + 1 < transitions.count ? transitions[index + 1].offset : before)
      return Observance(
        isDaylight: transition.offset > lowest,
        start: index > 0 ? start : min(start, CalendarZone.epoch), offsetBefore: before,
        offset: transition.offset, name: transition.abbreviation)
    }
  }

  private static func isUTC(_ zone: OffsetTable) -> Bool {
    ["UTC", "Etc/UTC", "Etc/UCT", "Etc/Zulu"].contains(zone.identifier)
  }

  func write(to lines: inout ContentLineWriter) {
    lines.add("BEGIN", raw: "VTIMEZONE")
    lines.add("TZID", text: identifier)
    for observance in observances {
      let name = observance.isDaylight ? "DAYLIGHT" : "STANDARD"
      lines.add("BEGIN", raw: name)
      lines.add("DTSTART", raw: WireTime.basic(observance.start))
      lines.add("TZOFFSETFROM", raw: WireTime.offset(observance.offsetBefore))
      lines.add("TZOFFSETTO", raw: WireTime.offset(observance.offset))
      lines.add("TZNAME", text: observance.name)
      lines.add("END", raw: name)
    }
    lines.add("END", raw: "VTIMEZONE")
  }
}
