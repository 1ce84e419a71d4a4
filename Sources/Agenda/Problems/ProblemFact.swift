public import Messages

extension Problem {
  /// What was found, and what the place asks for.
  ///
  /// Texts in it are safe to show.
  public enum Fact: Equatable, Sendable {
    case file(FileFact)
    case grammar(GrammarFact)
    case value(ValueFact)
    case conference(ConferenceFact)
    case session(SessionFact)
    case calendar(CalendarFact)
    case check(CheckFact)
  }
}

/// The facts of one area: how each is called, judged and worded stands beside its case.
protocol ProblemArea: Equatable, Sendable {
  /// What a problem is called in `--json`, where programs read it: never renamed, and described in
  /// `Resources/schema/plenary-report-1.schema.json`, which a test holds to these lists.
  associatedtype Name: RawRepresentable<String>, CaseIterable

  /// What a fact is called, how bad it is and what became of it.
  var traits: ProblemTraits<Name> { get }

  /// What was found and what was expected, or what became of it.
  var message: Message { get }

  /// At least two facts of one name, which are told together: what they have in common; nil where that is nothing.
  func message(count: Int) -> Message?
}

typealias ProblemTraits<Name> = (name: Name, severity: Problem.Severity, kind: Problem.Kind)

extension ProblemArea {
  var name: String { traits.name.rawValue }
  var severity: Problem.Severity { traits.severity }
  var kind: Problem.Kind { traits.kind }

  func message(count: Int) -> Message? { nil }
}

extension Problem.Fact {
  private var area: any ProblemArea {
    switch self {
    case .file(let fact): fact
    case .grammar(let fact): fact
    case .value(let fact): fact
    case .conference(let fact): fact
    case .session(let fact): fact
    case .calendar(let fact): fact
    case .check(let fact): fact
    }
  }

  var name: String { area.name }
  var severity: Problem.Severity { area.severity }
  var kind: Problem.Kind { area.kind }

  /// What was found and what was expected, or what became of it.
  public var message: Message { area.message }

  /// Several facts of one name, which are told together: what they have in common.
  ///
  /// - Parameter count: at least two.
  public func message(count: Int) -> Message {
    area.message(count: count) ?? Message("%d times: %s", count, message)
  }
}
