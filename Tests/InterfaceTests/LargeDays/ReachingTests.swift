import Agenda
import Cells
import Testing

@testable import Interface

/// From a session to its people and to what is like it; from room to room of the timetable.
struct ReachingTests {
  private func agenda() -> Agenda {
    var agenda = Agenda(conference: Sample.conference("Reaching"))
    agenda.rooms = (0..<12).map { Room(id: "r\($0)", name: Text("Room \($0)")) }
    agenda.tracks = [Track(id: "media", name: Text("Media")), Track(id: "web", name: Text("Web"))]
    agenda.people = [Person(id: "ann", name: Text("Ann Zulu")), Person(id: "bob", name: Text("Bob Alpha"))]
    func add(_ id: String, _ title: String, _ hour: Int, _ room: Int, _ change: (inout Session) -> Void = { _ in }) {
      agenda.sessions.append(
        Sample.session(id, title, Sample.at(4, hour), Sample.at(4, hour + 1)) {
          $0.room = "r\(room)"
          change(&$0)
        })
    }
    add("webrtc", "WebRTC in GStreamer", 9, 0) { ($0.track, $0.people) = ("media", [.init(person: "ann")]) }
    add("pipes", "Pipes of GStreamer", 11, 1) { $0.track = "media" }
    add("browser", "A browser with WebRTC", 12, 2) { $0.track = "web" }
    add("gone", "GStreamer is cancelled", 12, 3) { $0.status = .cancelled }
    add("garden", "The garden", 14, 4) { $0.people = [.init(person: "ann"), .init(person: "bob")] }
    for room in 5..<12 { add("x\(room)", "Something in \(room)", 9, room) }
    return agenda
  }

  @Test("More like a session: other talks of its people, then its own track, then the words elsewhere")
  func alike() throws {
    var story = try Story(agenda(), width: 100, height: 40, at: Sample.at(4, 9, 10))
    story.press("g", "M")
    #expect(story.shows("Other talks of these people") && story.shows("The garden, Ann Zulu"), "\(story.screen)")
    let lines = story.lines
    let own = try #require(lines.firstIndex { $0.contains("Pipes of") }, "\(story.screen)")
    let other = try #require(lines.firstIndex { $0.contains("A browser with") }, "\(story.screen)")
    #expect(own < other, "\(story.screen)")
    #expect(!lines.contains { $0.contains("GStreamer is cancelled, ") }, "\(story.screen)")
    story.press(.escape)
    #expect(!story.shows("Other talks"), "\(story.screen)")
  }

  @Test("Among the people to read about those of the session come first")
  func people() throws {
    var story = try Story(agenda(), at: Sample.at(4, 9, 10))
    story.press("g", "p")
    #expect(story.shows("> Ann Zulu"), "\(story.screen)")
    story.press(.escape)
    for _ in 0..<4 where story.selected != "pipes" { story.press(.down) }
    while story.selected != "pipes" { story.press(.down) }
    story.press("p")
    #expect(story.shows("> Ann Zulu") && !story.shows("Everybody"), "\(story.screen)")
  }

  @Test("In the timetable one goes on by screens of rooms, and to a room by typing its name")
  func rooms() throws {
    var story = try Story(agenda(), at: Sample.at(4, 9, 10))
    story.press("g", "v")
    #expect(story.shows("rooms 1-4/12") && story.selected == "webrtc", "\(story.screen)")
    story.press("L")
    #expect(story.shows("rooms 5-8/12"), "\(story.screen)")
    story.press(.shiftRight)
    #expect(story.shows("rooms 9-12/12"), "\(story.screen)")
    story.press("L")
    #expect(story.message == "These are the last rooms")
    story.press("H")
    #expect(story.shows("rooms 5-8/12"), "\(story.screen)")
    story.press("J")
    story.type("room 11")
    story.press(.enter)
    #expect(story.selected == "x11" && story.timetableView != nil, "\(story.screen)")
  }

  @Test("What is on the plan stands out in the timetable, without colours too, and what clashes there the more")
  func starred() throws {
    var story = try Story(agenda(), at: Sample.at(4, 9, 10))
    story.press("g", "*", "v")
    #expect(story.shows("▌"), "\(story.screen)")
    story.press("J")
    story.type("room 5")
    story.press(.enter, "*")
    #expect(story.shows("*! Something in"), "\(story.screen)")
    var plain = try Story(agenda(), at: Sample.at(4, 9, 10), isASCII: true)
    plain.press("g", "*", "v")
    #expect(plain.shows("#") && !plain.shows("▌"), "\(plain.screen)")
  }
}
