/// What came of reading a bundle: all that is sound in it, and all that is not.
public struct BundleReading: Equatable, Sendable {
  /// Nil only where nothing can be shown: no file, no JSON, no conference in it.
  public var agenda: Agenda?
  /// In the order of the file, those of its texts where they are named.
  public var problems: [Problem]
  /// Every file that was read, relative to the bundle.
  public var files: [String]

  /// Where each session stands, if that was asked for.
  public var places: [Session.ID: Problem.Place]

  public init(
    agenda: Agenda?, problems: [Problem] = [], files: [String] = [], places: [Session.ID: Problem.Place] = [:]
  ) {
    (self.agenda, self.problems, self.files, self.places) = (agenda, problems, files, places)
  }

  /// How many problems the status line speaks of: all but the notes.
  public var countShown: Int { problems.countShown }
}
