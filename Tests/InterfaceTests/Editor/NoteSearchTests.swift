import Agenda
import Cells
import Notes
import Testing

@testable import Interface

/// Words that are looked for in a note and replaced, apart from any screen.
struct NoteSearchTests {
  private var editor = NoteEditor(.session("a"), text: "one two\nTwo three two\n")
  private var search = NoteSearch(query: "")

  init() { editor.caret = 0 }

  /// Types letters, Enter as `\n`.
  private mutating func type(_ text: String) -> [Outcome] {
    text.flatMap { $0 == "\n" ? search.accept(in: &editor) : search.type(.character($0), in: &editor) }
  }

  @Test("What is typed selects the first place from where the search was begun, and Esc goes back there")
  mutating func finding() {
    editor.caret = 5
    search.begin(in: editor)
    #expect(type("two").isEmpty)
    #expect(editor.selection == 8..<11)
    #expect(search.move(isBackwards: true, in: &editor).isEmpty)
    #expect(editor.selection == 4..<7)
    #expect(type("x").isEmpty)
    #expect(editor.selection == 5..<5 && search.statusInput(in: editor)?.warning != nil)
    _ = search.end(in: &editor)
    #expect(search.step == nil && editor.caret == 5 && search.query.isEmpty)
  }

  @Test("Enter keeps the place and remembers the words, which are offered when words are replaced")
  mutating func remembering() {
    search.begin(in: editor)
    #expect(type("three\n").isEmpty)
    #expect(search.query == "three" && search.step == nil && editor.selection == 12..<17)
    search.beginReplacing()
    #expect(search.statusInput(in: editor)?.input.editor.text == "three")
  }

  @Test("Each place is asked for: this one, not this one, or all that are left, as one step that can be undone")
  mutating func replacing() {
    search.beginReplacing()
    #expect(type("two\n2\n").isEmpty && search.step == .asking)
    #expect(editor.selection == 4..<7)
    #expect(type("y").count == 1 && editor.text.string == "one 2\nTwo three two\n")
    #expect(type("n").isEmpty && editor.selection == 16..<19)
    // That means nothing here, which is heard.
    #expect(type("?").count == 1 && editor.selection == 16..<19)
    let outcomes = type("a")
    #expect(editor.text.string == "one 2\n2 three 2\n" && search.step == nil)
    #expect(outcomes.count == 2)
    _ = editor.undo()
    #expect(editor.text.string == "one 2\nTwo three two\n")
  }

  @Test("Lines that are cut one after the other stay together, until something else is changed")
  mutating func cutting() {
    var cut = CutText("")
    _ = cut.cut(from: &editor)
    editor.move(.end)
    editor.move(.up)
    _ = cut.cut(from: &editor)
    #expect(cut.text == "one two\nTwo three two\n" && editor.text.count == 0)
    #expect(cut.cut(from: &editor).count == 1)
    _ = editor.insert("four\n")
    editor.move(.up)
    _ = cut.cut(from: &editor)
    #expect(cut.text == "four\n")
  }
}
