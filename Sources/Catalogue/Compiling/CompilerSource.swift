import Agenda

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
  /// In the order in which they come first.
  let languageNames: [String]
  let typeNames: [String]
  let languageNumbers: [String: Int]
  let typeNumbers: [String: Int]

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
    var known: Set<String> = []
    languageNames = agenda.sessions.compactMap(\.language).filter { known.insert($0).inserted }
    known = []
    typeNames = agenda.sessions.compactMap { $0.type?.string(for: languages) }
      .filter { !$0.isEmpty && known.insert($0).inserted }
    (languageNumbers, typeNumbers) = (places(languageNames), places(typeNames))
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
