import Agenda
import Glibc

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
