/// Something in a bundle or in another program's file that is not as it should be, or that it does not say: facts only,
/// which `message` words.
public struct Problem: Equatable, Sendable {
  /// Where it is.
  public struct Place: Equatable, Sendable {
    /// Relative to the bundle: `agenda.json`, `texts/about.md`; nil where only one file is read.
    public var file: String?
    /// Counted from 1; nil where the whole file is meant.
    public var line: Int?
    /// `$.sessions[3].start`; nil outside JSON and for the whole file.
    public var path: String?
    /// What the session there is called, not cleaned.
    public var session: String?

    public init(file: String? = nil, line: Int? = nil, path: String? = nil, session: String? = nil) {
      (self.file, self.line, self.path, self.session) = (file, line, path, session)
    }
  }

  /// How bad it is; in `--json` by its name.
  public enum Severity: Int, Comparable, CaseIterable, Sendable {
    /// Worth knowing, nothing is wrong: not counted in the status line.
    case note
    /// Shown, but not quite as the file has it.
    case warning
    /// Something could not be shown, or leads nowhere.
    case error

    public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }

    public var name: String {
      switch self {
      case .note: "note"
      case .warning: "warning"
      case .error: "error"
      }
    }
  }

  /// What became of it; the raw values stand in `--json`.
  public enum Kind: String, CaseIterable, Sendable {
    /// The file does not say it, or not clearly: it was chosen.
    case guessed
    /// The file has it, but not as it should be.
    case odd
    /// Not read.
    case lost
    /// For it, nothing of the file was read.
    case refused
  }

  public var place: Place
  public var fact: Fact

  public init(place: Place = Place(), fact: Fact) { (self.place, self.fact) = (place, fact) }

  /// What it is called in `--json`.
  public var name: String { fact.name }
  public var severity: Severity { fact.severity }
  public var kind: Kind { fact.kind }
}

extension [Problem] {
  /// How many the status line speaks of: all but the notes.
  public var countShown: Int { count { $0.severity != .note } }
}
