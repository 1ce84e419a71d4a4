import Catalogue
import Cells
import Notes
import Testing

@testable import Interface

/// What an attendee does all day, on a real schedule of 880 sessions, with the keys counted.
struct TenJobsTests {
  /// Presses keys and says how many there were.
  private static func press(_ story: inout Story, _ keys: Key..., typing text: String = "", then last: Key...) -> Int {
    for key in keys { story.press(key) }
    story.type(text)
    for key in last { story.press(key) }
    return keys.count + text.count + last.count
  }

  /// Saturday, a quarter past eleven, with three talks on the plan, of which two clash.
  private static func story() throws -> Story? {
    guard var story = try LargeDays.story(at: LargeDays.at(0, 11, 15)) else { return nil }
    var plan = Plan()
    for title in [
      "Evolving Git for the next decade", "KDE at 30: Still looking ahead", "The Great Migration",
    ] {
      let row = try #require(story.row(titled: title), "\(title)")
      plan.star(row.id, title: title, at: LargeDays.at(-1, 8))
    }
    story.send(.plan(plan))
    return story
  }

  @Test("What of my plan is on now: one key")
  func now() throws {
    guard var story = try Self.story() else { return }
    #expect(Self.press(&story, "P") <= 2)
    #expect(story.shows("> 11:00-11:50") || story.shows(">11:00-11:50"), "\(story.screen)")
    #expect(story.shows("Evolving Git for the next decade"))
  }

  @Test("A speaker's talk is found and starred with nine keys at most")
  func speaker() throws {
    guard var story = try Self.story() else { return }
    #expect(Self.press(&story, "/", typing: "poette", then: .down, .alt("*")) <= 9)
    #expect(story.app.world.stars.starred.count == 4, "\(story.screen)")
    let added = story.app.world.stars.plan.stars.last?.title ?? ""
    #expect(["VM Integration in systemd", "Native OCI Container Support in systemd"].contains(added), "\(added)")
  }

  @Test("A clash is decided with three keys at most, and no star is lost")
  func clash() throws {
    guard var story = try Self.story() else { return }
    #expect(!story.app.world.stars.clashes.isEmpty)
    #expect(Self.press(&story, "c", "1") <= 3)
    #expect(story.app.world.stars.clashes.isEmpty && story.app.world.stars.starred.count == 3)
  }

  @Test("What is in a room at a time takes seven keys at most, and its page is seen from now on")
  func room() throws {
    guard var story = try Self.story() else { return }
    #expect(Self.press(&story, "r", typing: "1.105", then: .enter) <= 7)
    #expect(story.shows("KDE at 30"), "\(story.screen)")
    // What is over is above, with the day's name still in sight or passed.
    guard var late = try LargeDays.story(at: LargeDays.at(1, 15, 10)) else { return }
    _ = Self.press(&late, "r", typing: "1.105", then: .enter)
    #expect(late.shows("From Drones to"), "\(late.screen)")
    #expect(!late.shows("Wayland compositors"), "\(late.screen)")
  }

  @Test("Gaps, and what fits into the next of them: two keys")
  func gaps() throws {
    guard var story = try Self.story() else { return }
    #expect(Self.press(&story, "P", "f") <= 2)
    #expect(story.shows("Fits from"), "\(story.screen)")
  }

  @Test("What has changed: one key")
  func changes() throws {
    guard var story = try Self.story() else { return }
    #expect(Self.press(&story, "u") == 1)
    #expect(story.shows("changed"), "\(story.screen)")
  }

  @Test("The whole plan is on its way to a calendar with two keys")
  func calendar() throws {
    guard var story = try Self.story() else { return }
    #expect(Self.press(&story, "P", "x") <= 3)
    #expect(story.effects.last == .writeCalendar, "\(story.effects.suffix(2))")
  }

  @Test("The address of the selected talk is copied with two keys at most")
  func address() throws {
    guard var story = try Self.story() else { return }
    let id = try #require(story.selected)
    #expect(Self.press(&story, "Y") <= 2)
    let url = story.app.world.catalogue.session(id)?.addresses.first?.url ?? "?"
    #expect(url.hasPrefix("https://fosdem.org/2026/schedule/event/"), "\(url)")
    #expect(story.effects.last == .copy(url), "\(story.effects.suffix(2))")
  }

  @Test("A talk is read whole, over the whole screen, with two keys")
  func whole() throws {
    guard var story = try Self.story() else { return }
    #expect(Self.press(&story, .enter, "z") <= 2)
    #expect(story.app.stack.desk.isZoomed && story.app.stack.desk.focus == .session)
  }

  @Test("A reminder takes no key")
  func reminded() throws {
    guard var story = try Self.story() else { return }
    story.effects = []
    story.wait(until: LargeDays.at(0, 12, 20))
    #expect(
      story.effects.contains { if case .remind(let it, _) = $0 { !it.isMissed } else { false } }, "\(story.effects)")
  }
}

extension Story {
  /// The first session of a title.
  func row(titled title: String) -> SessionRow? {
    let catalogue = app.world.catalogue
    return catalogue.days.indices.lazy.compactMap { day in catalogue.list(onDay: day).first { $0.title == title } }
      .first
  }
}
