import Agenda
import Messages
import Testing
import Times

/// What is wrong with everything beside the sessions.
@Suite struct ConferenceProblemTests {
  private func bundle(conference: String) throws -> TemporaryBundle {
    try TemporaryBundle(
      agenda: """
        {"format": "plenary-agenda", "formatVersion": 1, "conference": \(conference),
        "sessions": [{"id": "a", "title": "A", "start": "2018-07-01T09:00"},
        {"id": "b", "title": "B", "start": "2018-07-03T01:00"}]}
        """)
  }

  @Test func aConferenceOfNothingIsMadeUpFromItsSessions() throws {
    let bundle = try bundle(conference: "{}")
    #expect(
      bundle.lines() == [
        #"agenda.json:1: $.conference: found no "start", expected a date (YYYY-MM-DD)"#,
        #"agenda.json:1: $.conference: found no "end", expected a date (YYYY-MM-DD)"#,
        #"agenda.json:1: $.conference: found no "timeZone", expected a time zone such as America/New_York"#,
        "agenda.json:1: $.conference: found no \"title\", expected a text (a string, or a map from language tags to "
          + "strings)",
        "agenda.json:1: $.conference: found no \"id\", expected an id (letters, digits, '.', '_', '-'); "
          + "read as \"conference\"",
      ])
    let conference = try #require(bundle.read().agenda?.conference)
    #expect(conference.start == CalendarDate(year: 2018, month: 7, day: 1))
    // One in the morning is still the day before.
    #expect(conference.end == CalendarDate(year: 2018, month: 7, day: 2))
    #expect(conference.zone.identifier == "UTC")
  }

  @Test func eachWrongFieldIsNamedAndTheRestStays() throws {
    let bundle = try bundle(
      conference: """
        {"id": "c", "title": "C",
        "timeZone": "Mars/Olympus", "start": "2018-07-01", "end": "2018-06-01",
        "status": "done", "published": "2017-13-01", "dayChange": "4am",
        "url": "ftp://example.org/", "venue": {"city": "Bern"}, "organizers": [1, "Us"], "about": {"file": 7}}
        """)
    #expect(
      bundle.lines() == [
        #"agenda.json:2: $.conference.timeZone: found "Mars/Olympus", expected a time zone such as America/New_York; UTC is used"#,
        #"agenda.json:2: $.conference.end: found "2018-06-01", expected an end after the start (2018-07-01); left out"#,
        #"agenda.json:3: $.conference.status: found "done", expected one of draft, final"#,
        #"agenda.json:3: $.conference.published: found "2017-13-01", expected a date that exists (YYYY-MM-DD)"#,
        #"agenda.json:3: $.conference.dayChange: found "4am", expected a time of day (HH:MM)"#,
        "agenda.json:4: $.conference.url: found \"ftp://example.org/\", expected an address with http, https, mailto, tel; "
          + "left out",
        "agenda.json:4: $.conference.venue: found no \"name\", expected a text (a string, or a map from language tags to "
          + "strings)",
        "agenda.json:4: $.conference.organizers[0]: found 1, expected a text (a string, or a map from language tags to "
          + "strings)",
        "agenda.json:4: $.conference.about.file: found 7, expected a path inside the bundle's folder",
      ])
    let conference = try #require(bundle.read().agenda?.conference)
    #expect(conference.venue?.name == Text("Bern"))
    #expect(conference.organizers == [Text("Us")])
    #expect(conference.dayChange == .usual)
  }

  @Test func meetingsAndDocumentsMayReferToEachOther() throws {
    let bundle = try TemporaryBundle(
      agenda: SampleAgenda.with(
        #"""
        "meetings": [{"id": "m", "title": "M", "date": "2016-06", "documents": ["d", "gone", "lost"]},
        {"id": "gone", "title": "G", "date": "2016-13"}],
        "documents": [{"id": "d", "title": "D", "text": "Text", "meetings": ["m", "gone"]},
        {"id": "lost", "title": "L", "text": {"file": "lost.md"}}],
        "tracks": [{"id": "t", "name": "T", "color": "red"}, {"id": "u", "name": "U", "color": "#00FFaa"}]
        """#))
    let reading = bundle.read()
    let agenda = try #require(reading.agenda)
    #expect(agenda.meetings.map(\.documents) == [["d"]])
    #expect(agenda.documents.map(\.meetings) == [["m"]])
    #expect(agenda.tracks.map(\.color) == [nil, "#00ffaa"])
    #expect(
      bundle.lines() == [
        #"agenda.json:4: $.meetings[0].documents[1]: found "gone", expected the id of a document in this file; left out"#,
        #"agenda.json:5: $.meetings[1].date: found "2016-13", expected a date that exists (YYYY-MM-DD)"#,
        #"agenda.json:7: $.documents[1].text.file: found no file "lost.md", expected one"#,
        #"agenda.json:8: $.tracks[0].color: found "red", expected a color (#rrggbb)"#,
      ])
  }

  @Test func aLongTextIsCutAndSaidSo() throws {
    var limits = BundleReader.Limits()
    limits.text = 10
    let bundle = try TemporaryBundle(
      agenda: SampleAgenda.sessions(#"{"id": "a", "title": "Twelve chars", "start": "2017-12-04T09:00"}"#))
    let reading = bundle.read(limits: limits)
    #expect(reading.agenda?.sessions[0].title == Text("Twelve cha"))
    #expect(
      reading.problems.map { $0.line(in: .english) }.contains(
        "agenda.json:5: $.sessions[0].title: found a text of 12 bytes, expected at most 10 bytes; cut"
      ))
  }
}
