import Messages
import Notes
import Testing

@testable import Interface

/// What is shown where one chooses between two lines that contradict each other.
struct ConflictChoiceTests {
  private func details(_ mine: String, _ theirs: String) throws -> [String] {
    let conflict = try #require(NoteConflict.all(in: "\(mine)\n≠ \(theirs)\n").first)
    return conflict.offer { .reply(.conflict($0)) }.map { Messages.english.text($0.detail) }
  }

  @Test("Of long lines that begin alike the end is shown, with two words before what differs")
  func long() throws {
    let start = "Article 3: the paragraph on the role of national institutions was agreed"
    #expect(
      try details("\(start) by all", "\(start) by none of them") == ["… agreed by all", "… agreed by none of them", ""])
  }

  @Test("Lines that soon differ are shown whole, and one of which nothing is left is no empty choice")
  func short() throws {
    #expect(try details("Article 3 agreed", "Article 3 rejected") == ["Article 3 agreed", "Article 3 rejected", ""])
    let parts = try details("one two three four five", "one two three")
    #expect(parts == ["one two three four five", "one two three", ""])
    #expect(
      try details("one two three four five six", "one two three four five") == [
        "… three four five six", "… three four five", "",
      ])
  }
}
