public import Agenda

/// The bundle compiled into SQLite: the only thing that the interface reads.
///
/// It never changes once it is open, notes apart. It belongs to one thread. A query never fails: where SQLite finds
/// that a cached file is damaged, the query gives what it has, and `onDamage` is told once.
public final class Catalogue {
  public let conference: ConferenceCard
  /// In order of their dates.
  public let days: [Day]
  /// The length of the longest session, in seconds.
  let longest: Int64
  let reader: Reader
  /// Made at the first search, so that no start waits for it.
  var searcher: Searcher?
  private var nameCache: NameTable?
  var facetCache: FacetTable?
  /// What can be chosen by each facet, by its code.
  var choiceCache: [Int: [FilterChoice]] = [:]
  /// People of lists that have been looked at, by their places.
  var personCache: [Int: FilterChoice] = [:]
  var personCount: Int?
  var sessionPeopleCache: SessionPeople?
  /// Rows of lists that have been looked at.
  var rowCache: [RowID: SessionRow] = [:]

  /// Opens a compiled catalogue.
  init(_ database: Database) throws(CatalogueError) {
    reader = Reader(database)
    (conference, longest) = try ConferenceReader.conference(database)
    days = try ConferenceReader.days(database)
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

  /// Compiles an agenda into a file that is empty or not there, and opens that.
  ///
  /// Where compiling fails, what there is of it stays behind.
  static func compile(
    _ agenda: Agenda, problemCount: Int, languages: [String], into file: String, from origin: CacheOrigin,
    progress: @escaping (Double) -> Void = { _ in }
  ) throws(CatalogueError) -> Catalogue {
    do {
      let database = try Database(.building(path: file))
      try CatalogueCompiler.run(
        agenda, problemCount: problemCount, languages: languages, into: database, progress: progress)
      try origin.write(into: database)
    }
    return try Catalogue(try Database(.finished(path: file)))
  }

  /// Called once, at the first sign of damage, inside the query that met it.
  public var onDamage: ((CatalogueError) -> Void)? {
    get { reader.onDamage }
    set { reader.onDamage = newValue }
  }

  /// What was wrong when the catalogue turned out to be damaged.
  public var damage: CatalogueError? { reader.damage }

  /// The names of rooms and tracks, read once.
  var names: NameTable {
    if let nameCache { return nameCache }
    let read = NameTable(reader)
    nameCache = read
    return read
  }
}
