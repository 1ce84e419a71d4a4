public import Agenda
public import Catalogue
public import Messages
public import Notes

/// What a plan has at an instant and what comes after it, for whoever shows no more than a line.
public struct PlanMoment: Equatable, Sendable {
  public struct Entry: Equatable, Sendable {
    public var id: PlanSlot.ID
    public var grade: Plan.Grade
    public var title: String
    /// The room or place; empty where none is known.
    public var place: String
    public var start: Instant
    /// Nil where none is known.
    public var end: Instant?
  }

  /// What matters most of what is on, and of that what began last.
  public private(set) var now: Entry?
  /// What comes first, and of that what matters most.
  public private(set) var next: Entry?

  /// Of a plan; what is for later, cancelled or gone does not count.
  ///
  /// - Parameter row: a session of the catalogue, which may have been read already.
  public init(of plan: Plan, in catalogue: Catalogue, at instant: Instant, row: (Session.ID) -> SessionRow?) {
    var entries = plan.appointments.map { Entry($0) }
    for (id, grade) in plan.grades where grade != .later {
      if let row = row(id), row.status != .cancelled, !row.isRemoved {
        entries.append(Entry(row, grade))
      }
    }
    // How long something without an end is on only the catalogue knows.
    let running = Set(catalogue.current(at: instant).map { PlanSlot.ID.session($0.id) })
    now = PlanMoment.latest(
      entries.filter { entry in
        running.contains(entry.id) || entry.start <= instant && entry.end.map { instant < $0 } ?? false
      })
    next = PlanMoment.first(entries.filter { $0.start > instant })
  }

  /// Of the whole programme, whatever is on the plan.
  public init(ofAllIn catalogue: Catalogue, at instant: Instant) {
    now = PlanMoment.latest(catalogue.current(at: instant).map { Entry($0, .must) })
    next = catalogue.next(after: instant).map { Entry($0, .must) }
  }

  private static func latest(_ entries: [Entry]) -> Entry? {
    entries.max { a, b in
      (a.grade == .must ? 1 : 0, a.start.seconds, b.title) < (b.grade == .must ? 1 : 0, b.start.seconds, a.title)
    }
  }

  private static func first(_ entries: [Entry]) -> Entry? {
    entries.min { a, b in
      (a.start.seconds, a.grade == .must ? 0 : 1, a.title) < (b.start.seconds, b.grade == .must ? 0 : 1, b.title)
    }
  }
}

extension PlanMoment.Entry {
  init(_ row: SessionRow, _ grade: Plan.Grade) {
    (id, self.grade, title) = (.session(row.id), grade, row.title)
    place = row.room.isEmpty ? row.place : row.room
    (start, end) = (row.start, row.end)
  }

  init(_ slot: PlanSlot, title: String) {
    (id, grade, self.title, place, start, end) = (slot.id, slot.grade, title, slot.place, slot.start, slot.end)
  }

  init(_ appointment: Plan.Appointment) {
    (id, grade, title) = (.appointment(appointment.id), .must, appointment.title)
    (place, start, end) = (appointment.place, appointment.start, appointment.end)
  }

  /// `10:40 in 12 min: Title, K.1.105`, with the day where it is another one than now; what is cut off is the end.
  public func wordsBefore(_ now: Instant, _ card: ConferenceCard) -> Message {
    let local = card.zone.local(start)
    let time: Message =
      local.date == card.zone.local(now).date
      ? .data(local.clock) : Message("%1$s %2$s", Message.weekdayAndNumber(card.date(of: start)), local.clock)
    let wait = Message.until(minutes: Int((start.since(now) + 59) / 60))
    return place.isEmpty
      ? Message("%1$s %2$s: %3$s", time, wait, title) : Message("%1$s %2$s: %3$s, %4$s", time, wait, title, place)
  }

  /// `Title, K.1.105, 23 min left`.
  public func wordsDuring(_ now: Instant) -> Message {
    let left =
      end.map { Message("%s left", Message.length(minutes: max(0, Int(($0.since(now) + 59) / 60)))) }
      ?? Message("end open")
    return place.isEmpty ? Message("%1$s, %2$s", title, left) : Message("%1$s, %2$s, %3$s", title, place, left)
  }
}
