import JSON
import Testing

/// The places of values, and the bounds of reading.
@Suite struct DocumentTests {
  private func document(_ text: String) throws -> JSONDocument { try JSONReader().read(Array(text.utf8)) }

  @Test func everyValueKnowsItsPlace() throws {
    let document = try document("{\n \"é\": [1, {\"b c\": \"x\"}],\n \"$d_1\": null, \"\": true}")
    let root = try #require(document.root)
    var places: [String] = []
    func visit(_ value: JSONValue) {
      places.append("\(value.offset) \(value.line) \(value.path)")
      for child in value.values { visit(child) }
      for name in value.names { visit(name.valueOfName) }
    }
    visit(root)
    #expect(
      places == [
        "0 1 $", #"9 2 $["é"]"#, #"10 2 $["é"][0]"#, #"13 2 $["é"][1]"#, #"21 2 $["é"][1]["b c"]"#,
        "37 3 $.$d_1", #"47 3 $[""]"#,
      ])
  }

  @Test func aNameThatComesAgainIsThereTwiceAndTheFirstIsFound() throws {
    let root = try #require(document(#"{"a": 1, "b": 2, "a": 3}"#).root)
    #expect(root.names.map(\.rawString) == ["a", "b", "a"])
    #expect(root["a"]?.digits == "1")
    #expect(root["c"] == nil)
  }

  @Test func aLongNameIsCutInAPath() throws {
    let root = try #require(document(#"{"\#(String(repeating: "x", count: 1_000_000))": 1}"#).root)
    #expect(root.names.map { $0.valueOfName.path.count } == [87 - 1])
  }

  @Test func theLongestStringIsFound() throws {
    let document = try document(#"["abc", "abcd", {"abcde": 1}]"#)
    #expect(document.firstString(longerThan: 3)?.rawString == "abcd")
    #expect(document.firstString(longerThan: 4)?.rawString == "abcde")
    #expect(document.firstString(longerThan: 5) == nil)
  }

  @Test func moreValuesThanTheLimitAreRefused() throws {
    #expect(throws: JSONReader.Failure.tooManyValues(limit: 5)) {
      try JSONReader(valueLimit: 5).read(Array("[1, 2, 3, 4, 5]".utf8))
    }
    #expect(try JSONReader(valueLimit: 6).read(Array("[1, 2, 3, 4, 5]".utf8)).isStrict)
  }

  @Test func whatLiesTooDeepIsLeftOutAndTheRestRead() throws {
    let document = try JSONReader(depthLimit: 2).read(Array(#"{"a": [{"]": "\"}"}, 1], "b": [[2]], "c": 3}"#.utf8))
    #expect(document.root.map { JSONTree($0).text(.compact) } == #"{"a":[null,1],"b":[null],"c":3}"#)
    #expect(document.tooDeep.map(\.path) == ["$.a[0]", "$.b[0]"])
    #expect(document.slips.isEmpty && !document.isStrict)
  }

  @Test func rawControlCharactersAreCountedAndStay() throws {
    let document = try document("[\"a\u{1B}\tb\", \"c\u{0}\"]")
    #expect(document.rawControlCount == 3)
    #expect(document.slips.isEmpty && !document.isStrict)
    #expect(document.root?.values.map(\.rawString) == ["a\u{1B}\tb", "c\u{0}"])
  }

  @Test func aFileThatEndsInAValueIsCutShortOneThatLacksBracketsIsNot() throws {
    let text = #"{"a": [{"b": "c"}, {"d": [1, true]}], "e": {}}"#
    for length in 1..<text.utf8.count {
      let document = try JSONReader().read(Array(text.utf8.prefix(length)))
      let last = text.utf8.prefix(length).last { $0 != 0x20 }
      #expect(document.isCutShort == (last != UInt8(ascii: "}") && last != UInt8(ascii: "]")), "\(length)")
      #expect(document.slips.count == 1)
    }
    #expect(try document(text).isStrict)
  }
}
