/// Collects problems while a bundle is read.
final class ProblemLog {
  private let file: String
  private let limit: Int
  private var entries: [(order: Int, problem: Problem)] = []
  private var further = 0

  /// - Parameters:
  ///   - file: the name of the JSON file, relative to the bundle.
  ///   - limit: how many problems are kept one by one.
  init(file: String, limit: Int) { (self.file, self.limit) = (file, limit) }

  /// All problems in the order of the file.
  var problems: [Problem] {
    let sorted = entries.enumerated()
      .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
      .map(\.element.problem)
    guard further > 0 else { return sorted }
    return sorted + [Problem(place: .init(file: file), fact: .further(count: further))]
  }

  /// Where a value of the JSON file stands.
  func place(of value: JSONValue) -> Problem.Place { .init(file: file, line: value.line, path: value.path) }

  /// A problem with a value of the JSON file.
  func report(_ fact: Problem.Fact, at value: JSONValue, severity: Problem.Severity? = nil) {
    // Paths and lines are made only for problems that are kept: a file may have millions.
    guard hasRoom else { return }
    let place = Problem.Place(file: file, line: value.line, path: value.path)
    entries.append((value.index, Problem(place: place, fact: fact, severity: severity)))
  }

  /// A problem with a text file that a value of the JSON file names.
  func report(_ fact: Problem.Fact, inFile name: String, line: Int? = nil, namedAt value: JSONValue) {
    guard hasRoom else { return }
    entries.append((value.index, Problem(place: .init(file: name, line: line), fact: fact)))
  }

  /// A problem with the JSON file as a whole.
  func report(_ fact: Problem.Fact, line: Int? = nil) {
    guard hasRoom else { return }
    entries.append((-1, Problem(place: .init(file: file, line: line), fact: fact)))
  }

  private var hasRoom: Bool {
    if entries.count < limit { return true }
    further += 1
    return false
  }
}
