import Agenda
import Markup
import Times

/// Sorts events into series and their exceptions, by UID, RECURRENCE-ID and SEQUENCE (RFC 5545 §3.8.4.4, §3.8.7.4),
/// and spreads the series out.
struct CalendarSeries {
  private let events: [CalendarEvent]
  private let zones: CalendarZones
  private let today: CalendarDate
  private let log: ProblemLog
  /// What all series together may still cost, in periods looked at and times made: some tenths of a second.
  private var effort = 2_000_000

  /// - Parameter today: the day from which series without an end are shown.
  init(_ events: [CalendarEvent], zones: CalendarZones, today: CalendarDate, log: ProblemLog) {
    (self.events, self.zones, self.today, self.log) = (events, zones, today, log)
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
        result += series(event, exceptions: [])
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
      result += series(event, exceptions: isFirst ? Array(overrides[uid, default: [:]].values) : [])
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

  private mutating func series(_ event: CalendarEvent, exceptions: [CalendarEvent]) -> [CalendarEvent] {
    guard let start = event.start else { return [event] }
    var times = [start.written]
    let rules = event.component.all("RRULE")
    if !rules.isEmpty { times = rules.flatMap { self.times(of: $0.value, event, start) } }
    var ends: [Int: PeriodEnd] = [:]
    for (moment, end) in listed("RDATE", event) {
      guard let time = time(of: moment, like: start, isExclusion: false) else { continue }
      times.append(time)
      ends[time.count] = end
    }
    let replaced = exceptions.compactMap { $0.component["RECURRENCE-ID"].flatMap { moment($0) } }
    let excluded = Exclusions(listed("EXDATE", event).map(\.moment) + replaced) { moment in
      time(of: moment, like: start, isExclusion: true)
    }
    var seen: Set<Int> = []
    let kept = times.sorted().filter { seen.insert($0.count).inserted && !excluded.contains($0) }
    let rests = rests(of: exceptions, like: start)
    return kept.prefix(1_000).enumerated().map { index, time in
      if let rest = rests.last(where: { $0.from < time }) { return rest.at(time, index, event) }
      var one = at(time, index, event, start)
      switch ends[time.count] {
      case .moment(let end): (one.end, one.length) = (end, nil)
      case .length(let seconds): (one.end, one.length) = (nil, seconds)
      case nil: break
      }
      return one
    }
  }

  /// How a period of RDATE ends (RFC 5545 §3.3.9).
  private enum PeriodEnd {
    case moment(Moment)
    case length(Int64)
  }

  /// The times at which a series does not take place: each of them, or all of a day.
  private struct Exclusions {
    private let times: Set<Int>
    /// A series with times does not take place at all on a day that is excluded without one.
    private let days: Set<CalendarDate>

    init(_ moments: [Moment], time: (Moment) -> LocalTime?) {
      times = Set(moments.compactMap { time($0)?.count })
      days = Set(
        moments.compactMap { moment in
          if case .day(let date) = moment { return date }
          return nil
        })
    }

    func contains(_ time: LocalTime) -> Bool { times.contains(time.count) || days.contains(time.date) }
  }

  /// The rest of a series from one of its times on, as an exception has it (RFC 5545 §3.2.13).
  private struct Rest {
    let from: LocalTime
    let event: CalendarEvent
    let start: Moment

    func at(_ time: LocalTime, _ index: Int, _ series: CalendarEvent) -> CalendarEvent {
      var one = series
      (one.component, one.isCancelled, one.length, one.end) = (event.component, event.isCancelled, event.length, nil)
      one.index = index
      let moved = LocalTime(count: time.count + start.written.count - from.count)
      one.start = start.with(moved)
      one.end = event.end.map { $0.with(LocalTime(count: moved.count + $0.written.count - start.written.count)) }
      return one
    }
  }

  /// In the order of the times from which they hold.
  private func rests(of exceptions: [CalendarEvent], like start: Moment) -> [Rest] {
    exceptions.compactMap { event -> Rest? in
      guard let line = event.component["RECURRENCE-ID"], line[parameter: "RANGE"]?.uppercased() == "THISANDFUTURE",
        let moment = moment(line), let begin = event.start
      else { return nil }
      let from = time(of: moment, like: start, isExclusion: false) ?? moment.written
      return Rest(from: from, event: event, start: begin)
    }.sorted { $0.from < $1.from }
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
    if CalendarSeries.isAfter(start.written, start, rule.until) {
      log.report(.calendar(.badRecurrence(found: Excerpt.shown(text))), at: event.place)
    }
    let found = Recurrence(rule, from: start.written, today: today).times(effort: &effort) {
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

  /// Times that are listed one by one; of periods with their ends.
  private mutating func listed(_ name: String, _ event: CalendarEvent) -> [(moment: Moment, end: PeriodEnd?)] {
    var moments: [(moment: Moment, end: PeriodEnd?)] = []
    for line in event.component.lines where line.name == name {
      for part in CalendarEscapes.parts(of: line.value) {
        effort -= 5
        guard effort > 0 else {
          log.report(.calendar(.cutRecurrence(limit: moments.count)), at: event.place)
          return moments
        }
        let sides = part.split(separator: "/", maxSplits: 1).map { String($0).trimmingBlanks }
        guard let text = sides.first, let begin = moment(text, line) else {
          log.report(.session(.unreadableTime(found: "\(name):\(Excerpt.shown(part))")), at: event.place)
          continue
        }
        let length = sides.count > 1 ? ISOLength.seconds(sides[1]).map { PeriodEnd.length($0) } : nil
        let end = sides.count > 1 ? moment(sides[1], line).map { PeriodEnd.moment($0) } : nil
        moments.append((begin, length ?? end))
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
