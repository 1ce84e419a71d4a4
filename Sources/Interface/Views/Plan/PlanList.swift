import Agenda
import Catalogue
import Messages
import Notes

/// The plan as lines: all days with what is on them, what is free between, and what is to be watched later.
struct PlanList {
  /// What it is made of.
  struct Made: Equatable {
    let marks: Int
    let edition: Int
    let language: String

    init(_ world: World) {
      (marks, edition, language) = (world.markRevision, world.edition, world.messages.language)
    }
  }

  enum Line: Equatable {
    case heading(String)
    /// Something on the plan; `slot` is nil where it takes nobody's time.
    case entry(PlanSlot.ID, slot: PlanSlot?)
    /// What is only on a shared plan.
    case shared(PlanSlot)
    case gap(PlanGap)
    /// Minutes of walking for which there is less time than a gap's.
    case walk(Int, to: String)

    var isSelectable: Bool {
      switch self {
      case .entry, .shared, .gap: true
      case .heading, .walk: false
      }
    }
  }

  private(set) var lines: [Line] = []

  init() {}

  init(_ world: World) {
    let slots = world.stars.slots.filter { $0.grade != .later }
    let days = world.catalogue.days
    let gaps = PlanGap.all(in: slots, days: world.catalogue.extents)
    var entries: [(date: CalendarDate, start: Instant, line: Line, place: String, end: Instant)] = []
    for slot in slots {
      entries.append((date(of: slot, world), slot.start, .entry(slot.id, slot: slot), slot.place, slot.end))
    }
    for gap in gaps {
      entries.append((world.catalogue.conference.date(of: gap.start), gap.start, .gap(gap), "", gap.end))
    }
    for slot in world.shared?.slots ?? [] where !world.stars.isTimed(slot.id) {
      entries.append((date(of: slot, world), slot.start, .shared(slot), "", slot.end))
    }
    entries.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    var (day, before) = (CalendarDate?.none, (place: "", end: Instant(seconds: 0)))
    for entry in entries {
      if entry.date != day {
        lines.append(.heading(world.text(.day(entry.date))))
        (day, before.place) = (entry.date, "")
      }
      if !entry.place.isEmpty {
        let walk = Walking.minutes(from: before.place, to: entry.place)
        if walk > 0, entry.start.since(before.end) < 15 * 60 { lines.append(.walk(walk, to: entry.place)) }
        before = (entry.place, entry.end)
      }
      lines.append(entry.line)
    }
    let later = world.stars.plan.stars.filter { $0.grade == .later }
    add(later.map(\.id), under: Message("To be watched later"), world)
    let timed = Set(slots.map(\.id))
    let timeless = world.stars.plan.stars.filter { $0.grade != .later && !timed.contains(.session($0.id)) }
    add(timeless.map(\.id), under: Message("Cancelled, or no longer in the agenda"), world)
    if days.isEmpty, lines.isEmpty { lines = [] }
  }

  private func date(of slot: PlanSlot, _ world: World) -> CalendarDate {
    // What begins after midnight belongs to the evening before.
    if case .session(let id) = slot.id, let row = world.stars.rows[id] ?? world.shared?.rows[id],
      world.catalogue.days.indices.contains(row.day)
    {
      return world.catalogue.days[row.day].date
    }
    return world.catalogue.conference.date(of: slot.start)
  }

  private mutating func add(_ ids: [Session.ID], under heading: Message, _ world: World) {
    if ids.isEmpty { return }
    lines.append(.heading(world.text(heading)))
    lines += ids.map { .entry(.session($0), slot: nil) }
  }

  /// The line to begin with: what is on, else the first that comes, else the last.
  func first(at now: Instant) -> Int {
    let places = lines.indices.filter { if case .entry(_, slot: .some) = lines[$0] { true } else { false } }
    let next = places.first { place in
      guard case .entry(_, let slot?) = lines[place] else { return false }
      return slot.end > now
    }
    return next ?? places.last ?? lines.firstIndex(where: \.isSelectable) ?? 0
  }
}

extension Stars {
  /// Whether a session that somebody else goes to is where one's own plan shows it too.
  fileprivate func isTimed(_ id: PlanSlot.ID) -> Bool {
    guard case .session(let id) = id, let grade = grade(of: id) else { return false }
    return grade != .later
  }
}

extension PlanGap {
  /// What would fit into it, what has the plan's tracks and people first, then the soonest.
  func fitting(_ world: World, limit: Int = 40) -> [SessionRow] {
    let (catalogue, stars) = (world.catalogue, world.stars)
    let found = catalogue.fitting(from: start, to: end, limit: 500).filter { stars.grade(of: $0.id) == nil }
    let liked = stars.plan.stars.compactMap { stars.rows[$0.id] }
    let tracks = Set(liked.map(\.trackNumber)).subtracting([-1])
    let shared = catalogue.shared(found, with: liked)
    func rank(_ place: Int) -> Int { 2 * min(shared[place], 4) + (tracks.contains(found[place].trackNumber) ? 1 : 0) }
    return found.indices.sorted { (-rank($0), $0) < (-rank($1), $1) }.prefix(limit).map { found[$0] }
  }
}
