import Agenda
import Catalogue
import Cells
import CodeReader
import Notes
import Testing

@testable import Interface

/// The plan handed on, and one that was handed on.
struct ShareViewTests {
  private static func plan(own: Bool = true) -> Plan {
    var plan = Plan.of(["opening", "treaty", "civic"])
    plan.grade("night", .later, title: "Night", at: Sample.at(3, 8))
    if own {
      plan.put(
        Plan.Appointment(
          id: "own-1", title: "Tea with Jane", place: "Bar", start: Sample.at(4, 16), end: Sample.at(4, 17)))
    }
    return plan
  }

  private static func story(_ width: Int = 80, _ height: Int = 24, own: Bool = true) throws -> Story {
    var story = try Story(width: width, height: height)
    story.send(.plan(plan(own: own)))
    story.press("P", "s")
    return story
  }

  private static func address(_ story: Story, own: Bool = false) -> String {
    story.app.world.stars.handedOn(from: story.app.world.catalogue, includesOwn: own).address
  }

  @Test("At 80x24 the plan is a code that another program reads, with its address beside it")
  func code() throws {
    var story = try Self.story()
    try CodeReader.expect(Self.address(story), in: CodeReader.image(of: story.picture.buffer))
    #expect(story.shows("3 sessions of my plan") && story.shows("plenary:plan/1/"), "\(story.screen)")
    story.check("the shared plan")
    story.press("y")
    #expect(story.effects.contains(.copy(Self.address(story))))
    #expect(story.message == "Address copied: \(Self.address(story))" && story.shows("My plan"), "\(story.screen)")
    story.press("s", "a")
    try CodeReader.expect(Self.address(story, own: true), in: CodeReader.image(of: story.picture.buffer))
    #expect(Self.address(story, own: true) != Self.address(story))
    #expect(story.shows("Your own entries, with titles"), "\(story.screen)")
  }

  @Test("On a small screen a long message is seen whole over the box that it is about")
  func longMessage() throws {
    var story = try Self.story(40, 12)
    story.press("y")
    let address = Self.address(story)
    let text = story.lines.suffix(3).joined().filter { $0 != " " }
    #expect(text.contains("Addresscopied:" + address), "\(story.screen)")
  }

  @Test("Eighty sessions of a real conference are a code that fits 80x24 and is read from there")
  func largeDays() throws {
    guard var story = try LargeDays.story(at: LargeDays.at(0, 9)) else { return }
    var plan = Plan()
    let rows = story.app.world.catalogue.days.indices.flatMap { story.app.world.catalogue.sessions(onDay: $0) }
    for place in stride(from: 0, to: rows.count, by: rows.count / 80) {
      plan.star(rows[place].id, title: rows[place].title, at: LargeDays.at(-1, 8))
    }
    story.send(.plan(plan))
    story.press("P", "s")
    #expect(Self.address(story).utf8.count <= 134, "version 6 holds no more")
    try CodeReader.expect(Self.address(story), in: CodeReader.image(of: story.picture.buffer))
    let read = try SharedPlan(address: Self.address(story))
    #expect(Set(read.sessions(among: rows.map(\.id))) == plan.starred)
  }

  @Test("Where no code fits, that is said, what can be done, and the address is there all the same")
  func tooSmall() throws {
    let story = try Self.story(40, 12)
    #expect(story.shows("A code of it needs") && story.shows("plenary:plan/1/"), "\(story.screen)")
  }

  @Test("It fits every screen", arguments: sizes)
  func fits(width: Int, height: Int) throws {
    var story = try Self.story(width, height)
    story.check("the shared plan at \(width)x\(height)")
    story.press("a")
    story.check("with one's own at \(width)x\(height)")
    story.press(.escape, .escape)
    #expect(story.app.stack.overlays.isEmpty)
  }

  @Test("Without anything to share there is nothing to see, and without entries of one's own none can go along")
  func nothing() throws {
    var story = try Story()
    story.press("P", "s")
    #expect(story.message == "Nothing is on the plan to be shared")
    story.press("x")
    #expect(story.message == "Nothing with a time is on the plan" && !story.effects.contains(.writeCalendar))
    var other = try Self.story(own: false)
    other.press("a")
    #expect(other.message == "There are no entries of your own on the plan")
  }

  @Test("The plan is a calendar two keys from the agenda")
  func calendar() throws {
    var story = try Story(starred: ["opening"])
    story.press("P", "x")
    #expect(story.effects.contains(.writeCalendar))
    story.send(.reportWritten("/home/jo/plan-2017-12-04-0941.ics", shown: "~/plan-2017-12-04-0941.ics"))
    #expect(story.message == "Written: plan-2017-12-04-0941.ics, its path copied; in ~")
    story.resize(40, 12)
    story.press("x")
    #expect(story.app.stack.overlays.isEmpty, "where it is written is to be seen")
  }

  // MARK: - Somebody else's

  private static let theirs = SharedPlan(
    plan(), conference: "sample", sessionCount: 20, includesOwn: true)

  @Test("What somebody else goes to has a sign of its own, in the agenda, on the page and in the plan")
  func beside() throws {
    var story = try Story(starred: ["opening", "courts"])
    story.app.show(Self.theirs)
    #expect(story.message == "& marks 3 sessions of the shared plan", "\(story.message ?? "")")
    #expect(story.lines.contains { $0.contains("09:00-10:30 *&") }, "\(story.screen)")
    #expect(story.shows("&\u{A0}On the shared plan") || story.shows("& On the shared plan"), "\(story.screen)")
    story.press("P")
    for words in ["09:00-10:30 *&", "11:00-12:30  &", "Treaty bodies", "16:00-17:00  &", "Tea with Jane"] {
      #expect(story.lines.contains { $0.contains(words) }, "\(words)\n\(story.screen)")
    }
    story.check("a shared plan beside one's own")
    #expect(story.app.world.stars.starred == ["opening", "courts"])
    #expect(!story.effects.contains { if case .setGrade = $0 { true } else { false } })
  }

  @Test("A key acts on what only the other goes to, as on everything else")
  func starred() throws {
    var story = try Story(starred: ["opening"])
    story.app.show(Self.theirs)
    story.press("P")
    for _ in 0..<8 where !story.lines.contains(where: { $0.contains(">11:00-12:30  &") }) { story.press("j") }
    story.press("*")
    #expect(story.app.world.stars.grade(of: "treaty") == .must, "\(story.screen)")
    #expect(story.lines.contains { $0.contains("11:00-12:30 *&") }, "\(story.screen)")
  }

  @Test("What of it this agenda has not is said, and what a newer one has is found")
  func otherAgenda() throws {
    var agenda = Sample.agenda()
    let treaty = agenda.sessions.filter { $0.id == "treaty" }
    agenda.sessions.removeAll { $0.id == "treaty" }
    var story = try Story(agenda)
    story.app.show(Self.theirs)
    #expect(story.message == "& marks 2 sessions of the shared plan; 1 more is not in this agenda")
    agenda.sessions += treaty
    story.app.replace(try Catalogue.compile(agenda, problemCount: 0, languages: ["en"]))
    #expect(story.app.world.shared?.sessions == ["opening", "treaty", "civic"])
  }

  @Test("It fits every screen beside one's own", arguments: sizes)
  func fitsBeside(width: Int, height: Int) throws {
    var story = try Story(width: width, height: height, starred: ["opening", "courts", "civic"])
    story.app.show(Self.theirs)
    story.check("the agenda with a shared plan at \(width)x\(height)")
    story.press("P")
    for _ in 0..<10 {
      story.check("the plan with a shared one at \(width)x\(height)")
      story.press("j")
    }
  }
}
