import Agenda
import Cells
import Messages
import Testing

@testable import Interface

/// What the kiosks tell visitors, typed in the program.
struct NoticesViewTests {
  private static func story(_ notices: [Notice] = [], width: Int = 80, height: Int = 24) throws -> Story {
    var story = try Story(width: width, height: height)
    story.press("W")
    #expect(story.effects.contains(.readNotices))
    story.send(
      .noticesRead(
        NoticeReading(notices: notices, places: Array(notices.indices), problems: []), languages: ["en"]))
    return story
  }

  @Test(
    "What is typed is understood: minutes, rooms, times, levels, the selected session, words",
    arguments: [
      ("+10", Notice(late: 10)), ("We begin late", Notice(text: Text("We begin late"))),
      ("+10 @main hall We wait", Notice(text: Text("We wait"), late: 10, rooms: ["main"])),
      ("@ Main Hall full", Notice(rooms: ["main"], state: .full)),
      ("@main closed -12:00", Notice(rooms: ["main"], state: .closed, until: Sample.at(4, 12))),
      (
        "! Lunch 12:00-14:00",
        Notice(
          text: Text("Lunch"), level: .change, from: Sample.at(4, 12), until: Sample.at(4, 14))
      ),
      ("!! Leave by the stairs", Notice(text: Text("Leave by the stairs"), level: .emergency)),
      ("# +5", Notice(late: 5, session: "opening")),
      // A number that is no delay, and a time alone, are words.
      ("+999 is too much", Notice(text: Text("+999 is too much"))), ("at 12:00", Notice(text: Text("at 12:00"))),
    ])
  func understood(text: String, notice: Notice) throws {
    var story = try Self.story()
    story.type(text)
    story.press(.enter)
    #expect(story.effects.last == .addNotice(notice))
  }

  @Test("What it means is seen while one types, and what cannot be meant is said and writes nothing")
  func doubts() throws {
    var story = try Self.story()
    #expect(story.screen.contains("For example: +10 @"))
    story.type("+10 @main")
    #expect(story.screen.contains("10 minutes late · Main Hall"))
    for (text, words) in [
      ("@nowhere full", "No room is called “nowhere”"), ("Over -9:00", "That time is over: it is 09:41"),
      ("!", "Expected"),
    ] {
      var story = try Self.story()
      story.type(text)
      story.press(.enter)
      #expect(story.screen.contains(words) && story.effects.last == .bell, "\(text)")
    }
  }

  @Test("The notices are listed with what they are about, and Delete takes the selected one away")
  func list() throws {
    var story = try Self.story([
      Notice(text: Text("Leave the house"), level: .emergency),
      Notice(late: 10, rooms: ["main"], until: Sample.at(4, 9)), Notice(rooms: ["main"], state: .full),
    ])
    #expect(story.screen.contains("Leave the house  EMERGENCY") && story.screen.contains("Main Hall · full"))
    #expect(story.screen.contains("10 minutes late · Main Hall · over since 09:00"))
    story.press(.down, .delete)
    #expect(story.effects.last == .removeNotice(place: 1))
    // What is typed is edited by that key, and nothing is taken away.
    story.type("x")
    story.press(.delete)
    #expect(story.effects.last == .removeNotice(place: 1) && story.effects.count { $0 == .removeNotice(place: 1) } == 1)
  }
}
