import Agenda
import Catalogue
import Notes

/// What is on the attendee's plan, as the agenda that is shown has it, and what of it cannot be had together.
struct Stars {
  private(set) var plan: Plan
  /// What is on it in any grade.
  private(set) var starred: Set<Session.ID> = []
  private(set) var found = PlanClashes()
  /// When and where each session is; nil for what takes nobody's time.
  ///
  /// It is asked for once, since a plan may have thousands.
  private var times: [Session.ID: PlanSlot?] = [:]
  /// The sessions as lists show them, those that the agenda has.
  private(set) var rows: [Session.ID: SessionRow] = [:]

  init(_ plan: Plan) { self.plan = plan }

  func grade(of id: Session.ID) -> Plan.Grade? { plan.grades[id] }

  /// Whether a session is at the same time as something else on the plan.
  func isClashing(_ id: Session.ID) -> Bool { found.overlapping.contains(.session(id)) }

  func row(of id: PlanSlot.ID) -> SessionRow? {
    guard case .session(let id) = id else { return nil }
    return rows[id]
  }

  /// When and where somebody has to be, by start.
  private(set) var slots: [PlanSlot] = []

  /// Gives a session a grade, or takes it off the plan.
  mutating func grade(_ id: Session.ID, _ grade: Plan.Grade?, title: String, at now: Instant, in catalogue: Catalogue) {
    plan.grade(id, grade, title: title, at: now)
    // The others are where they were: a plan may have thousands.
    let place = slots.firstIndex { $0.id == .session(id) }
    if let place { slots.remove(at: place) }
    if let grade {
      starred.insert(id)
      if let slot = slot(of: id, grade, catalogue) {
        slots.insert(slot, at: slots.firstIndex { $0.start > slot.start } ?? slots.endIndex)
      }
    } else {
      starred.remove(id)
    }
    found = PlanClashes(slots)
  }

  /// Another plan is the one of this agenda.
  mutating func replace(_ plan: Plan, in catalogue: Catalogue) {
    self.plan = plan
    look(catalogue)
  }

  /// Another agenda is shown.
  mutating func read(_ catalogue: Catalogue) {
    (times, rows) = ([:], [:])
    look(catalogue)
  }

  /// Finds when sessions are, where that is not known yet, and what clashes.
  ///
  /// How long a session without an end lasts is not known: it clashes with what is still on when it begins.
  private mutating func look(_ catalogue: Catalogue) {
    starred = plan.starred
    var slots: [PlanSlot] = plan.appointments.map { PlanSlot($0) }
    for star in plan.stars {
      if let slot = slot(of: star.id, star.grade, catalogue) { slots.append(slot) }
    }
    slots.sort { $0.start < $1.start }
    self.slots = slots
    found = PlanClashes(slots)
  }

  private mutating func slot(of id: Session.ID, _ grade: Plan.Grade, _ catalogue: Catalogue) -> PlanSlot? {
    if rows[id] == nil { rows[id] = catalogue.sessionRow(id) }
    let known = times[id] ?? rows[id].flatMap(Stars.slot)
    times[id] = .some(known)
    guard var slot = known else { return nil }
    slot.grade = grade
    return slot
  }

  /// Nil for what is cancelled or gone, and for a moment at which nothing takes place.
  static func slot(_ row: SessionRow) -> PlanSlot? {
    guard row.status != .cancelled, row.kind != .milestone, !row.isRemoved else { return nil }
    return PlanSlot(
      id: .session(row.id), grade: .must, start: row.start, end: row.end, place: row.room.isEmpty ? row.place : row.room
    )
  }
}
