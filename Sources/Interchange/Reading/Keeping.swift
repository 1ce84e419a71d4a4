public import Agenda

extension Agenda {
  /// This agenda, newly imported, with what an earlier bundle of the same conference has and no file of another format
  /// can hold: its identifier, meetings, documents, what leads to them from sessions that are the same, items, and the
  /// notice.
  ///
  /// What was said in confidence stays so: of the two the stricter attribution holds, and where it is not certain that a
  /// session is the same it holds too.
  public func keeping(_ old: Agenda) -> Agenda {
    var new = self
    new.conference.id = old.conference.id
    if new.meetings.isEmpty { new.meetings = old.meetings }
    if new.documents.isEmpty { new.documents = old.documents }
    if new.conference.notice == nil { new.conference.notice = old.conference.notice }
    if new.conference.about == nil { new.conference.about = old.conference.about }
    if new.conference.organizers.isEmpty { new.conference.organizers = old.conference.organizers }
    let changes = AgendaChanges(old: old, new: self)
    let known = Dictionary(
      old.sessions.compactMap { session in changes.successors[session.id].map { ($0, session) } }
    ) { first, _ in first }
    let rules = AttributionRules(changes)
    let people = Set(new.people.map(\.id))
    for index in new.sessions.indices {
      let session = new.sessions[index]
      new.sessions[index].attribution = rules.rule(for: session, before: known[session.id])
      guard let before = known[session.id] else { continue }
      if session.meetings.isEmpty { new.sessions[index].meetings = before.meetings }
      if session.documents.isEmpty { new.sessions[index].documents = before.documents }
      if session.items.isEmpty {
        new.sessions[index].items = before.items.map { item in
          var item = item
          item.people.removeAll { !people.contains($0.person) }
          return item
        }
      }
    }
    return new
  }
}

/// What holds for sessions of a newer version by what was said of them before.
private struct AttributionRules {
  /// The strictest of the sessions that are gone or doubtful, by title.
  private var titles: [String: Session.Attribution] = [:]
  /// That of the sessions that each may be, by its id.
  private var doubts: [Session.ID: Session.Attribution] = [:]

  init(_ changes: AgendaChanges) {
    for change in changes.sessions {
      guard let old = change.old, old.attribution != .public else { continue }
      let others = (change.aspects == [.doubtful] ? [change.new].compactMap(\.self) : []) + change.parts
      for other in others { doubts[other.id] = max(doubts[other.id] ?? .public, old.attribution) }
      let title = AttributionRules.title(old)
      if change.new == nil { titles[title] = max(titles[title] ?? .public, old.attribution) }
    }
  }

  func rule(for session: Session, before: Session?) -> Session.Attribution {
    let lost = before == nil ? titles[AttributionRules.title(session)] : nil
    return [session.attribution, before?.attribution, doubts[session.id], lost].compactMap(\.self).max() ?? .public
  }

  private static func title(_ session: Session) -> String {
    SessionIdentity.folded(session.title.variants.first?.string ?? "")
  }
}
