import Agenda

/// The plan as JSON, format version 1:
/// `{"format": "plenary-plan", "formatVersion": 1, "starred": [{"id", "title", "starredAt"}]}`.
///
/// Members that this version does not know stay as they are, in the whole and in each star.
struct PlanFormat {
  private static let name = "plenary-plan"

  private(set) var json: JSON

  /// A new plan without a star.
  init() {
    json = .object([
      .init(name: "format", value: .string(PlanFormat.name)), .init(name: "formatVersion", value: .number("1")),
      .init(name: "starred", value: .list([])),
    ])
  }

  /// Nil where this is no plan. A star that cannot be understood is kept, but means nothing.
  init?(_ bytes: [UInt8]) {
    guard let json = JSONReader.value(of: bytes), json["format"]?.string == PlanFormat.name else { return nil }
    switch json["starred"] {
    case .none, .list: self.json = json
    case .null, .boolean, .number, .string, .object: return nil
    }
  }

  private var entries: [JSON] {
    guard case .list(let entries) = json["starred"] else { return [] }
    return entries
  }

  var stars: [Plan.Star] {
    entries.compactMap { entry in
      guard let id = entry["id"]?.string else { return nil }
      return Plan.Star(
        id: id, title: entry["title"]?.string ?? "",
        starredAt: entry["starredAt"]?.string.flatMap(Stamp.instant) ?? Instant(seconds: 0))
    }
  }

  /// Makes the stars these: the others go, new ones come at the end.
  mutating func set(_ stars: [Plan.Star]) {
    let wanted = Set(stars.map(\.id))
    var kept = entries.filter { entry in entry["id"]?.string.map(wanted.contains) ?? true }
    let present = Set(kept.compactMap { $0["id"]?.string })
    for star in stars where !present.contains(star.id) {
      kept.append(
        .object([
          .init(name: "id", value: .string(star.id)), .init(name: "title", value: .string(star.title)),
          .init(name: "starredAt", value: .string(Stamp.string(star.starredAt))),
        ]))
    }
    json["starred"] = .list(kept)
  }
}

/// Points in time as text: `2017-12-04T14:41:00Z` (RFC 3339, always UTC).
enum Stamp {
  static func string(_ instant: Instant) -> String {
    let local = LocalTime(instant, offset: 0)
    return "\(local.date)T\(local.clock):\(local.second < 10 ? "0" : "")\(local.second)Z"
  }

  /// Nil for anything but this form.
  static func instant(_ string: String) -> Instant? {
    let bytes = Array(string.utf8)
    guard bytes.count == 20 else { return nil }
    for (place, sign) in [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":"), (19, "Z")] {
      guard bytes[place] == sign.utf8.first else { return nil }
    }
    func number(_ start: Int, _ count: Int) -> Int? {
      bytes[start..<start + count].reduce(Int?(0)) { value, byte in
        (0x30...0x39).contains(byte) ? value.map { $0 * 10 + Int(byte - 0x30) } : nil
      }
    }
    guard let year = number(0, 4), let month = number(5, 2), let day = number(8, 2),
      let hour = number(11, 2), let minute = number(14, 2), let second = number(17, 2), hour < 24, minute < 60,
      second < 60, let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return LocalTime(date: date, secondOfDay: hour * 3_600 + minute * 60 + second).instant(offset: 0)
  }
}
