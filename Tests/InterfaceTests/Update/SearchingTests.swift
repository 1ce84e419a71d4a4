import Agenda
import Catalogue
import Cells
import Testing

@testable import Interface

struct SearchingTests {
  @Test("Hits come as one types, with their context, and Enter jumps with the words marked")
  func search() throws {
    var story = try Story()
    story.find("civic sp")
    #expect(story.shows("3 found"))
    #expect(story.shows("Closing civic space"))
    #expect(story.shows("Workshop on treaty bodies"))
    story.press(.enter)
    #expect(story.selected == "civic")
    #expect(story.app.stack.desk.focus == .session)
    #expect(story.message == "Place 1 of 3")
    #expect(story.sessionPage.matchLines == [0])
  }

  @Test("Accents and case do not matter")
  func folding() throws {
    var story = try Story()
    story.find("ZOE muller chair")
    story.press(.enter)
    #expect(story.selected == "opening")
  }

  @Test("n and N go through the places of a page, on to the next page, and round the ends")
  func nextAndPrevious() throws {
    var story = try Story()
    story.find("civic space")
    story.press(.enter, "n")
    var seen: [Panel] = [story.app.stack.desk.focus]
    for _ in 0..<40 where story.app.stack.desk.focus != .session {
      story.press("n")
      if seen.last != story.app.stack.desk.focus { seen.append(story.app.stack.desk.focus) }
    }
    #expect(Set(seen) == [.background, .documents, .session])
    #expect(story.message == "Back at the first place found")
    story.press("N")
    #expect(story.message == "At the last place found")
    #expect(story.app.stack.desk.focus != .session)
    story.press("n")
    #expect(story.selected == "civic")
    story.check("after going round")
  }

  @Test("n goes on from the same place after the width has changed")
  func resized() throws {
    var story = try Story()
    story.find("paragraph")
    story.press(.enter, "n", "n", "n")
    #expect(story.documentsPage.content.lines.count > 30)
    let line = try #require(story.documentsPage.currentMatch)
    let words = try #require(story.documentsPage.line(line)?.plain.prefix(20))
    story.resize(70, 24)
    story.resize(80, 24)
    #expect(story.documentsPage.currentMatch == line)
    story.press("N", "n")
    #expect(story.documentsPage.currentMatch == line)
    #expect(story.shows(String(words)))
  }

  @Test("Without hits it says so, and Enter leaves with the reason")
  func nothing() throws {
    var story = try Story()
    story.find("xyzzy")
    #expect(story.shows("Nothing found"))
    story.press(.enter)
    #expect(story.box == nil)
    #expect(story.message == "Nothing found for “xyzzy”")
    story.press("/", .enter)
    #expect(story.message == nil)
  }

  @Test(
    "Nothing that is typed is syntax or does harm",
    arguments: [
      "\"", "'; DROP TABLE page; --", "a* OR b", "NEAR(", "((((", "title:x", "^a", "%_", "\u{0}", "\u{202E}abc",
      "e\u{301}\u{301}\u{301}", "👨‍👩‍👧‍👦", "選舉", "-", "a-b-c",
    ])
  func hostile(text: String) throws {
    var story = try Story()
    story.find(text)
    story.check(text)
    story.press(.down, .down, .enter, "n", "N")
    story.check(text)
  }

  @Test("A long input stays inside its line, with the caret to be seen")
  func longInput() throws {
    for (width, height) in sizes {
      var story = try Story(width: width, height: height)
      story.press("/")
      story.paste(String(repeating: "選a", count: 5_000))
      story.check("long input at \(width)x\(height)")
      story.press(.home)
      story.check("long input from its beginning")
      let cursor = try #require(story.picture.cursor)
      #expect(story.lines[cursor.y].contains("Find: 選a") || width < 30)
    }
  }

  @Test("A letter under a heap of marks and a huge paste are cut, and cost next to nothing")
  func heaps() throws {
    for text in ["e" + String(repeating: "\u{301}", count: 100_000), String(repeating: "civic space ", count: 90_000)] {
      var story = try Story()
      story.press("/")
      let time = ContinuousClock().measure {
        story.paste(text)
        story.press("x")
        _ = story.picture
      }
      #expect(story.box != nil)
      let box = try #require(story.box as? SearchView)
      #expect(box.input.editor.text.utf8.count <= 4_000)
      #expect(time < .milliseconds(500))
    }
  }

  @Test("A note is found, and opens beside its page, whatever the width", arguments: [(80, 24), (160, 48), (40, 12)])
  func notes(width: Int, height: Int) throws {
    var story = try Story(width: width, height: height)
    story.send(
      .notes([
        .init(target: .meeting("geneva"), text: "Ask about the *ombudsman*."),
        .init(target: .session("coffee"), text: "Talk to Ábel"),
      ]))
    story.find("ombuds")
    #expect(story.shows("Note on "))
    story.press(.enter)
    #expect(story.app.stack.desk.focus == .notes)
    #expect(story.shows("Ask about the ombudsman."))
    story.press("1", "j")
    #expect(story.shows("• "))
    story.press("5")
    #expect(story.shows("Talk to Ábel"))
  }

  @Test("Esc comes back to where the search began")
  func back() throws {
    var story = try Story()
    story.press("j", "j", .enter, "j", "j")
    let before = story.screen
    story.find("eighty")
    story.press(.enter)
    #expect(story.background.open == .meeting("launch"))
    story.press(.escape)
    #expect(story.screen == before)
  }

  @Test("A word with a letter wrong finds, and it is said what was taken for it")
  func letterWrong() throws {
    var story = try Story()
    story.find("welcme")
    #expect(story.shows("Nothing says “welcme”; shown is “Welcome”"))
    story.press(.enter)
    #expect(story.selected == "opening")
    #expect(story.sessionPage.matchLines.first == 0, "the word that was found is marked")
    story.find("elections welcmoe")
    #expect(story.shows("Nothing says “welcmoe”"))
  }

  @Test("Where nothing is found the words are said back with what is nearest")
  func saidBack() throws {
    var story = try Story()
    story.find("introdcutiosn")
    #expect(story.shows("Nothing says “introdcutiosn”; nearest: “introductions”"))
    story.press(.control("u"))
    story.type("welcome coffee")
    #expect(story.shows("Nothing has all of these words: “welcome”, “coffee”"))
  }

  @Test("Rooms, people, days and tracks narrow, several together, and without a word list what there is")
  func narrowing() throws {
    var story = try Story()
    func found() -> [Session.ID] { (story.box as? SearchView)?.hits.compactMap(\.session) ?? [] }
    func type(_ text: String) {
      story.press(.control("u"))
      story.type(text)
    }
    story.press("/")
    type(":room main")
    #expect(story.shows("Only Main Hall") && found().count > 1)
    let all = found()
    type(":room main :day tue")
    #expect(story.shows("Only Main Hall, Tue 5") && Set(found()).isSubset(of: all) && found().contains("civic"))
    type(":r main :d 5 clos")
    #expect(found() == ["civic"])
    type(":person zoë")
    #expect(story.shows("Only Zoë Müller") && found().contains("opening"))
    type(":person zoe muller welcome")
    #expect(found() == ["opening"])
    type(":day today welcome")
    #expect(story.shows("Only Mon 4") && found() == ["opening"])
    type(":day 2")
    #expect(story.shows("Only Mon 4"))
    type(":room \"main hall\" welcome")
    #expect(found() == ["opening"])
  }

  @Test("A value that there is not is said with the nearest, and what is still to be typed with what is missing")
  func unknownValues() throws {
    var story = try Story()
    story.find(":room mian")
    #expect(story.shows("No room is called “mian”; nearest: Main Hall") && story.shows("Nothing found"))
    story.press(.control("u"))
    story.type(":person")
    #expect(story.shows("Behind :person comes the name of a person"))
    story.press(.control("u"))
    story.type(":colour red")
    #expect(story.shows("“:colour” does not narrow; these do: :room, :person, :day, :track"))
    for text in [":", "::", ": x", ":room :room", ":room \"", ":day \" \"", ":day 99", ":track \u{0}", ":person :"] {
      story.press(.control("u"))
      story.type(text)
      story.check(text)
    }
  }

  @Test("What is over comes last")
  func overLast() throws {
    var story = try Story(at: Sample.at(5, 8))
    story.find("a")
    let sessions = (story.box as? SearchView)?.hits.compactMap(\.session) ?? []
    let over = sessions.map { (story.app.world.catalogue.sessionRow($0)?.start ?? Sample.at(5, 8)) < Sample.at(5, 8) }
    #expect(over.contains(true) && over.contains(false))
    #expect(over == over.filter { !$0 } + over.filter { $0 })
  }
}
