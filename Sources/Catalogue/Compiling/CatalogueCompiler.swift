public import Agenda

/// Writes an agenda into an empty database.
struct CatalogueCompiler {
  private let source: CompilerSource

  static func run(
    _ agenda: Agenda, problemCount: Int, languages: [String], into database: Database,
    progress: @escaping (Double) -> Void
  ) throws(CatalogueError) {
    let tokenizer = try SearchTokenizer.register(in: database)
    let source = CompilerSource(
      agenda, languages: languages, problemCount: problemCount, database: database, tokenizer: tokenizer,
      progress: progress)
    try CatalogueCompiler(source: source).run()
  }

  private func run() throws(CatalogueError) {
    let database = source.database
    try database.execute(Schema.building)
    try database.execute("BEGIN")
    try database.execute(Schema.tables)
    try database.execute(Schema.rank)
    try ConferenceWriter(source: source).write()
    let pages = try PageWriter(source)
    try SessionWriter(source: source, pages: pages).write()
    try BackgroundWriter(source: source, pages: pages).write()
    try ConferenceWriter(source: source).writePage(pages)
    try PeopleWriter(source: source, pages: pages).write()
    try writeLinks()
    try ChoiceWriter(source: source).write()
    try database.execute(Schema.indices)
    // One segment instead of many, so that a search reads fewer pages.
    try database.execute("INSERT INTO find(find) VALUES('optimize')")
    try database.execute("COMMIT")
  }

  private func writeLinks() throws(CatalogueError) {
    let link = try source.insertion("link", 4)
    for (position, entry) in LinkTable(source.agenda, source.numbering).targets.enumerated() {
      try link.run([
        .integer(entry.key.page), .integer(entry.key.item), .integer(position), .integer(entry.target),
      ])
    }
  }
}

/// What all writers of a catalogue share: the agenda, the reader's language, and which row has which number.
struct CompilerSource {
  let agenda: Agenda
  let languages: [String]
  let problemCount: Int
  let database: Database
  let tokenizer: SearchTokenizer
  let numbering: PageNumbering
  /// Told how much is done, from 0 to 1.
  let progress: (Double) -> Void
  /// Where in the agenda's lists an identifier stands first.
  let rooms: [Room.ID: Int]
  let tracks: [Track.ID: Int]
  let people: [Person.ID: Int]

  init(
    _ agenda: Agenda, languages: [String], problemCount: Int, database: Database, tokenizer: SearchTokenizer,
    progress: @escaping (Double) -> Void
  ) {
    (self.agenda, self.languages, self.problemCount) = (agenda, languages, problemCount)
    (self.database, self.tokenizer, self.progress) = (database, tokenizer, progress)
    numbering = PageNumbering(agenda)
    func places(_ ids: [String]) -> [String: Int] {
      Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    }
    rooms = places(agenda.rooms.map(\.id))
    tracks = places(agenda.tracks.map(\.id))
    people = places(agenda.people.map(\.id))
  }

  /// A statement that puts a row into a table of so many columns.
  func insertion(_ table: String, _ columns: Int) throws(CatalogueError) -> Statement {
    let places = (1...columns).map { "?\($0)" }.joined(separator: ",")
    return try Statement("INSERT INTO \(table) VALUES(\(places))", in: database)
  }

  /// In the reader's language; empty where there is none.
  func string(_ text: Text?) -> String { text?.string(for: languages) ?? "" }

  /// Those that say something, with commas between them.
  func words(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: ", ") }

  /// In the order in which they are shown.
  func sessions(of day: PageNumbering.Programme) -> [Session] {
    let first = Int(day.first) - 1
    return numbering.sessionOrder[first..<first + day.count].map { agenda.sessions[$0] }
  }
}

extension Catalogue {
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
}
