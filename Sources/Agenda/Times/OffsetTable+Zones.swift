import FoundationEssentials
import FoundationInternationalization

extension OffsetTable {
  /// The table of an IANA zone, from 15 years before the given ones to 30 after; nil where the zone is unknown.
  ///
  /// Only names of the IANA database and `UTC` are taken, not `EST` or `GMT+5` as some libraries do. Asks the time
  /// zone library, which takes milliseconds: for the compiling of a catalogue, not for start-up.
  public static func named(_ identifier: String, around years: ClosedRange<Int>) -> OffsetTable? {
    if identifier == "UTC" || identifier == "Etc/UTC" {
      return OffsetTable(identifier: identifier, transitions: OffsetTable.utc.transitions)
    }
    guard OffsetTable.hasZones, identifier.utf8.contains(UInt8(ascii: "/")),
      let zone = TimeZone(identifier: identifier)
    else { return nil }
    return OffsetTable(zone, identifier: identifier, around: years)
  }

  /// The table of the reader's own zone, as `TZ` or /etc/localtime have it; UTC where neither says anything.
  public static func ofThisMachine(around years: ClosedRange<Int>) -> OffsetTable {
    guard OffsetTable.hasZones else { return .utc }
    let zone = TimeZone.current
    return OffsetTable(zone, identifier: zone.identifier, around: years)
  }

  /// Whether there are time zones at all.
  ///
  /// Asking for their version is what makes a static build link them: the rest of the library only looks whether
  /// they happen to be there, and would know no zone but GMT.
  private static var hasZones: Bool { !TimeZone.timeZoneDataVersion.isEmpty }

  private init(_ zone: TimeZone, identifier: String, around years: ClosedRange<Int>) {
    // A conference of a thousand years is a slip of the pen: the last rules known hold on.
    let first = max(1, years.lowerBound - 15)
    let last = min(9999, min(years.upperBound, years.lowerBound + 50) + 30)
    let start = OffsetTable.newYear(first)
    let end = OffsetTable.newYear(last + 1)
    let abbreviations = Abbreviations(zone)
    var transitions: [Transition] = []
    func append(_ date: Date) {
      let offset = zone.secondsFromGMT(for: date)
      let abbreviation = abbreviations.name(at: date, offset: offset)
      if let latest = transitions.last, latest.offset == offset, latest.abbreviation == abbreviation { return }
      transitions.append(
        Transition(
          start: Instant(seconds: Int64(date.timeIntervalSince1970.rounded(.down))), offset: offset,
          abbreviation: abbreviation))
    }
    append(start)
    var date = start
    while let next = zone.nextDaylightSavingTimeTransition(after: date), next > date, next < end {
      append(next)
      date = next
    }
    self.init(identifier: identifier, transitions: transitions)
  }

  private static func newYear(_ year: Int) -> Date {
    let days = CalendarDate(year: year, month: 1, day: 1)?.dayNumber ?? 0
    return Date(timeIntervalSince1970: Double(days) * 86_400)
  }
}

/// What people call a zone's offsets.
private struct Abbreviations {
  /// English as it is written in several countries.
  ///
  /// Each names by letters only the zones that are its own, so the first that does rules; the reader's own language
  /// has hardly any letters.
  private static let locales = ["en_US", "en_GB", "en_AU", "en_CA", "en_NZ", "en_ZA", "en_IN"].map(Locale.init)

  private let winter: String?
  private let summer: String?
  private let zone: TimeZone

  init(_ zone: TimeZone) {
    self.zone = zone
    winter = Abbreviations.letters(zone, .shortStandard)
    // Letters in summer and numbers in winter would look like two zones.
    summer = winter == nil ? nil : Abbreviations.letters(zone, .shortDaylightSaving)
  }

  /// `EST`, or `GMT+2` where the zone has no letters of its own.
  func name(at date: Date, offset: Int) -> String {
    (zone.isDaylightSavingTime(for: date) ? summer : winter) ?? Abbreviations.numbers(offset)
  }

  private static func letters(_ zone: TimeZone, _ style: TimeZone.NameStyle) -> String? {
    for locale in Abbreviations.locales {
      guard let name = zone.localizedName(for: style, locale: locale), !name.isEmpty else { continue }
      if name.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) { return name }
    }
    return nil
  }

  private static func numbers(_ offset: Int) -> String {
    if offset == 0 { return "GMT" }
    let minutes = abs(offset) / 60
    let rest = minutes % 60
    let tail = rest == 0 ? "" : (rest < 10 ? ":0" : ":") + "\(rest)"
    return "GMT\(offset < 0 ? "-" : "+")\(minutes / 60)\(tail)"
  }
}
