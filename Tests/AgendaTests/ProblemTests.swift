import Agenda
import Testing

/// Each kind of problem inside agenda.json, as `plenary check` prints it.
@Suite struct ProblemTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var session: String
    var lines: [String]
    var testDescription: String { session }

    init(_ session: String, _ lines: String...) { (self.session, self.lines) = (session, lines) }
  }

  /// One session on line 5, and what is said about it.
  static let sessions = [
    Example(SampleAgenda.opening),
    Example(
      #"{"id": "a", "title": "A", "start": "2017-02-30"}"#,
      #"agenda.json:5: $.sessions[0].start: found "2017-02-30", expected a date that exists (YYYY-MM-DD)"#),
    Example(
      #"{"id": "a", "title": "A", "start": "4 Dec 9:00"}"#,
      #"agenda.json:5: $.sessions[0].start: found "4 Dec 9:00", expected a time (YYYY-MM-DDTHH:MM)"#),
    Example(
      #"{"id": "a", "title": "A", "start": "2017-12-04T24:00"}"#,
      #"agenda.json:5: $.sessions[0].start: found "2017-12-04T24:00", expected a time that exists (00:00 to 23:59)"#),
    Example(
      #"{"id": "a", "title": "A", "start": 9}"#,
      #"agenda.json:5: $.sessions[0].start: found 9, expected a time (YYYY-MM-DDTHH:MM)"#),
    Example(
      #"{"id": "a", "title": "A"}"#,
      #"agenda.json:5: $.sessions[0]: found no "start", expected a time (YYYY-MM-DDTHH:MM)"#),
    Example(
      #"{"id": "a", "start": "2017-12-04T09:00"}"#,
      #"agenda.json:5: $.sessions[0]: found no "title", expected a text (a string, or a map from language tags to strings)"#
    ),
    Example(
      #"{"id": "a", "title": "  ", "start": "2017-12-04T09:00"}"#,
      #"agenda.json:5: $.sessions[0].title: found "", expected a text (a string, or a map from language tags to strings)"#
    ),
    Example(
      #"{"id": "a", "title": {}, "start": "2017-12-04T09:00", "place": {}}"#,
      "agenda.json:5: $.sessions[0].title: found an object, expected a text (a string, or a map from language tags to strings)",
      "agenda.json:5: $.sessions[0].place: found an object, expected a text (a string, or a map from language tags to strings)"
    ),
    Example(
      #"{"id": "a", "title": {"en": ""}, "start": "2017-12-04T09:00"}"#,
      "agenda.json:5: $.sessions[0].title: found an object, expected a text (a string, or a map from language tags to strings)"
    ),
    Example(
      #"{"id": "a", "title": ["A"], "start": "2017-12-04T09:00"}"#,
      "agenda.json:5: $.sessions[0].title: found a list, expected a text (a string, or a map from language tags to strings)"
    ),
    Example(
      #"{"title": "Coffee & Tea", "start": "2017-12-04T09:00"}"#,
      "agenda.json:5: $.sessions[0]: found no \"id\", expected an id (letters, digits, '.', '_', '-'); "
        + #"read as "coffee-tea-201712040900""#),
    Example(
      #"{"id": "../x", "title": "A", "start": "2017-12-04T09:00"}"#,
      "agenda.json:5: $.sessions[0].id: found \"../x\", expected an id (letters, digits, '.', '_', '-'); "
        + #"read as "x-5c237dda""#),
    Example(
      #"{"id": 7, "title": "A", "start": "2017-12-04T09:00"}"#,
      "agenda.json:5: $.sessions[0].id: found 7, expected an id (letters, digits, '.', '_', '-')"),
    Example(
      #"{"id": "a", "title": "A", "start": "2017-12-04T09:00", "end": "2017-12-04T08:00"}"#,
      #"agenda.json:5: $.sessions[0].end: found "2017-12-04T08:00", expected an end after the start (2017-12-04T09:00); "#
        + "left out"),
    Example(
      #"{"id": "a", "title": "A", "start": "2017-12-07T09:00"}"#,
      "agenda.json:5: $.sessions[0]: found a session on 2017-12-07, expected one on the conference's days "
        + "(2017-12-03 to 2017-12-05)"),
    Example(
      #"{"id": "a", "title": "A", "start": "2017-12-04T09:00+01:00"}"#,
      "agenda.json:5: $.sessions[0].start: found the offset +01:00, expected -05:00 as in America/New_York at that time; "
        + "the offset rules"),
    Example(#"{"id": "a", "title": "A", "start": "2017-12-04T14:00:00Z"}"#),
    Example(
      #"{"id": "a", "title": "A", "start": "2017-12-04T09:00", "kind": "talk"}"#,
      #"agenda.json:5: $.sessions[0].kind: found "talk", expected one of session, meal, break, reception, ceremony, "#
        + "milestone"),
    Example(
      #"{"id": "a", "title": "A", "start": "2017-12-04T09:00", "optional": "yes"}"#,
      #"agenda.json:5: $.sessions[0].optional: found "yes", expected true or false"#),
    Example(
      #"{"id": "a", "title": "A", "start": "2017-12-04T09:00", "room": "attic"}"#,
      #"agenda.json:5: $.sessions[0].room: found "attic", expected the id of a room in this file; left out"#),
    Example(
      #"{"id": "a", "title": "A", "start": "2017-12-04T09:00", "people": [{"person": "x"}, {"role": "Chair"}, "y"]}"#,
      #"agenda.json:5: $.sessions[0].people[0].person: found "x", expected the id of a person in this file; left out"#,
      #"agenda.json:5: $.sessions[0].people[1]: found no "person", expected an id (letters, digits, '.', '_', '-')"#,
      #"agenda.json:5: $.sessions[0].people[2]: found "y", expected the id of a person in this file; left out"#),
    Example(
      #"{"id": "a", "title": "A", "start": "2017-12-04T09:00", "meetings": "m", "documents": ["d"]}"#,
      #"agenda.json:5: $.sessions[0].meetings: found "m", expected a list"#,
      #"agenda.json:5: $.sessions[0].documents[0]: found "d", expected the id of a document in this file; left out"#),
    Example(
      #"{"id": "a", "title": "A", "start": "2017-12-04T09:00", "colour": 1, "x y": 2}"#,
      #"agenda.json:5: $.sessions[0].colour: found "colour", a field that the format does not have; not read"#,
      #"agenda.json:5: $.sessions[0]["x y"]: found "x y", a field that the format does not have; not read"#),
    Example(
      #"{"id": "a", "title": "A", "title": "B", "start": "2017-12-04T09:00"}"#,
      #"agenda.json:5: $.sessions[0].title: found "title" again, expected it once (first in line 5); the last one counts"#
    ),
    Example(
      #"{"id": "a", "title": "A\u202eB\u0007", "start": "2017-12-04T09:00"}"#,
      "agenda.json:5: $.sessions[0].title: found U+202E and 1 more, expected no control characters; made visible"),
    Example(
      #"{"id": "a", "title": {"en": "A", "e!": "B", "fr": 3}, "start": "2017-12-04T09:00"}"#,
      #"agenda.json:5: $.sessions[0].title["e!"]: found "e!", expected a language tag such as en or pt-BR"#,
      "agenda.json:5: $.sessions[0].title.fr: found 3, expected a string"),
    Example(
      #"{"id": "a", "title": "A", "start": "2017-12-04T09:00", "links": [{"url": "javascript:x"}, {"url": "x"}, {}]}"#,
      "agenda.json:5: $.sessions[0].links[0].url: found \"javascript:x\", expected an address with http, https, mailto, "
        + "tel; left out",
      #"agenda.json:5: $.sessions[0].links[1].url: found "x", expected an address such as https://example.org/"#,
      #"agenda.json:5: $.sessions[0].links[2]: found no "url", expected an address such as https://example.org/"#),
    Example(
      #"{"id": "a", "title": "A", "start": "2017-12-04T09:00", "language": "english"}"#,
      #"agenda.json:5: $.sessions[0].language: found "english", expected a language tag such as en or pt-BR"#),
    Example("null", "agenda.json:5: $.sessions[0]: found null, expected an object"),
  ]

  @Test(arguments: sessions)
  func isWordedWithItsPlace(_ example: Example) throws {
    let bundle = try TemporaryBundle(agenda: SampleAgenda.sessions(example.session))
    #expect(bundle.lines() == example.lines)
  }

  @Test func oneBadSessionHidesNoOther() throws {
    let bundle = try TemporaryBundle(
      agenda: SampleAgenda.sessions(
        #"{"id": "a", "title": "A", "start": "2017-02-30T09:00", "kind": "talk"}"#, SampleAgenda.opening, "7",
        #"{"start": "2017-12-04T11:00", "kind": "talk", "end": "never"}"#))
    let reading = bundle.read()
    let sessions = try #require(reading.agenda).sessions
    #expect(sessions.map(\.id) == ["opening", "session-201712041100"])
    #expect(sessions[1].title == Text("(untitled)"))
    #expect(sessions[1].kind == .session)
    #expect(sessions[1].end == nil)
    #expect(reading.problems.count == 7)
  }

  @Test func aSecondIdGetsItsOwnThatStaysTheSame() throws {
    let again = #"{"id": "opening", "title": "Again", "start": "2017-12-04T11:00"}"#
    let bundle = try TemporaryBundle(agenda: SampleAgenda.sessions(SampleAgenda.opening, again, again))
    #expect(bundle.read().agenda?.sessions.map(\.id) == ["opening", "opening_2", "opening_3"])
    #expect(
      bundle.lines() == [
        "agenda.json:6: $.sessions[1].id: found the id \"opening\" again (first in line 5), expected one of its own; "
          + "read as \"opening_2\"",
        "agenda.json:7: $.sessions[2].id: found the id \"opening\" again (first in line 5), expected one of its own; "
          + "read as \"opening_3\"",
      ])
  }

  @Test func aReferenceFindsWhatHadAnUnusableId() throws {
    let bundle = try TemporaryBundle(
      agenda: SampleAgenda.with(
        #"""
        "rooms": [{"id": "Großer Saal", "name": "Großer Saal"}],
        "sessions": [{"id": "a", "title": "A", "start": "2017-12-04T09:00", "room": "Großer Saal"}]
        """#))
    let agenda = try #require(bundle.read().agenda)
    #expect(agenda.sessions[0].room == agenda.rooms[0].id)
    #expect(bundle.read().problems.count == 1)
  }

  @Test func unknownFieldsAreKeptQuiet() throws {
    let bundle = try TemporaryBundle(
      agenda: SampleAgenda.sessions(#"{"id": "a", "title": "A", "start": "2017-12-04T09:00", "mood": "good"}"#))
    #expect(bundle.read().problems.map(\.severity) == [.note])
    #expect(bundle.read().countShown == 0)
  }

  @Test func thousandsOfProblemsAreCountedNotKept() throws {
    let bundle = try TemporaryBundle(
      agenda: SampleAgenda.with("\"sessions\": [" + Array(repeating: "1", count: 50).joined(separator: ",") + "]"))
    var limits = BundleReader.Limits()
    limits.problems = 10
    let lines = bundle.lines(limits: limits)
    #expect(lines.count == 11)
    #expect(lines.last == "agenda.json: found 40 more problems, which are not listed")
  }
}
