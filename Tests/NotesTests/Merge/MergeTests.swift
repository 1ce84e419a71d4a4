import Testing

@testable import Notes

struct MergeTests {
  func merge(_ base: String, _ ours: String, _ theirs: String) -> (text: String, isConflict: Bool) {
    let merge = Merge(base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8))
    return (String(decoding: merge.text, as: UTF8.self), merge.isConflict)
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var base: String
    var ours: String
    var theirs: String
    var merged: String
    var isConflict = false
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
    Case(name: "one has grown from the other", base: "", ours: "x\ny\n", theirs: "x\n", merged: "x\ny\n"),
    Case(
      name: "without a break at the end", base: "a", ours: "a\nours", theirs: "a\ntheirs", merged: "a\ntheirs\nours"),
    Case(name: "a break at the end", base: "a", ours: "b", theirs: "a\n", merged: "b\n"),
    Case(name: "removed and added", base: "a\nb\nc\n", ours: "b\nc\n", theirs: "a\nb\nc\nd\n", merged: "b\nc\nd\n"),
    Case(
      name: "two places of a line", base: "- [ ] send the draft\n", ours: "- [x] send the draft\n",
      theirs: "- [ ] send the draft on Monday\n", merged: "- [x] send the draft on Monday\n"),
    Case(
      name: "same place of a line", base: "a\nx\nb\n", ours: "a\nxy\nb\n", theirs: "a\nxz\nb\n", merged: "a\nxy\nb\n",
      isConflict: true),
    Case(
      name: "changed and removed", base: "a\nx\nb\n", ours: "a\nb\n", theirs: "a\ny\nb\n", merged: "a\nb\n",
      isConflict: true),
    Case(name: "all removed by them", base: "a\n", ours: "a\nb\n", theirs: "", merged: "a\nb\n", isConflict: true),
    Case(
      name: "letters of several bytes", base: "né là\n", ours: "nè là\n", theirs: "né lâ\n", merged: "nè lâ\n"),
  ]

  @Test(arguments: cases)
  func bothChangesStand(_ example: Case) {
    let result = merge(example.base, example.ours, example.theirs)
    #expect(result.text == example.merged)
    #expect(result.isConflict == example.isConflict)
  }

  /// Numbers with a fixed beginning, so that a failure can be seen again.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  @Test func nothingThatOnlyOneHasWrittenIsLost() {
    var dice = Dice(state: 7)
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
      #expect(!result.isConflict)
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
    #expect(merge(base, one, other).isConflict)
    #expect(merge(base, base + "end\n", "start\n" + base).text == "start\n" + base + "end\n")
  }
}
