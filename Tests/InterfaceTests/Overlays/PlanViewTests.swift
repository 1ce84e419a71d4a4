import Agenda
import Cells
import Notes
import Testing

@testable import Interface

/// The plan over all days, its clashes and entries of one's own.
struct PlanViewTests {
  private static func story(_ width: Int = 80, _ height: Int = 24) throws -> Story {
    var story = try Story(width: width, height: height, starred: ["opening", "treaty", "courts", "civic", "budget"])
    var plan = Plan.of(["opening", "treaty", "courts", "civic", "budget"])
    plan.grade("courts", .maybe, title: "Courts", at: Sample.at(3, 8))
    plan.grade("night", .later, title: "Night", at: Sample.at(3, 8))
    plan.put(
      Plan.Appointment(
        id: "own-1", title: "Tea with Jane", place: "Bar", start: Sample.at(4, 16), end: Sample.at(4, 17)))
    story.send(.plan(plan))
    return story
  }

  @Test("All days at 80x24: what is next, what is free, one's own entries, and what takes no time")
  func plan80x24() throws {
    var story = try Self.story()
    story.press("P")
    let lines = story.lines.map { $0.drop { $0 == "│" } }
    #expect(story.shows("Next: 11:00 in 1 h 19: Treaty bodies and election observation, Main Hall"), "\(story.screen)")
    for words in [
      "Monday 4 December 2017", "09:00-10:30 *   Welcome and Introductions", "10:30-11:00     30 min free",
      "11:00-12:30 *!  Treaty bodies", "11:30-13:00 o!? Courts before", "13:00-16:00", "16:00-17:00", "Tea with Jane",
      "Tuesday 5 December 2017", "To be watched later", "Cancelled, or no longer in the agenda",
    ] { #expect(lines.contains { $0.contains(words) }, "\(words)\n\(story.screen)") }
    story.check("the plan")
  }

  @Test("It fits every screen", arguments: sizes)
  func fits(width: Int, height: Int) throws {
    var story = try Self.story(width, height)
    story.press("P")
    for _ in 0..<14 {
      story.check("the plan at \(width)x\(height)")
      story.press("j")
    }
    story.press(.escape, "c")
    story.check("clashes at \(width)x\(height)")
    story.press(.escape, "P", "a")
    story.check("an entry at \(width)x\(height)")
  }

  @Test("What fits into a gap is two keys away, what has the plan's people first")
  func gaps() throws {
    var agenda = Sample.agenda()
    for (id, person) in [("x", "zz"), ("y", "abel")] {
      agenda.sessions.append(
        Sample.session(id, "Talk \(id)", Sample.at(4, 10, 35), Sample.at(4, 10, 55)) {
          $0.people = person == "zz" ? [] : [.init(person: person)]
        })
    }
    var story = try Story(agenda, starred: ["opening", "treaty"])
    story.press("P", "f")
    #expect(story.shows("Fits from 10:30 to 11:00"), "\(story.screen)")
    let (first, second) = (try #require(story.place(of: "Talk y")), try #require(story.place(of: "Talk x")))
    #expect(first.y < second.y)
    story.press(.enter)
    #expect(story.selected == "y")
  }

  @Test("Starring into a clash says with what and for how long")
  func warned() throws {
    var story = try Story(starred: ["treaty"])
    story.press("j", "j", "j", "*")
    #expect(story.selected == "courts")
    #expect(
      story.message
        == "Starred: Courts before election day. Clash: 1 h at the same time as Treaty bodies and election observation",
      "\(story.message ?? "")")
    story.press("+")
    #expect(story.message == "For later: Courts before election day" && story.app.world.stars.clashes.isEmpty)
    story.press("+")
    #expect(story.app.world.stars.starred == ["treaty"])
  }

  @Test("A clash lays both sides out, and one key decides without losing a star")
  func decided() throws {
    var agenda = Sample.agenda()
    agenda.sessions.append(
      Sample.session("again", "Courts before election day", Sample.at(5, 14), Sample.at(5, 15)) { $0.room = "main" })
    var story = try Story(agenda, starred: ["treaty", "courts"])
    story.press("c")
    for words in [
      "At the same time for 1 h", "1 Treaty bodies and election observation", "2 Courts before election day",
      "Also Tue 5 Dec 14:00-15:00 (1 h), Main Hall", "Whoever stays in the first misses 1 h of 1 h 30 of the second",
    ] { #expect(story.shows(words), "\(words)\n\(story.screen)") }
    story.press("1")
    #expect(story.effects.contains(.setGrade("courts", title: "Courts before election day", .later)))
    #expect(story.app.world.stars.grade(of: "treaty") == .must && story.app.stack.overlays.isEmpty)
    story.press("c")
    #expect(story.message == "No two starred sessions are at the same time")
  }

  @Test("An entry of one's own is typed as a line, changed and removed")
  func own() throws {
    var story = try Story()
    story.press("P", "a")
    for _ in 0..<2 { story.press(.backspace) }
    story.type("4 14:30-15:15 Tea with Jane @ the Bar")
    story.press(.enter)
    let kept = story.effects.compactMap { effect -> Plan.Appointment? in
      guard case .keepAppointment(let appointment) = effect else { return nil }
      return appointment
    }
    #expect(kept.map(\.title) == ["Tea with Jane"] && kept.first?.place == "the Bar", "\(story.screen)")
    #expect(kept.first?.start == Sample.at(4, 14, 30) && kept.first?.end == Sample.at(4, 15, 15))
    var plan = Plan()
    plan.put(Plan.Appointment(id: "own-1", title: "Tea", place: "", start: Sample.at(4, 14, 30), end: Sample.at(4, 15)))
    story.send(.plan(plan))
    #expect(story.shows("14:30-15:00") && story.shows("Tea"), "\(story.screen)")
    story.press("G", "k", "k", "k", "g")
    while !story.lines.contains(where: { $0.contains(">14:30") }), story.app.stack.overlays.count == 1 {
      let before = story.screen
      story.press("j")
      if before == story.screen { break }
    }
    story.press(.enter)
    #expect(story.shows("Change your entry") && story.shows("4 14:30-15:00 Tea"), "\(story.screen)")
    story.press(.escape, "d")
    #expect(story.effects.contains(.removeAppointment("own-1")))
  }

  @Test("What is typed of an entry is understood, or refused where it is no entry")
  func typed() throws {
    let world = try Story().app.world
    func typed(_ text: String) -> TypedAppointment? { TypedAppointment(text, world) }
    #expect(typed("5 9:05 Train")?.start == Sample.at(5, 9, 5) && typed("5 9:05 Train")?.end == Sample.at(5, 9, 35))
    #expect(typed("23:00-01:00 Party @ Pub")?.end == Sample.at(5, 1))
    #expect(typed("4 6 8:00 Flight home")?.start == Sample.at(6, 8), "a day behind the conference")
    #expect(typed("14:00 \u{1B}[31mred @ a @ b")?.title.contains("\u{1B}") == false)
    for text in [
      "", "Tea", "14:00", "25:00 Tea", "14:60 Tea", "31 14:00", "14:00-x Tea", "40 14:00 Tea", "14:00 @ Bar",
    ] {
      #expect(typed(text) == nil, "\(text)")
    }
  }

  @Test(
    "Clocks that are put forward between two days: entries stay at the hour that was typed, and gaps as long as they are"
  )
  func daylightSaving() throws {
    // Brussels, in the night to 29 March 2026.
    let change = Instant(seconds: 1_774_746_000)
    let zone = OffsetTable(
      identifier: "Europe/Brussels",
      transitions: [
        .init(start: Instant(seconds: 1_761_440_400), offset: 3_600, abbreviation: "CET"),
        .init(start: change, offset: 7_200, abbreviation: "CEST"),
      ])
    let first = CalendarDate(dayNumber: 20_540)
    var agenda = Sample.agenda()
    agenda.conference = Conference(
      id: "dst", title: Text("Two days"), zone: zone, start: first, end: CalendarDate(dayNumber: 20_541))
    func at(_ day: Int, _ hour: Int) -> Instant {
      zone.instant(LocalTime(date: CalendarDate(dayNumber: 20_540 + day), secondOfDay: hour * 3_600))
    }
    agenda.sessions = [
      Sample.session("a", "Before", at(0, 9), at(0, 10)), Sample.session("b", "Late", at(0, 22), at(1, 4)),
      Sample.session("c", "After", at(1, 9), at(1, 10)), Sample.session("d", "Last", at(1, 12), at(1, 13)),
    ]
    var story = try Story(agenda, at: at(0, 8), starred: ["a", "b", "c", "d"])
    for (typed, day) in [("28 10:00-11:00 Tea", 0), ("29 10:00-11:00 Tea", 1)] {
      let entry = try #require(TypedAppointment(typed, story.app.world))
      #expect(entry.start == at(day, 10) && entry.end.since(entry.start) == 3_600, "\(typed)")
    }
    // Six hours by the clocks are five.
    #expect(at(1, 4).since(at(0, 22)) == 5 * 3_600)
    story.press("P")
    for words in ["22:00-04:00", "09:00-10:00", "10:00-12:00   2 h free", "10:00-22:00   12 h free"] {
      let isShown = story.shows(words)
      #expect(isShown, "\(words)\n\(story.screen)")
    }
    var plan = story.app.world.stars.plan
    plan.remind(minutes: 60)
    story.send(.plan(plan))
    story.effects = []
    story.wait(until: at(1, 8))
    let told = story.effects.compactMap { if case .remind(let it, _) = $0 { it.slot.start } else { nil } }
    #expect(told.last == at(1, 9), "\(told)")
  }

  @Test("A plan that another window has changed is shown as it is now")
  func merged() throws {
    var story = try Self.story()
    story.press("P")
    story.send(.plan(.of(["civic"])))
    #expect(!story.shows("Tea with Jane") && story.shows("Closing civic space"), "\(story.screen)")
    story.check("after another window")
  }
}
