import Agenda
import Catalogue
import Cells
import Messages
import Notes

/// What is on the attendee's plan, as the agenda that is shown has it, and what of it cannot be had together.
struct Stars {
  private(set) var plan: Plan
  /// What is on it in any grade.
  private(set) var starred: Set<Session.ID> = []
  private(set) var found = PlanClashes()
  /// Sessions that are at the same time as something else on the plan.
  private(set) var clashes: Set<Session.ID> = []
  /// When and where each session is; nil for what takes nobody's time.
  ///
  /// It is asked for once, since a plan may have thousands.
  private var times: [Session.ID: PlanSlot?] = [:]
  /// The sessions as lists show them, those that the agenda has.
  private(set) var rows: [Session.ID: SessionRow] = [:]

  init(_ plan: Plan) { self.plan = plan }

  func grade(of id: Session.ID) -> Plan.Grade? { plan.grades[id] }

  /// When and where somebody has to be, by start.
  private(set) var slots: [PlanSlot] = []

  /// Gives a session a grade, or takes it off the plan.
  mutating func grade(_ id: Session.ID, _ grade: Plan.Grade?, title: String, at now: Instant, in catalogue: Catalogue) {
    plan.grade(id, grade, title: title, at: now)
    look(catalogue)
  }

  mutating func put(_ appointment: Plan.Appointment, in catalogue: Catalogue) {
    plan.put(appointment)
    look(catalogue)
  }

  mutating func removeAppointment(_ id: Plan.Appointment.ID, in catalogue: Catalogue) {
    plan.removeAppointment(id)
    look(catalogue)
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
      if rows[star.id] == nil { rows[star.id] = catalogue.sessionRow(star.id) }
      let known = times[star.id] ?? rows[star.id].flatMap(Stars.slot)
      times[star.id] = .some(known)
      guard var slot = known else { continue }
      if slot.grade != star.grade {
        slot.grade = star.grade
        times[star.id] = .some(slot)
      }
      slots.append(slot)
    }
    slots.sort { $0.start < $1.start }
    self.slots = slots
    found = PlanClashes(slots)
    clashes = []
    for case .session(let id) in found.overlapping { clashes.insert(id) }
  }

  /// Nil for what is cancelled or gone, and for a moment at which nothing takes place.
  private static func slot(_ row: SessionRow) -> PlanSlot? {
    guard row.status != .cancelled, row.kind != .milestone, !row.isRemoved else { return nil }
    return PlanSlot(
      id: .session(row.id), grade: .must, start: row.start, end: row.end, place: row.room.isEmpty ? row.place : row.room
    )
  }
}

extension World {
  /// What a key that stars does with a session: none, must, maybe, and none again.
  func star(_ id: Session.ID) -> [Outcome] {
    switch stars.grade(of: id) {
    case nil, .later: [.grade(id, .must)]
    case .must: [.grade(id, .maybe)]
    case .maybe: [.grade(id, nil)]
    }
  }

  /// The same of a key for what is watched later.
  func watchLater(_ id: Session.ID) -> [Outcome] { [.grade(id, stars.grade(of: id) == .later ? nil : .later)] }

  /// What something on the plan is called.
  func title(of id: PlanSlot.ID) -> String {
    switch id {
    case .session(let id): stars.rows[id]?.title ?? catalogue.sessionRow(id)?.title ?? id
    case .appointment(let id): stars.plan.appointments.first { $0.id == id }?.title ?? id
    }
  }

  /// What of the plan comes next, in a sentence; nil where nothing does.
  var nextOnPlan: Message? {
    let now = clock.now
    let next = stars.slots.first { $0.start > now && $0.grade != .later }
    guard let next else { return nil }
    let entry = PlanMoment.Entry(next, title: title(of: next.id))
    return entry.wordsBefore(now, catalogue.conference)
  }

  /// The same where it is near enough to be thought of.
  var soonOnPlan: Message? {
    let now = clock.now
    guard let next = stars.slots.first(where: { $0.start > now && $0.grade != .later }),
      next.start.since(now) < 12 * 3_600
    else { return nil }
    return nextOnPlan.map { Message("Next on your plan: %s", $0) }
  }

  /// `In 10 min: Treaty bodies, Main Hall`, or that it was missed.
  func words(of reminder: Reminder) -> Message {
    let (title, place) = (title(of: reminder.slot.id), reminder.slot.place)
    let what: Message = place.isEmpty ? .data(title) : Message("%1$s, %2$s", title, place)
    if reminder.isMissed {
      return Message("Missed: %1$s, it began at %2$s", what, zone.local(reminder.slot.start).clock)
    }
    let minutes = Int((reminder.slot.start.since(clock.now) + 59) / 60)
    return minutes < 1 ? Message("Now: %s", what) : Message("In %1$s: %2$s", Message.length(minutes: minutes), what)
  }

  /// What is said when a session has another grade, and whether that is a warning.
  func words(ofGrading id: Session.ID, _ title: String) -> StatusMessage {
    let clashes = stars.found.of(.session(id)).filter { $0.kind == .overlap }
    // With a clash there are two titles to say, and the first one is selected.
    let title = clashes.isEmpty ? title : fitted(title, width: 28)
    let words: Message
    switch stars.grade(of: id) {
    case .must: words = Message("Starred: %s", title)
    case .maybe: words = Message("Starred as maybe: %s", title)
    case .later: return StatusMessage(Message("For later: %s", title))
    case nil: return StatusMessage(Message("No longer starred: %s", title))
    }
    guard let worst = clashes.first else { return StatusMessage(words) }
    let other = fitted(self.title(of: worst.first.id == .session(id) ? worst.second.id : worst.first.id), width: 44)
    let common = Message.length(minutes: worst.minutes)
    let clash =
      clashes.count == 1
      ? Message("%1$s at the same time as %2$s", common, other)
      : Message(
        "%2$s at the same time as %3$s and %1$d more", "%2$s at the same time as %3$s and %1$d more",
        count: clashes.count - 1, common, other)
    return StatusMessage(Message("%1$s. Clash: %2$s", words, clash), .warning)
  }
}
