import Agenda

/// Writes an agenda into an empty database.
struct CatalogueCompiler {
  let agenda: Agenda
  let languages: [String]
  let problemCount: Int
  let database: Database
  let tokenizer: SearchTokenizer

  private let wording: DateWording
  private let numbering: PageNumbering
  private let rooms: [Room.ID: Int]
  private let tracks: [Track.ID: Int]
  private let people: [Person.ID: Int]

  init(
    _ agenda: Agenda, languages: [String], problemCount: Int, database: Database, tokenizer: SearchTokenizer
  ) {
    (self.agenda, self.languages, self.problemCount) = (agenda, languages, problemCount)
    (self.database, self.tokenizer) = (database, tokenizer)
    wording = DateWording(languages: languages)
    numbering = PageNumbering(agenda)
    func places(_ ids: [String]) -> [String: Int] {
      Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    }
    rooms = places(agenda.rooms.map(\.id))
    tracks = places(agenda.tracks.map(\.id))
    people = places(agenda.people.map(\.id))
  }

  func run() throws(CatalogueError) {
    try database.execute(Schema.building)
    try database.execute("BEGIN")
    try database.execute(Schema.tables)
    try database.execute(Schema.rank)
    try writeConference()
    try writeNames()
    try writeSessions()
    try writeMeetings()
    try writeDocuments()
    try writeConferencePage()
    try writeLinks()
    try writeChoices()
    try database.execute(Schema.indices)
    // One segment instead of many, so that a search reads fewer pages.
    try database.execute("INSERT INTO find(find) VALUES('optimize')")
    try database.execute("COMMIT")
  }

  private func insertion(_ table: String, _ columns: Int) throws(CatalogueError) -> Statement {
    let places = (1...columns).map { "?\($0)" }.joined(separator: ",")
    return try Statement("INSERT INTO \(table) VALUES(\(places))", in: database)
  }

  private func string(_ text: Text?) -> String { text?.string(for: languages) ?? "" }

  private func words(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: ", ") }

  // MARK: - What the start reads

  private func writeConference() throws(CatalogueError) {
    let conference = agenda.conference
    for organizer in conference.organizers {
      try database.insert("organizer", [.text(string(organizer))])
    }
    for transition in conference.zone.transitions {
      try database.insert(
        "transition",
        [.integer(transition.start.seconds), .integer(transition.offset), .text(transition.abbreviation)])
    }
    var longest: Int64 = 0
    for (number, day) in numbering.days.enumerated() {
      let sessions = self.sessions(of: day)
      for (session, end) in zip(sessions, SessionClock.ends(of: sessions)) {
        longest = max(longest, end.subtractingReportingOverflow(session.start.seconds).partialValue)
      }
      try database.insert(
        "day",
        [
          .integer(number), .integer(day.date.dayNumber), .text(wording.short(day.date)),
          .text(wording.long(day.date)), .text(wording.dayAndMonth(day.date)), .integer(day.first),
          .integer(day.count),
        ])
    }
    try database.insert(
      "conference",
      [
        .text(conference.id), .text(string(conference.title)), .text(string(conference.subtitle)),
        .text(string(conference.venue?.name)), .text(string(conference.venue?.city)),
        .text(string(conference.venue?.country)), .text(conference.zone.identifier),
        .integer(conference.start.dayNumber), .integer(conference.end.dayNumber),
        .text(wording.span(conference.start, conference.end)), .text(conference.status.rawValue),
        .text(conference.version ?? ""), .text(conference.published.map(wording.full) ?? ""),
        .text(string(conference.notice)), .text(string(conference.about)), .text(conference.url ?? ""),
        .integer(problemCount), .integer(longest), .integer(conference.dayChange),
      ])
  }

  private func sessions(of day: PageNumbering.Programme) -> [Session] {
    let first = Int(day.first) - 1
    return numbering.sessionOrder[first..<first + day.count].map { agenda.sessions[$0] }
  }

  private func writeNames() throws(CatalogueError) {
    let room = try insertion("room", 3)
    for (index, value) in agenda.rooms.enumerated() {
      try room.run([.integer(index), .text(value.id), .text(string(value.name))])
    }
    let track = try insertion("track", 3)
    for (index, value) in agenda.tracks.enumerated() {
      try track.run([.integer(index), .text(value.id), .text(string(value.name))])
    }
    let person = try insertion("person", 5)
    for (index, value) in agenda.people.enumerated() {
      try person.run([
        .integer(index), .text(value.id), .text(string(value.name)), .text(string(value.role)),
        .text(string(value.affiliation)),
      ])
    }
  }

  // MARK: - Pages

  private struct PageWriter {
    let page: Statement
    let find: Statement
    let address: Statement

    func write(
      _ number: RowID, _ target: Target, detail: String, title: String, people: String, place: String, text: String
    ) throws(CatalogueError) {
      try page.run([
        .integer(number), .integer(target.type.code), .text(target.id), .text(detail), .text(title), .text(people),
        .text(place), .text(text),
      ])
      try find.run([.integer(number), .text(title), .text(people), .text(place), .text(text)])
    }
  }

  private func pageWriter() throws(CatalogueError) -> PageWriter {
    PageWriter(
      page: try insertion("page", 8),
      find: try Statement("INSERT INTO find(rowid, title, people, place, text) VALUES(?1,?2,?3,?4,?5)", in: database),
      address: try insertion("address", 4))
  }

  private func writeAddresses(
    _ links: [WebLink], of number: RowID, _ writer: PageWriter
  ) throws(CatalogueError) {
    for (position, link) in links.enumerated() {
      try writer.address.run([.integer(number), .integer(position), .text(string(link.title)), .text(link.url)])
    }
  }

  private func writeSessions() throws(CatalogueError) {
    let writer = try pageWriter()
    let row = try insertion("session", 14)
    let text = try insertion("sessionText", 4)
    let item = try insertion("item", 3)
    let participation = try insertion("participation", 5)
    let appearance = try Statement("INSERT OR IGNORE INTO appearance VALUES(?1,?2)", in: database)

    for (dayNumber, day) in numbering.days.enumerated() {
      let sessions = self.sessions(of: day)
      let ends = SessionClock.ends(of: sessions)
      let dayName = wording.short(day.date)
      for (offset, session) in sessions.enumerated() {
        let number = day.first + RowID(offset)
        let room = session.room.flatMap { rooms[$0] }
        let track = session.track.flatMap { tracks[$0] }
        let title = string(session.title)
        let place = string(session.place)
        try row.run([
          .integer(number), .text(session.id), .integer(dayNumber), .text(title), .integer(session.kind.code),
          .integer(session.start.seconds), .optional(session.end?.seconds), .integer(ends[offset]),
          .optional(room.map(Int64.init)), .text(place), .optional(track.map(Int64.init)),
          .integer(session.isOptional ? 1 : 0), .integer(session.attribution.code), .integer(session.status.code),
        ])
        let summary = string(session.summary)
        let details = string(session.details)
        try text.run([.integer(number), .text(summary), .text(details), .text(session.language ?? "")])

        var names: [String] = []
        func write(_ people: [Session.Participation], item: Int) throws(CatalogueError) {
          for (position, part) in people.enumerated() {
            guard let index = self.people[part.person] else { continue }
            let person = agenda.people[index]
            names.append(
              words([string(person.name), string(part.role), string(person.role), string(person.affiliation)]))
            try participation.run([
              .integer(number), .integer(item), .integer(position), .integer(index), .text(string(part.role)),
            ])
            try appearance.run([.integer(index), .integer(number)])
          }
        }
        try write(session.people, item: -1)
        for (position, point) in session.items.enumerated() {
          try item.run([.integer(number), .integer(position), .text(string(point.title))])
          try write(point.people, item: position)
        }
        try writeAddresses(session.links + session.attachments, of: number, writer)

        let start = agenda.conference.zone.local(session.start).clock
        let searched = [summary, PlainText.of(details)] + session.items.map { string($0.title) }
        try writer.write(
          number, .session(session.id), detail: "\(dayName) \(start)", title: title,
          people: names.joined(separator: "; "),
          place: words([
            room.map { string(agenda.rooms[$0].name) } ?? "", place,
            track.map { string(agenda.tracks[$0].name) } ?? "",
          ]),
          text: searched.filter { !$0.isEmpty }.joined(separator: " "))
      }
    }
  }

  private func writeMeetings() throws(CatalogueError) {
    let writer = try pageWriter()
    let row = try insertion("meeting", 8)
    var number = RowID(agenda.sessions.count)
    for index in numbering.meetingOrder {
      number += 1
      let meeting = agenda.meetings[index]
      let date = wording.partial(meeting.date)
      let place = string(meeting.place)
      let texts = [meeting.participants, meeting.focus, meeting.outcome, meeting.text].map(string)
      try row.run(
        [.integer(number), .integer(meeting.kind.code), .text(date), .text(place)] + texts.map { .text($0) })
      try writeAddresses(meeting.links, of: number, writer)
      try writer.write(
        number, .meeting(meeting.id), detail: words([date, place]), title: string(meeting.title), people: texts[0],
        place: words([date, place]),
        text: texts[1...].map(PlainText.of).filter { !$0.isEmpty }.joined(separator: " "))
    }
  }

  private func writeDocuments() throws(CatalogueError) {
    let writer = try pageWriter()
    let row = try insertion("document", 3)
    var number = RowID(agenda.sessions.count + agenda.meetings.count)
    for document in agenda.documents {
      number += 1
      let kind = string(document.kind)
      let text = string(document.text)
      try row.run([.integer(number), .text(kind), .text(text)])
      try writeAddresses(document.links, of: number, writer)
      try writer.write(
        number, .document(document.id), detail: kind, title: string(document.title), people: "", place: kind,
        text: PlainText.of(text))
    }
  }

  /// What the bundle says about the conference can be found as any other page can.
  private func writeConferencePage() throws(CatalogueError) {
    let conference = agenda.conference
    guard let number = numbering.number(of: .conference) else { return }
    let venue = [conference.venue?.name, conference.venue?.city, conference.venue?.country].map(string)
    try pageWriter().write(
      number, .conference, detail: wording.span(conference.start, conference.end), title: string(conference.title),
      people: words(conference.organizers.map(string)), place: words(venue),
      text: [string(conference.subtitle), PlainText.of(string(conference.about))].filter { !$0.isEmpty }
        .joined(separator: " "))
  }

  private func writeLinks() throws(CatalogueError) {
    let link = try insertion("link", 4)
    for (position, entry) in LinkTable(agenda, numbering).targets.enumerated() {
      try link.run([
        .integer(entry.key.page), .integer(entry.key.item), .integer(position), .integer(entry.target),
      ])
    }
  }

  // MARK: - What the agenda can be narrowed by

  private func writeChoices() throws(CatalogueError) {
    var kinds: [Session.Kind: Int] = [:]
    var rooms = [Int](repeating: 0, count: agenda.rooms.count)
    var tracks = [Int](repeating: 0, count: agenda.tracks.count)
    for session in agenda.sessions {
      kinds[session.kind, default: 0] += 1
      if let room = session.room.flatMap({ self.rooms[$0] }) { rooms[room] += 1 }
      if let track = session.track.flatMap({ self.tracks[$0] }) { tracks[track] += 1 }
    }
    var people = [Int](repeating: 0, count: agenda.people.count)
    let counts = try Statement("SELECT person, count(*) FROM appearance GROUP BY person", in: database)
    while try counts.step() {
      let index = Int(counts.integer(0))
      if people.indices.contains(index) { people[index] = Int(counts.integer(1)) }
    }

    func choices(_ ids: [String], _ names: [Text], _ counts: [Int]) -> [FilterChoice] {
      zip(zip(ids, names), counts).filter { $0.1 > 0 }
        .map { FilterChoice(id: $0.0.0, name: string($0.0.1), sessionCount: $0.1) }
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
      .map { (key: tokenizer.words(of: $0.name), choice: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) { $0.lexicographicallyPrecedes($1) } }
    try write(.person, named.map(\.choice))
  }

  private func write(_ facet: Facet, _ choices: [FilterChoice]) throws(CatalogueError) {
    let row = try insertion("choice", 5)
    for (position, choice) in choices.enumerated() {
      try row.run([
        .integer(facet.code), .integer(position), .text(choice.id), .text(choice.name),
        .integer(choice.sessionCount),
      ])
    }
  }
}
