import Dice
import Testing

@testable import Notes

struct MergeTests {
  func merge(_ base: String, _ ours: String, _ theirs: String) -> (text: String, conflicts: Int) {
    let merge = Merge(base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8))
    return (String(decoding: merge.text, as: UTF8.self), merge.conflicts)
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var base: String
    var ours: String
    var theirs: String
    var merged: String
    var conflicts = 0
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "nobody changed", base: "a\n", ours: "a\n", theirs: "a\n", merged: "a\n"),
    Case(name: "we changed", base: "a\nb\n", ours: "a\nx\n", theirs: "a\nb\n", merged: "a\nx\n"),
    Case(name: "they changed", base: "a\nb\n", ours: "a\nb\n", theirs: "a\nx\n", merged: "a\nx\n"),
    Case(name: "both the same", base: "a\n", ours: "b\n", theirs: "b\n", merged: "b\n"),
    Case(name: "different lines", base: "a\nb\nc\n", ours: "A\nb\nc\n", theirs: "a\nb\nC\n", merged: "A\nb\nC\n"),
    Case(
      name: "both added at the end", base: "a\n", ours: "a\nours\n", theirs: "a\ntheirs\n", merged: "a\ntheirs\nours\n"),
    Case(name: "both began", base: "", ours: "ours", theirs: "theirs", merged: "theirs\nours"),
    Case(
      name: "both added, one of it equal", base: "", ours: "x\ny\n", theirs: "x\n", merged: "x\nx\ny\n"),
    Case(
      name: "without a break at the end", base: "a", ours: "a\nours", theirs: "a\ntheirs", merged: "a\ntheirs\nours"),
    Case(name: "a break at the end", base: "a", ours: "b", theirs: "a\n", merged: "b\n"),
    Case(name: "removed and added", base: "a\nb\nc\n", ours: "b\nc\n", theirs: "a\nb\nc\nd\n", merged: "b\nc\nd\n"),
    Case(
      name: "neighbours changed", base: "a\nb\nc\n", ours: "a\nB\nc\n", theirs: "A\nb\nc\nd\n", merged: "A\nB\nc\nd\n"),
    Case(
      name: "two places of a line", base: "- [ ] send the draft\n", ours: "- [x] send the draft\n",
      theirs: "- [ ] send the draft on Monday\n",
      merged: "- [x] send the draft\n≠ - [ ] send the draft on Monday\n", conflicts: 1),
    Case(
      name: "a line of a list", base: "  - a\n", ours: "  - b\n", theirs: "  - c\n", merged: "  - b\n  ≠ - c\n",
      conflicts: 1),
    Case(
      name: "same place of a line", base: "a\nx\nb\n", ours: "a\nxy\nb\n", theirs: "a\nxz\nb\n",
      merged: "a\nxy\n≠ xz\nb\n", conflicts: 1),
    Case(
      name: "removed here and changed there", base: "a\nx\nb\n", ours: "a\nb\n", theirs: "a\ny\nb\n",
      merged: "a\n≠\n≠ y\nb\n", conflicts: 1),
    Case(
      name: "changed here and removed there", base: "a\nx\nb\n", ours: "a\ny\nb\n", theirs: "a\nb\n",
      merged: "a\ny\n≠\nb\n", conflicts: 1),
    Case(
      name: "two removed there, one of them changed here", base: "a\nx\ny\nb\n", ours: "a\nX\ny\nb\n",
      theirs: "a\nb\n", merged: "a\nX\n≠\nb\n", conflicts: 1),
    Case(name: "all removed by them", base: "a\n", ours: "a\nb\n", theirs: "", merged: "b\n"),
    Case(
      name: "exchanged there, gone on with here", base: "Article 3\nArticle 4\n",
      ours: "Article 3 REJECTED\nArticle 4 agreed\n", theirs: "Article 4\nArticle 3\n",
      merged: "Article 3 REJECTED\n≠ Article 4\nArticle 4 agreed\n≠\nArticle 3\n", conflicts: 1),
    Case(
      name: "moved there, gone on with here", base: "one\ntwo\nthree\n", ours: "one ours\ntwo\nthree\n",
      theirs: "two\nthree\none\n", merged: "one ours\n≠\ntwo\nthree\none\n", conflicts: 1),
    Case(
      name: "letters of several bytes", base: "né là\n", ours: "nè là\n", theirs: "né lâ\n",
      merged: "nè là\n≠ né lâ\n", conflicts: 1),
  ]

  @Test(arguments: cases)
  func bothChangesStand(_ example: Case) {
    let result = merge(example.base, example.ours, example.theirs)
    #expect(result.text == example.merged)
    #expect(result.conflicts == example.conflicts)
    #expect((NoteConflict.count(in: result.text) > 0) == (result.conflicts > 0))
  }

  @Test("Two windows contradict each other without a mark, and what both put in stands twice")
  func windows() {
    func merge(_ base: String, _ ours: String, _ theirs: String) -> String {
      let merge = Merge(
        base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8), between: .windows)
      #expect(!merge.isConflict)
      return String(decoding: merge.text, as: UTF8.self)
    }
    #expect(merge("a\n", "a ours\n", "a theirs\n") == "a ours\na theirs\n")
    #expect(merge("a\n", "a\nx\n", "a\nx\n") == "a\nx\nx\n")
    #expect(merge("a\nb\n", "a\n", "a\nB\n") == "a\nB\n")
    #expect(merge("a\nb\n", "a\nB\n", "a\nB\n") == "a\nB\n")
  }

  struct Choosing: Sendable {
    var text: String
    var mine: String
    var theirs: String
    var both: String
  }

  @Test("A conflict is resolved to mine, theirs or both, and no mark is left")
  func resolving() throws {
    for example in [
      Choosing(text: "a\nx\n≠ y\nb\n", mine: "a\nx\nb\n", theirs: "a\ny\nb\n", both: "a\nx\ny\nb\n"),
      Choosing(text: "  - x\n  ≠ - y", mine: "  - x", theirs: "  - y", both: "  - x\n  - y"),
      Choosing(text: "a\nx\n≠\nb\n", mine: "a\nx\nb\n", theirs: "a\nb\n", both: "a\nx\nb\n"),
      Choosing(text: "a\n≠\n≠ y\nb\n", mine: "a\nb\n", theirs: "a\ny\nb\n", both: "a\ny\nb\n"),
      Choosing(text: "≠ y\nb\n", mine: "b\n", theirs: "y\nb\n", both: "y\nb\n"),
      Choosing(text: "x\n≠ y\n≠ z\nb\n", mine: "x\nb\n", theirs: "y\nz\nb\n", both: "x\ny\nz\nb\n"),
    ] {
      let conflict = try #require(NoteConflict.all(in: example.text).first)
      for (choice, text) in [
        (NoteConflict.Choice.mine, example.mine), (.theirs, example.theirs), (.both, example.both),
      ] {
        let edit = conflict.edit(choice, in: example.text)
        var bytes = Array(example.text.utf8)
        bytes.replaceSubrange(edit.offset..<edit.offset + edit.removed, with: edit.inserted.utf8)
        #expect(String(decoding: bytes, as: UTF8.self) == text)
      }
    }
    #expect(NoteConflict.count(in: "a ≠ b\n≠0\nx\n≠\n≠\n≠ y\nz\n≠ w") == 3)
  }

  @Test("Whoever had read an older text has changed that one, and nothing newer")
  func origin() throws {
    var history = NoteHistory()
    for text in ["a\n", "a\nb\n", "a\nb\nc\nd\n"] { history.add(Array(text.utf8)) }
    let ours = Array("a\nb\nc\nd\n".utf8)
    func origin(_ text: String) throws -> String {
      String(decoding: try #require(history.origin(of: Array(text.utf8), ours: ours)), as: UTF8.self)
    }
    #expect(try origin("a\nx\n") == "a\n")
    #expect(try origin("a\nb\nx\n") == "a\nb\n")
    #expect(try origin("a\nb\nc\nd\nx\n") == "a\nb\nc\nd\n")
    #expect(try origin("a\nb\nc\n") == "a\nb\nc\nd\n", "the latest of two that are as near")
    #expect(try origin("b\na x\n") == "a\nb\n", "lines that have changed places are no change of words")
    let found = history.origin(of: Array("z\nb\n".utf8), ours: ours) { [Array("z\n".utf8)] }
    #expect(found == Array("z\n".utf8), "and older journals are asked where lines would have gone")
  }

  @Test("A line stays that another program may never have read, and goes where it kept what came after that line")
  func base() throws {
    func base(_ versions: [String], _ theirs: String, ours: String) throws -> String {
      var history = NoteHistory()
      for text in versions { history.add(Array(text.utf8)) }
      let found = history.base(of: Array(theirs.utf8), ours: Array(ours.utf8)) { [] }
      return String(decoding: try #require(found), as: UTF8.self)
    }
    // Read before n was there, and the same line taken away as here.
    let read = "e\nb\nsix seven eight\n"
    #expect(try base(["", read, "e\nb\nn\n"], "e x\nb\n", ours: "e\nb y\nn\n") == "e\nb\n")
    let grown = ["", "one\n", "one\ntwo\n", "one\ntwo\nthree\n"]
    #expect(try base(grown, "one\nthree\n", ours: grown[3]) == grown[3])
    #expect(try base(grown, "one\nTWO two\nthree\n", ours: grown[3]) == grown[3])
    #expect(try base(["one\ntwo"], "one\n", ours: "one\ntwo") == "one\ntwo", "nobody could read less")
    #expect(try base(["", "two"], "", ours: "two") == "")
  }

  @Test func nothingThatOnlyOneHasWrittenIsLost() {
    var dice = Dice(seed: 7)
    for round in 0..<2_000 {
      // Every line is its own, so that it can be asked for afterwards.
      let base = (0..<Int.random(in: 0..<12, using: &dice)).map { "line \($0)" }
      func changed(by who: String) -> (lines: [String], added: [String]) {
        var (lines, added): ([String], [String]) = (base, [])
        for number in 0..<Int.random(in: 0..<4, using: &dice) {
          let line = "\(who) \(round) \(number)"
          lines.insert(line, at: Int.random(in: 0...lines.count, using: &dice))
          added.append(line)
        }
        return (lines, added)
      }
      let (ours, theirs) = (changed(by: "ours"), changed(by: "theirs"))
      let text = { (lines: [String]) in lines.map { $0 + "\n" }.joined() }
      let result = merge(text(base), text(ours.lines), text(theirs.lines))
      let lines = result.text.split(separator: "\n").map(String.init)
      #expect(result.conflicts == 0)
      #expect(Set(lines) == Set(base + ours.added + theirs.added))
      #expect(lines.count == base.count + ours.added.count + theirs.added.count)
      // The same whoever merges, but for the order of what both have put in one place.
      let other = merge(text(base), text(theirs.lines), text(ours.lines))
      #expect(Set(other.text.split(separator: "\n")) == Set(result.text.split(separator: "\n")))
    }
  }

  @Test(.timeLimit(.minutes(1))) func largeTextsWithNothingInCommonAreMergedInTime() {
    let one = (0..<20_000).map { "one \($0 % 700)\n" }.joined()
    let other = (0..<20_000).map { "other \($0 % 900)\n" }.joined()
    let base = (0..<20_000).map { "base \($0 % 800)\n" }.joined()
    #expect(merge(base, one, other).conflicts > 0)
    #expect(merge(base, base + "end\n", "start\n" + base).text == "start\n" + base + "end\n")
  }
}
