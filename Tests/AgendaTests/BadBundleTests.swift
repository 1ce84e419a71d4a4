import Agenda
import Foundation
import Messages
import Testing

/// Files that are no bundle, or only half of one.
@Suite struct BadBundleTests {
  @Test func aMissingBundleIsNamed() {
    let reading = BundleReader().read("/nowhere/at/all")
    #expect(reading.agenda == nil)
    #expect(
      reading.problems.map { $0.line(in: .english) } == [
        #"agenda.json: found no file "/nowhere/at/all/agenda.json", expected one"#
      ])
  }

  @Test func aFolderWithoutAgendaIsNoBundle() throws {
    let bundle = try TemporaryBundle()
    #expect(bundle.read().agenda == nil)
    #expect(bundle.lines().count == 1)
    #expect(bundle.read().files == [])
  }

  @Test func theFileItselfMayBeGiven() throws {
    let bundle = try TemporaryBundle(agenda: SampleAgenda.sessions(SampleAgenda.opening))
    let reading = BundleReader().read(bundle.folder.appending(path: "agenda.json").path)
    #expect(reading.agenda?.sessions.count == 1)
    #expect(reading.files == ["agenda.json"])
  }

  struct Example: CustomTestStringConvertible, Sendable {
    var bytes: [UInt8]
    var line: String
    var testDescription: String { line }

    init(_ text: String, _ line: String) { (bytes, self.line) = (Array(text.utf8), line) }
    init(bytes: [UInt8], _ line: String) { (self.bytes, self.line) = (bytes, line) }
  }

  static let unreadable = [
    Example(
      "", "agenda.json: found that \"PATH\" is empty, expected JSON"),
    Example(
      "  \n", "agenda.json:2: column 1: found the end of the file, expected a value"),
    Example(
      bytes: [0xFF, 0xFE] + Array("{}".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
      "agenda.json: found that \"PATH\" is in UTF-16, expected UTF-8"),
    Example(
      bytes: "{\"format\"".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] },
      "agenda.json: found that \"PATH\" is in UTF-16, expected UTF-8"),
    Example(
      "[1, 2]",
      #"agenda.json:1: $: found a list, expected an object with the format "plenary-agenda""#),
    Example(
      #"{"schedule": {}}"#,
      #"agenda.json:1: $: found no "format", expected an object with the format "plenary-agenda""#),
    Example(
      #"{"format": "frab", "schedule": {}}"#,
      #"agenda.json:1: $.format: found "frab", expected an object with the format "plenary-agenda""#),
    Example(
      #"{"format": "plenary-agenda", "formatVersion": 1}"#,
      #"agenda.json:1: $: found no "conference", expected an object"#),
    Example(
      "{\n  \"a\": 1,\n}", "agenda.json:3: column 1: found '}', expected a field's name in quotation marks"),
    Example("[1, 2,]", "agenda.json:1: column 7: found ']', expected a value"),
    Example(
      "{\n// hello\n}", "agenda.json:2: column 1: found a comment, expected a field's name in quotation marks or '}'"),
    Example("{\"ä\": /* no */ 1}", "agenda.json:1: column 7: found a comment, expected a value"),
    Example("{\"a\" 1}", "agenda.json:1: column 6: found '1', expected ':'"),
    Example("{\"a\": 1 \"b\": 2}", "agenda.json:1: column 9: found \"b\", expected ',' or '}'"),
    Example("{\"a\": tru}", "agenda.json:1: column 7: found 'tru', expected a value"),
    Example("{'a': 1}", "agenda.json:1: column 2: found ''a'', expected a field's name in quotation marks or '}'"),
    Example("{\"a\": [1 2]}", "agenda.json:1: column 10: found '2', expected ',' or ']'"),
    Example(
      "{\"a\": \"x\n\"}",
      "agenda.json:1: column 7: found a text without its closing quotation mark, expected a text as JSON has it"),
    Example(
      "{\"a\": \"x\\q\"}",
      "agenda.json:1: column 9: found a backslash that begins no escape, expected a text as JSON has it"),
    Example("{}{}", "agenda.json:1: column 3: found '{', expected the end of the file"),
    Example(
      "{\"a\": {\"b\": \"c",
      "agenda.json:1: column 13: found a text without its closing quotation mark, expected a text as JSON has it"),
    Example("{\"a\": {\"b\":\n", "agenda.json:2: column 1: found the end of the file, expected a value"),
    Example("<?xml version='1.0'?>", "agenda.json:1: column 1: found '<?xml', expected a value"),
    Example(
      "{\u{7}}",
      "agenda.json:1: column 2: found the control character U+0007, expected a field's name in quotation marks or '}'"),
  ]

  @Test(arguments: unreadable)
  func isToldInOneLine(_ example: Example) throws {
    let bundle = try TemporaryBundle()
    try bundle.write("agenda.json", bytes: example.bytes)
    #expect(bundle.read().agenda == nil)
    let path = bundle.folder.appending(path: "agenda.json").path
    #expect(bundle.lines() == [example.line.replacing("PATH", with: path)])
  }

  static let slips = [
    Example(
      SampleAgenda.sessions(SampleAgenda.opening, SampleAgenda.opening.replacing("opening", with: "second") + ","),
      "agenda.json:7: column 1: found ']', expected a value"),
    Example(
      SampleAgenda.sessions(SampleAgenda.opening + " " + SampleAgenda.opening.replacing("opening", with: "second")),
      "agenda.json:5: column 95: found '{', expected ',' or ']'"),
    Example(
      SampleAgenda.sessions(
        String(SampleAgenda.opening.dropLast()), SampleAgenda.opening.replacing("opening", with: "second")),
      "agenda.json:6: column 1: found '{', expected a field's name in quotation marks"),
    Example(
      SampleAgenda.sessions(
        SampleAgenda.opening.replacing(#""Opening""#, with: "“Opening”"),
        SampleAgenda.opening.replacing("opening", with: "second")),
      "agenda.json:5: column 28: found '“Opening”', expected a value"),
    Example(
      String(
        SampleAgenda.sessions(SampleAgenda.opening, SampleAgenda.opening.replacing("opening", with: "second"))
          .dropLast(2)),
      "agenda.json:7: column 2: found the end of the file, expected ',' or '}'"),
  ]

  @Test(arguments: slips)
  func aSlipIsToldAndEverythingElseRead(_ example: Example) throws {
    let bundle = try TemporaryBundle()
    try bundle.write("agenda.json", bytes: example.bytes)
    #expect(bundle.read().agenda?.sessions.map(\.id) == ["opening", "second"])
    #expect(bundle.read().agenda?.sessions.map(\.title) == [Text("Opening"), Text("Opening")])
    #expect(bundle.lines() == [example.line])
  }

  @Test func aNameThatTheSystemRefusesIsToldInItsWords() throws {
    let bundle = try TemporaryBundle()
    let name = String(repeating: "x", count: 300) + ".json"
    let reading = BundleReader().read(bundle.folder.appending(path: name).path)
    #expect(
      reading.problems.map(\.fact) == [
        .file(.notRead(bundle.folder.appending(path: name).path, .unreadable(36)))
      ])
    #expect(
      reading.problems.map { $0.line(in: .english) }[0].hasSuffix(
        "cannot be read (File name too long)"))
  }

  @Test func aPipeOrAFolderInPlaceOfTheAgendaIsRefusedAtOnce() throws {
    let bundle = try TemporaryBundle()
    let path = bundle.folder.appending(path: "agenda.json").path
    #expect(mkfifo(path, 0o600) == 0)
    #expect(bundle.lines() == ["agenda.json: found that \"\(path)\" is no regular file, expected one"])
    #expect(BundleReader().read(path).problems == bundle.read().problems)
    let other = try TemporaryBundle()
    try other.write("agenda.json/x", "")
    #expect(other.lines().count == 1)
    #expect(other.lines()[0].contains("is no regular file"))
  }

  @Test func whatIsPrintedHoldsNoControlCharacters() throws {
    let bundle = try TemporaryBundle(
      agenda: SampleAgenda.sessions(
        #"{"\u001b]0;x\u0007\u202e": 1, "id": "\u001b[2J", "title": "\u009b", "start": "\u0000", "room": "\u2066"}"#))
    let lines = bundle.lines()
    #expect(lines.count == 5)
    for line in lines { #expect(TextCleaner(lines: .single).clean(line).finding == TextCleaner.Finding()) }
  }

  @Test func aByteOrderMarkIsAccepted() throws {
    let bundle = try TemporaryBundle(agenda: "\u{FEFF}" + SampleAgenda.sessions(SampleAgenda.opening))
    #expect(bundle.lines() == [])
    let broken = try TemporaryBundle(agenda: "\u{FEFF}x")
    #expect(broken.lines() == ["agenda.json:1: column 1: found 'x', expected a value"])
  }

  @Test func deepNestingIsLeftOutAndTheRestRead() throws {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let bundle = try TemporaryBundle(
      agenda: SampleAgenda.sessions(
        #"{"id": "a", "title": "A", "start": "2017-12-04T09:00", "items": \#(deep)}"#, SampleAgenda.opening))
    let reading = bundle.read()
    #expect(reading.agenda?.sessions.map(\.id) == ["a", "opening"])
    let steps = String(repeating: "[0]", count: 61)
    #expect(
      reading.problems.map { $0.line(in: .english) } == [
        "agenda.json:5: $.sessions[0].items[0]: found a list, expected an object",
        "agenda.json:5: $.sessions[0].items\(steps): found values inside each other more than 64 levels deep, "
          + "expected fewer; left out",
      ])
  }

  @Test func aDeepFileThatEndsTooSoonIsToldSo() throws {
    let bundle = try TemporaryBundle(agenda: String(repeating: "[", count: 1_000_000))
    #expect(bundle.lines() == ["agenda.json:1: column 1000001: found the end of the file, expected a value"])
  }

  @Test func aFileOverTheLimitIsNotRead() throws {
    var limits = BundleReader.Limits()
    limits.file = 100
    let bundle = try TemporaryBundle(agenda: SampleAgenda.sessions(SampleAgenda.opening))
    let lines = bundle.lines(limits: limits)
    #expect(lines.count == 1)
    #expect(lines[0].hasSuffix("bytes, expected at most 100 bytes"))
  }

  @Test func tooManyValuesAreRefused() throws {
    var limits = BundleReader.Limits()
    limits.values = 5
    let bundle = try TemporaryBundle(agenda: "[1, 2, 3, 4, 5]")
    #expect(bundle.lines(limits: limits) == ["agenda.json: found more than 5 values, expected fewer"])
  }

  @Test func aNewerVersionIsReadAsFarAsItIsKnown() throws {
    let agenda = SampleAgenda.sessions(SampleAgenda.opening)
      .replacing(#""formatVersion": 1"#, with: #""formatVersion": 2"#)
    let bundle = try TemporaryBundle(agenda: agenda)
    #expect(bundle.read().agenda?.sessions.count == 1)
    #expect(bundle.lines() == ["agenda.json:2: $.formatVersion: found version 2, expected 1; what is known was read"])
    let huge = try TemporaryBundle(
      agenda: agenda.replacing(#""formatVersion": 2"#, with: #""formatVersion": 123456789012345678901e999"#))
    #expect(
      huge.lines() == [
        "agenda.json:2: $.formatVersion: found version 123456789012345678901e999, expected 1; what is known was read"
      ])
    let without = try TemporaryBundle(agenda: agenda.replacing(#", "formatVersion": 2"#, with: ""))
    #expect(without.lines() == [#"agenda.json:1: $: found no "formatVersion", expected 1"#])
  }

  @Test func invalidUTF8BecomesVisibleAndHidesNothing() throws {
    let bundle = try TemporaryBundle()
    var bytes = Array(
      SampleAgenda.sessions(SampleAgenda.opening, #"{"id": "b", "title": "B@", "start": "2017-12-04T11:00"}"#).utf8)
    let at = try #require(bytes.firstIndex(of: UInt8(ascii: "@")))
    bytes[at] = 0xFF
    try bundle.write("agenda.json", bytes: bytes)
    #expect(bundle.read().agenda?.sessions[1].title == Text("B\u{FFFD}"))
    #expect(
      bundle.lines() == [
        "agenda.json:6: $.sessions[1].title: found bytes that are no UTF-8, expected text; shown as \u{FFFD}"
      ])
  }

  @Test func rawControlCharactersInTextsBecomeVisible() throws {
    let bundle = try TemporaryBundle(
      agenda: SampleAgenda.sessions("{\"id\": \"a\", \"title\": \"A\u{1B}[2J\tB\", \"start\": \"2017-12-04T09:00\"}"))
    #expect(bundle.read().agenda?.sessions[0].title == Text("A␛[2J B"))
    #expect(
      bundle.lines() == [
        "agenda.json:5: $.sessions[0].title: found U+001B, expected no control characters; made visible"
      ])
  }
}
