import JSON
import Testing

/// Slips that people make when they write JSON by hand or with a word processor: each is told once, and what was meant
/// is read.
@Suite struct RecoveryTests {
  static let slips = [
    Case("missing comma between sessions", #"[{"a": 1} {"b": 2}]"#, reads: #"[{"a":1},{"b":2}]"#, slips: "1:11"),
    Case(
      "missing brace", #"{"s": [{"a": 1, {"b": 2}], "t": 3}"#, reads: #"{"s":[{"a":1},{"b":2}],"t":3}"#, slips: "1:17"),
    Case(
      "missing brace and comma", #"{"s": [{"a": 1 {"b": 2}], "t": 3}"#, reads: #"{"s":[{"a":1},{"b":2}],"t":3}"#,
      slips: "1:16"),
    Case(
      "missing bracket", #"{"s": [{"a": 1}, {"b": 2}, "t": [3]}"#, reads: #"{"s":[{"a":1},{"b":2}],"t":[3]}"#,
      slips: "1:31"),
    Case("brace too many", #"{"c": {"a": 1}}, "s": [1, 2]}"#, reads: #"{"c":{"a":1},"s":[1,2]}"#, slips: "1:16"),
    Case("bracket too many", #"{"a": [1]], "b": 2}"#, reads: #"{"a":[1],"b":2}"#, slips: "1:10"),
    Case("end bracket missing", #"{"a": [{"b": 1}"#, reads: #"{"a":[{"b":1}]}"#, slips: "1:16"),
    Case("typographic", #"{“title”: “Opening”, "x": 1}"#, reads: #"{"title":"Opening","x":1}"#, slips: "1:2 1:11"),
    Case("typographic single", #"{"title": ‘It’, "x": 1}"#, reads: #"{"title":"It","x":1}"#, slips: "1:11"),
    Case("single with apostrophe", #"{'title': 'A', "x": 1}"#, reads: #"{"title":"A","x":1}"#, slips: "1:2 1:11"),
    Case(
      "unescaped quotes", #"{"title": "The "new" law, again", "x": 1}"#,
      reads: #"{"title":"The \"new\" law, again","x":1}"#, slips: "1:17"),
    Case(
      "unescaped quotes2", #"{"title": "The "new" law", "x": 1}"#, reads: #"{"title":"The \"new\" law","x":1}"#,
      slips: "1:17"),
    Case(
      "missing closing quote", #"{"title": "Opening,%0A"x": 1}"#, reads: #"{"title":"Opening","x":1}"#, slips: "1:11"),
    Case("missing closing quote2", #"{"title": "Opening%0A}"#, reads: #"{"title":"Opening"}"#, slips: "1:11"),
    Case(
      "broken line", #"{"title": "Opening%0A  of the day",%0A"x": 1}"#,
      reads: #"{"title":"Opening\n  of the day","x":1}"#, slips: "1:11"),
    Case("line end quote", #"{"a": "x%0A"}"#, reads: #"{"a":"x\n"}"#, slips: "1:7"),
    Case(
      "python", #"{"a": True, "b": None, "c": False}"#, reads: #"{"a":true,"b":null,"c":false}"#, slips: "1:7 1:18 1:29"
    ),
    Case("unquoted text", #"{"a": some words here, "b": 1}"#, reads: #"{"a":null,"b":1}"#, slips: "1:7"),
    Case("semicolon", "[1; 2; 3]", reads: "[null,null,3]", slips: "1:2 1:5 1:8"),
    Case("equals", #"{"a" = 1, "b" = 2}"#, reads: #"{"a":1,"b":2}"#, slips: "1:6 1:15"),
    Case("nbsp", #"{%C2%A0"a": 1,%C2%A0%C2%A0"b": 2}"#, reads: #"{"a":1,"b":2}"#, slips: "1:2 1:10"),
    Case(
      "comments", #"{// one%0A"a": 1, /* two */ "b": 2 # three%0A}"#, reads: #"{"a":1,"b":2}"#, slips: "1:2 2:9 2:26"),
    Case("plus", "[+15]", reads: "[15]", slips: "1:2"),
    Case("date", #"{"a": 2017-12-04, "b": 1}"#, reads: #"{"a":null,"b":1}"#, slips: "1:7"),
    Case("array of names", #"["a": 1, "b": 2]"#, reads: #"["a",1,"b",2]"#, slips: "1:5 1:7 1:13 1:15"),
    Case("missing quote before", #"{title": "x", "b": 1}"#, reads: #"{"title":"x","b":1}"#, slips: "1:2"),
    Case("missing quote after name", #"{"title: "x", "b": 1}"#, reads: #"{"title":"x","b":1}"#, slips: "1:11"),
    Case("colon missing", #"{"a" 1, "b": 2}"#, reads: #"{"a":1,"b":2}"#, slips: "1:6"),
    Case("trailing text", #"{"a": 1 min, "b": 2}"#, reads: #"{"a":1,"b":2}"#, slips: "1:9"),
    Case("nothing but control characters", "%00%00%00%00", reads: nil, slips: "1:1", isCutShort: true),
    Case("value missing", #"{"a": , "b": 2}"#, reads: #"{"a":null,"b":2}"#, slips: "1:7"),
    Case("value missing end", #"{"a": }"#, reads: #"{"a":null}"#, slips: "1:7"),
  ]

  @Test(arguments: slips)
  func isToldAndWhatWasMeantIsRead(_ example: Case) throws {
    let (document, text, slips) = try example.read()
    #expect(slips == example.slips)
    #expect(text == example.reads)
    #expect(document.isCutShort == example.isCutShort)
  }

  struct Told: CustomTestStringConvertible, Sendable {
    var text: String
    var found: JSONFound
    var expected: JSONExpected
    var testDescription: String { text }
  }

  static let told = [
    Told(text: "[1,]", found: .piece("]"), expected: .value),
    Told(text: "[,1]", found: .piece(","), expected: .valueOrEnd),
    Told(text: "[1 2]", found: .piece("2"), expected: .commaOrBracket),
    Told(text: #"{"a" 1}"#, found: .piece("1"), expected: .colon),
    Told(text: #"{"a": 1 "b": 2}"#, found: .text("b"), expected: .commaOrBrace),
    Told(text: #"{"a": 1,}"#, found: .piece("}"), expected: .fieldName),
    Told(text: "{a: 1}", found: .piece("a"), expected: .fieldNameOrEnd),
    Told(text: #"{"a": // b"#, found: .comment, expected: .value),
    Told(text: "{\u{7}}", found: .controlCharacter(7), expected: .fieldNameOrEnd),
    Told(text: #"["a"#, found: .unfinishedText, expected: .closedText),
    Told(text: #"["\q"]"#, found: .badEscape, expected: .closedText),
    Told(text: "[] x", found: .piece("x"), expected: .endOfFile),
    Told(text: "[", found: .endOfFile, expected: .valueOrEnd),
    Told(text: #"["“a”" “b”]"#, found: .piece("“b”"), expected: .commaOrBracket),
  ]

  @Test(arguments: told)
  func saysWhatStandsThereAndWhatCould(_ example: Told) throws {
    let slip = try #require(JSONReader().read(Array(example.text.utf8)).slips.first)
    #expect(slip.found == example.found)
    #expect(slip.expected == example.expected)
  }

  @Test func slipsHaveTheirBytesLinesAndColumns() throws {
    let slips = try JSONReader().read(Array("\u{FEFF}[\"ä\" 1,\n\n \"é\" 2 \"ü\" 3]".utf8)).slips
    #expect(slips.map(\.offset) == [9, 19, 21, 26])
    #expect(slips.map(\.line) == [1, 3, 3, 3])
    #expect(slips.map(\.column) == [6, 6, 8, 12])
  }

  @Test func thousandsOfSlipsAreCountedNotKept() throws {
    let bytes = Array(("[" + String(repeating: "1 ", count: 5_000) + "]").utf8)
    let document = try JSONReader().read(bytes)
    #expect(document.slips.count == 100)
    #expect(document.furtherSlips == 4_899)
    #expect(document.root?.values.reduce(0) { count, _ in count + 1 } == 5_000)
  }

  /// Whatever is repeated, reading is over at once: nothing is looked at again and again.
  @Test(
    arguments: [
      "'", "+", "\"\n", "“", "\\", "\"", "{", "}", "]", ":", "#", "/*", "{\"a\"", "{\"a\":1}", "[1}", "\u{A0}",
      "\"a\"b ", "x:",
      "{a'", "-", "\n\"", "[\"a\" b", "{\"s\":[\"a\":", "1,", "\u{1}", "\"\\u", ";", ",\"", "[\"\n",
    ])
  func aMillionSlipsTakeNoLongerThanAMillionValues(_ piece: String) throws {
    let piece = Array(piece.utf8)
    let bytes = Array(repeatElement(piece, count: 100_000 / piece.count).joined())
    let clock = ContinuousClock()
    for start in ["", "[", "{", "{\"a\": "] {
      let time = try clock.measure { _ = try JSONReader().read(Array(start.utf8) + bytes) }
      #expect(time < .seconds(5))
    }
  }
}
