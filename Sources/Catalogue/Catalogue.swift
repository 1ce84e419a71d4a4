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

extension Catalogue {
  /// The pages and notes that have every word typed, the last word being the beginning of one.
  ///
  /// Accents and case do not matter; nothing that is typed is syntax. Hits in titles come first, then the other pages,
  /// then sessions that are over, then notes. A word that nothing says is taken for one that is a letter away. Without a
  /// letter or digit nothing is found but, where the scope narrows, the sessions of it. Quick enough to be called at
  /// every key.
  public func answer(_ question: SearchQuestion) -> SearchAnswer {
    answer(SearchAnswer()) { () throws(CatalogueError) in
      try searcher.answer(
        searcher.query(question.words, months: question.months), in: reach(of: question.scope, at: question.now),
        limit: question.limit)
    }
  }

  /// What is found by words, wherever and whenever it is.
  public func search(_ query: String, months: [String] = [], limit: Int = 50) -> [SearchHit] {
    var question = SearchQuestion(query)
    (question.months, question.limit) = (months, limit)
    return answer(question).hits
  }

  /// Makes these the notes that are searched, in place of the earlier ones; their Markdown is not shown in hits.
  public func setNotes(_ notes: [(target: Subject, text: String)]) {
    answer(()) { () throws(CatalogueError) in try searcher.setNotes(notes) }
  }

  /// Where in a text the words of a query are: ranges of its UTF-8, in order, not overlapping.
  ///
  /// The rules are the search's own: what it finds is marked, and nothing else. A word that is cut further (one with
  /// a hyphen) is marked only where its parts follow one another.
  public func matches(of query: String, in text: String) -> [Range<Int>] {
    Matcher.ranges(of: searcher.query(query), in: text, tokenizer: searcher.tokenizer)
  }

  /// A text with its words as they are searched, without accents and case, and with all between them as it is.
  public func folded(_ text: String) -> String { searcher.tokenizer.folded(text) }

  private func answer<Answer>(
    _ nothing: Answer, _ question: () throws(CatalogueError) -> Answer
  ) -> Answer {
    do throws(CatalogueError) {
      return try question()
    } catch {
      reader.report(error)
      return nothing
    }
  }
}
