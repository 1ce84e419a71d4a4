import Agenda
import Cells
import Messages
import Testing

@testable import Interface

struct BoxesTests {
  @Test("The palette is narrowed by typing and runs what is selected")
  func palette() throws {
    var story = try Story()
    story.press(":")
    #expect(story.shows("All commands"))
    story.type("panel whole")
    #expect(story.shows("Give this panel the whole screen"))
    #expect(!story.shows("Go to the agenda"))
    story.press(.enter)
    #expect(story.app.stack.desk.isZoomed)
    story.press(.control("p"))
    story.type("no such thing")
    #expect(story.shows("Nothing has these words."))
    story.press(.enter)
    #expect(story.box == nil)
  }

  @Test("What is typed finds a person with or without the accents, and a key by its sign")
  func folding() throws {
    for words in ["zoe", "ZOË mul", "Mu\u{308}ller", "陳"] {
      var story = try Story()
      story.press("f", "p")
      story.type(words)
      let box = try #require(story.box as? ChooserView)
      #expect(box.choices.map(\.text) == [.data(words == "陳" ? "陳美玲" : "Zoë Müller")], "\(words)")
    }
    var story = try Story()
    story.press("?")
    story.type("ctrl-l")
    #expect(story.shows("Draw the screen anew"))
    story.press(.control("u"), "*")
    #expect(story.shows("Star this session"))
    #expect(!story.shows("Go to the agenda"))
  }

  @Test("Help lists every command under its heading with its keys, and runs the line")
  func help() throws {
    var story = try Story(height: 24)
    story.press("?")
    #expect(story.shows("Keys here"))
    story.type("tuesday nothing")
    story.press(.control("u"))
    story.type("next day")
    story.press(.enter)
    #expect(story.title.contains("[Tue 5]"))
  }

  @Test("Every line of help can be brought into sight, what terminals keep at its end too", arguments: sizes)
  func helpToItsEnd(width: Int, height: Int) throws {
    var story = try Story(width: width, height: height)
    story.press(.function(1))
    for _ in 0..<200 { story.press(.down) }
    story.check("at the end of help")
    #expect(story.shows("Ctrl-G"))
    for _ in 0..<200 { story.press(.up) }
    #expect(height < 8 || story.shows("Keys here"))
    story.press(.end)
    #expect(story.shows("Ctrl-G"))
    story.press(.home)
    #expect(!story.shows("Ctrl-G") && (height < 8 || story.shows("Keys here")))
    story.press(.end, .escape)
    #expect(story.box == nil)
  }

  @Test("Home and End go to the ends of the typed line first, then to those of the list")
  func ends() throws {
    var story = try Story()
    story.press(":")
    story.type("go to")
    let count = (story.box as? ChooserView)?.choices.count ?? 0
    story.press(.end)
    #expect((story.box as? ChooserView)?.list.selected == count - 1)
    story.press(.home)
    #expect((story.box as? ChooserView)?.list.selected == count - 1)
    story.press(.home)
    #expect((story.box as? ChooserView)?.list.selected == 0)
  }

  @Test("Help begins with the keys of the view that it is called from, each command once")
  func helpOfView() throws {
    for (way, own) in [
      ([], "Show only one kind"), (["v"], "Move to the room at the left"), (["P"], "Add an entry of your own"),
      (["3"], "Read the selected row"), (["a"], "Search"),
    ] as [([Key], String)] {
      var story = try Story(height: 60)
      for key in way { story.press(key) }
      story.press(.function(1))
      let lines = story.lines.drop { !$0.contains("Keys here") }
      let next = lines.dropFirst().firstIndex { $0.contains(" Moving ") || $0.contains(" Reading ") } ?? lines.endIndex
      #expect(lines[..<next].contains { $0.contains(own) }, "\(way)\n\(story.screen)")
      let box = try #require(story.box as? ChooserView)
      let texts = box.choices.filter { !$0.isHeading && !$0.outcomes.isEmpty }.map(\.text)
      #expect(Set(texts).count == texts.count, "\(way)")
    }
  }

  @Test("A name that other programs have for a command runs it from the palette", arguments: ["q", "quit", "q!", "wq"])
  func names(typed: String) throws {
    var story = try Story()
    story.press(":")
    story.type(typed)
    story.press(.enter)
    #expect(story.effects == [.quit])
  }

  @Test("In the palette what cannot run now stands last")
  func disabledLast() throws {
    var story = try Story()
    story.press(":")
    let box = try #require(story.box as? ChooserView)
    let isDisabled = box.choices.map { $0.reason != nil }
    #expect(isDisabled.contains(true) && isDisabled == isDisabled.filter { !$0 } + isDisabled.filter { $0 })
  }

  @Test("A sign's line in help can be selected and runs nothing")
  func signs() throws {
    var story = try Story()
    story.press("?")
    story.type("tentative")
    story.press(.enter)
    #expect(story.box != nil)
    #expect(story.effects.isEmpty)
  }

  @Test("Every box keeps its border and shows its selection", arguments: sizes)
  func borders(width: Int, height: Int) throws {
    for way: [Key] in [[":"], ["?"], ["/"], ["f", "k"], ["f", "p"], ["2", "o"], ["f"]] {
      for agenda in [Sample.agenda(), Sample.scripts()] {
        var story = try Story(agenda, width: width, height: height)
        for key in way { story.press(key) }
        story.check("\(way.map(\.name))")
        for key in [Key.down, .pageDown, .pageDown, .pageDown] {
          story.press(key)
          guard story.box != nil, way != ["/"] else { break }
          let screen = story.screen
          #expect(screen.contains(">"), "\(way.map(\.name)) at \(width)x\(height)\n\(screen)")
          story.check("\(way.map(\.name))")
        }
      }
    }
  }

  @Test("The typed line is edited as a shell's prompt is")
  func editing() throws {
    var editor = LineEditor("treaty bodies")
    func take(_ keys: Key...) { for key in keys { _ = editor.edit(key) } }
    take(.control("w"))
    #expect(editor.text == "treaty ")
    take(.home, .delete, "T", .right, .backspace)
    #expect(editor.text == "Teaty ")
    take(.end, .backspace, .left, .control("k"))
    #expect(editor.text == "Teat")
    take(.control("u"))
    #expect(editor.text == "")
    take(.backspace, .delete, .control("w"), .control("k"), .left, .right)
    #expect(editor.text == "" && editor.caret == 0)
    let isTaken = editor.edit(.function(5))
    #expect(!isTaken)
    editor.insert(String(repeating: "x", count: 1_000))
    #expect(editor.characters.count == LineEditor.limit)
  }
}
