import Agenda
import Testing

/// What a bundle says of who may tell what: a slip makes nothing public.
struct AttributionTests {
  private func attribution(_ member: String) throws -> (Session.Attribution?, problems: Int) {
    let bundle = try TemporaryBundle(
      agenda: """
        {"format": "plenary-agenda", "formatVersion": 1, "conference": {"id": "c", "title": "C", "timeZone": "UTC",
        "start": "2031-03-12", "end": "2031-03-12"}, "sessions": [{"id": "a", "title": "A", "start": "2031-03-12T09:00"
        \(member)}]}
        """)
    let reading = bundle.read()
    return (reading.agenda?.sessions.first?.attribution, reading.problems.count)
  }

  @Test("A session that says nothing is public")
  func silent() throws { #expect(try attribution("").0 == .public) }

  @Test(
    "A value that cannot be read is off the record, and a problem",
    arguments: [
      #", "attribution": "off the record""#, #", "attribution": "Chatham House""#, #", "attribution": null"#,
      #", "attribution": 3"#, #", "attribution": ["public"]"#, #", "attribution": """#, #", "attribution": "PUBLIC""#,
    ])
  func unreadable(member: String) throws {
    let (attribution, problems) = try attribution(member)
    #expect(attribution == .offTheRecord && problems > 0)
  }

  @Test("Of two the stricter holds, whichever comes last")
  func twice() throws {
    #expect(try attribution(#", "attribution": "off-the-record", "attribution": "public""#).0 == .offTheRecord)
    #expect(try attribution(#", "attribution": "public", "attribution": "chatham-house""#).0 == .chathamHouse)
  }

  @Test("The stricter is the greater")
  func order() {
    #expect(Session.Attribution.public < .chathamHouse && Session.Attribution.chathamHouse < .offTheRecord)
  }
}
