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
    let counts = try Statement("SELECT person, count(*) FROM appearance GROUP BY person", in: source.database)
    while try counts.step() {
      let index = Int(counts.integer(0))
      if people.indices.contains(index) { people[index] = Int(counts.integer(1)) }
    }

    func choices(_ ids: [String], _ names: [Text], _ counts: [Int]) -> [FilterChoice] {
      zip(zip(ids, names), counts).filter { $0.1 > 0 }
        .map { FilterChoice(id: $0.0.0, name: source.string($0.0.1), sessionCount: $0.1) }
    }
    try write(
      .kind,
      Session.Kind.allCases.compactMap { kind in
        kinds[kind].map { FilterChoice(id: kind.rawValue, name: kind.rawValue, sessionCount: $0) }
      })
    try write(.room, choices(agenda.rooms.map(\.id), agenda.rooms.map(\.name), rooms))
    try write(.track, choices(agenda.tracks.map(\.id), agenda.tracks.map(\.name), tracks))
    // By name, as the search sees it: accents and case do not matter.
    let named = choices(agenda.people.map(\.id), agenda.people.map(\.name), people)
      .map { (key: source.tokenizer.words(of: $0.name), choice: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) { $0.lexicographicallyPrecedes($1) } }
    try write(.person, named.map(\.choice))
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
