import Agenda
import Catalogue
import Cells
import Messages
import Testing

@testable import Interface

/// Another version of the agenda under a reader.
struct ReplacingTests {
  private static func catalogue(_ agenda: Agenda) throws -> Catalogue {
    try Catalogue.compile(agenda, problemCount: 0, languages: ["en"])
  }

  private static func changed(_ change: (inout Agenda) -> Void) throws -> Catalogue {
    var agenda = Sample.agenda()
    change(&agenda)
    return try catalogue(agenda)
  }

  /// Gives a session another identifier, and says so.
  private static func renumbered(_ agenda: inout Agenda, _ id: Session.ID, start: Instant? = nil) {
    guard let index = agenda.sessions.firstIndex(where: { $0.id == id }) else { return }
    let old = agenda.sessions[index]
    var new = Session(id: "new-\(id)", title: old.title, start: start ?? old.start)
    (new.end, new.room, new.people) = (old.end, old.room, old.people)
    agenda.sessions[index] = new
  }

  private static func successor(_ subject: Subject) -> Subject? {
    subject == .session("treaty") ? .session("new-treaty") : subject
  }

  @Test("The selection follows a session that has moved to another day under another identifier")
  func followed() throws {
    var story = try Story(starred: ["treaty"])
    story.press("j", "j")
    #expect(story.selected == "treaty")
    let next = try Self.changed { Self.renumbered(&$0, "treaty", start: Sample.at(5, 11)) }
    story.app.replace(next, plan: .of(["new-treaty"]), following: Self.successor)
    #expect(story.selected == "new-treaty" && story.title.contains("[Tue 5]"))
    #expect(story.app.world.stars.starred == ["new-treaty"])
    story.check("after a move")
  }

  @Test("Where the selected session is gone, the next one by time is selected")
  func gone() throws {
    var story = try Story()
    story.press("j", "j")
    story.app.replace(try Self.changed { $0.sessions.removeAll { $0.id == "treaty" } })
    #expect(story.selected == "courts")
  }

  @Test("A filter keeps its room, its track and its person by their names")
  func filters() throws {
    for (keys, words) in [("fr", "Blue"), ("ft", "Law"), ("fp", "Zoë")] {
      var story = try Story()
      story.type(keys)
      story.type(words)
      story.press(.enter)
      let before = story.app.world.programme.rows.map(\.title)
      #expect(story.app.world.programme.isFiltered)
      let next = try Self.changed { agenda in
        agenda.rooms = agenda.rooms.reversed().map { Room(id: "r-\($0.id)", name: $0.name) }
        agenda.tracks = agenda.tracks.map { Track(id: "t-\($0.id)", name: $0.name, color: $0.color) }
        agenda.people = agenda.people.map { Person(id: "p-\($0.id)", name: $0.name) }
        for index in agenda.sessions.indices {
          agenda.sessions[index].room = agenda.sessions[index].room.map { "r-\($0)" }
          agenda.sessions[index].track = agenda.sessions[index].track.map { "t-\($0)" }
          for part in agenda.sessions[index].people.indices {
            agenda.sessions[index].people[part].person = "p-" + agenda.sessions[index].people[part].person
          }
          agenda.sessions[index].items = []
        }
      }
      story.app.replace(next)
      #expect(story.app.world.programme.isFiltered && story.app.world.programme.rows.map(\.title) == before, "\(words)")
    }
  }

  @Test("The way back is still there, and so are the words that were searched for")
  func wayBack() throws {
    var story = try Story()
    story.find("calendar")
    story.press(.enter)
    let place = story.message
    story.press("4")
    story.app.replace(
      try Self.changed { $0.sessions.insert(Sample.session("early", "Early birds", Sample.at(4, 7)), at: 0) })
    #expect(story.app.world.trail?.question.words == "calendar")
    story.press("n")
    #expect(story.message != nil && place != nil)
    story.press(.escape)
    #expect(story.selected == "opening", "where the search was begun")
  }

  @Test("What is typed into the box of search is searched for in the new version")
  func searching() throws {
    var story = try Story()
    story.find("early")
    #expect(story.shows("Nothing found"))
    story.app.replace(
      try Self.changed { $0.sessions.insert(Sample.session("early", "Early birds", Sample.at(4, 7)), at: 0) })
    #expect(story.shows("1 found") && story.shows("Early birds"))
  }

  @Test("A note that is being written stays open when its session goes, with its caret and its undo")
  func note() throws {
    var story = try WritingStory.writing()
    story.type("three states")
    let next = try Self.changed { $0.sessions.removeAll { $0.id == "opening" } }
    story.story.app.replace(next)
    story.type(" answered")
    #expect(story.kept[.session("opening")] == Array("three states answered".utf8))
    story.press(.alt("u"))
    #expect(story.kept[.session("opening")] == Array("three states ".utf8))
    story.press(.escape)
    #expect(!story.story.app.stack.desk.isWriting && story.story.selected == "coffee")
    story.story.check("after a note on what is gone")
  }

  @Test("A broken version says so, gives its reasons for a key, and is forgotten with the next sound one")
  func broken() throws {
    var story = try Story()
    story.send(.agendaBroken([.data("agenda.json:7: found nothing")]))
    #expect(story.message?.contains("cannot be used: ! says why") == true)
    story.press("j")
    #expect(story.status.contains("! says why"))
    story.press("!")
    #expect(story.shows("agenda.json:7: found nothing"))
    story.press(.escape)
    story.app.replace(try Self.changed { _ in })
    #expect(!story.status.contains("! says why"))
    story.press("!")
    #expect(story.message == "What is shown is what the files hold")
  }

  @Test("Nothing is said while letters come, and then it is")
  func quiet() throws {
    var story = try WritingStory.writing()
    story.type("abc")
    story.send(.agendaBroken([.data("x")]))
    #expect(story.story.message == nil)
    story.send(.pause)
    #expect(story.story.message != nil)
  }
}
