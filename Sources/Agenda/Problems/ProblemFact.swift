public import Messages

/// What was found, and what the place asks for.
///
/// Texts in it are safe to show.
public enum ProblemFact: Equatable, Sendable {
  case file(FileFact)
  case grammar(GrammarFact)
  case value(ValueFact)
  case conference(ConferenceFact)
  case session(SessionFact)
  case outline(OutlineFact)
  case calendar(CalendarFact)
  case check(CheckFact)

  private var area: any ProblemArea {
    switch self {
    case .file(let fact): fact
    case .grammar(let fact): fact
    case .value(let fact): fact
    case .conference(let fact): fact
    case .session(let fact): fact
    case .outline(let fact): fact
    case .calendar(let fact): fact
    case .check(let fact): fact
    }
  }

  var name: String { area.name }
  var severity: ProblemSeverity { area.severity }
  var kind: ProblemKind { area.kind }

  /// What was found and what was expected, or what became of it.
  public var message: Message { area.message }

  /// Several facts of one name, which are told together: what they have in common.
  ///
  /// - Parameter count: at least two.
  public func message(count: Int) -> Message {
    area.message(count: count) ?? Message("%d times: %s", count, message)
  }
}
