import Agenda
import JSON

/// The plan as JSON, format version 2:
/// `{"format": "plenary-plan", "formatVersion": 2, "starred": [{"id", "title", "grade", "starredAt", "start", "people",
/// "hasTwin", "stamp"}], "own": [{"id", "title", "place", "start", "end", "stamp"}], "removed": [{"kind", "id", "stamp"}],
/// "reminder": {"minutes", "stamp"}}`.
///
/// Version 1 had stars alone, of which each is a must: no grade is one. Members that this version does not know stay as
/// they are, in the whole and in each entry.
struct PlanFormat {
  /// What a file turns out to be.
  enum Reading {
    case plan(PlanFormat, Plan)
    /// Written in a later version of the format.
    case newer
    case damaged
  }

  private static let name = "plenary-plan"
  private static let version = 2
  /// Of what was taken away so much is remembered as two windows can be apart.
  private static let removalLimit = 5_000

  private(set) var json: JSONTree

  /// A new plan without a star.
  init() {
    json = .object([
      "format": .string(PlanFormat.name), "formatVersion": .number(PlanFormat.version), "starred": .array([]),
    ])
  }

  private init(_ json: JSONTree) { self.json = json }

  /// An entry that cannot be understood is kept, but means nothing.
  static func read(_ bytes: [UInt8]) -> Reading {
    guard let json = JSONTree(strict: bytes), json["format"]?.string == name else { return .damaged }
    if let written = json["formatVersion"]?.integer, written > version { return .newer }
    switch json["starred"] {
    case .none, .array:
      let format = PlanFormat(json)
      return .plan(format, format.plan)
    case .null, .boolean, .number, .string, .object: return .damaged
    }
  }

  private var plan: Plan {
    let reminder = json["reminder"]
    return Plan(
      stars: stars, appointments: appointments, removals: removals,
      reminder: reminder?["minutes"]?.integer.map { min(max(0, $0), Plan.longestReminder) } ?? Plan.usualReminder,
      reminderStamp: reminder?.stamp ?? 0)
  }

  private func entries(_ name: String) -> [JSONTree] { json[name]?.array ?? [] }

  private var stars: [Plan.Star] {
    entries("starred").compactMap { entry in
      guard let id = entry["id"]?.string else { return nil }
      var star = Plan.Star(
        id: id, title: entry["title"]?.string ?? "",
        starredAt: entry["starredAt"]?.string.flatMap(Stamp.instant) ?? Instant(seconds: 0))
      // What a later program calls otherwise still matters.
      star.grade = entry["grade"]?.string.flatMap(Plan.Grade.init) ?? .must
      star.start = entry["start"]?.string.flatMap(Stamp.instant)
      star.people = entry["people"]?.array?.compactMap(\.string)
      star.hasTwin = entry["hasTwin"] == .boolean(true)
      star.stamp = entry.stamp
      return star
    }
  }

  private var appointments: [Plan.Appointment] {
    let cleaner = TextCleaner(lines: .single)
    return entries("own").compactMap { entry in
      guard let id = entry["id"]?.string, let start = entry["start"]?.string.flatMap(Stamp.instant) else { return nil }
      var appointment = Plan.Appointment(
        id: id, title: cleaner.clean(entry["title"]?.string ?? "").string,
        place: cleaner.clean(entry["place"]?.string ?? "").string, start: start,
        end: entry["end"]?.string.flatMap(Stamp.instant) ?? start)
      appointment.stamp = entry.stamp
      return appointment
    }
  }

  private var removals: [Plan.Key: Int] {
    let pairs = entries("removed").compactMap { entry -> (Plan.Key, Int)? in
      guard let id = entry["id"]?.string else { return nil }
      switch entry["kind"]?.string {
      case "session": return (.star(id), entry.stamp)
      case "own": return (.appointment(id), entry.stamp)
      default: return nil
      }
    }
    return Dictionary(pairs, uniquingKeysWith: max)
  }

  /// Does what was changed in a plan to the one that is written here: what is gone goes, what is new comes at the end.
  ///
  /// The rest is not looked at, since a plan may have thousands of stars.
  mutating func apply(_ plan: Plan) {
    json["formatVersion"] = .number(PlanFormat.version)
    let changed = plan.changedEntries
    renew("starred", changed.stars, from: plan.stars, PlanFormat.write)
    if !plan.appointments.isEmpty || json["own"] != nil {
      renew("own", changed.appointments, from: plan.appointments, PlanFormat.write)
    }
    let removals = plan.removals.sorted { $0.value > $1.value }.prefix(PlanFormat.removalLimit)
    json["removed"] = removals.isEmpty ? nil : .array(removals.compactMap { PlanFormat.removal($0.key, $0.value) })
    if plan.reminderStamp > 0 {
      if json["reminder"]?["stamp"] == nil { json["reminder"] = .object([:]) }
      json["reminder"]?["minutes"] = .number(plan.reminder)
      json["reminder"]?["stamp"] = .number(plan.reminderStamp)
    }
  }

  private mutating func renew<Value: Identifiable>(
    _ name: String, _ changed: Set<String>, from values: [Value], _ write: (Value, inout JSONTree) -> Void
  ) where Value.ID == String {
    var entries = entries(name)
    var (present, gone): (Set<String>, Set<Int>) = ([], [])
    let new = values.filter { changed.contains($0.id) }
    let wanted = Dictionary(new.map { ($0.id, $0) }) { first, _ in first }
    for index in entries.indices {
      guard let id = entries[index]["id"]?.string, changed.contains(id) else { continue }
      if let value = wanted[id] {
        present.insert(id)
        write(value, &entries[index])
      } else {
        gone.insert(index)
      }
    }
    if !gone.isEmpty { entries = entries.indices.filter { !gone.contains($0) }.map { entries[$0] } }
    for value in new where present.insert(value.id).inserted {
      var entry = JSONTree.object([:])
      write(value, &entry)
      entries.append(entry)
    }
    json[name] = .array(entries)
  }

  private static func write(_ star: Plan.Star, _ entry: inout JSONTree) {
    entry["id"] = .string(star.id)
    entry["title"] = .string(star.title)
    entry["grade"] = star.grade == .must ? nil : .string(star.grade.rawValue)
    entry["starredAt"] = .string(Stamp.string(star.starredAt))
    entry["start"] = star.start.map { .string(Stamp.string($0)) }
    entry["people"] = star.people.map { .array($0.map { .string($0) }) }
    entry["hasTwin"] = star.hasTwin ? .boolean(true) : nil
    entry["stamp"] = .number(star.stamp)
  }

  private static func write(_ appointment: Plan.Appointment, _ entry: inout JSONTree) {
    entry["id"] = .string(appointment.id)
    entry["title"] = .string(appointment.title)
    entry["place"] = appointment.place.isEmpty ? nil : .string(appointment.place)
    entry["start"] = .string(Stamp.string(appointment.start))
    entry["end"] = .string(Stamp.string(appointment.end))
    entry["stamp"] = .number(appointment.stamp)
  }

  private static func removal(_ key: Plan.Key, _ stamp: Int) -> JSONTree? {
    switch key {
    case .star(let id): .object(["kind": .string("session"), "id": .string(id), "stamp": .number(stamp)])
    case .appointment(let id): .object(["kind": .string("own"), "id": .string(id), "stamp": .number(stamp)])
    case .reminder: nil
    }
  }
}

extension JSONTree {
  /// Nil for anything but a whole number that a machine word holds.
  fileprivate var integer: Int? {
    guard case .number(let digits) = self else { return nil }
    return Int(digits)
  }

  /// Of the last change of an entry; far from overflowing by what comes after it, whatever a file says.
  fileprivate var stamp: Int { min(max(0, self["stamp"]?.integer ?? 0), Int.max / 2) }
}
