import Agenda
import Dice
import Testing

@testable import Interface

/// Somebody else writes in a note while it is written here.
struct ForeignChangeTests {
  private func editor(_ text: String) -> NoteEditor { NoteEditor(.session("a"), text: text) }

  @Test("Undo takes back only what was typed here, whatever came before it, behind it or in its midst")
  func undo() {
    var editor = editor("one\n")
    _ = editor.insert("two\nthree\n", as: .whole)
    editor.adopt("zero\none\ntwo\nbetween\nthree\nfour\n")
    _ = editor.undo()
    #expect(editor.text.string == "zero\none\nbetween\nfour\n")
    _ = editor.redo()
    #expect(editor.text.string == "zero\none\ntwo\nbetween\nthree\nfour\n")
    editor.adopt("zero\ntwo\nbetween\nthree\nfour\n")
    _ = editor.undo()
    #expect(editor.text.string == "zero\nbetween\nfour\n")
    #expect(!editor.undoList.canUndo)
  }

  @Test("A step whose text somebody else has taken away goes, and those before it stay")
  func gone() {
    var editor = editor("")
    _ = editor.insert("first\n", as: .whole)
    _ = editor.insert("second\n", as: .whole)
    editor.adopt("first\nTHEIRS\n")
    _ = editor.undo()
    #expect(editor.text.string == "THEIRS\n")
    #expect(!editor.undoList.canUndo)
    var word = self.editor("the ")
    _ = word.insert("second", as: .whole)
    word.adopt("the something")
    #expect(!word.undoList.canUndo, "they share a letter, which is not the same")
  }

  @Test("What was undone is done again beside what somebody else has written meanwhile")
  func redo() {
    var editor = editor("one\n")
    _ = editor.insert("two\n", as: .whole)
    _ = editor.undo()
    editor.adopt("zero\none\nthree\n")
    _ = editor.redo()
    #expect(editor.text.string == "zero\none\nthree\ntwo\n")
  }

  @Test("In a random course undo takes back all of one's own and nothing else")
  func random() {
    var dice = Dice(seed: 5)
    for round in 0..<400 {
      var editor = editor("")
      var theirs: [String] = []
      for number in 0..<Int.random(in: 1...20, using: &dice) {
        if Bool.random(using: &dice) {
          // One's own lines, at any place.
          let letters = "o\(round)n\(number)"
          editor.caret = Int.random(in: 0...editor.text.count, using: &dice)
          // Not within a line: that would be another one then.
          if editor.caret > 0, editor.text[editor.caret - 1] != 0x0A { editor.caret = editor.text.count }
          _ = editor.insert(letters + "\n", as: .whole)
        } else {
          var lines = editor.text.string.split(separator: "\n").map(String.init)
          let line = "THEIRS \(number)"
          lines.insert(line, at: Int.random(in: 0...lines.count, using: &dice))
          theirs.append(line)
          editor.adopt(lines.map { $0 + "\n" }.joined())
        }
      }
      let whole = editor.text.string
      while editor.undoList.canUndo { _ = editor.undo() }
      let rest = editor.text.string.split(separator: "\n").map(String.init)
      #expect(rest.sorted() == theirs.sorted(), "round \(round): \(whole)")
      while editor.undoList.canRedo { _ = editor.redo() }
      #expect(editor.text.string == whole)
    }
  }

  @Test("The caret stays between the same letters, with a line that moves, and behind lines that are added at the end")
  func caret() {
    var editor = editor("one\ntwo\nthree")
    editor.caret = 5
    editor.adopt("zero\none\ntwo\nthree\nfour")
    #expect(editor.caret == 10)
    editor.adopt("two\nzero\none\nthree\nfour")
    #expect(editor.caret == 1)
    editor.adopt("twx\nzero\none\nthree\nfour")
    #expect(editor.caret == 1)
    var writing = self.editor("one\n")
    writing.adopt("one\ntwo\n")
    #expect(writing.caret == 8)
    _ = writing.insert("mine")
    #expect(writing.text.string == "one\ntwo\nmine")
    writing.adopt("one\ntwo\n\nmine\n")
    _ = writing.insert(" and on")
    #expect(writing.text.string == "one\ntwo\n\nmine and on\n")
  }

  @Test("Where somebody else writes in the empty line at the caret, what is typed gets a line of its own")
  func takenLine() {
    var editor = editor("one\n")
    editor.adopt("one\nt")
    editor.adopt("one\nth")
    #expect(editor.caret == 6)
    _ = editor.insert("m")
    _ = editor.insert("ine")
    #expect(editor.text.string == "one\nth\nmine")
    editor.adopt("one\ntheirs\nmine")
    _ = editor.insert("!")
    #expect(editor.text.string == "one\ntheirs\nmine!")
    var other = self.editor("one\n")
    other.adopt("one\ntheirs")
    _ = other.insert("\n")
    #expect(other.text.string == "one\ntheirs\n")
    other = self.editor("one\n")
    other.adopt("one\ntheirs")
    other.caret = 4
    _ = other.insert("of ")
    #expect(other.text.string == "one\nof theirs", "whoever has gone there writes there")
  }
}
