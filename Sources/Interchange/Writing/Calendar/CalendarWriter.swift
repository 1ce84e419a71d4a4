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
    let component = CalendarZone(
      zone, from: sessions.map(\.start).min() ?? noon, to: sessions.map { $0.end ?? $0.start }.max() ?? noon)
    zoneName = component?.identifier
    begin(component)
    for session in sessions { add(session) }
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
    addTimes(of: session)
    lines.add("SUMMARY", language(of: session.title), text: programme.string(session.title))
    let location = programme.location(of: session)
    lines.add("LOCATION", text: location.isEmpty ? WritingWords.Mark.toBeAnnounced : location)
    let description = SessionDescription(session, in: programme).text
    if !description.isEmpty { lines.add("DESCRIPTION", text: description) }
    addCategories(of: session)
    lines.add("STATUS", raw: status(session.status))
    if session.kind == .milestone || session.status == .cancelled { lines.add("TRANSP", raw: "TRANSPARENT") }
    if let link = session.links.first { lines.add("URL", raw: link.url) }
    for attachment in session.attachments {
      let title = programme.string(attachment.title)
      let name = title.isEmpty || title == attachment.url ? [] : [ContentLineWriter.Parameter("FILENAME", title)]
      lines.add("ATTACH", name, raw: attachment.url)
    }
    lines.add("END", raw: "VEVENT")
  }

  /// On the venue's clock; in UTC where the clock shows that hour twice: a local time means the first one then
  /// (RFC 5545 §3.3.5), but libical takes it for the second.
  ///
  /// A session without an end has none here either; one that ends as it starts has no length, since DTEND would have to
  /// be later (§3.8.2.2).
  private mutating func addTimes(of session: Session) {
    let zone = programme.conference.zone
    let isClear = [session.start, session.end ?? session.start].allSatisfy { !zone.repeats($0) }
    func add(_ name: String, _ instant: Instant) {
      if let zoneName, isClear {
        lines.add(name, [ContentLineWriter.Parameter("TZID", zoneName)], raw: WireTime.basic(zone.local(instant)))
      } else {
        lines.add(name, raw: WireTime.basicUTC(instant))
      }
    }
    add("DTSTART", session.start)
    guard let end = session.end else { return }
    if end == session.start { lines.add("DURATION", raw: "PT0S") } else { add("DTEND", end) }
  }

  private mutating func addCategories(of session: Session) {
    let kind = WritingWords.Mark.kind(session.kind)
    let track = programme.string(programme.track(of: session)?.name)
    if track.isEmpty { lines.add("CATEGORIES", text: kind) } else { lines.add("CATEGORIES", text: track, kind) }
  }

  private func status(_ status: Session.Status) -> String {
    switch status {
    case .confirmed: "CONFIRMED"
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
