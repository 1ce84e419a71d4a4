import Agenda
import JSON

/// What a file lists beside its sessions, which name it by id: rooms, tracks, types and people; and sessions that a grid
/// of days and times names.
struct KnownNames {
  private(set) var rooms: [String] = []
  private(set) var roomKeys: Set<String> = []
  /// Names of one list or another by their ids.
  private var names: [String: [String: String]] = [:]
  private(set) var people: [PersonDraft] = []
  private var peopleByKey: [String: PersonDraft] = [:]
  private var sessions: [String: JSONValue] = [:]

  private static let lists: [WrittenWords.Label: [String]] = [
    .room: ["rooms", "locations", "venues", "stages", "resources"],
    .track: ["tracks", "categories", "tags", "topics"],
    .type: ["sessiontypes", "submissiontypes", "types", "formats"],
  ]

  init() {}

  init(_ root: JSONFields, _ log: ProblemLog) {
    for (label, lists) in Self.lists {
      for list in lists {
        for (key, value) in Self.parts(root[list]) {
          guard let fields = JSONFields(value, log, isFolded: true),
            let name = fields.name(["name", "title", "label"])
          else { continue }
          let keys = [key] + ["id", "tag", "slug", "guid", "code"].map { fields.string($0) }
          for key in keys.compactMap(\.self) { names[list, default: [:]][key] = name }
          if label == .room, list != "resources" {
            rooms.append(name)
            roomKeys.formUnion(keys.compactMap(\.self) + [name])
          }
        }
      }
    }
    for list in ["speakers", "people", "persons", "presenters", "authors"] {
      for (key, value) in Self.parts(root[list]) {
        guard let person = JSONPeople.person(value, log) else { continue }
        people.append(person)
        for key in [key, person.key].compactMap(\.self) { peopleByKey[key] = person }
        if peopleByKey[person.name] == nil { peopleByKey[person.name] = person }
      }
    }
    for list in ["sessions", "talks", "presentations", "events"] {
      for (key, value) in Self.parts(root[list]) {
        guard let fields = JSONFields(value, log, isFolded: true) else { continue }
        for key in [key, fields.string("id")].compactMap(\.self) { sessions[key] = value }
      }
    }
  }

  /// What stands in a list, or behind keys.
  private static func parts(_ value: JSONValue?) -> [(key: String?, value: JSONValue)] {
    guard let value else { return [] }
    return value.kind == .array
      ? value.values.map { (nil, $0) } : value.names.map { ($0.rawString, $0.valueOfName) }
  }

  /// The name of what has that id in the lists of rooms, tracks or types.
  func name(_ id: String, of label: WrittenWords.Label) -> String? {
    (Self.lists[label] ?? []).lazy.compactMap { names[$0]?[id] }.first
  }

  func person(_ key: String) -> PersonDraft? { peopleByKey[key] }

  func session(_ id: String) -> JSONValue? { sessions[id] }
}
