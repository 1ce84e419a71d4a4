import Testing

@testable import Notes

struct NoteMarkTests {
  private func only(_ text: String) throws -> NoteMark {
    let marks = NoteMark.all(in: text)
    #expect(marks.count == 1, "\(text)")
    return try #require(marks.first)
  }

  private func said(_ text: String) throws -> [String] {
    let mark = try only(text)
    return [mark.kind.rawValue, mark.person, mark.stamp?.text ?? "", mark.isTicked ? "x" : "", mark.text]
  }

  @Test(arguments: [
    ("- [ ] **Action (Jane Doe):** send the text", ["action", "Jane Doe", "", "", "send the text"]),
    ("- [x] **Action:** send the text", ["action", "", "", "x", "send the text"]),
    ("- [ ] [14:32 +02:30] **Action:** send", ["action", "", "[14:32 +02:30]", "", "send"]),
    ("- [14:32 +02:30] **Decision:** we meet in May", ["decision", "", "[14:32 +02:30]", "", "we meet in May"]),
    ("- **Question (Jane Doe (chair)):** who pays?", ["question", "Jane Doe (chair)", "", "", "who pays?"]),
    ("> we must act — Jane Doe", ["quote", "Jane Doe", "", "", "we must act"]),
    ("> [09:05 -05:00] early — Jane Doe", ["quote", "Jane Doe", "[09:05 -05:00]", "", "early"]),
    ("> [11:00 +1:02:30] nobody named", ["quote", "", "[11:00 +1:02:30]", "", "nobody named"]),
  ])
  func whatIsWrittenByTheEditorIsRead(text: String, expected: [String]) throws {
    #expect(try said(text) == expected)
    #expect(try said("before\n\n\(text)\r\n\nafter") == expected)
  }

  @Test(arguments: [
    ("* [X] action(Jane):send", ["action", "Jane", "", "x", "send"]),
    ("+ DECISION :  we meet", ["decision", "", "", "", "we meet"]),
    ("  1. __Question__ (Jane): who?", ["question", "Jane", "", "", "who?"]),
    ("[ 14:32 ] Decision: yes", ["decision", "", "[14:32]", "", "yes"]),
    ("**Decision**: [14:32 \u{2212}00:10] yes", ["decision", "", "[14:32 -00:10]", "", "yes"]),
    ("- **Action:** [ ] [14:32] call", ["action", "", "[14:32]", "", "call"]),
    ("- [ ] call Geneva", ["action", "", "", "", "call Geneva"]),
    ("- **Quote (Jane):** as I said", ["quote", "Jane", "", "", "as I said"]),
    ("質問", []),
    ("Question\u{FF1A} 誰が払う？", ["question", "", "", "", "誰が払う？"]),
    (">quoted – Jane van der Berg-Doe, UN", ["quote", "Jane van der Berg-Doe, UN", "", "", "quoted"]),
    ("> quoted -- Иван Петров", ["quote", "Иван Петров", "", "", "quoted"]),
    ("> we act — now, and together", ["quote", "", "", "", "we act — now, and together"]),
    ("> who — You?", ["quote", "", "", "", "who — You?"]),
  ])
  func readingIsLenient(text: String, expected: [String]) throws {
    if expected.isEmpty { return #expect(NoteMark.all(in: text) == []) }
    #expect(try said(text) == expected)
  }

  @Test(arguments: [
    "", "\n\n", "A decision was made", "- a point", "[14:32 +02:30] they begin", "- [14:32] they go on",
    "[x](http://a)",
    "Actions: three", ">", "> ", "- [y] no box", "- []", "Action (Jane: no end", "# Decision", "* * *", "`- [ ] code`",
  ])
  func ordinaryLinesAreNoMarks(text: String) { #expect(NoteMark.all(in: text) == []) }

  @Test func whatGoesOnBelowBelongsToTheMark() {
    let text =
      "- [ ] **Action:** send\n  the text\n\tto all\nnot this\n> a quote\n> of two lines — Jane\n> another — Joe\n"
    let marks = NoteMark.all(in: text)
    #expect(marks.map(\.text) == ["send the text to all", "a quote of two lines", "another"])
    #expect(marks.map(\.person) == ["", "Jane", "Joe"])
    #expect(marks.map(\.lines) == [1...3, 5...6, 7...7])
  }

  @Test func codeHoldsNoMarksUnlessItsFenceIsNeverClosed() {
    #expect(NoteMark.all(in: "```\n- [ ] a\n```\n- [ ] b").map(\.text) == ["b"])
    #expect(NoteMark.all(in: "```\n- [ ] a\n~~~\n- [ ] b").map(\.text) == ["a", "b"])
  }

  @Test(arguments: [
    ("é\n- [ ] **Action:** a", "é\n- [x] **Action:** a"), ("- [X] a", "- [ ] a"),
    ("- **Action (Jane):** a", "- [x] **Action (Jane):** a"), ("  Action: a", "  - [x] Action: a"),
    ("> Action: a", "> [x] Action: a"),
  ])
  func anActionIsTickedByOneEdit(before: String, after: String) throws {
    let mark = try only(before)
    let edit = try #require(mark.tick)
    var bytes = Array(before.utf8)
    bytes.replaceSubrange(edit.offset..<edit.offset + edit.removed, with: edit.inserted.utf8)
    #expect(String(decoding: bytes, as: UTF8.self) == after)
    var expected = mark
    expected.isTicked.toggle()
    let again = try only(after)
    #expect(again.isTicked == expected.isTicked && again.text == mark.text && again.person == mark.person)
    #expect(try only("> quote").tick == nil)
  }

  @Test func placesAreCountedInLinesAndBytes() throws {
    let marks = NoteMark.all(in: "é\r\n\n- [ ] a\n\n> b")
    #expect(marks.map(\.lines.lowerBound) == [3, 5])
    #expect(marks.map(\.offset) == [5, 14])
  }

  @Test func hostileTextsTakeTimeThatGrowsWithTheirLengthAlone() {
    let size = 200_000
    for piece in ["> ", "- ", "[", "(", "**", "> — ", "- [ ] Action (", "```\n", "> a\n", "  a\n", "— A "] {
      let text = "- [ ] Action ((" + String(repeating: piece, count: size / piece.utf8.count)
      #expect(NoteMark.all(in: text).count <= size / 2)
    }
    // Any bytes at all, as a file might hold them.
    var seed: UInt64 = 42
    for _ in 0..<200 {
      let bytes = (0..<300).map { _ -> UInt8 in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1
        let signs = Array("->[] x(:)*\n`Action—\u{1B}".utf8)
        return signs[Int(seed >> 33) % signs.count]
      }
      let text = String(decoding: bytes, as: UTF8.self)
      for mark in NoteMark.all(in: text) {
        #expect(mark.offset <= text.utf8.count && (mark.tick.map { $0.offset + $0.removed <= text.utf8.count } ?? true))
      }
    }
  }
}
