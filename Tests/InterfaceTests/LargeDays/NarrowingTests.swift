import Agenda
import Catalogue
import Cells
import Notes
import Testing

@testable import Interface

/// A day is narrowed by time, language, type, building and more, all of it together.
struct NarrowingTests {
  private func agenda() -> Agenda {
    var agenda = Agenda(conference: Sample.conference("Filters"))
    agenda.rooms = [
      Room(id: "k1", name: Text("K.1.105")), Room(id: "k2", name: Text("K.2.1")), Room(id: "h", name: Text("H.1301")),
    ]
    func add(_ id: String, _ hour: Int, _ room: String, _ change: (inout Session) -> Void) {
      agenda.sessions.append(
        Sample.session(id, "Session \(id)", Sample.at(4, hour), Sample.at(4, hour + 1)) {
          $0.room = room
          change(&$0)
        })
    }
    add("a", 9, "k1") { ($0.language, $0.type, $0.isRecorded) = ("en", Text("Talk"), true) }
    add("b", 10, "k2") { ($0.language, $0.type, $0.isRecorded) = ("de", Text("DJ set"), false) }
    add("c", 11, "h") { ($0.language, $0.type) = ("en", Text("Talk")) }
    add("d", 15, "k1") { $0.language = "de" }
    agenda.sessions.append(Sample.session("night", "Night", Sample.at(5, 1), Sample.at(5, 2)) { $0.room = "h" })
    return agenda
  }

  private func ids(_ story: Story) -> [Session.ID] { story.app.world.programme.rows.map(\.id) }

  @Test(
    "Language, type, building and recording are chosen from what the agenda has, with counts",
    arguments: [
      ("l", "de", ["b", "d"]), ("y", "talk", ["a", "c"]), ("b", "K", ["a", "b", "d"]), ("v", "not", ["b"]),
    ] as [(Key, String, [String])])
  func facets(key: Key, typed: String, expected: [String]) throws {
    var story = try Story(agenda(), at: Sample.at(4, 9, 10))
    story.press("f", key)
    story.type(typed)
    #expect(story.lines.contains { $0.contains(" \(expected.count) │") }, "\(story.screen)")
    story.press(.enter)
    #expect(ids(story) == expected)
    story.press("f", "x")
    #expect(ids(story).count == 5, "the only filter is taken off at once")
  }

  @Test("Filters hold together, are named in the border, and are taken off one by one")
  func together() throws {
    var story = try Story(agenda(), width: 160, at: Sample.at(4, 9, 10))
    story.press("f", "b")
    story.type("k")
    story.press(.enter, "f", "l")
    story.type("de")
    story.press(.enter)
    #expect(ids(story) == ["b", "d"])
    #expect(story.lines[1].contains("only building K, de, f c clears"), "\(story.screen)")
    story.press("f", "x")
    #expect(story.lines.contains { $0.contains("Without “building K”") && $0.contains(" 2 ") }, "\(story.screen)")
    story.type("de")
    story.press(.enter)
    #expect(ids(story) == ["a", "b", "d"])
    story.press("f", "c")
    #expect(ids(story).count == 5)
  }

  @Test("An empty list says which of the filters empties it")
  func empty() throws {
    var story = try Story(agenda(), width: 160, at: Sample.at(4, 9, 10))
    story.press("f", "b")
    story.type("h")
    story.press(.enter, "f", "v")
    story.press(.escape)
    story.press("f", "l")
    story.type("en")
    story.press(.enter, "f", "s")
    #expect(story.shows("No session of this day passes the filter."), "\(story.screen)")
    #expect(story.shows("Without “starred”: 1 session"), "\(story.screen)")
    #expect(!story.shows("Without “en”"), "it alone empties nothing")
    #expect(story.shows("f x takes one off, f c all."), "\(story.screen)")
  }

  @Test("From a time on, what goes on then or begins later is shown; small hours are the end of the day")
  func fromTime() throws {
    var story = try Story(agenda(), at: Sample.at(4, 9, 10))
    story.press("T")
    story.type("10.30")
    story.press(.enter)
    #expect(ids(story) == ["b", "c", "d", "night"], "\(story.screen)")
    #expect(story.status.contains("Only from 10:30"), "\(story.screen)")
    story.press("T")
    story.type("1am")
    story.press(.enter)
    #expect(ids(story) == ["night"], "\(story.screen)")
    story.press("T")
    story.type("25")
    story.press(.enter)
    #expect(story.shows("“25” is no time"), "\(story.screen)")
  }

  @Test("What is on now, and what is still to come, follow the clock")
  func moment() throws {
    var story = try Story(agenda(), at: Sample.at(4, 9, 10))
    story.press("f", "n")
    #expect(ids(story) == ["a"])
    story.wait(until: Sample.at(4, 10))
    #expect(ids(story) == ["b"], "\(story.screen)")
    story.press("T")
    story.type("later")
    story.press(.enter)
    #expect(ids(story) == ["c", "d", "night"])
    story.wait(until: Sample.at(4, 11))
    #expect(ids(story) == ["d", "night"])
  }

  @Test("What is starred is shown in all grades or in one")
  func grades() throws {
    var story = try Story(agenda(), at: Sample.at(4, 9, 10))
    story.press("*", .down, "*", "*", .down, "+", "f", "g")
    story.type("maybe")
    story.press(.enter)
    #expect(ids(story) == ["b"], "\(story.screen)")
    story.press("f", "g")
    story.type("later")
    story.press(.enter)
    #expect(ids(story) == ["c"])
    story.press("f", "c", "f", "s")
    #expect(ids(story) == ["a", "b", "c"])
  }

  @Test("A time is understood as people write it")
  func typed() {
    let minutes = [
      "15": 900, "15:00": 900, "15.30": 930, "15h30": 930, "15h": 900, "1530": 930, "3pm": 900, "3:30 pm": 930,
      "12am": 0, "12 pm": 720, "3 p.m.": 900, "noon": 720, "9": 540, "09:05": 545, "905": 545,
    ]
    for (text, minute) in minutes { #expect(TypedTime.second(of: text) == minute * 60, "\(text)") }
    for text in ["", "24", "15:60", "13pm", "0am", "x", "15:", "15:5", "-3", "99999", "3pmx", "١٥"] {
      #expect(TypedTime.second(of: text) == nil, "\(text)")
    }
  }

  @Test("A session's page names type and language, and whether it is recorded")
  func page() throws {
    let story = try Story(agenda(), at: Sample.at(4, 9, 10))
    #expect(story.shows("Talk · Recorded") && story.shows("Language: en"), "\(story.screen)")
  }
}
