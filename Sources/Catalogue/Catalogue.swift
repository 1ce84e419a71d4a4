public import Agenda

/// The bundle compiled into SQLite: the only thing that the interface reads.
///
/// It never changes once it is open, notes apart. It is not `Sendable`: whoever opens it keeps it. A query never fails:
/// where SQLite finds that a cached file is damaged, the query gives what it has, and `onDamage` is told once.
public final class Catalogue {
  public let conference: ConferenceCard
  /// In order of their dates.
  public let days: [Day]
  /// The length of the longest session, in seconds.
  let longest: Int64
  let reader: Reader
  let searcher: Searcher
  let names: NameTable
  let choiceReader: ChoiceReader
  let sessionReader: SessionReader
  /// Read at the first question about them.
  private(set) lazy var facets = readFacets()
  /// Read at the first question about them.
  private(set) lazy var sessionPeople = readSessionPeople()

  /// Opens a compiled catalogue.
  init(_ database: Database) throws(CatalogueError) {
    reader = Reader(database)
    (conference, longest) = try ConferenceReader.conference(database)
    days = try ConferenceReader.days(database)
    names = try NameTable(database)
    choiceReader = ChoiceReader(reader)
    sessionReader = SessionReader(reader, names)
    searcher = try Searcher(reader, conference)
  }

  /// Compiles an agenda in memory.
  ///
  /// Texts are chosen for a reader of these languages (BCP 47, best first). `progress` is told how
  /// much is done, from 0 to 1.
  public static func compile(
    _ agenda: Agenda, problemCount: Int, languages: [String], progress: @escaping (Double) -> Void = { _ in }
  ) throws(CatalogueError) -> Catalogue {
    let database = try Database(.memory)
    try CatalogueCompiler.run(
      agenda, problemCount: problemCount, languages: languages, into: database, progress: progress)
    return try Catalogue(database)
  }

  /// Called once, at the first sign of damage, inside the query that met it.
  public var onDamage: ((CatalogueError) -> Void)? {
    get { reader.onDamage }
    set { reader.onDamage = newValue }
  }

  /// What was wrong when the catalogue turned out to be damaged.
  public var damage: CatalogueError? { reader.damage }

  private func readFacets() -> FacetTable {
    var read: FacetTable?
    let count = days.reduce(0) { $0 + $1.sessionCount }
    reader.each(.facets) { row in row.bytes(0) { read = FacetTable($0, count: count) } }
    if read == nil { reader.reportDamage("facets") }
    return read ?? FacetTable()
  }

  private func readSessionPeople() -> SessionPeople {
    var read: SessionPeople?
    let (sessionCount, personCount) = (facets.count, choiceReader.personCount)
    reader.each(.sessionPeople) { row in
      row.bytes(0) { read = SessionPeople($0, sessionCount: sessionCount, personCount: personCount) }
    }
    if read == nil { reader.reportDamage("people of sessions") }
    return read ?? SessionPeople()
  }
}
