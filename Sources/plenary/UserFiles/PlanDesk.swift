import Agenda
import Catalogue
import Interface
import Messages
import Notes

/// The plan of the running program: kept on disk at every change, and merged with what other windows do to it.
final class PlanDesk {
  private(set) var plan = Plan()
  /// What went wrong when it was read, in words.
  let problem: Message?
  /// Nil without a home to keep it in.
  private let file: PlanFile?
  private let conference: String
  /// Tells of what other windows do; nil before `watch`.
  private var watching: PlanWatch?

  init(in folder: UserFolder?, conference id: String) {
    file = folder.map { PlanFile(in: $0) }
    conference = id
    let loaded = file?.load()
    problem = loaded?.problem.map(\.message)
    if let loaded { plan = loaded.plan }
  }

  /// Looks from now on for what other windows do.
  func watch() { watching = file.map { PlanWatch(of: $0) } }

  /// Each can be read when there is something to `attend` to.
  var descriptors: [Int32] { [watching?.descriptor ?? -1].filter { $0 >= 0 } }

  /// Takes in what other windows have done since.
  func attend() -> [Event] { watching?.hasChanged() == true ? renew() : [] }

  private func renew() -> [Event] {
    guard let file else { return [] }
    let before = plan
    plan = file.renewed(plan)
    return before.says(asMuchAs: plan) ? [] : [.plan(plan)]
  }

  // MARK: - Following the agenda

  /// Lets the stars follow their sessions, which may have other identifiers in a newer agenda.
  ///
  /// What cannot be written is tried again at the next start: nothing of the user's is in it.
  func follow(_ catalogue: Catalogue, _ index: SessionIndex? = nil) {
    if plan.stars.isEmpty { return }
    if let file { plan = file.renewed(plan) }
    plan.follow(in: CatalogueSubjects(catalogue: catalogue, remembered: plan.subjects, index: index))
    if plan.hasChanges, let saved = try? file?.save(plan) { plan = saved }
  }

  /// What is starred and was removed, in a sentence.
  func gone(from catalogue: Catalogue) -> [Event] {
    let gone = plan.gone(from: { catalogue.sessionRow($0) != nil }).filter { !$0.title.isEmpty }
    if gone.isEmpty { return [] }
    return [.notice(Message("Starred, and no longer in the agenda: %s", Message.beginning(of: gone.map(\.title))))]
  }

  // MARK: - Changing

  /// Changes the plan, on disk too; gives what else is in it by now, and the reason where it could not be saved.
  /// - Parameter tellsAlways: the plan is given whatever is in it.
  func change(tellsAlways: Bool = false, _ change: (inout Plan) -> Void) -> [Event] {
    // What nobody has written since it was read need not be read once more.
    var isNews = watching?.hasChanged() != false && !renew().isEmpty || tellsAlways
    change(&plan)
    func events(_ problem: Message?) -> [Event] {
      (isNews ? [.plan(plan)] : []) + (problem.map { [.planNotSaved($0)] } ?? [])
    }
    guard let file else { return events(.noHome) }
    do {
      let saved = try file.save(plan)
      if !saved.says(asMuchAs: plan) { isNews = true }
      plan = saved
      return events(nil)
    } catch {
      return events(error.message)
    }
  }

  /// Keeps an entry of one's own, which gets an identifier that no other window gives.
  func keep(_ appointment: Plan.Appointment) -> [Event] {
    let id = appointment.id.isEmpty ? "own-\(String(UInt64.random(in: 0...UInt64.max), radix: 36))" : appointment.id
    let kept = Plan.Appointment(
      id: id, title: appointment.title, place: appointment.place, start: appointment.start, end: appointment.end)
    return change(tellsAlways: true) { $0.put(kept) }
  }

  /// Whether a reminder is to be told here: no other window has told it.
  func claim(_ reminder: Reminder) -> Bool {
    ToldReminders(conference: conference, environment: Environment.value)?.claim(reminder) ?? true
  }
}

extension Plan {
  /// Whether it is the same for whoever looks at it.
  fileprivate func says(asMuchAs other: Plan) -> Bool {
    grades == other.grades && appointments == other.appointments && reminder == other.reminder
  }
}
