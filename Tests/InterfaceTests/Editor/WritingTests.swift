import Agenda
import Catalogue
import Cells
import Dice
import Files
import Notes
import Testing

@testable import Interface

struct WritingTests {
  @Test("e opens the note of what is read, keys are text, and Esc goes back to where one was")
  func writes() throws {
    var story = try WritingStory()
    story.press("e")
    #expect(story.story.shows("Write here."))
    story.type("Who reports?")
    #expect(story.text == "Who reports?|")
    #expect(story.story.effects == [.editNote(.session("opening"), NoteEdit(offset: 11, removed: 0, inserted: "?"))])
    #expect(story.story.shows("Who reports?"))
    let cursor = try #require(story.story.picture.cursor)
    #expect(story.story.place(of: "Who reports?").map { Point(x: $0.x + 12, y: $0.y) } == cursor)
    story.press(.escape)
    #expect(story.editor == nil)
    let ending = Effect.editNote(.session("opening"), NoteEdit(offset: 12, removed: 0, inserted: "\n"))
    #expect(story.story.effects == [ending, .saveNotes])
    #expect(story.story.app.stack.desk.focus == .agenda)
    #expect(story.story.shows("Who reports?") && story.story.shows("•"))
  }

  @Test("Every key that is a command elsewhere is text here")
  func keysAreText() throws {
    var story = try WritingStory.writing()
    story.type("q1[]*:?/nN.bz e")
    #expect(story.text == "q1[]*:?/nN.bz e|")
    #expect(!story.story.effects.contains(.quit))
  }

  @Test("A note that is there already is gone on with at its end")
  func goesOn() throws {
    var story = try WritingStory.writing("First.\n")
    #expect(story.text == "First.\n|")
    story.type("Second.")
    #expect(story.kept[.session("opening")] == Array("First.\nSecond.".utf8))
  }

  @Test("Deleting takes graphemes, and the selection as a whole")
  func deleting() throws {
    var story = try WritingStory.writing("ae\u{301}🇩🇪👩🏽‍⚖️z")
    story.press(.left, .backspace, .backspace, .backspace)
    #expect(story.text == "a|z")
    story.press(.delete)
    #expect(story.text == "a|")
    story.type("bc def")
    story.press(.shiftWordLeft, .backspace)
    #expect(story.text == "abc |")
    story.press(.alt("\u{7F}"))
    #expect(story.text == "|")
    story.press(.backspace, .delete)
    #expect(story.text == "|")
  }

  @Test("Undo takes words back and redo brings them again, a paste at once")
  func undo() throws {
    var story = try WritingStory.writing()
    story.type("one two")
    story.paste("\n1\n2\n3")
    story.press(.alt("u"))
    #expect(story.text == "one two|")
    story.press(.alt("u"))
    #expect(story.text == "one |")
    story.press(.alt("u"))
    #expect(story.text == "|")
    story.press(.alt("u"))
    #expect(story.story.message == "There is nothing to undo")
    story.press(.alt("e"), .alt("e"), .alt("e"))
    #expect(story.text == "one two\n1\n2\n3|")
    story.press(.backspace, .backspace, .alt("u"))
    #expect(story.text == "one two\n1\n2\n3|")
  }

  @Test("Ten thousand words can be undone one by one")
  func muchUndo() {
    var list = NoteEditor(.session("a"), text: "")
    for _ in 0..<10_000 { for letter in ["w", " "] { _ = list.insert(letter) } }
    var count = 0
    while list.undoList.canUndo {
      _ = list.undo()
      count += 1
    }
    #expect(list.text.count == 0 && count == 10_000)
  }

  @Test("Another text of the same note is taken over where it differs, and the caret stays at its words")
  func replaced() throws {
    var story = try WritingStory.writing("one\ntwo\nthree")
    story.press(.up, .home)
    story.kept[.session("opening")] = Array("zero\none\ntwo\nthree\nfour".utf8)
    story.send(.noteReplaced(.session("opening"), "zero\none\ntwo\nthree\nfour", .merged))
    #expect(story.text == "zero\none\n|two\nthree\nfour" || story.text == "zero\none\ntwo\nthree\nfour|")
    #expect(story.story.message?.contains("both changes") == true)
  }

  @Test("The border says who may be named and how safe the note is")
  func border() throws {
    var story = try WritingStory.writing()
    story.type("x")
    story.send(.noteSafety(.session("opening"), .kept))
    #expect(!story.story.shows("public, kept"))
    story.send(.pause)
    #expect(story.story.shows("public, kept"))
    story.send(.noteSafety(.session("opening"), .saved))
    #expect(story.story.shows("public, saved"))
    story.send(.noteSafety(.session("opening"), .notSaved(.system(call: "write", path: "/x", errno: 5))))
    #expect(story.story.shows("public, NOT SAVED"))
    story.press(.escape, "[", "e")
    #expect(story.story.shows("off the record, saved"))
  }

  @Test("Going elsewhere is the end of writing too", arguments: [80, 160, 40])
  func elsewhere(width: Int) throws {
    var story = try WritingStory.writing(width: width)
    story.type("kept")
    story.press(.control("p"))
    story.type("Go to the documents")
    story.press(.enter)
    #expect(story.editor == nil && story.story.app.stack.desk.focus == .documents)
    #expect(story.story.app.world.notes.texts[.session("opening")] == "kept\n")
  }

  @Test("A note that is emptied is no note any more")
  func emptied() throws {
    var story = try WritingStory.writing("gone")
    story.press(.backspace, .backspace, .backspace, .backspace, .escape)
    #expect(!story.story.shows("•"))
  }

  @Test("A click places the caret, a double click selects a word, the wheel turns the text alone")
  func mouse() throws {
    var story = try WritingStory.writing("alpha beta\n" + (0..<30).map { "line \($0)\n" }.joined() + "end")
    story.press(.controlHome)
    let place = try #require(story.story.place(of: "beta"))
    story.send(.input(.mouse(MouseAction(.click, at: Point(x: place.x + 2, y: place.y)))))
    #expect(story.text.hasPrefix("alpha be|ta"))
    story.send(.input(.mouse(MouseAction(.doubleClick, at: Point(x: place.x + 2, y: place.y)))))
    #expect(story.text.hasPrefix("alpha [beta]"))
    story.send(.input(.mouse(MouseAction(.wheelDown, at: place))))
    #expect(!story.story.shows("alpha beta") && story.text.hasPrefix("alpha [beta]"))
    story.press(.left)
    #expect(story.story.shows("alpha beta"))
  }

  @Test("At every size the caret is on the screen and the border is whole", arguments: 0..<4)
  func anything(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var story = try WritingStory.writing(
      "Some text with 人權 and e\u{301}, long enough to be wrapped more than once.\n\n- list")
    let keys: [Key] = [
      "a", " ", "選", "é", .enter, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .shiftUp, .shiftRight, .shiftWordLeft, .shiftEnd, .alt("u"), .alt("e"), .control("k"), .control("u"), .alt("6"),
      .controlHome, .controlEnd, .alt("z"), .tab, .alt("\u{7F}"), .alt("x"), .control("s"),
    ]
    for step in 0..<1_500 {
      if step % 40 == 39, let size = sizes.randomElement(using: &dice) { story.story.resize(size.0, size.1) }
      if step % 97 == 96 { story.paste("two\nlines " + String(repeating: "x", count: step)) }
      story.press(keys.randomElement(using: &dice) ?? .down)
      if step % 300 == 299 { story.press(.escape, "e") }
      guard step % 5 == 0, story.editor != nil else { continue }
      if let failure = story.story.failures.first {
        Issue.record("\(failure) at step \(step)\n\(story.story.screen)")
        return
      }
      let layout = story.story.app.stack.desk.layout
      if layout.mode != .tooSmall, let inner = layout.frame(of: .notes)?.inner {
        let cursor = try #require(story.story.picture.cursor)
        #expect(
          cursor.y >= inner.y && cursor.y < inner.maxY && cursor.x > inner.x && cursor.x < max(inner.maxX, inner.x + 2))
      }
    }
  }

  @Test("Whether the note is safe is to be seen wherever there is room for a word beside the tabs")
  func safetyEverywhere() throws {
    for (width, height) in [(160, 48), (80, 24), (60, 11), (59, 20), (40, 12), (30, 8)] {
      let story = try WritingStory.writing(width: width, height: height)
      #expect(story.story.shows("public, saved"), "\(story.story.screen)")
    }
  }

  @Test("Help has the keys that hold while a note is written, first those of writing")
  func help() throws {
    var story = try WritingStory.writing()
    story.press(.function(1))
    let lines = story.story.lines
    #expect(lines[5].contains(" Keys here ") && lines[6].contains("Esc"), "\(story.story.screen)")
    story.type("agenda")
    #expect(story.story.lines.contains { $0.contains("Go to the agenda") && $0.contains(" Esc 1 ") })
    story.press(.control("a"), .control("k"))
    story.type("line of move")
    #expect(!story.story.shows("Up, k"))
  }
}
