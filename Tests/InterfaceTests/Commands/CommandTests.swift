import Agenda
import Cells
import Notes
import Testing

@testable import Interface

/// Every command does something that can be seen, or says why it cannot.
@Suite("Commands")
struct CommandTests {
  /// The focus in each context.
  static let contexts: [(Context, [Key])] = [
    (.agenda, []), (.timetable, ["v"]), (.list, ["3"]), (.list, ["4"]), (.page, ["2"]), (.page, ["4", .enter]),
    (.notes, ["5"]),
    (.writing, ["e"]),
  ]

  /// What a command may leave as it is, at the end of a list and in the panel that has the focus already.
  private static func isIdle(_ command: Command) -> Bool {
    switch command {
    case .up, .left, .right, .pageUp, .first, .down, .pageDown, .last, .previousLink, .nextLink, .showAgenda,
      .showSession,
      .showBackground, .showDocuments, .showNotes, .open, .background, .aboutConference:
      true
    // What there is nothing to do with in a note that is empty.
    case .caretLeft, .caretRight, .wordLeft, .wordRight, .lineStart, .lineEnd, .selectLeft, .selectRight, .selectUp,
      .selectDown, .selectWordLeft, .selectWordRight, .selectLineStart, .selectLineEnd, .deleteBefore, .deleteAfter,
      .deleteWord, .outdent:
      true
    case .stamp, .markAction, .markDecision, .markQuestion, .markQuote, .findInNote, .findNextInNote, .editExternally,
      .indent:
      false
    case .write, .newLine, .undo, .redo, .cut, .copyText, .insertCut, .saveNotes: false
    case .nextPanel, .previousPanel, .zoom, .timetable, .conferences, .previousDay, .nextDay, .now, .back, .star,
      .people, .rooms,
      .parallel,
      .reachable,
      .filterKind, .filterPerson, .filterRoom, .filterTrack, .filterStarred, .clearFilters, .find, .nextMatch,
      .previousMatch, .nextClash, .links,
      .allNotes, .actionList, .tick, .report,
      .copy, .ownZone, .palette, .help, .mouse, .redraw, .suspend, .interrupt, .quit:
      false
    }
  }

  @Test(
    "Each binding reaches an effect, a change or a reason in each of its contexts", arguments: [(80, 24), (40, 12)])
  func everyBindingReaches(width: Int, height: Int) throws {
    for (context, way) in CommandTests.contexts {
      for binding in KeyTable.bindings where binding.contexts.contains(context) {
        for keys in binding.keys {
          var story = try Story(width: width, height: height)
          for key in way { story.press(key) }
          if context == .writing { story.send(.noteOpened(.session("opening"), "")) }
          #expect(story.state.context == context)
          story.effects = []
          let before = story.picture
          for key in keys { story.press(key) }
          if !CommandTests.isIdle(binding.command) {
            #expect(
              story.picture != before || !story.effects.isEmpty,
              "\(Key.name(of: keys)) does nothing in \(way.map(\.name)) at \(width)")
          }
          story.check("after \(Key.name(of: keys))")
        }
      }
    }
  }

  @Test("A command that cannot run says why, and the palette says it beside the command")
  func reasons() throws {
    var agenda = Sample.agenda()
    (agenda.sessions, agenda.people, agenda.meetings) = ([], [], [])
    var story = try Story(agenda)
    for command in Command.allCases {
      guard let reason = story.state.unavailable(command) else { continue }
      #expect(!Words.reason(reason).isEmpty)
      guard let keys = KeyTable.keys(of: command, in: .agenda).first else { continue }
      story.effects = []
      for key in keys { story.press(key) }
      #expect(story.message == Words.reason(reason), "\(command)")
      #expect(story.status.contains(Words.reason(reason)), "\(command)")
      #expect(command == .back || story.effects == [.bell], "\(command)")
    }
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

  @Test("On a narrow screen zoom says that the panel has the whole screen, unless it has to be given back")
  func zoomWhenNarrow() throws {
    var story = try Story(width: 40, height: 12)
    story.press("z")
    #expect(!story.state.isZoomed)
    #expect(story.message == "This panel has the whole screen")
    story = try Story()
    story.press("z")
    story.resize(40, 12)
    story.press("z")
    #expect(!story.state.isZoomed)
  }

  @Test("A row of the palette that cannot run shows its reason, and running it says the reason again")
  func disabledInPalette() throws {
    var story = try Story()
    story.press(":")
    story.type("clash")
    #expect(story.shows("– No two"))
    story.press(.enter)
    #expect(story.state.overlay == nil)
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
