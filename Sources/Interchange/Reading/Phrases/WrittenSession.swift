import Agenda
import Markup

extension SessionDraft {
  /// Takes what its words say besides: its kind, its rule, where a meal is.
  ///
  /// - Parameter isLast: no other of its day follows.
  mutating func judge(isLast: Bool, _ log: ProblemLog) {
    let title = title?.variants.first?.string ?? ""
    kind = kind ?? ReadingWords.kind(inTitle: title)
    if kind == nil || kind == .ceremony, length == nil, end == nil, isLast, ReadingWords.isEnd(title) {
      kind = .milestone
    }
    if kind == .meal || kind == .reception, room == nil, location == nil {
      location = SessionDraft.place(ofMeal: title)
    }
    let text = [title, abstract?.string(for: []), description?.string(for: [])].compactMap(\.self)
      .joined(separator: "\n")
    if attribution == nil { attribution = WrittenWords.rule(in: text) }
    if let rule = attribution { log.report(.outline(.ruleFound(rule)), at: place) }
  }

  /// `Lunch at the Garden`, `Dinner at Chez Paul`.
  private static func place(ofMeal title: String) -> String? {
    if let place = title.range(ofDash: " at ") ?? title.range(ofDash: " au "),
      title[place.upperBound...].first?.isUppercase ?? false
    {
      return String(title[place.upperBound...])
    }
    return title.range(ofDash: " at the ").map { String(title[$0.upperBound...]) }
  }

  /// Adds whoever is not there yet by that name.
  mutating func addPeople(_ others: [PersonDraft]) {
    guard !others.isEmpty else { return }
    var known: [String: Int] = [:]
    for (index, person) in people.enumerated() where known[person.name] == nil { known[person.name] = index }
    for person in others {
      if let index = known[person.name] {
        people[index].role = people[index].role ?? person.role
      } else {
        known[person.name] = people.count
        people.append(person)
      }
    }
  }
}

extension ScheduleDraft {
  /// Whether no session of the same day stands below one.
  func isLastOfDay(_ index: Int) -> Bool {
    let next = index + 1
    return next == sessions.count || sessions[next].listedDay != sessions[index].listedDay
  }
}
