import Agenda
import Cells
import Testing

@testable import Interface

/// Agendas that nobody means, and that come all the same.
struct ExtremeTests {
  private static func agenda(_ count: Int, rooms: Int, _ change: (Int, inout Session) -> Void) -> Agenda {
    var agenda = Agenda(conference: Sample.conference("Extreme"))
    agenda.rooms = (0..<rooms).map { Room(id: "r\($0)", name: Text("Room \($0)")) }
    agenda.sessions = (0..<count).map { index in
      Sample.session("s\(index)", "Session \(index)", Sample.at(4, 9), Sample.at(4, 10)) {
        if rooms > 0 { $0.room = "r\(index % rooms)" }
        change(index, &$0)
      }
    }
    return agenda
  }

  static let all: [(name: String, agenda: Agenda)] = [
    ("ten thousand at one time", agenda(10_000, rooms: 40) { _, _ in }),
    ("a thousand rooms", agenda(2_000, rooms: 1_000) { _, _ in }),
    ("no rooms", agenda(300, rooms: 0) { _, _ in }),
    (
      "titles of 500 wide characters",
      agenda(300, rooms: 5) { $1.title = Text(String(repeating: "權", count: 499) + "\($0 % 10)") }
    ),
    ("sessions of a week", agenda(60, rooms: 3) { _, session in session.end = Sample.at(11, 9) }),
    ("all in one minute", agenda(200, rooms: 200) { _, session in session.end = Sample.at(4, 9, 1) }),
    ("no length at all", agenda(200, rooms: 4) { _, session in session.end = session.start }),
    ("no end", agenda(200, rooms: 4) { _, session in session.end = nil }),
    (
      "days without sessions",
      agenda(40, rooms: 2) { if $0 > 20 { ($1.start, $1.end) = ($1.start.advanced(by: 86_400 * 5), nil) } }
    ),
    ("nothing", agenda(0, rooms: 2) { _, _ in }),
  ]

  @Test("Every key of the agenda, the timetable and the rooms can be pressed", arguments: all.indices)
  func keys(index: Int) throws {
    let (name, agenda) = Self.all[index]
    for (width, height) in [(80, 24), (40, 12), (160, 48)] {
      var story = try Story(agenda, width: width, height: height, at: Sample.at(4, 9, 10))
      for key: Key in [
        .down, .pageDown, "G", "g", ".", "*", "v", "L", "H", .right, .left, "G", "v", "V", .down, .enter, .escape,
        "M", .escape, "]", "[", "z", "z",
      ] {
        story.press(key)
        story.check("\(name) at \(width)x\(height) after \(key.name)")
      }
      story.press("T")
      story.type("9")
      story.press(.enter)
      story.check("\(name) from nine")
      story.press("f", "u")
      story.check("\(name) to come")
      story.wait(until: Sample.at(4, 10, 30))
      story.check("\(name) later")
    }
  }
}
