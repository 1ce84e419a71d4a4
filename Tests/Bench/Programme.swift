import Agenda

/// The sessions of a conference, in the words that other programs read.
struct Programme {
  private let entries: [Entry]

  private struct Entry {
    let title: String
    let start: LocalTime
    let end: LocalTime
  }

  /// The programme of a bundle, at the venue's time.
  ///
  /// - Throws: `BenchError.noConference` when the bundle cannot be shown.
  init(bundle: String) throws(BenchError) {
    guard let agenda = BundleReader().read(bundle).agenda else { throw .noConference(bundle) }
    let zone = agenda.conference.zone
    entries = agenda.sessions.map { session in
      Entry(
        title: session.title.string(for: ["en"]), start: zone.local(session.start),
        end: zone.local(session.end ?? session.start))
    }
  }

  /// So many appointments, twenty a day around the day on which a calendar opens.
  init(crowd count: Int, around today: CalendarDate) {
    entries = (0..<count).map { index in
      let date = CalendarDate(dayNumber: today.dayNumber - count / 40 + index / 20)
      let start = 8 * 3_600 + index % 20 * 1_800
      return Entry(
        title: "Appointment \(index) with a title as long as they are",
        start: LocalTime(date: date, secondOfDay: start),
        end: LocalTime(date: date, secondOfDay: start + 1_800))
    }
  }

  /// A page to read, one line for each entry and more than a screen of them.
  var page: String {
    let once = entries.map { "\($0.start.date) \($0.start.clock)-\($0.end.clock)  \($0.title)\n" }.joined()
    return String(repeating: once + "\n", count: 60 / max(entries.count, 1) + 1)
  }

  /// calcurse's file of appointments (calcurse(1), "apts").
  var appointments: String {
    entries.map { "\(american($0.start)) -> \(american($0.end))|\($0.title)\n" }.joined()
  }

  /// A bundle with the same entries, whose conference is where the calendar is.
  var bundle: String {
    let sessions = entries.enumerated().map { index, entry in
      "{\"id\":\"s\(index)\",\"kind\":\"session\",\"title\":\"\(entry.title)\",\"start\":\"\(stamp(entry.start))\","
        + "\"end\":\"\(stamp(entry.end))\"}"
    }
    let dates = entries.map(\.start.date).sorted { $0.dayNumber < $1.dayNumber }
    return """
      {"format":"plenary-agenda","formatVersion":1,"conference":{"id":"crowd","title":"Appointments",\
      "timeZone":"UTC","start":"\(dates.first?.description ?? "")","end":"\(dates.last?.description ?? "")"},
      "sessions":[\(sessions.joined(separator: ",\n"))]}
      """
  }

  /// The same entries as calendar files, one for each (RFC 5545), as khal keeps them.
  var calendarFiles: [String] {
    entries.enumerated().map { index, entry in
      let lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//plenary//bench//EN", "BEGIN:VEVENT", "UID:crowd-\(index)",
        "DTSTAMP:20260101T000000Z", "DTSTART:\(compact(entry.start))", "DTEND:\(compact(entry.end))",
        "SUMMARY:\(entry.title)", "END:VEVENT", "END:VCALENDAR",
      ]
      return lines.map { $0 + "\r\n" }.joined()
    }
  }

  private func stamp(_ time: LocalTime) -> String { "\(time.date)T\(time.clock)" }

  private func compact(_ time: LocalTime) -> String {
    String(stamp(time).filter { $0 != "-" && $0 != ":" }) + "00"
  }

  private func american(_ time: LocalTime) -> String {
    let (month, day) = (time.date.month, time.date.day)
    return "\(month < 10 ? "0" : "")\(month)/\(day < 10 ? "0" : "")\(day)/\(time.date.year) @ \(time.clock)"
  }
}
