public import Agenda

extension Agenda {
  /// This agenda, newly imported, with what an earlier bundle of the same conference has and no file of another format
  /// can hold: meetings, documents, what leads to them from sessions of the same id, items, and the notice.
  public func keeping(_ old: Agenda) -> Agenda {
    var new = self
    if new.meetings.isEmpty { new.meetings = old.meetings }
    if new.documents.isEmpty { new.documents = old.documents }
    if new.conference.notice == nil { new.conference.notice = old.conference.notice }
    if new.conference.about == nil { new.conference.about = old.conference.about }
    if new.conference.organizers.isEmpty { new.conference.organizers = old.conference.organizers }
    let known = Dictionary(old.sessions.map { ($0.id, $0) }) { first, _ in first }
    let people = Set(new.people.map(\.id))
    for index in new.sessions.indices {
      guard let before = known[new.sessions[index].id] else { continue }
      if new.sessions[index].meetings.isEmpty { new.sessions[index].meetings = before.meetings }
      if new.sessions[index].documents.isEmpty { new.sessions[index].documents = before.documents }
      if new.sessions[index].attribution == .public { new.sessions[index].attribution = before.attribution }
      if new.sessions[index].items.isEmpty {
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
