import Agenda

/// Which pages a search is about, those that come first before the others.
struct SearchReach {
  struct Part {
    /// Numbers of pages, with others among them.
    var span: ClosedRange<RowID>
    /// Nil for all of the span.
    var accepts: ((RowID) -> Bool)?
  }

  var parts = [Part(span: 0...RowID.max)]
  /// Whether there is nothing in it but the sessions of a scope.
  var isNarrowed = false

  /// Of everything that it has, in its order.
  func first(_ limit: Int) -> [RowID] {
    var numbers: [RowID] = []
    for part in parts {
      for number in part.span where numbers.count < limit && part.accepts?(number) != false { numbers.append(number) }
    }
    return numbers
  }

  /// Whether a note on this is in it.
  func accepts(_ subject: Subject, _ reader: Reader) -> Bool {
    guard isNarrowed else { return true }
    guard case .session = subject, let number = reader.number(of: subject) else { return false }
    return parts.contains { $0.span.contains(number) && $0.accepts?(number) != false }
  }
}

extension Catalogue {
  /// The sessions of a scope, those that are over at a moment last; with them all else where the scope is empty.
  func reach(of scope: SearchScope, at now: Instant?) -> SearchReach {
    var reach = SearchReach()
    if scope.isEmpty, now == nil { return reach }
    let ends = facets.ends
    let count = RowID(ends.count)
    let allowed = scope.isEmpty ? nil : allowed(by: scope)
    reach.isNarrowed = allowed != nil
    let last = allowed == nil ? RowID.max : count
    func isAllowed(_ number: RowID) -> Bool { allowed.map { number <= count && $0[Int(number) - 1] } ?? true }
    if count == 0 {
      if allowed != nil { reach.parts = [] }
      return reach
    }
    guard let now, let coming = ends.firstIndex(where: { $0 > now.seconds }),
      let over = ends.lastIndex(where: { $0 <= now.seconds })
    else {
      // Before and after a conference all its sessions are alike.
      if allowed != nil { reach.parts = [.init(span: 1...last, accepts: isAllowed)] }
      return reach
    }
    func isOver(_ number: RowID) -> Bool { number <= count && ends[Int(number) - 1] <= now.seconds }
    reach.parts = [
      .init(span: RowID(coming) + 1...last) { !isOver($0) && isAllowed($0) },
      .init(span: 1...RowID(over) + 1) { isOver($0) && isAllowed($0) },
    ]
    return reach
  }

  /// Whether each session is one of a scope, in their order.
  private func allowed(by scope: SearchScope) -> [Bool] {
    let facets = self.facets
    var allowed = [Bool](repeating: true, count: facets.count)
    func keep(_ isKept: (Int) -> Bool) {
      for index in allowed.indices where allowed[index] { allowed[index] = isKept(index) }
    }
    if let dates = scope.days {
      let spans = days.indices.filter { dates.contains(days[$0].date) }.map(span(ofDay:))
      keep { index in spans.contains { $0.contains(RowID(index) + 1) } }
    }
    if let ids = scope.rooms {
      let numbers = Set(names.rooms.indices.filter { ids.contains(names.rooms[$0].id) }.map { Int32($0) })
      keep { numbers.contains(facets.rooms[$0]) }
    }
    if let ids = scope.tracks {
      let numbers = Set(names.tracks.indices.filter { ids.contains(names.tracks[$0].id) }.map { Int32($0) })
      keep { numbers.contains(facets.tracks[$0]) }
    }
    if let ids = scope.people {
      let numbers = Set(ids.flatMap { id in reader.rows(.sessionsOfPerson, [.text(id)]) { $0.integer(0) } })
      keep { numbers.contains(RowID($0) + 1) }
    }
    return allowed
  }
}
