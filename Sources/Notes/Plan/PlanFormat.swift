import Agenda
import JSON

/// The plan as JSON, format version 1:
/// `{"format": "plenary-plan", "formatVersion": 1, "starred": [{"id", "title", "starredAt"}]}`.
///
/// Members that this version does not know stay as they are, in the whole and in each star.
struct PlanFormat {
  private static let name = "plenary-plan"

  private(set) var json: JSONTree

  /// A new plan without a star.
  init() { json = .object(["format": .string(PlanFormat.name), "formatVersion": .number(1), "starred": .array([])]) }

  /// Nil where this is no plan.
  ///
  /// A star that cannot be understood is kept, but means nothing.
  init?(_ bytes: [UInt8]) {
    guard let json = JSONTree(strict: bytes), json["format"]?.string == PlanFormat.name else { return nil }
    switch json["starred"] {
    case .none, .array: self.json = json
    case .null, .boolean, .number, .string, .object: return nil
    }
  }

  private var entries: [JSONTree] { json["starred"]?.array ?? [] }

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
          "id": .string(star.id), "title": .string(star.title), "starredAt": .string(Stamp.string(star.starredAt)),
        ]))
    }
    json["starred"] = .array(kept)
  }
}
