import Agenda

/// Writes what the agenda can be narrowed by, with counts, so that no start has to count.
struct ChoiceWriter {
  let source: CompilerSource

  private var agenda: Agenda { source.agenda }

  func write() throws(CatalogueError) {
    var kinds: [Session.Kind: Int] = [:]
    var rooms = [Int](repeating: 0, count: agenda.rooms.count)
    var tracks = [Int](repeating: 0, count: agenda.tracks.count)
    for session in agenda.sessions {
      kinds[session.kind, default: 0] += 1
      if let room = session.room.flatMap({ source.rooms[$0] }) { rooms[room] += 1 }
      if let track = session.track.flatMap({ source.tracks[$0] }) { tracks[track] += 1 }
    }
    var people = [Int](repeating: 0, count: agenda.people.count)
    var appearances: [(session: Int, person: Int)] = []
    let rows = try Statement("SELECT session, person FROM appearance", in: source.database)
    while try rows.step() {
      let (session, person) = (Int(rows.integer(0)) - 1, Int(rows.integer(1)))
      guard people.indices.contains(person) else { continue }
      people[person] += 1
      appearances.append((session, person))
    }

    try write(
      .kind,
      Session.Kind.allCases.compactMap { kind in
        kinds[kind].map { FilterChoice(id: kind.rawValue, name: kind.rawValue, sessionCount: $0) }
      })
    try write(.room, choices(agenda.rooms.map(\.id), agenda.rooms.map(\.name), rooms))
    try write(.track, choices(agenda.tracks.map(\.id), agenda.tracks.map(\.name), tracks))
    try write(.language, counted(source.languageNames) { $0.language })
    try write(.type, counted(source.typeNames) { $0.type.map(source.string) })
    let recordings = agenda.sessions.compactMap(\.isRecorded)
    try write(
      .recording,
      [true, false].compactMap { isRecorded in
        let count = recordings.count { $0 == isRecorded }
        return count == 0 ? nil : FilterChoice(id: isRecorded.description, name: "", sessionCount: count)
      })
    // By name, as the search sees it: accents and case do not matter.
    let named = agenda.people.indices.filter { people[$0] > 0 }
      .map { person in
        let name = source.string(agenda.people[person].name)
        return (key: source.tokenizer.words(of: name), person: person, name: name)
      }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) { $0.lexicographicallyPrecedes($1) } }
    try write(
      .person,
      named.map { FilterChoice(id: agenda.people[$0.person].id, name: $0.name, sessionCount: people[$0.person]) })
    try writePeople(named.map { ($0.person, $0.name) }, appearances)
  }

  /// What is asked of everybody at once: the names to look for words in, and who takes part in which session.
  private func writePeople(
    _ named: [(person: Int, name: String)], _ appearances: [(session: Int, person: Int)]
  ) throws(CatalogueError) {
    var folded = PackedTexts()
    for entry in named { folded.append([entry.name], folded: source.tokenizer.folded) }
    try source.database.insert("foldedPeople", [.integer(named.count), .bytes(folded.packed)])
    var places = [Int32](repeating: 0, count: agenda.people.count)
    for (place, entry) in named.enumerated() { places[entry.person] = Int32(place) }
    let table = SessionPeople(
      sessionCount: agenda.sessions.count, pairs: appearances.map { ($0.session, places[$0.person]) })
    try source.database.insert("sessionPeople", [.bytes(table.packed)])
  }

  /// Values that are their own identifiers, at the places that the facets have them by.
  private func counted(_ names: [String], _ value: (Session) -> String?) -> [FilterChoice] {
    var counts: [String: Int] = [:]
    for session in agenda.sessions { if let value = value(session) { counts[value, default: 0] += 1 } }
    return names.map { FilterChoice(id: $0, name: $0, sessionCount: counts[$0] ?? 0) }
  }

  private func choices(_ ids: [String], _ names: [Text], _ counts: [Int]) -> [FilterChoice] {
    zip(zip(ids, names), counts).filter { $0.1 > 0 }
      .map { FilterChoice(id: $0.0.0, name: source.string($0.0.1), sessionCount: $0.1) }
  }

  private func write(_ facet: Facet, _ choices: [FilterChoice]) throws(CatalogueError) {
    let row = try source.insertion("choice", 5)
    for (position, choice) in choices.enumerated() {
      try row.run([
        .integer(facet.code), .integer(position), .text(choice.id), .text(choice.name),
        .integer(choice.sessionCount),
      ])
    }
  }
}
