import Agenda
import Cells
import Messages
import Notes
import Testing

@testable import Interface

/// Every command does something that can be seen, or says why it cannot.
struct CommandTests {
  /// Ways to every view that has keys, from the first screen.
  static let ways: [[Key]] = [
    [], ["v"], ["3"], ["4"], ["2"], ["4", .enter], ["5"], ["e"], ["a"], ["/"], [":"], ["D"], ["P", "a"],
  ]

  /// What a command may leave as it is: at the end of a list, in the panel that has the focus already, in an empty note.
  private static let idle: Set<CommandName> = [
    "up", "left", "right", "pageUp", "first", "down", "pageDown", "last", "previousLink", "nextLink", "showAgenda",
    "showSession", "showBackground", "showDocuments", "showNotes", "open", "background", "aboutConference",
    "caretLeft", "caretRight", "wordLeft", "wordRight", "lineStart", "lineEnd", "selectLeft", "selectRight", "selectUp",
    "selectDown", "selectWordLeft", "selectWordRight", "selectLineStart", "selectLineEnd", "selectToStart",
    "selectToEnd", "selectAll", "deleteBefore",
    "deleteAfter", "deleteWord", "deleteWordAfter", "outdent", "allNotes", "actionList", "previousDay", "nextDay",
    "clearFilters",
  ]

  private static func story(_ way: [Key], _ width: Int, _ height: Int) throws -> Story {
    var story = try Story(width: width, height: height)
    for key in way { story.press(key) }
    if way == ["e"] { story.send(.noteOpened(.session("opening"), "")) }
    story.effects = []
    return story
  }

  @Test("Each key of each view reaches an effect, a change or a reason", arguments: [(80, 24), (40, 12)])
  func everyKeyReaches(width: Int, height: Int) throws {
    for way in CommandTests.ways {
      let base = try CommandTests.story(way, width, height)
      var tried: Set<[Key]> = []
      for row in Views.keys.rows {
        for keys in row.info.keys[base.app.stack.mode] where tried.insert(keys).inserted {
          // The key of another view means nothing here, or is text.
          guard keys.count > 1 || base.app.command(for: keys[0]) != nil else { continue }
          var story = base
          let before = story.picture
          for key in keys { story.press(key) }
          let name = keys.count > 1 ? row.info.name : base.app.command(for: keys[0]) ?? row.info.name
          if !CommandTests.idle.contains(name) {
            #expect(
              story.picture != before || !story.effects.isEmpty, "\(row.info.name) \(keys) after \(way), \(width)")
          }
          story.check("\(row.info.name) after \(way)")
        }
      }
    }
  }

  @Test("A command that cannot run says why, and the palette says it beside the command")
  func reasons() throws {
    var agenda = Sample.agenda()
    (agenda.sessions, agenda.people, agenda.meetings) = ([], [], [])
    var story = try Story(agenda)
    var told = 0
    for row in Views.keys.commands {
      let name = row.info.name
      guard let reason = story.app.stack.reason(name, story.app.world).map(story.app.world.text) else { continue }
      #expect(!reason.isEmpty)
      guard let keys = row.info.keys[.reading].first, story.app.command(for: keys[0]) == name || keys.count > 1 else {
        continue
      }
      story.effects = []
      for key in keys { story.press(key) }
      #expect(story.message == reason, "\(name)")
      #expect(story.status.contains(reason), "\(name)")
      #expect(name == "back" || story.effects == [.bell], "\(name)")
      told += 1
    }
    #expect(told > 10)
  }

  @Test("What the palette says of a command is what the command itself says, over all notes too")
  func reasonsOverAllNotes() throws {
    var story = try Story()
    story.send(.notes([.init(target: .session("opening"), text: "- [ ] Action: book the room")]))
    story.press("A")
    #expect(story.app.stack.reason("clearFilters", story.app.world) == nil)
    story.press(":")
    story.type("show all sessions")
    #expect(!story.shows("No filter is set"))
    story.press(.escape, "f", "c", ":")
    story.type("show all sessions")
    #expect(story.shows("No filter is set"))
  }

  @Test(
    "Without sessions these say what is missing",
    arguments: [
      ("*", "There is no session to do that with"), ("y", "There is no session to do that with"),
      (Key.enter, "There is no session to do that with"), ("o", "This page has no links"),
      ("n", "Nothing has been searched for yet: / searches"), ("c", "No two starred sessions are at the same time"),
      ("b", "This agenda has no previous meetings"), ("]", "There is only one day"),
      (.escape, "This is the start: q quits"),
    ] as [(Key, String)])
  func missing(key: Key, reason: String) throws {
    var agenda = Sample.agenda()
    (agenda.sessions, agenda.people, agenda.meetings) = ([], [], [])
    var story = try Story(agenda)
    story.press(key)
    #expect(story.message == reason)
  }

  @Test("A command of a view that is not there says what is missing, and how to come by it")
  func absent() throws {
    let story = try Story()
    func reason(_ name: CommandName) -> String? {
      story.app.stack.reason(name, story.app.world).map(story.app.world.text)
    }
    #expect(reason("undo") == "No note is being written: e writes one")
    #expect(reason("right") == "Only the timetable has rooms side by side: v shows it")
    #expect(reason("tick") == "Only actions and questions can be ticked: A shows all actions")
  }

  @Test("On a narrow screen zoom says that the panel has the whole screen, unless it has to be given back")
  func zoomWhenNarrow() throws {
    var story = try Story(width: 40, height: 12)
    story.press("z")
    #expect(!story.app.stack.desk.isZoomed)
    #expect(story.message == "This panel has the whole screen")
    story = try Story()
    story.press("z")
    story.resize(40, 12)
    story.press("z")
    #expect(!story.app.stack.desk.isZoomed)
  }

  @Test("A row of the palette that cannot run shows its reason, and running it says the reason again")
  func disabledInPalette() throws {
    var story = try Story()
    story.press(":")
    story.type("clash")
    #expect(story.shows("– No two"))
    story.press(.enter)
    #expect(story.box == nil)
    #expect(story.message == "No two starred sessions are at the same time")
    #expect(story.effects == [.bell])
  }

  @Test("Quit, suspend, redraw and the mouse are asked of the world outside")
  func effects() throws {
    var story = try Story()
    story.press(.control("l"), .control("z"), "m", "m", "t", "q")
    #expect(story.effects == [.redraw, .suspend, .setMouse(false), .setMouse(true), .loadOwnZone, .quit])
  }
}
