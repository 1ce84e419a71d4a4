import Testing

@testable import Agenda

/// Names where identifiers are asked for.
struct NamedReferenceTests {
  @Test func aNameThatOneAloneHasIsAsGoodAsAnIdentifier() throws {
    let bundle = try TemporaryBundle(
      agenda: """
        {"format": "plenary-agenda", "formatVersion": 1,
        "conference": {"id": "c", "title": "C", "timeZone": "UTC", "start": "2018-07-01", "end": "2018-07-01"},
        "rooms": [{"id": "a", "name": "Main Hall"}, {"id": "b", "name": {"en": "Lab", "fr": "Labo"}}],
        "people": [{"id": "x", "name": "Ann Lee"}, {"id": "y", "name": "Bo Ek"}, {"id": "z", "name": "Bo Ek"}],
        "sessions": [
          {"id": "1", "title": "A", "start": "2018-07-01T09:00", "room": "main hall", "people": ["Ann Lee", {"person": "x"}]},
          {"id": "2", "title": "B", "start": "2018-07-01T10:00", "room": "Labo", "people": ["Bo Ek"]}]}
        """)
    let sessions = try #require(bundle.read().agenda?.sessions)
    #expect(sessions.map(\.room) == ["a", "b"])
    #expect(sessions[0].people.map(\.person) == ["x", "x"] && sessions[1].people.isEmpty)
    // Two people of one name are nobody in particular.
    #expect(bundle.lines().count == 1 && bundle.lines()[0].contains("Bo Ek"))
  }
}
