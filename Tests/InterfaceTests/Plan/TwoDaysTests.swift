import Agenda
import Catalogue
import Cells
import Files
import Notes
import Support
import Testing

@testable import Interface

/// Two days of a real conference from the first star to the last reminder, at the keyboard and with a clock that runs as
/// the program's own: it wakes at the end of each minute and when a reminder is due.
struct TwoDaysTests {
  /// Lets the time go on, and gives what was reminded of with the moment at which it was.
  private static func live(
    _ windows: inout [Story], until end: Instant, _ told: ToldReminders
  ) -> [(reminder: Reminder, at: Instant)] {
    var given: [(Reminder, Instant)] = []
    var now = windows[0].app.world.clock.now
    while now < end {
      now = min(end, windows.map(\.app.deadline).min() ?? end)
      for index in windows.indices {
        windows[index].effects = []
        windows[index].wait(until: now)
        for case .remind(let reminder, _) in windows[index].effects where told.claim(reminder) {
          given.append((reminder, now))
          windows[index].send(.reminded(reminder))
        }
      }
    }
    return given
  }

  @Test("From the first star to the last reminder, and what the program says before, between and after")
  func twoDays() throws {
    let folder = try TemporaryFolder()
    let told = try #require(
      ToldReminders(conference: "fosdem") { $0 == "XDG_STATE_HOME" ? folder.path + "/state" : nil })
    guard var story = try LargeDays.story(at: LargeDays.at(-1, 20)) else { return }
    story.check("on the evening before")
    story.press(".")
    #expect(story.message?.contains("The conference has not begun") == true, "\(story.message ?? "")")

    // Forty talks of two tracks that do not overlap in themselves, starred where they stand in the list.
    let catalogue = story.app.world.catalogue
    var wanted: [SessionRow] = []
    for day in catalogue.days.indices {
      var free = Instant(seconds: 0)
      for row in catalogue.list(onDay: day) where row.start >= free && wanted.count(where: { $0.day == day }) < 20 {
        guard let end = row.end, end.since(row.start) <= 3_600, row.kind == .session else { continue }
        wanted.append(row)
        free = row.start.advanced(by: 20 * 60)
      }
    }
    #expect(wanted.count == 40)
    for row in wanted {
      story.app.world.select(session: row.id)
      story.press("*")
      story.app.settle()
    }
    #expect(story.app.world.stars.starred == Set(wanted.map(\.id)))

    // The clashes that this made are decided for the first one, until there is none.
    story.press("c")
    var decided = 0
    while story.box != nil, decided < 200 {
      story.check("a clash")
      story.press("1")
      decided += 1
    }
    #expect(decided > 0 && story.app.world.stars.clashes.isEmpty)
    #expect(story.app.world.stars.starred.count == 40)
    story.press("P")
    story.check("the plan")
    #expect(story.shows("To be watched later") || story.app.world.stars.plan.stars.contains { $0.grade == .later })
    story.press(.escape)

    // The two days, in two windows.
    let going = story.app.world.stars.slots.filter { $0.grade != .later }
    var windows = [story, story]
    var given = Self.live(&windows, until: LargeDays.at(0, 20), told)
    windows[0].press(".")
    #expect(windows[0].message?.contains("Next:") == true, "\(windows[0].message ?? "")")
    given += Self.live(&windows, until: LargeDays.at(1, 21), told)
    #expect(given.map(\.reminder.slot.id) == going.map(\.id))
    for (reminder, moment) in given {
      let late = moment.since(reminder.slot.start.advanced(by: -600))
      #expect((0...1).contains(late) && !reminder.isMissed, "\(reminder.slot.id): \(late)")
    }
    windows[0].press(".")
    #expect(windows[0].message?.contains("The last session is over") == true, "\(windows[0].message ?? "")")
    given += Self.live(&windows, until: LargeDays.at(2, 12), told)
    windows[0].press(".")
    #expect(windows[0].message?.contains("The conference is over") == true, "\(windows[0].message ?? "")")
    windows[0].press("P")
    #expect(windows[0].shows("Nothing more is on the plan"), "\(windows[0].screen)")
  }
}
