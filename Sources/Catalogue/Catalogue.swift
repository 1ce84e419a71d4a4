public import Agenda
import CSQLite

/// The bundle compiled into SQLite: the only thing that the interface reads.
///
/// It never changes once it is open, notes apart. It belongs to one thread. A query never fails: where SQLite finds
/// that a cached file is damaged, the query gives what it has, and `onDamage` is told once.
public final class Catalogue {
  /// Where a catalogue is compiled to.
  public enum Destination: Equatable, Sendable {
    case memory
    /// A file that does not exist yet. Where compiling fails, what there is of it stays behind.
    case file(path: String)
  }

  public let conference: ConferenceCard
  /// In order of their dates.
  public let days: [Day]
  /// The length of the longest session, in seconds.
  let longest: Int64
  let reader: Reader
  /// The answers to what a first screen asks, where they are kept ready.
  let record: StartRecord?
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
    record = nil
    (conference, longest) = try StartReader.conference(database)
    days = try StartReader.days(database)
  }

  /// Opens a cached catalogue; its database is opened at once only where there is no start record.
  init(_ file: SealedFile) throws(CatalogueError) {
    if file.record.isEmpty {
      let database = try file.database()
      reader = Reader(database)
      record = nil
      (conference, longest) = try StartReader.conference(database)
      days = try StartReader.days(database)
      return
    }
    guard let record = StartRecord(file.record, body: file.body) else {
      throw CatalogueError(operation: .open, code: SQLITE_CORRUPT, message: "start record")
    }
    reader = Reader(file)
    self.record = record
    (conference, longest, days) = (record.conference, record.longest, record.days)
  }

  /// Opens what a start has left for later, and finds damage there; else the first question does.
  public func finishOpening() { reader.open() }

  /// Compiles an agenda.
  ///
  /// Texts are chosen, and dates worded, for a reader of these languages (BCP 47, best first). `progress` is told how
  /// much is done, from 0 to 1.
  public static func compile(
    _ agenda: Agenda, problemCount: Int, languages: [String], into destination: Destination = .memory,
    progress: @escaping (Double) -> Void = { _ in }
  ) throws(CatalogueError) -> Catalogue {
    func write(_ database: Database) throws(CatalogueError) {
      let tokenizer = try SearchTokenizer.register(in: database)
      try CatalogueCompiler(
        agenda, languages: languages, problemCount: problemCount, database: database, tokenizer: tokenizer,
        progress: progress
      ).run()
    }
    switch destination {
    case .memory:
      let database = try Database(.memory)
      try write(database)
      return try Catalogue(database)
    case .file(let path):
      try write(try Database(.building(path: path)))
      return try Catalogue(try Database(.finished(path: path)))
    }
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
