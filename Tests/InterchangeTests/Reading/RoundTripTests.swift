import Agenda
import Support
import Testing

@testable import Interchange

/// Reading what was written.
struct RoundTripTests {
  /// What must come back of a session, as text; the formats round to minutes and know no moment without length.
  private static func facts(_ agenda: Agenda) -> [String] {
    let rooms = Dictionary(uniqueKeysWithValues: agenda.rooms.map { ($0.id, ReadingSample.string($0.name) ?? "") })
    let tracks = Dictionary(uniqueKeysWithValues: agenda.tracks.map { ($0.id, ReadingSample.string($0.name) ?? "") })
    let people = Dictionary(uniqueKeysWithValues: agenda.people.map { ($0.id, ReadingSample.string($0.name) ?? "") })
    return agenda.sessions.map { session in
      let place = session.room.flatMap { rooms[$0] } ?? ReadingSample.string(session.place) ?? ""
      let names = (session.people + session.items.flatMap(\.people)).map { people[$0.person] ?? "?" }
      return [
        ReadingSample.string(session.title) ?? "", "\(session.start.seconds)",
        "\((session.end ?? session.start).seconds)", place.isEmpty ? WritingWords.Mark.toBeAnnounced : place,
        session.track.flatMap { tracks[$0] } ?? "", Array(Set(names)).sorted().joined(separator: ","),
        session.status == .cancelled ? "x" : "", session.language ?? "",
        session.links.map(\.url).joined(separator: " "), session.attachments.map(\.url).joined(separator: " "),
        ReadingSample.string(session.summary) ?? "",
      ].joined(separator: " | ")
    }.sorted()
  }

  @Test(
    "The same sessions come back, with their rooms, tracks, people and links",
    arguments: [ExportFormat.frabXML, .scheduleJSON])
  func same(format: ExportFormat) throws {
    let reading = try ReadingSample.read(WritingSample.text(format))
    #expect(Self.facts(reading.agenda) == Self.facts(WritingSample.agenda()))
    #expect(reading.agenda.conference.zone.identifier == "America/New_York")
    #expect(reading.agenda.conference.start.description == "2017-11-04")
  }

  @Test("A calendar brings back the sessions with their times, places, tracks and attachments")
  func calendar() throws {
    func facts(_ agenda: Agenda) -> [String] {
      // People, summaries, languages and all but the first link are in the text there.
      Self.facts(agenda).map { row in
        let parts = row.split(separator: " | ", omittingEmptySubsequences: false).map { String($0) }
        return (parts[0..<5] + [parts[6], parts[9]]).joined(separator: " | ")
      }
    }
    let reading = try ReadingSample.read(WritingSample.text(.iCalendar))
    #expect(facts(reading.agenda) == facts(WritingSample.agenda()))
    #expect(Set(reading.agenda.sessions.map(\.id)) == Set(WritingSample.agenda().sessions.map(\.id)))
    #expect(
      reading.agenda.sessions.map(\.kind.rawValue).sorted()
        == WritingSample.agenda().sessions.map(\.kind.rawValue).sorted())
  }

  @Test("A bundle that is written is read again as it was")
  func bundle() throws {
    let agenda = WritingSample.agenda()
    let text = BundleWriter.files(of: agenda).first { $0.path == "agenda.json" }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    #expect(text?.contains("\"dayChange\"") == false)
    #expect(text?.contains("texts/opening.md") == true)
  }

  @Test("The ways to rooms are written into a bundle and read back, in all their languages")
  func ways() throws {
    var agenda = WritingSample.agenda()
    agenda.rooms[0].way = Text(variants: [
      .init(language: "en", string: "Up the stairs behind the cloakroom"),
      .init(language: "fr", string: "En haut de l’escalier, derrière le vestiaire"),
    ])
    let folder = try TemporaryFolder()
    for file in BundleWriter.files(of: agenda) { try folder.write(file.path, file.bytes) }
    let rooms = try #require(BundleReader().read(folder.path).agenda).rooms
    #expect(rooms == agenda.rooms && rooms[0].way?.string(for: ["fr"]) == agenda.rooms[0].way?.string(for: ["fr"]))
  }
}
