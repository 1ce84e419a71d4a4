import Agenda
import Markup

/// A programme as an iCalendar file (RFC 5545) that calendars take in and bring up to date.
///
/// Without METHOD: it is a file to open, not an invitation, and has no organiser with a mailbox (RFC 5546 §3.2.1).
struct CalendarWriter {
  private let programme: Programme
  private let sequence: Int
  /// Nil where the zone is UTC, whose times need none.
  private let zoneName: String?
  private var lines = ContentLineWriter()

  init(_ programme: Programme) {
    self.programme = programme
    sequence = CalendarSequence.number(of: programme.conference)
    let zone = programme.conference.zone
    let sessions = programme.sessions
    let noon = LocalTime(date: programme.conference.start, secondOfDay: 43_200).instant(offset: 0)
    let appointments = programme.appointments
    let starts = sessions.map(\.start) + appointments.map(\.start)
    let ends = sessions.map { $0.end ?? $0.start } + appointments.map(\.end)
    let component = CalendarZone(zone, from: starts.min() ?? noon, to: ends.max() ?? noon)
    zoneName = component?.identifier
    begin(component)
    for session in sessions { add(session) }
    for appointment in appointments { add(appointment) }
    lines.add("END", raw: "VCALENDAR")
  }

  var bytes: [UInt8] { lines.bytes }

  private mutating func begin(_ zone: CalendarZone?) {
    let conference = programme.conference
    let title = programme.string(conference.title)
    let name = programme.scope.plan == nil ? title : programme.words(WritingWords.title(ofPlan: title))
    lines.add("BEGIN", raw: "VCALENDAR")
    lines.add("VERSION", raw: "2.0")
    lines.add("PRODID", text: "-//Plenary//Plenary \(programme.generatorVersion)//EN")
    lines.add("CALSCALE", raw: "GREGORIAN")
    // RFC 7986's own names for a calendar's title and text, and those that calendars knew before it.
    lines.add("NAME", text: name)
    lines.add("X-WR-CALNAME", text: name)
    let description = programme.string(conference.subtitle)
    if !description.isEmpty {
      lines.add("DESCRIPTION", text: description)
      lines.add("X-WR-CALDESC", text: description)
    }
    if let url = conference.url { lines.add("URL", raw: url) }
    lines.add("X-WR-TIMEZONE", text: conference.zone.identifier)
    zone?.write(to: &lines)
  }

  private mutating func add(_ session: Session) {
    let conference = programme.conference
    lines.add("BEGIN", raw: "VEVENT")
    lines.add("UID", text: "\(session.id)@\(conference.id)")
    lines.add("DTSTAMP", raw: WireTime.basicUTC(programme.stamp))
    lines.add("SEQUENCE", raw: "\(sequence)")
    addTimes(from: session.start, to: session.end)
    lines.add("SUMMARY", language(of: session.title), text: title(of: session))
    let location = programme.location(of: session)
    lines.add("LOCATION", text: location.isEmpty ? WritingWords.Mark.toBeAnnounced : location)
    let description = SessionDescription(session, in: programme).text
    if !description.isEmpty { lines.add("DESCRIPTION", text: description) }
    addCategories(of: session)
    lines.add("STATUS", raw: status(of: session))
    if session.kind == .milestone || session.status == .cancelled { lines.add("TRANSP", raw: "TRANSPARENT") }
    if let page = session.page { lines.add("URL", raw: page) }
    for attachment in session.attachments {
      let title = programme.string(attachment.title)
      let name = title.isEmpty || title == attachment.url ? [] : [ContentLineWriter.Parameter("FILENAME", title)]
      lines.add("ATTACH", name, raw: attachment.url)
    }
    // Nobody is to be sent to what does not take place.
    if session.status != .cancelled { addAlarm(programme.string(session.title)) }
    lines.add("END", raw: "VEVENT")
  }

  /// A plan's calendar says of what is off that it is: some show no STATUS, and nobody is to go there.
  private func title(of session: Session) -> String {
    let isOff = programme.scope.plan != nil && session.status == .cancelled
    return (isOff ? WritingWords.Mark.cancelled : "") + programme.string(session.title)
  }

  /// An entry of one's own, which is nobody's session.
  private mutating func add(_ appointment: PlanScope.Appointment) {
    lines.add("BEGIN", raw: "VEVENT")
    lines.add("UID", text: "\(appointment.id)@\(programme.conference.id)")
    lines.add("DTSTAMP", raw: WireTime.basicUTC(programme.stamp))
    lines.add("SEQUENCE", raw: "\(appointment.revision)")
    addTimes(from: appointment.start, to: appointment.end)
    lines.add("SUMMARY", text: appointment.title)
    if !appointment.place.isEmpty { lines.add("LOCATION", text: appointment.place) }
    lines.add("STATUS", raw: "CONFIRMED")
    addAlarm(appointment.title)
    lines.add("END", raw: "VEVENT")
  }

  /// A reminder as the plan has it (RFC 5545 §3.6.6).
  private mutating func addAlarm(_ title: String) {
    guard let minutes = programme.scope.plan?.reminder else { return }
    lines.add("BEGIN", raw: "VALARM")
    lines.add("ACTION", raw: "DISPLAY")
    lines.add("DESCRIPTION", text: title)
    lines.add("TRIGGER", raw: "-PT\(minutes)M")
    lines.add("END", raw: "VALARM")
  }

  /// On the venue's clock; in UTC where the clock shows that hour twice: a local time means the first one then
  /// (RFC 5545 §3.3.5), but libical takes it for the second.
  ///
  /// What has no end has none here either; what ends as it starts has no length, since DTEND would have to be later
  /// (§3.8.2.2).
  private mutating func addTimes(from start: Instant, to end: Instant?) {
    let zone = programme.conference.zone
    let isClear = [start, end ?? start].allSatisfy { !zone.repeats($0) }
    func add(_ name: String, _ instant: Instant) {
      if let zoneName, isClear {
        lines.add(name, [ContentLineWriter.Parameter("TZID", zoneName)], raw: WireTime.basic(zone.local(instant)))
      } else {
        lines.add(name, raw: WireTime.basicUTC(instant))
      }
    }
    add("DTSTART", start)
    guard let end else { return }
    if end == start { lines.add("DURATION", raw: "PT0S") } else { add("DTEND", end) }
  }

  private mutating func addCategories(of session: Session) {
    let kind = WritingWords.Mark.kind(session.kind)
    let track = programme.string(programme.track(of: session)?.name)
    if track.isEmpty { lines.add("CATEGORIES", text: kind) } else { lines.add("CATEGORIES", text: track, kind) }
  }

  /// Whoever goes perhaps has time for something else, however certain the session is.
  private func status(of session: Session) -> String {
    switch session.status {
    case .confirmed: programme.scope.plan?.tentative.contains(session.id) == true ? "TENTATIVE" : "CONFIRMED"
    case .tentative: "TENTATIVE"
    case .cancelled: "CANCELLED"
    }
  }

  /// Only where the text itself names its language.
  private func language(of text: Text) -> [ContentLineWriter.Parameter] {
    let string = programme.string(text)
    let language = text.variants.first { $0.string == string }?.language ?? ""
    return language.isEmpty ? [] : [ContentLineWriter.Parameter("LANGUAGE", language)]
  }
}

extension Session {
  /// Where more can be read of it (URL, RFC 5545 §3.8.4.6): its page where an import has found one, else its first link
  /// that a browser opens and that is no film, no slides and no form.
  fileprivate var page: String? {
    let others = ReadingWords.pages.map(\.1) + [ReadingWords.slides]
    let pages = links.filter { $0.url.lowercased().hasPrefix("http") }
    func title(_ link: WebLink) -> String { link.title.variants.first?.string ?? "" }
    return (pages.first { title($0) == ReadingWords.sessionPage } ?? pages.first { !others.contains(title($0)) })?.url
  }
}

extension OffsetTable {
  /// Whether the clock shows at another instant what it shows at this one: the hour in which summer time ends.
  fileprivate func repeats(_ instant: Instant) -> Bool {
    let reading = local(instant)
    return [Int64(-86_400), 86_400].contains { distance in
      let other = reading.instant(offset: transition(at: instant.advanced(by: distance)).offset)
      return other != instant && local(other) == reading
    }
  }
}

/// The revision of a conference's sessions as one number (SEQUENCE, RFC 5545 §3.8.7.4): calendars that have a session
/// already take the one with the greater number.
enum CalendarSequence {
  /// Days from 2000 to the day of publication, then four digits of the version's number.
  ///
  /// `1.4` counts as 104 and `v2` as 200; a version without a number, and an agenda without either, as 0. What was
  /// published before 2000 counts as published then.
  static func number(of conference: Conference) -> Int {
    let epoch = 10_957
    let days = min(max(0, (conference.published?.dayNumber ?? epoch) - epoch), 200_000)
    return days * 10_000 + number(of: conference.version ?? "")
  }

  private static func number(of version: String) -> Int {
    let isDigit: (UInt8) -> Bool = { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    var text = version.utf8.drop { !isDigit($0) }
    func next(atMost limit: Int) -> Int {
      let digits = text.prefix(while: isDigit)
      text = text.dropFirst(digits.count)
      return min(limit, Int(String(decoding: digits.prefix(9), as: UTF8.self)) ?? 0)
    }
    let major = next(atMost: 99)
    guard text.first == UInt8(ascii: ".") else { return major * 100 }
    text = text.dropFirst()
    return major * 100 + next(atMost: 99)
  }
}
