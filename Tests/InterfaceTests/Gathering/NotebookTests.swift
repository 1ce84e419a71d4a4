import Agenda
import Catalogue
import Cells
import Notes
import Testing

@testable import Interface

struct NotebookTests {
  private static let opening = """
    [09:02 +02:00] Full house
    - [ ] [09:31 +31:00] **Action (Zoë Müller):** send the list
      to all
    > We add it up — Ábel Ruiz

    - **Question:** who pays?
    """

  private func story(_ width: Int = 80, _ height: Int = 24, isASCII: Bool = false) throws -> Story {
    var story = try Story(width: width, height: height, isASCII: isASCII)
    story.send(
      .notes([
        .init(target: .session("courts"), text: "- [x] **Action:** book the room\n- **Decision:** one list\n"),
        .init(target: .session("opening"), text: Self.opening),
        .init(target: .meeting("geneva"), text: "Nine days"), .init(target: .document("note"), text: "- [ ] read on"),
        .init(target: .session("gone"), text: "still here", title: "Dinner talk"),
        .init(target: .session("never known"), text: "kept"), .init(target: .session("board"), text: " \n"),
      ]))
    return story
  }

  private func texts(_ story: Story) -> [String] {
    guard let book = story.allNotes?.list else { return [] }
    return book.rows.map { $0.line?.text ?? "# " + book.notes[$0.note].title }
  }

  @Test("They stand in the order of time, then meetings, documents and what is gone, each line and mark once")
  func order() throws {
    var story = try story()
    story.press("a")
    #expect(
      texts(story) == [
        "# Welcome and Introductions", "[09:02 +02:00] Full house", "send the list to all", "We add it up", "who pays?",
        "# Courts before election day", "book the room", "one list", "# Workshop on treaty bodies", "Nine days",
        "# Concept note",
        "read on", "# Dinner talk", "still here", "# never known", "kept",
      ], "\(texts(story))")
    #expect(story.shows("[ ] Zoë Müller: send the list to all") && story.shows("09:31"))
    #expect(story.shows("\"  Ábel Ruiz: We add it up") && story.shows("?  who pays?"))
    #expect(story.shows("6 notes") && story.shows("Actions 3") && story.shows("Decisions 1") && story.shows("Quotes 1"))
    story.press(.escape)
    #expect(!story.shows("6 notes"))
  }

  @Test("It opens at the note on what is read, and the keys of lists move in it")
  func moving() throws {
    var story = try story()
    story.press("a")
    #expect(story.allNotes?.list.selectedRow?.line?.text == "[09:02 +02:00] Full house")
    story.press("j", .down)
    #expect(story.allNotes?.list.selectedMark?.text == "We add it up")
    story.press("j", "j")
    #expect(story.allNotes?.list.selectedMark?.text == "book the room", "headings are passed over")
    story.press("k")
    #expect(story.allNotes?.list.selectedMark?.text == "who pays?")
    story.press("G")
    #expect(story.allNotes?.list.selectedRow?.line?.text == "kept")
    story.press("j", .pageDown, .pageUp, "g", "k")
    #expect(story.allNotes?.list.selectedRow?.line?.text == "[09:02 +02:00] Full house")
  }

  @Test("Marks, a day, a person and words each narrow it, together too, and f c shows all again")
  func filters() throws {
    var story = try story()
    story.press("A")
    #expect(
      texts(story) == [
        "# Welcome and Introductions", "send the list to all", "# Courts before election day", "book the room",
        "# Concept note", "read on",
      ])
    story.press(.backtab)
    #expect(story.allNotes?.list.kind == nil)
    story.press(.tab, .tab)
    #expect(texts(story) == ["# Courts before election day", "one list"])
    story.press("f", "c", "]")
    #expect(story.allNotes?.list.day == 0 && texts(story).isEmpty && story.shows("No note has all of this"))
    story.press("]")
    #expect(texts(story).first == "# Welcome and Introductions" && story.shows("Monday 4 December 2017"))
    story.press("[", "[")
    #expect(story.allNotes?.list.day == nil)
    story.press("f", "p")
    #expect(story.shows("Show only what is marked with"))
    story.type("zoe")
    story.press(.enter)
    #expect(texts(story) == ["# Welcome and Introductions", "send the list to all"])
    story.press("f", "c", "/")
    story.type("LIST")
    #expect(
      texts(story) == [
        "# Welcome and Introductions", "send the list to all", "# Courts before election day", "one list",
      ])
    story.press(.enter, "f", "k")
    story.type("deci")
    story.press(.enter)
    #expect(texts(story) == ["# Courts before election day", "one list"])
    #expect(story.shows("“LIST”"))
    story.press("/")
    #expect(story.app.stack.mode == .typing)
    story.press(.escape)
    #expect(story.allNotes?.list.words.editor.text == "" && story.allNotes?.isTyping == false)
  }

  @Test("Enter goes to the line in its note, and Esc comes back")
  func going() throws {
    var story = try story()
    story.press("A", .down, .enter)
    #expect(story.allNotes == nil && story.selected == "courts" && story.app.stack.desk.focus == .notes)
    story.press(.escape)
    #expect(story.selected == "opening")
    story.press("a", "G", .enter)
    #expect(
      story.allNotes != nil
        && story.message == "What this note is about is not in the agenda any more; the note stays here")
    story.press("f", "c", "/")
    story.type("nine days")
    story.press(.enter, .enter)
    #expect(story.allNotes == nil && story.background.open == .meeting("geneva"))
  }

  @Test("e opens the note with the caret on the line that was chosen")
  func writingThere() throws {
    var story = try story()
    story.press("a", "j", "j", "e")
    #expect(story.effects == [.openNote(.session("opening"))])
    story.send(.noteOpened(.session("opening"), Self.opening))
    let editor = try #require(story.editor)
    #expect(editor.text.string(in: 0..<editor.caret).hasSuffix("> We add it up — Ábel Ruiz"))
    story.press(.escape, "a", "G", "e")
    #expect(
      story.editor == nil
        && story.message == "What this note is about is not in the agenda any more; the note stays here")
  }

  @Test("The kinds of marks are whole on a narrow screen", arguments: [(34, 8), (30, 8), (22, 6), (20, 5)])
  func narrowKinds(width: Int, height: Int) throws {
    var story = try story(width, height)
    story.press("a")
    let kinds = story.lines[1].split(separator: " ").filter { Int($0) == nil }.joined(separator: " ")
    #expect(["All Act Dec Que Quo", "All [ ] = ? \""].contains(kinds), "\(story.screen)")
  }

  @Test("In a long note the line itself is to be seen")
  func goingFar() throws {
    var story = try Story()
    let text = (1...80).map { "line **number** \($0) of them" }.joined(separator: "\n\n") + "\n\n- [ ] the *last* one\n"
    story.send(.notes([.init(target: .session("opening"), text: text)]))
    story.press("A", .enter)
    #expect(story.shows("the last one") && !story.shows("number 1 of"))
  }

  @Test("Notes that come and go under it leave a selection")
  func changing() throws {
    var story = try story()
    story.press("a", "G")
    story.send(.notes([.init(target: .session("opening"), text: "only this")]))
    #expect(story.allNotes?.list.selectedRow?.line?.text == "only this")
    story.send(.notes([]))
    #expect(story.allNotes?.list.selectedRow == nil && story.failures == [])
    story.press("j", "k", "G", "g", .enter, "x", "y", "e")
  }

  @Test("x ticks what can be ticked, and nothing else")
  func ticking() throws {
    var story = try story()
    story.press("A", "x")
    guard case .tick(.session("opening"), let mark)? = story.effects.last else {
      Issue.record("\(story.effects)")
      return
    }
    #expect(mark.text == "send the list to all" && mark.tick?.inserted == "x")
    story.effects = []
    story.send(.noteOpened(.session("opening"), Self.opening.replacing("[ ]", with: "[x]")))
    #expect(story.shows("[x] Zoë Müller") && story.allNotes?.list.selectedMark?.isTicked == true)
    story.press(.tab, "x")
    #expect(
      story.effects == [.bell] && story.message == "Only actions and questions can be ticked: A shows all actions")
    story.press(.escape, ":")
    story.type("tick an action")
    story.press(.enter)
    #expect(story.message == "Only actions and questions can be ticked: A shows all actions")
  }

  @Test("R asks for a report, where there is anything to report")
  func report() throws {
    var story = try story()
    story.press("a", "R")
    #expect(story.effects == [.writeReport] && story.allNotes != nil)
    story.send(.reportWritten("/home/j/n/r.md", shown: "~/n/r.md"))
    #expect(story.status.contains("Written: r.md, its path copied; in ~/n"))
    #expect(story.effects.last == .offerCopy("/home/j/n/r.md"))
    var empty = try Story()
    empty.press("R", "a")
    #expect(!empty.effects.contains(.writeReport))
    #expect(empty.shows("There are no notes yet"))
    empty.press("j", "k", "G", "x", .enter, "]", .tab)
  }

  @Test("Other commands close it and do what they do")
  func others() throws {
    var story = try story()
    story.press("a", "2")
    #expect(story.allNotes == nil && story.app.stack.desk.focus == .session)
    story.press("a", "q")
    #expect(story.effects == [.quit])
    story.press("?")
    story.type("all actions")
    story.press(.enter)
    #expect(story.allNotes?.list.kind == .action)
  }

  @Test("A click selects a line or a kind of mark, a double click goes there, one beside it closes it")
  func mouse() throws {
    var story = try story()
    story.press("a")
    story.click("book the room")
    #expect(story.allNotes?.list.selectedMark?.text == "book the room")
    story.click("Decisions")
    #expect(story.allNotes?.list.kind == .decision)
    story.click("one list", .doubleClick)
    #expect(story.allNotes == nil && story.selected == "courts")
    story.press("a")
    story.mouse(.click, 3, 0)
    #expect(story.allNotes == nil)
  }

  @Test(
    "It fits every screen, and nothing stands outside its box",
    arguments: [(80, 24), (160, 48), (40, 12), (60, 12), (20, 5)])
  func sizes(width: Int, height: Int) throws {
    for isASCII in [false, true] {
      var story = try story(width, height, isASCII: isASCII)
      story.press("a")
      for _ in 0..<12 {
        #expect(story.failures == [], "\(story.screen)")
        story.press("j")
      }
      if height > 5 {
        let selected = try #require(story.allNotes?.list.selectedRow?.line?.text)
        #expect(story.shows("kept") && selected == "kept", "\(story.screen)")
      }
    }
  }

  @Test("The agenda's border counts the day's sessions with notes")
  func counts() throws {
    let story = try story()
    #expect(story.shows("•2 "))
  }

  @Test("A note of a megabyte is gathered, and only when notes or filters change")
  func large() throws {
    var story = try Story()
    let text = String(repeating: "- [ ] **Action (Zoë):** do something about it\nand an ordinary line\n", count: 15_000)
    story.send(.notes([.init(target: .session("opening"), text: text)]))
    story.press("a")
    #expect(story.allNotes?.list.rows.count == 30_001)
    let lines = story.allNotes?.list.layouts
    story.press("j", "G", "k")
    #expect(story.allNotes?.list.layouts == lines)
  }
}
