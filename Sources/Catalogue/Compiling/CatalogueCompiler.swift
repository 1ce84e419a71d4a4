import Agenda

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
    try database.insert("vocabulary", [.bytes(Vocabulary(of: "find", in: "main", of: database).packed)])
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
