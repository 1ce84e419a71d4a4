import Agenda
import Glibc

/// Finds the venue's zone: the one that the file names, else one that its city, its country or its offsets speak for.
struct ZoneChoice {
  let draft: ScheduleDraft
  let log: ProblemLog
  /// Those that sessions begin in.
  private let years: ClosedRange<Int>

  init(_ draft: ScheduleDraft, today: CalendarDate, log: ProblemLog) {
    (self.draft, self.log) = (draft, log)
    var years: ClosedRange<Int>?
    for session in draft.sessions {
      guard let year = session.start?.written.date.year else { continue }
      years = min(years?.lowerBound ?? year, year)...max(years?.upperBound ?? year, year)
    }
    let other = draft.start?.written.date.year ?? draft.days.first?.date.year ?? today.year
    self.years = years ?? other...other
  }

  func zone() -> OffsetTable {
    if let name = draft.zoneName, let zone = named(name) { return zone }
    let samples = self.samples
    if let zone = ofPlace(), agrees(zone, with: samples) {
      let city = Excerpt.shown(draft.city ?? draft.country ?? "")
      log.report(
        draft.isCityOfPlaces
          ? .conference(.zoneOfPlaces(zone: zone.identifier, city: city))
          : .conference(.zoneOfCity(zone: zone.identifier, city: city)))
      return zone
    }
    if let zone = draft.sessions.lazy.compactMap(\.start).compactMap({ Self.zone(of: $0) }).first {
      log.report(.conference(.zoneOfOffsets(zone: zone.identifier)))
      return zone
    }
    guard !samples.isEmpty, let zone = ofOffsets(samples) else {
      log.report(.conference(.noZone))
      return .utc
    }
    log.report(.conference(.zoneOfOffsets(zone: zone.identifier)))
    return zone
  }

  private static func zone(of moment: Moment) -> OffsetTable? {
    if case .zoned(_, let zone) = moment, zone.identifier != "UTC" { return zone }
    return nil
  }

  private func named(_ name: String) -> OffsetTable? {
    if let zone = OffsetTable.named(name, around: years) { return zone }
    if let iana = ZoneNames.iana(of: name), let zone = OffsetTable.named(iana, around: years) {
      log.report(.conference(.zoneOfWindows(zone: iana, name: Excerpt.shown(name))))
      return zone
    }
    log.report(.value(.zoneNotRead(name: Excerpt.shown(name))))
    return nil
  }

  private func ofPlace() -> OffsetTable? {
    guard draft.city != nil || draft.country != nil else { return nil }
    let directory = ZoneDirectory()
    let name =
      draft.city.flatMap { directory.zone(ofCity: $0) } ?? draft.country.flatMap { directory.zone(ofCountry: $0) }
    return name.flatMap { OffsetTable.named($0, around: years) }
  }

  /// Offsets that the file writes, each at the first and last instant that it stands at.
  private var samples: [(instant: Instant, offset: Int)] {
    var spans: [Int: (first: Instant, last: Instant)] = [:]
    for session in draft.sessions {
      guard case .offset(let local, let offset) = session.start else { continue }
      let instant = local.instant(offset: offset)
      let known = spans[offset] ?? (instant, instant)
      spans[offset] = (min(known.first, instant), max(known.last, instant))
    }
    return spans.flatMap { [($1.first, $0), ($1.last, $0)] }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
  }

  private func agrees(_ zone: OffsetTable, with samples: [(instant: Instant, offset: Int)]) -> Bool {
    samples.allSatisfy { zone.transition(at: $0.instant).offset == $0.offset }
  }

  private func ofOffsets(_ samples: [(instant: Instant, offset: Int)]) -> OffsetTable? {
    ZoneNames.fixed(Set(samples.map(\.offset)), around: years)
      ?? ZoneDirectory().names.lazy.compactMap { OffsetTable.named($0, around: years) }.first {
        agrees($0, with: samples)
      }
  }
}

/// The zones that the system's database lists, with the countries they are in (zone.tab, iso3166.tab).
///
/// Read only where a file does not name its zone.
struct ZoneDirectory {
  private static let folder = "/usr/share/zoneinfo"

  private let zones: [(country: String, name: String)]
  private let countries: [(code: String, name: String)]

  init() {
    zones = ZoneDirectory.rows(of: "zone.tab").compactMap { $0.count > 2 ? (String($0[0]), String($0[2])) : nil }
    countries = ZoneDirectory.rows(of: "iso3166.tab").compactMap {
      $0.count > 1 ? (String($0[0]), String($0[1])) : nil
    }
  }

  var names: [String] { zones.map(\.name) }

  /// The zone that is called after a city.
  func zone(ofCity city: String) -> String? {
    let wanted = ZoneDirectory.folded(city)
    guard !wanted.isEmpty else { return nil }
    return zones.first { zone in
      zone.name.split(separator: "/").last.map { ZoneDirectory.folded(String($0)) } == wanted
    }?.name
  }

  /// The zone of a country, by its name or its code (ISO 3166-1), where it has only one.
  func zone(ofCountry country: String) -> String? {
    let wanted = ZoneDirectory.folded(country)
    let code = countries.first { ZoneDirectory.folded($0.name) == wanted }?.code ?? country.uppercased()
    let found = zones.filter { $0.country == code }
    return found.count == 1 ? found[0].name : nil
  }

  private static func folded(_ text: String) -> String { text.lowercased().filter { $0.isLetter } }

  private static func rows(of file: String) -> [[Substring]] {
    let descriptor = open("\(folder)/\(file)", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    guard let bytes = try? FileBytes(reading: descriptor, expected: 20_000, limit: 1 << 20) else { return [] }
    let text = bytes.withBytes { String(decoding: $0, as: UTF8.self) }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }
}
