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

  public var place: Place
  public var fact: ProblemFact

  public init(place: Place = Place(), fact: ProblemFact) { (self.place, self.fact) = (place, fact) }

  /// What it is called in `--json`.
  public var name: String { fact.name }
  public var severity: ProblemSeverity { fact.severity }
  public var kind: ProblemKind { fact.kind }
}

extension [Problem] {
  /// How many the status line speaks of: all but the notes.
  public var countShown: Int { count { $0.severity != .note } }
}
