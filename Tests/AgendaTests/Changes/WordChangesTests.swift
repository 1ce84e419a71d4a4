import Agenda
import Testing

struct WordChangesTests {
  private func marked(_ old: String, _ new: String, shortenedTo words: Int = 100) -> String {
    WordChanges(from: old, to: new).shortened(to: words).pieces.map { piece in
      switch piece.kind {
      case .same: piece.text
      case .gone: "[-\(piece.text)-]"
      case .come: "{+\(piece.text)+}"
      }
    }.joined(separator: " ")
  }

  @Test("Whole words that differ are marked, what is gone before what has come")
  func words() {
    #expect(marked("", "") == "")
    #expect(marked("a b c", "a b c") == "a b c")
    #expect(marked("the old way home", "the new way home") == "the [-old-] {+new+} way home")
    #expect(marked("a b", "a b c") == "a b {+c+}")
    #expect(marked("a\nb  c", "a b c") == "a b c", "line breaks and blanks are no words")
    #expect(marked("", "new") == "{+new+}" && marked("old", "") == "[-old-]")
  }

  @Test("Texts with little in common are told whole")
  func whole() {
    #expect(
      marked("one two three four five", "five six seven eight nine")
        == "[-one two three four five-] {+five six seven eight nine+}")
  }

  @Test("Of a long text only what is near a change is shown")
  func shortened() {
    let words = (1...20).map { "w\($0)" }
    let (old, new) = (words.joined(separator: " "), (words.prefix(10) + ["x"] + words.suffix(9)).joined(separator: " "))
    #expect(marked(old, new, shortenedTo: 2) == "… w9 w10 [-w11-] {+x+} w12 w13 …")
  }

  @Test("A megabyte without a word in common takes a moment")
  func large() {
    let old = (0..<100_000).map { "a\($0)" }.joined(separator: " ")
    let clock = ContinuousClock()
    let start = clock.now
    #expect(WordChanges(from: old, to: String(repeating: "b ", count: 200_000)).pieces.count == 2)
    #expect(clock.now - start < .seconds(5))
  }
}
