import Agenda
import Markup

/// Names of time zones that are none of IANA's, and what they mean.
enum ZoneNames {
  /// The zones of Windows (Unicode CLDR, windowsZones, territory 001), and letters that stand for one zone or another.
  private static let others: [String: String] = [
    "W. Europe Standard Time": "Europe/Berlin", "Romance Standard Time": "Europe/Paris",
    "Central Europe Standard Time": "Europe/Budapest", "Central European Standard Time": "Europe/Warsaw",
    "GMT Standard Time": "Europe/London", "Greenwich Standard Time": "Atlantic/Reykjavik",
    "E. Europe Standard Time": "Europe/Chisinau", "FLE Standard Time": "Europe/Kiev",
    "GTB Standard Time": "Europe/Bucharest", "Turkey Standard Time": "Europe/Istanbul",
    "Russian Standard Time": "Europe/Moscow", "Kaliningrad Standard Time": "Europe/Kaliningrad",
    "Belarus Standard Time": "Europe/Minsk", "Israel Standard Time": "Asia/Jerusalem",
    "Egypt Standard Time": "Africa/Cairo", "South Africa Standard Time": "Africa/Johannesburg",
    "W. Central Africa Standard Time": "Africa/Lagos", "E. Africa Standard Time": "Africa/Nairobi",
    "Morocco Standard Time": "Africa/Casablanca", "Eastern Standard Time": "America/New_York",
    "US Eastern Standard Time": "America/Indiana/Indianapolis", "Central Standard Time": "America/Chicago",
    "Mountain Standard Time": "America/Denver", "US Mountain Standard Time": "America/Phoenix",
    "Pacific Standard Time": "America/Los_Angeles", "Alaskan Standard Time": "America/Anchorage",
    "Hawaiian Standard Time": "Pacific/Honolulu", "Atlantic Standard Time": "America/Halifax",
    "Newfoundland Standard Time": "America/St_Johns", "Canada Central Standard Time": "America/Regina",
    "Central Standard Time (Mexico)": "America/Mexico_City", "SA Pacific Standard Time": "America/Bogota",
    "SA Western Standard Time": "America/La_Paz", "SA Eastern Standard Time": "America/Cayenne",
    "E. South America Standard Time": "America/Sao_Paulo", "Argentina Standard Time": "America/Buenos_Aires",
    "Pacific SA Standard Time": "America/Santiago", "Venezuela Standard Time": "America/Caracas",
    "Montevideo Standard Time": "America/Montevideo", "Arabian Standard Time": "Asia/Dubai",
    "Arab Standard Time": "Asia/Riyadh", "Arabic Standard Time": "Asia/Baghdad", "Iran Standard Time": "Asia/Tehran",
    "Georgian Standard Time": "Asia/Tbilisi", "Caucasus Standard Time": "Asia/Yerevan",
    "Azerbaijan Standard Time": "Asia/Baku", "Pakistan Standard Time": "Asia/Karachi",
    "West Asia Standard Time": "Asia/Tashkent", "India Standard Time": "Asia/Calcutta",
    "Sri Lanka Standard Time": "Asia/Colombo", "Nepal Standard Time": "Asia/Katmandu",
    "Bangladesh Standard Time": "Asia/Dhaka", "Central Asia Standard Time": "Asia/Almaty",
    "SE Asia Standard Time": "Asia/Bangkok", "China Standard Time": "Asia/Shanghai",
    "Singapore Standard Time": "Asia/Singapore", "Taipei Standard Time": "Asia/Taipei",
    "W. Australia Standard Time": "Australia/Perth", "Tokyo Standard Time": "Asia/Tokyo",
    "Korea Standard Time": "Asia/Seoul", "AUS Eastern Standard Time": "Australia/Sydney",
    "E. Australia Standard Time": "Australia/Brisbane", "Cen. Australia Standard Time": "Australia/Adelaide",
    "AUS Central Standard Time": "Australia/Darwin", "Tasmania Standard Time": "Australia/Hobart",
    "New Zealand Standard Time": "Pacific/Auckland", "Fiji Standard Time": "Pacific/Fiji",
    "Azores Standard Time": "Atlantic/Azores", "Cape Verde Standard Time": "Atlantic/Cape_Verde",
    "Jordan Standard Time": "Asia/Amman", "Middle East Standard Time": "Asia/Beirut",
    "Syria Standard Time": "Asia/Damascus", "Ekaterinburg Standard Time": "Asia/Yekaterinburg",
    "N. Central Asia Standard Time": "Asia/Novosibirsk", "North Asia Standard Time": "Asia/Krasnoyarsk",
    "Vladivostok Standard Time": "Asia/Vladivostok", "Afghanistan Standard Time": "Asia/Kabul",
    "Myanmar Standard Time": "Asia/Rangoon", "UTC": "UTC", "Coordinated Universal Time": "UTC", "GMT": "UTC",
    "Greenwich Mean Time": "UTC", "Z": "UTC", "CET": "Europe/Paris", "CEST": "Europe/Paris", "MEZ": "Europe/Berlin",
    "WET": "Europe/Lisbon", "EET": "Europe/Helsinki", "BST": "Europe/London", "EST": "America/New_York",
    "EDT": "America/New_York", "EST5EDT": "America/New_York", "CST6CDT": "America/Chicago",
    "MST7MDT": "America/Denver", "PST8PDT": "America/Los_Angeles", "PST": "America/Los_Angeles",
    "PDT": "America/Los_Angeles", "JST": "Asia/Tokyo", "IST": "Asia/Calcutta", "Asia/Kolkata": "Asia/Kolkata",
  ]

  /// The IANA name that another name means; nil where it is not known.
  ///
  /// Also the name inside `/mozilla.org/20050126_1/Europe/Berlin` and `(UTC+01:00) Amsterdam, Berlin`.
  static func iana(of name: String) -> String? {
    let trimmed = name.trimmingBlanks
    if let known = others[trimmed] { return known }
    let parts = trimmed.split(separator: "/")
    for count in [3, 2] where parts.count > count || (parts.count == count && trimmed.hasPrefix("/")) {
      let candidate = parts.suffix(count).joined(separator: "/")
      if OffsetTable.named(candidate, around: 2020...2020) != nil { return candidate }
    }
    return shown(trimmed) ?? offset(in: trimmed).flatMap { fixedName($0) }
  }

  /// The zone of a name as Windows shows it, with its summer time: `(UTC-05:00) Eastern Time (US & Canada)`,
  /// `(UTC+01:00) Amsterdam, Berlin, Bern`.
  private static func shown(_ name: String) -> String? {
    guard name.hasPrefix("("), let close = name.firstIndex(of: ")"), let offset = offset(in: name) else { return nil }
    let places = String(name[name.index(after: close)...]).trimmingBlanks
    if let time = places.firstRange(of: " Time"), let known = others[places[..<time.lowerBound] + " Standard Time"] {
      return known
    }
    let directory = ZoneDirectory()
    return places.split(separator: ",").lazy.compactMap { directory.zone(ofCity: String($0).trimmingBlanks) }
      .first { zone in
        // Summer time, whichever half of the year has it, is ahead of the offset in the name.
        let table = OffsetTable.named(zone, around: 2020...2020)
        return table?.transitions.map(\.offset).min() == offset
      }
  }

  /// The offset that a name is made of: `UTC+11`, `GMT-05:00`, `(UTC+01:00) Berlin`, `+0200`.
  static func offset(in name: String) -> Int? {
    var text = name[...]
    if text.hasPrefix("(") { text = text.dropFirst().prefix { $0 != ")" } }
    for prefix in ["UTC", "GMT"] where text.hasPrefix(prefix) { text = text.dropFirst(3) }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    var scanner = TimeScanner(String(text.dropFirst()))
    guard let hour = scanner.number(1...2), hour < 15 else { return nil }
    _ = scanner.accept(":")
    let minute = scanner.number(2...2) ?? 0
    guard scanner.isAtEnd, minute < 60 else { return nil }
    return (sign == "-" ? -1 : 1) * (hour * 3_600 + minute * 60)
  }

  /// The zone of one offset in whole hours; `Etc/GMT-1` is an hour east of Greenwich.
  static func fixed(_ offsets: Set<Int>, around years: ClosedRange<Int>) -> OffsetTable? {
    guard offsets.count == 1, let offset = offsets.first else { return nil }
    return fixedName(offset).flatMap { OffsetTable.named($0, around: years) }
  }

  private static func fixedName(_ offset: Int) -> String? {
    guard offset % 3_600 == 0 else { return nil }
    if offset == 0 { return "UTC" }
    return "Etc/GMT\(offset > 0 ? "-" : "+")\(abs(offset) / 3_600)"
  }

  /// A zone of IANA that has the same offsets as a table over these years, the well-known ones first.
  ///
  /// - Parameter candidates: those of `candidates(around:)`.
  static func like(
    _ table: OffsetTable, among candidates: [OffsetTable], around years: ClosedRange<Int>
  ) -> OffsetTable? {
    let first = CalendarDate(year: max(1, years.lowerBound), month: 1, day: 10)?.dayNumber ?? 0
    // Twice a month, so that a change on another day is seen too.
    let samples = (0..<24 * min(3, years.count)).map { Instant(seconds: Int64(first + $0 * 15) * 86_400) }
    let offsets = samples.map { table.transition(at: $0).offset }
    let found = candidates.first { zone in
      zip(samples, offsets).allSatisfy { zone.transition(at: $0).offset == $1 }
    }
    return found ?? fixed(Set(offsets), around: years)
  }

  /// The zones that a table is compared with, the well-known ones first; each takes milliseconds to make.
  static func candidates(around years: ClosedRange<Int>) -> [OffsetTable] {
    let wellKnown = ["Europe/Berlin", "Europe/London", "Europe/Helsinki", "America/New_York"]
    var tried: Set<String> = []
    return (wellKnown + others.values.sorted()).filter { tried.insert($0).inserted }
      .compactMap { OffsetTable.named($0, around: years) }
  }
}
