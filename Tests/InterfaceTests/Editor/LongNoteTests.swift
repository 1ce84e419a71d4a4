import Agenda
import Cells
import Notes
import Testing

@testable import Interface

struct LongNoteTests {
  /// Lines of words, one line of words, one word, and marks on one letter.
  static let texts = [
    String(repeating: "A line of a note that is written while people speak.\n", count: 4_000),
    String(repeating: "lorem ipsum ", count: 18_000), String(repeating: "x", count: 200_000),
    "e" + String(repeating: "\u{301}", count: 50_000),
  ]

  @Test("A key sets no more rows than are seen, wherever it is pressed", arguments: texts)
  func keys(text: String) throws {
    var story = try WritingStory.writing(text)
    for way in [[Key.controlHome], [.pageDown], [.controlEnd], [.up, .up], [.controlHome, .down]] {
      for key in way { story.press(key) }
      story.type("a b\n")
      story.press(.backspace, .left, .delete, .alt("u"))
      story.story.check("in a long note")
    }
    let set = try #require(story.editor).text.pieces.count { $0.layout != nil }
    #expect(set < 300)
  }

  @Test("Pasted at once it is one step, which can be undone and done again", arguments: texts)
  func paste(text: String) throws {
    var story = try WritingStory.writing("before ")
    story.paste(text)
    #expect(story.editor?.text.count == 7 + text.utf8.count)
    story.press(.alt("u"))
    #expect(story.text == "before |")
    story.press(.alt("e"))
    #expect(story.editor?.text.count == 7 + text.utf8.count)
    story.story.check("after a long paste")
  }

  @Test("Half a page of a long line stands where it stood when its beginning is edited")
  func steady() throws {
    var editor = NoteEditor(.session("a"), text: LongNoteTests.texts[1])
    editor.fit(Size(width: 60, height: 10))
    let top = editor.top
    _ = editor.change(0..<0, to: Array("x".utf8), .whole)
    editor.caret = editor.text.count
    editor.fit(Size(width: 60, height: 10))
    #expect(editor.top == top + 1)
  }
}
