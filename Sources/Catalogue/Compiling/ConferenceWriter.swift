import Agenda

/// Writes what holds for the whole conference, its days, and the names that sessions share.
struct ConferenceWriter {
  let source: CompilerSource

  private var agenda: Agenda { source.agenda }
  private var database: Database { source.database }

  func write() throws(CatalogueError) {
    try writeConference()
    try writeNames()
  }

  private func string(_ text: Text?) -> String { source.string(text) }

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
    for (number, day) in source.numbering.days.enumerated() {
      let sessions = source.sessions(of: day)
      for (session, end) in zip(sessions, SessionClock.ends(of: sessions)) {
        longest = max(longest, end.subtractingReportingOverflow(session.start.seconds).partialValue)
      }
      try database.insert("day", [.integer(number), .integer(day.date.dayNumber), .integer(day.count)])
    }
    try database.insert(
      "conference",
      [
        .text(conference.id), .text(string(conference.title)), .text(string(conference.subtitle)),
        .text(string(conference.venue?.name)), .text(string(conference.venue?.city)),
        .text(string(conference.venue?.country)), .text(conference.zone.identifier),
        .integer(conference.start.dayNumber), .integer(conference.end.dayNumber),
        .text(conference.status.rawValue), .text(conference.version ?? ""),
        .optional(conference.published.map { Int64($0.dayNumber) }),
        .text(string(conference.notice)), .text(string(conference.about)), .text(conference.url ?? ""),
        .integer(source.problemCount), .integer(longest), .integer(conference.dayChange.minutes),
        .integer(hasStates ? 1 : 0),
      ])
  }

  private var hasStates: Bool { agenda.sessions.contains { $0.isOptional || $0.status != .confirmed } }

  /// What the bundle says about the conference can be found as any other page can.
  func writePage(_ pages: PageWriter) throws(CatalogueError) {
    let conference = agenda.conference
    guard let number = source.numbering.number(of: .conference) else { return }
    let venue = [conference.venue?.name, conference.venue?.city, conference.venue?.country].map(string)
    try pages.write(
      number, .conference, detail: "", title: string(conference.title),
      people: source.words(conference.organizers.map(string)), place: source.words(venue),
      text: [string(conference.subtitle), PlainText.of(string(conference.about))].filter { !$0.isEmpty }
        .joined(separator: " "))
  }

  private func writeNames() throws(CatalogueError) {
    let room = try source.insertion("room", 4)
    for (index, value) in agenda.rooms.enumerated() {
      try room.run([.integer(index), .text(value.id), .text(string(value.name)), .text(string(value.way))])
    }
    let track = try source.insertion("track", 4)
    for (index, value) in agenda.tracks.enumerated() {
      try track.run([.integer(index), .text(value.id), .text(string(value.name)), .text(value.color ?? "")])
    }
    let person = try source.insertion("person", 6)
    for (index, value) in agenda.people.enumerated() {
      try person.run([
        .integer(index), .text(value.id), .text(string(value.name)), .text(string(value.role)),
        .text(string(value.affiliation)), .text(string(value.bio)),
      ])
    }
  }
}
