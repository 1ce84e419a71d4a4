package import JSON

/// Collects problems while a file is read.
package final class ProblemLog {
  /// Relative to the bundle; nil where only one file is read.
  package let file: String?
  private let limit: Int
  private var entries: [(order: Int, problem: Problem)] = []
  /// How many more there were than are kept.
  package private(set) var further = 0

  /// - Parameter limit: how many problems are kept one by one; those after them are only counted.
  package init(file: String? = nil, limit: Int = 10_000) { (self.file, self.limit) = (file, limit) }

  /// What is kept: what is told of values in the order of the file, and before it, as it came, what is told of the file
  /// itself.
  package var kept: [Problem] {
    entries.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element.problem)
  }

  /// The same, and how many more there were.
  package var problems: [Problem] {
    further == 0 ? kept : kept + [Problem(place: .init(file: file), fact: .file(.further(count: further)))]
  }

  /// Where a value of the JSON file stands.
  package func place(of value: JSONValue) -> Problem.Place {
    .init(file: file, line: value.line, path: value.shownPath)
  }

  /// A problem with a value of the JSON file.
  package func report(_ fact: ProblemFact, at value: JSONValue) {
    // Paths and lines are made only for problems that are kept: a file may have millions.
    guard hasRoom else { return }
    entries.append((value.order, Problem(place: place(of: value), fact: fact)))
  }

  /// A problem with a text file that a value of the JSON file names.
  package func report(_ fact: ProblemFact, inFile name: String, line: Int? = nil, namedAt value: JSONValue) {
    guard hasRoom else { return }
    entries.append((value.order, Problem(place: .init(file: name, line: line), fact: fact)))
  }

  /// A problem with a file as a whole, or at a place of it.
  package func report(_ fact: ProblemFact, at place: Problem.Place = Problem.Place()) {
    guard hasRoom else { return }
    var place = place
    if place.file == nil { place.file = file }
    entries.append((-1, Problem(place: place, fact: fact)))
  }

  /// What is against JSON's grammar.
  package func report(_ document: JSONDocument) {
    for slip in document.slips { report(slip.fact, at: .init(line: slip.line)) }
    further += document.furtherSlips
  }

  private var hasRoom: Bool {
    if entries.count < limit { return true }
    further += 1
    return false
  }
}

extension JSONSlip {
  /// The same as a fact, safe to show.
  package var fact: ProblemFact { .grammar(.syntax(column: column, found: found.shown, expected: expected)) }
}
