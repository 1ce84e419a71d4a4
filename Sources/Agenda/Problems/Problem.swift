/// Something in a bundle that is not as it should be: facts only, worded by `ProblemWording`.
public struct Problem: Equatable, Sendable {
  /// Where it is.
  public struct Place: Equatable, Sendable {
    /// Relative to the bundle: `agenda.json`, `texts/about.md`.
    public var file: String
    /// Counted from 1; nil where the whole file is meant.
    public var line: Int?
    /// `$.sessions[3].start`; nil outside JSON and for the whole file.
    public var path: String?

    public init(file: String, line: Int? = nil, path: String? = nil) {
      (self.file, self.line, self.path) = (file, line, path)
    }
  }

  public enum Severity: Int, Comparable, CaseIterable, Sendable {
    /// Worth knowing, nothing is wrong: not counted in the status line.
    case note
    /// Shown, but not quite as the file has it.
    case warning
    /// Something could not be shown, or leads nowhere.
    case error

    public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
  }

  public var place: Place
  public var fact: Fact
  public var severity: Severity

  /// Without a severity, the one that the fact usually has.
  public init(place: Place, fact: Fact, severity: Severity? = nil) {
    (self.place, self.fact, self.severity) = (place, fact, severity ?? fact.usualSeverity)
  }
}

extension [Problem] {
  /// How many the status line speaks of: all but the notes.
  public var countShown: Int { count { $0.severity != .note } }
}
