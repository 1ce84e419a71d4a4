/// The bundle compiled into SQLite: the only thing that the interface reads.
///
/// It never changes once it is open, notes apart. It is not `Sendable`: whoever opens it keeps it. A query never fails: where SQLite finds
/// that a cached file is damaged, the query gives what it has, and `onDamage` is told once.
public final class Catalogue {
  public let conference: ConferenceCard
  /// In order of their dates.
  public let days: [Day]
  /// The length of the longest session, in seconds.
  let longest: Int64
  let reader: Reader
  let searcher: Searcher
  let names: NameTable
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
    names = try NameTable(database)
    searcher = try Searcher(reader, conference)
  }

  /// Called once, at the first sign of damage, inside the query that met it.
  public var onDamage: ((CatalogueError) -> Void)? {
    get { reader.onDamage }
    set { reader.onDamage = newValue }
  }

  /// What was wrong when the catalogue turned out to be damaged.
  public var damage: CatalogueError? { reader.damage }
}
