import Agenda
import Catalogue
import Cells
import Messages
import Notes

/// What is said of the plan at a moment.
struct PlanWording {
  private let stars: Stars
  private let catalogue: Catalogue
  private let now: Instant
  private let zone: OffsetTable

  init(_ world: World) { (stars, catalogue, now, zone) = (world.stars, world.catalogue, world.clock.now, world.zone) }

  /// What something on the plan is called.
  func title(of id: PlanSlot.ID) -> String {
    switch id {
    case .session(let id): stars.rows[id]?.title ?? catalogue.sessionRow(id)?.title ?? id
    case .appointment(let id): stars.plan.appointments.first { $0.id == id }?.title ?? id
    }
  }

  private var nextSlot: PlanSlot? { stars.slots.first { $0.start > now && $0.grade != .later } }

  /// What of the plan comes next, in a sentence; nil where nothing does.
  var next: Message? {
    guard let slot = nextSlot else { return nil }
    return PlanMoment.Entry(slot, title: title(of: slot.id)).wordsBefore(now, catalogue.conference)
  }

  /// The same where it is near enough to be thought of.
  var soon: Message? {
    guard let slot = nextSlot, slot.start.since(now) < 12 * 3_600 else { return nil }
    return next.map { Message("Next on your plan: %s", $0) }
  }

  /// `In 10 min: Treaty bodies, Main Hall`, or that it was missed.
  func words(of reminder: Reminder) -> Message {
    let (title, place) = (title(of: reminder.slot.id), reminder.slot.place)
    let what: Message = place.isEmpty ? .data(title) : Message("%1$s, %2$s", title, place)
    if reminder.isMissed {
      return Message("Missed: %1$s, it began at %2$s", what, zone.local(reminder.slot.start).clock)
    }
    let minutes = Int((reminder.slot.start.since(now) + 59) / 60)
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

extension World {
  var planWording: PlanWording { PlanWording(self) }
}

extension Stars {
  /// What a key that stars makes of a session's grade: none, must, maybe, and none again.
  func starred(_ id: Session.ID) -> Outcome {
    switch grade(of: id) {
    case nil, .later: .grade(id, .must)
    case .must: .grade(id, .maybe)
    case .maybe: .grade(id, nil)
    }
  }

  /// The same of a key for what is watched later.
  func keptForLater(_ id: Session.ID) -> Outcome { .grade(id, grade(of: id) == .later ? nil : .later) }
}
