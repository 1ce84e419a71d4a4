import Agenda
import Markup
import Times

/// Sorts events into series and their exceptions, by UID, RECURRENCE-ID and SEQUENCE (RFC 5545 §3.8.4.4, §3.8.7.4),
/// and spreads the series out.
struct CalendarSeries {
  private let events: [CalendarEvent]
  private let zones: CalendarZones
  private let log: ProblemLog
  /// What all series together may still cost, in periods looked at and times made: some tenths of a second.
  private var effort = 2_000_000

  init(_ events: [CalendarEvent], zones: CalendarZones, log: ProblemLog) {
    (self.events, self.zones, self.log) = (events, zones, log)
  }

  /// Every event with its times, in the order of the file.
  mutating func spread(limit: Int) -> [CalendarEvent] {
    var result: [CalendarEvent] = []
    let timed = events.map { self.timed($0) }
    let overrides = exceptions(in: timed)
    let newest = newestSequences(in: timed)
    var masters: Set<String> = []
    for event in timed {
      if result.count > limit { break }
      guard let uid = event.uid else {
        result += series(event, replaced: [])
        continue
      }
      if let exception = event.component["RECURRENCE-ID"] {
        // One whose time in the series cannot be read replaces nothing, and is still a session.
        if moment(exception) == nil { result.append(event) }
        continue
      }
      if let newer = newest[uid], event.sequence < newer {
        log.report(.calendar(.superseded(sequence: newer)), at: event.place)
        continue
      }
      let isFirst = masters.insert(uid).inserted
      result += series(event, replaced: isFirst ? Set(overrides[uid, default: [:]].keys) : [])
    }
    for (uid, exceptions) in overrides.sorted(by: { $0.key < $1.key }) {
      for (_, event) in exceptions.sorted(by: { $0.key < $1.key }) {
        if !masters.contains(uid) { log.report(.calendar(.orphanedOverride), at: event.place) }
        result.append(event)
      }
    }
    return result
  }

  // Which ones

  /// Of the exceptions for one time of a series, the newest, by UID and by that time.
  private func exceptions(in events: [CalendarEvent]) -> [String: [Int64: CalendarEvent]] {
    var found: [String: [Int64: CalendarEvent]] = [:]
    for event in events {
      guard let uid = event.uid, let line = event.component["RECURRENCE-ID"] else { continue }
      guard let moment = moment(line) else {
        log.report(.session(.unreadableTime(found: Excerpt.shown(line.value))), at: event.place)
        continue
      }
      let key = self.key(moment)
      if let other = found[uid]?[key] {
        let (old, new) = event.sequence < other.sequence ? (event, other) : (other, event)
        log.report(.calendar(.superseded(sequence: new.sequence)), at: old.place)
        found[uid, default: [:]][key] = new
      } else {
        found[uid, default: [:]][key] = event
      }
    }
    return found
  }

  /// The highest SEQUENCE of a UID that comes with several.
  private func newestSequences(in events: [CalendarEvent]) -> [String: Int] {
    var newest: [String: Int] = [:]
    for event in events where event.component["RECURRENCE-ID"] == nil && event.component["SEQUENCE"] != nil {
      guard let uid = event.uid else { continue }
      newest[uid] = max(newest[uid] ?? 0, event.sequence)
    }
    return newest
  }

  // When

  private func timed(_ event: CalendarEvent) -> CalendarEvent {
    var event = event
    let component = event.component
    if let line = component["DTSTART"] {
      event.start = moment(line)
      if event.start == nil, !line.value.trimmingBlanks.isEmpty { event.unreadStart = line.value.trimmingBlanks }
    }
    if let line = component["DTEND"] {
      event.end = moment(line)
      if event.end == nil { log.report(.session(.unreadableTime(found: Excerpt.shown(line.value))), at: event.place) }
    } else if let line = component["DURATION"] {
      event.length = ISOLength.seconds(line.value.trimmingBlanks)
      if event.length == nil {
        log.report(.session(.unreadableLength(found: Excerpt.shown(line.value))), at: event.place)
      }
    } else if case .day = event.start {
      event.length = 86_400
    }
    return event
  }

  private func moment(_ line: ContentLine) -> Moment? { moment(line.value.trimmingBlanks, line) }

  private func moment(_ text: String, _ line: ContentLine) -> Moment? {
    let zone = line[parameter: "TZID"].flatMap { zones.zone($0, at: Problem.Place(line: line.line)) }
    return CalendarTime.moment(text, zone: zone)
  }

  /// What makes two times of one series the same: their instant, where they have one; floating ones their clock's.
  private func key(_ moment: Moment) -> Int64 { moment.instant(in: .utc, dayChange: .midnight).seconds }

  private mutating func series(_ event: CalendarEvent, replaced: Set<Int64>) -> [CalendarEvent] {
    guard let start = event.start else { return [event] }
    var times = [start.written]
    if let line = event.component["RRULE"] { times = self.times(of: line.value, event, start) }
    times += listed("RDATE", event).compactMap { time(of: $0, like: start, isExclusion: false) }
    let exclusions = listed("EXDATE", event)
    let excluded = Set(exclusions.compactMap { time(of: $0, like: start, isExclusion: true)?.count })
    // A series with times does not take place at all on a day that is excluded without one.
    let excludedDays = Set(
      exclusions.compactMap { moment -> CalendarDate? in
        if case .day(let date) = moment { return date }
        return nil
      })
    var seen: Set<Int> = []
    let kept = times.sorted().filter { time in
      seen.insert(time.count).inserted && !excluded.contains(time.count) && !excludedDays.contains(time.date)
        && !replaced.contains(key(start.with(time)))
    }
    if kept.isEmpty && times.count == 1 && replaced.isEmpty { return [event] }
    return kept.prefix(1_000).enumerated().map { index, time in at(time, index, event, start) }
  }

  /// The times that a rule gives, the start among them.
  private mutating func times(of text: String, _ event: CalendarEvent, _ start: Moment) -> [LocalTime] {
    effort -= text.utf8.count / 8
    guard effort > 0 else {
      log.report(.calendar(.cutRecurrence(limit: 1)), at: event.place)
      return [start.written]
    }
    guard let rule = RecurrenceRule(text) else {
      log.report(.calendar(.badRecurrence(found: Excerpt.shown(text))), at: event.place)
      return [start.written]
    }
    let found = Recurrence(rule, from: start.written).times(effort: &effort) {
      CalendarSeries.isAfter($0, start, rule.until)
    }
    if found.isCut { log.report(.calendar(.cutRecurrence(limit: found.times.count)), at: event.place) }
    return found.times
  }

  private func at(_ time: LocalTime, _ index: Int, _ event: CalendarEvent, _ start: Moment) -> CalendarEvent {
    var event = event
    event.index = index
    event.start = start.with(time)
    if let end = event.end {
      let distance = end.written.count - start.written.count
      event.end = end.with(LocalTime(count: time.count + distance))
    }
    return event
  }

  /// Whether a time of a series is after its UNTIL, which is in UTC, on the series' clock, or a date.
  private static func isAfter(_ time: LocalTime, _ start: Moment, _ until: Moment?) -> Bool {
    switch until {
    case nil: false
    case .day(let date): time.date > date
    case .utc(let local):
      switch start {
      case .day, .local: time > local
      case .offset, .utc, .zoned, .listed:
        start.with(time).instant(in: .utc, dayChange: .midnight) > local.instant(offset: 0)
      }
    case let until?: time > until.written
    }
  }

  /// Times that are listed one by one; of periods, when they start.
  private mutating func listed(_ name: String, _ event: CalendarEvent) -> [Moment] {
    var moments: [Moment] = []
    for line in event.component.lines where line.name == name {
      for part in CalendarEscapes.parts(of: line.value) {
        effort -= 5
        guard effort > 0 else {
          log.report(.calendar(.cutRecurrence(limit: moments.count)), at: event.place)
          return moments
        }
        let text = String(part.prefix { $0 != "/" }).trimmingBlanks
        if let moment = moment(text, line) {
          moments.append(moment)
        } else {
          log.report(.session(.unreadableTime(found: "\(name):\(Excerpt.shown(text))")), at: event.place)
        }
      }
    }
    return moments
  }

  /// What one of them is on the series' clock; nil of a day that is excluded from a series with times.
  private func time(of moment: Moment, like start: Moment, isExclusion: Bool) -> LocalTime? {
    switch (moment, start) {
    case (.day(let date), .day): LocalTime(date: date, secondOfDay: 0)
    case (.day(let date), _): isExclusion ? nil : LocalTime(date: date, secondOfDay: start.written.secondOfDay)
    case (.utc, .zoned(_, let zone)): zone.local(moment.instant(in: zone, dayChange: .midnight))
    case (.zoned, .zoned(_, let zone)): zone.local(moment.instant(in: zone, dayChange: .midnight))
    case (.zoned, .utc): LocalTime(moment.instant(in: .utc, dayChange: .midnight), offset: 0)
    case (_, .day): LocalTime(date: moment.written.date, secondOfDay: 0)
    default: moment.written
    }
  }
}
