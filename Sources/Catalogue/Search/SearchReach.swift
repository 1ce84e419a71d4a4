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
