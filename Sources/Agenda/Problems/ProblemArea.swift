public import Messages

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

typealias ProblemTraits<Name> = (name: Name, severity: ProblemSeverity, kind: ProblemKind)

extension ProblemArea {
  var name: String { traits.name.rawValue }
  var severity: ProblemSeverity { traits.severity }
  var kind: ProblemKind { traits.kind }

  func message(count: Int) -> Message? { nil }
}

/// How bad it is; in `--json` by its name.
public enum ProblemSeverity: Int, Comparable, CaseIterable, Sendable {
  /// Worth knowing, nothing is wrong: not counted in the status line.
  case note
  /// Shown, but not quite as the file has it.
  case warning
  /// Something could not be shown, or leads nowhere.
  case error

  public static func < (a: ProblemSeverity, b: ProblemSeverity) -> Bool { a.rawValue < b.rawValue }

  public var name: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }
}

/// What became of it; the raw values stand in `--json`.
public enum ProblemKind: String, CaseIterable, Sendable {
  /// The file does not say it, or not clearly: it was chosen.
  case guessed
  /// The file has it, but not as it should be.
  case odd
  /// Not read.
  case lost
  /// For it, nothing of the file was read.
  case refused
}

extension ProblemKind {
  public var message: Message {
    switch self {
    case .guessed: Message("guessed")
    case .odd: Message("odd")
    case .lost: Message("not read")
    case .refused: Message("refused")
    }
  }
}
