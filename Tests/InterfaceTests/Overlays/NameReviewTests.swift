import Agenda
import Cells
import Notes
import Testing

@testable import Interface

struct NameReviewTests {
  private func doubts() -> [NameDoubt] {
    [("Mark agreed", 0..<4), ("ask Mark for the file", 4..<8), ("Hope is near", 0..<4)].enumerated().map {
      number, line in
      NameDoubt(
        target: .session("courts"), title: "Courts before election day", line: number + 1, text: line.0, range: line.1,
        name: number < 2 ? "mark" : "hope")
    }
  }

  @Test("Each place is shown in its line, and what was said of all goes out with the report", arguments: [80, 40, 20])
  func review(width: Int) throws {
    var story = try Story(width: width, height: width == 20 ? 8 : 24)
    story.send(.namesInDoubt(doubts()))
    #expect(story.shows("»Mark« agreed"))
    story.press("a")
    #expect(story.shows("»Hope« is near"), "the other place with this name is answered too")
    story.effects = []
    story.press("k")
    var answers = NameAnswers()
    answers.answer(.replace, all: "mark")
    answers[doubts()[2]] = .keep
    #expect(story.effects == [.writeReviewed(answers)] && !story.shows("Hope"))
  }

  @Test("Enter writes the report without the lines that are left, Esc writes none")
  func ending() throws {
    var story = try Story()
    story.send(.namesInDoubt(doubts()))
    story.press("l")
    story.effects = []
    story.press(.enter)
    #expect(story.effects == [.writeReviewed(NameAnswers())])
    story.send(.namesInDoubt(doubts()))
    story.effects = []
    story.press(.escape)
    #expect(story.effects.isEmpty && !story.shows("Mark"))
  }
}
