import Agenda
import Catalogue
import Messages
import Notes

/// What is on a plan that somebody has shared, shown beside one's own and never written into that.
struct SharedStars {
  let plan: SharedPlan
  /// Those that the agenda has.
  let sessions: Set<Session.ID>
  /// When and where that is which has a time, by start.
  let slots: [PlanSlot]
  let rows: [Session.ID: SessionRow]

  /// Finds its sessions in an agenda: all rows are looked at, as nothing says which they are.
  init(_ plan: SharedPlan, in catalogue: Catalogue) {
    self.plan = plan
    let all = catalogue.days.indices.flatMap { catalogue.sessions(onDay: $0) }
    let sessions = Set(plan.sessions(among: all.map(\.id)))
    rows = Dictionary(all.filter { sessions.contains($0.id) }.map { ($0.id, $0) }) { first, _ in first }
    slots = (rows.values.compactMap(Stars.slot) + plan.appointments.map { PlanSlot($0) }).sorted {
      ($0.start, $0.end) < ($1.start, $1.end)
    }
    self.sessions = sessions
  }

  /// How many of its sessions the agenda has not.
  var missing: Int { max(0, plan.count - sessions.count) }

  /// What is said when it is opened.
  func words(_ sign: String) -> Message {
    let found = Message(
      "%2$s marks %1$d session of the shared plan", "%2$s marks %1$d sessions of the shared plan",
      count: sessions.count, sign)
    guard missing > 0 else { return found }
    return Message(
      "%2$s; %1$d more is not in this agenda", "%2$s; %1$d more are not in this agenda", count: missing, found)
  }
}

extension SharedStars {
  /// The title of something on it.
  func title(of id: PlanSlot.ID) -> String {
    switch id {
    case .session(let id): rows[id]?.title ?? id
    case .appointment(let id): plan.appointments.first { $0.id == id }?.title ?? id
    }
  }
}

extension Stars {
  /// The plan as it is handed on; without what is only for later.
  func handedOn(from catalogue: Catalogue, includesOwn: Bool) -> SharedPlan {
    SharedPlan(
      plan, conference: catalogue.conference.id, sessionCount: catalogue.days.reduce(0) { $0 + $1.sessionCount },
      includesOwn: includesOwn)
  }

  /// Whether the plan has nothing but what is watched later.
  var hasNowhereToGo: Bool { plan.appointments.isEmpty && !plan.grades.values.contains { $0 != .later } }
}
