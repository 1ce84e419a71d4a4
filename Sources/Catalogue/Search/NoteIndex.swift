import Agenda

/// The user's notes, searchable beside a catalogue, in memory only.
final class NoteIndex {
  private let database: Database
  private var isMade = false
  private var numbers: [Subject: RowID] = [:]
  private var texts: [RowID: (target: Subject, markdown: String)] = [:]
  private var next: RowID = 1
  private var vocabulary: Vocabulary?

  init(_ database: Database) { self.database = database }

  /// Makes these the notes; of several for one page the last counts.
  ///
  /// Only those that changed are indexed again.
  func replace(with notes: [(target: Subject, text: String)]) throws(CatalogueError) {
    if !isMade {
      if notes.isEmpty { return }
      try database.execute("PRAGMA temp_store = MEMORY")
      try database.execute(
        "CREATE VIRTUAL TABLE temp.note USING fts5(text, tokenize='\(SearchTokenizer.name)', prefix='1 2 3')")
      isMade = true
    }
    vocabulary = nil
    let wanted = Dictionary(notes.map { ($0.target, $0.text) }, uniquingKeysWith: { _, last in last })
    let insertion = try Statement("INSERT INTO temp.note(rowid, text) VALUES(?1, ?2)", in: database)
    let deletion = try Statement("DELETE FROM temp.note WHERE rowid = ?1", in: database)
    try database.execute("BEGIN")
    for (number, note) in texts where wanted[note.target] != note.markdown {
      try deletion.run([.integer(number)])
      texts[number] = nil
      numbers[note.target] = nil
    }
    for (target, text) in notes where numbers[target] == nil {
      let markdown = wanted[target] ?? text
      try insertion.run([.integer(next), .text(PlainText.of(markdown))])
      texts[next] = (target, markdown)
      numbers[target] = next
      next += 1
    }
    try database.execute("COMMIT")
  }

  /// The best first, each with its plain text.
  func find(_ expression: String, limit: Int) throws(CatalogueError) -> [(target: Subject, text: String)] {
    if texts.isEmpty { return [] }
    let found = try Statement(
      "SELECT rowid, text FROM temp.note WHERE note MATCH ?1 ORDER BY rank LIMIT ?2", in: database)
    try found.bind([.text(expression), .integer(limit)])
    var hits: [(target: Subject, text: String)] = []
    while try found.step() {
      if let note = texts[found.integer(0)] { hits.append((note.target, found.text(1))) }
    }
    return hits
  }

  /// Whether any note has this.
  func has(_ expression: String) throws(CatalogueError) -> Bool {
    if texts.isEmpty { return false }
    let found = try Statement("SELECT 1 FROM temp.note WHERE note MATCH ?1 LIMIT 1", in: database)
    try found.bind([.text(expression)])
    return try found.step()
  }

  /// The words of all notes.
  func words() throws(CatalogueError) -> Vocabulary {
    if texts.isEmpty { return Vocabulary() }
    if let vocabulary { return vocabulary }
    let read = try Vocabulary(of: "note", in: "temp", of: database)
    vocabulary = read
    return read
  }
}
