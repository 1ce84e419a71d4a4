import Agenda
import Catalogue
import Cells
import Messages
import Notes
import Testing

@testable import Interface

/// The agenda: now, stars, clashes, filters.
struct AgendaTests {
  @Test("It opens at what is on now, else at what comes next")
  func opens() throws {
    #expect(try Story(at: Sample.at(4, 9, 41)).selected == "opening")
    #expect(try Story(at: Sample.at(4, 13, 30)).selected == "dinner")
    #expect(try Story(at: Sample.at(4, 7)).selected == "opening")
    #expect(try Story(at: Sample.at(4, 2)).selected == "opening")
    #expect(try Story(at: Sample.at(5, 0, 30)).selected == "night")
  }

  @Test("Of all that is on, what began last is wanted, not what has run since the morning")
  func opensAtLatest() throws {
    #expect(try Story(Sample.busy(), at: Sample.at(4, 9, 20)).selected == "welcome")
    #expect(try Story(Sample.busy(), at: Sample.at(4, 9, 35)).selected == "phones", "the first room of two")
    var story = try Story(Sample.busy(), at: Sample.at(4, 10, 5))
    #expect(story.selected == "panel")
    story.press("G", ".")
    #expect(story.selected == "panel")
    story.wait(until: Sample.at(4, 11, 35))
    story.press(".")
    #expect(story.selected == "index")
  }

  @Test("While nothing is on, a line under what comes next on this day says in how long")
  func next() throws {
    var story = try Story(at: Sample.at(4, 13, 30))
    let lines = story.lines
    let dinner = try #require(lines.firstIndex { $0.contains("19:00          Dinner") })
    #expect(lines[dinner + 1].contains("   NEXT in 5 h 30 "), "\(story.screen)")
    story.wait(until: Sample.at(4, 18, 59))
    #expect(story.shows("NEXT in 1 min"))
    story.wait(until: Sample.at(4, 19))
    #expect(!story.shows("NEXT") && story.shows("NOW end open"))
    story.wait(until: Sample.at(1, 12))
    #expect(!story.shows("NEXT"), "it is another day")
    story.wait(until: Sample.at(5, 3))
    story.press("]")
    #expect(!story.shows("NEXT"), "the night belongs to the day before")
  }

  @Test("Outside the conference's dates it says so and shows the nearest day")
  func outside() throws {
    let before = try Story(at: Sample.at(1, 12))
    #expect(before.title.contains("[Sun 3]"))
    #expect(before.message == "The conference has not begun: it is 3-5 December 2017. This is its first day")
    let after = try Story(at: Sample.at(9, 12))
    #expect(after.title.contains("[Tue 5]"))
    #expect(after.message?.contains("3-5 December 2017") == true)
  }

  @Test(". goes to what is on or comes next, takes filters away, and shows it")
  func now() throws {
    var story = try Story()
    story.press("]", "4", .enter, ".")
    #expect(story.selected == "opening")
    #expect(story.app.stack.desk.focus == .agenda)
    #expect(story.message == "On now")
    #expect(story.shows("Who is here, and what the three days are"))
    story.wait(until: Sample.at(4, 13, 30))
    story.press(".")
    #expect(story.selected == "dinner")
    #expect(story.message == "Next: Mon 4 Dec 19:00 (end open) Dinner")
    story.press("f", "k")
    story.type("break")
    story.press(.enter)
    #expect(story.app.world.programme.rows.map(\.id) == ["coffee"])
    story.press(".")
    #expect(story.selected == "dinner")
    #expect(!story.app.world.programme.isFiltered)
    story.wait(until: Sample.at(5, 20))
    story.press(".")
    #expect(story.message == "The last session is over. This is the last day")
    story.wait(until: Sample.at(8, 20))
    story.press(".")
    #expect(story.message?.contains("3-5 December 2017") == true)
  }

  @Test("The NOW marker says how far a session is, minute by minute, and goes at its end")
  func progress() throws {
    var story = try Story()
    #expect(story.shows("NOW █████░░░░░░ 49 min left"))
    story.wait(until: Sample.at(4, 9, 42))
    #expect(story.shows("48 min left"))
    #expect(story.title.hasSuffix("09:42 EST"))
    story.wait(until: Sample.at(4, 10, 29))
    #expect(story.shows("NOW ████████████ 1 min left"))
    story.wait(until: Sample.at(4, 10, 30))
    #expect(story.shows("NOW") && story.shows("30 min left"))
    #expect(story.selected == "opening")
    #expect(!story.lines[4].contains("NOW"))
    story.wait(until: Sample.at(4, 13, 10))
    #expect(!story.shows("NOW"))
    story.wait(until: Sample.at(4, 19, 30))
    #expect(story.shows("NOW end open"))
  }

  @Test("The next change by itself is at the next minute")
  func deadline() throws {
    var story = try Story()
    #expect(story.app.deadline == Sample.at(4, 9, 42))
    story.wait(until: Instant(seconds: Sample.at(4, 9, 42).seconds + 59))
    #expect(story.app.deadline == Sample.at(4, 9, 43))
  }

  @Test("* stars, then as maybe, then not at all, and each is kept outside")
  func star() throws {
    var story = try Story()
    story.press("*")
    #expect(story.shows("*  Welcome and"))
    #expect(story.message == "Starred: Welcome and Introductions")
    #expect(story.effects == [.setGrade("opening", title: "Welcome and Introductions", .must)])
    story.press("*")
    #expect(story.shows("o  Welcome and") && story.message == "Starred as maybe: Welcome and Introductions")
    story.press("*")
    #expect(!story.shows("*  Welcome and"))
    #expect(story.message == "No longer starred: Welcome and Introductions")
    story.send(.planNotSaved(.data("disk full")))
    #expect(story.status.contains("The star is not saved: disk full"))
  }

  @Test("Starred sessions at the same time clash, and c shows which")
  func clashes() throws {
    var story = try Story(starred: ["treaty", "courts"])
    #expect(story.shows("*!  Treaty"))
    #expect(story.shows("*!? Courts before"))
    story.press("4", "c")
    #expect(story.shows("Clashes") && story.shows("At the same time for 1 h"))
    story.press(.enter)
    #expect(story.selected == "treaty" && story.app.stack.overlays.isEmpty)
    story.press("*", "*")
    #expect(story.shows("* ? Courts") || story.shows("*? Courts"))
    story.press("c")
    #expect(story.message == "No two starred sessions are at the same time")
  }

  @Test("Sessions that touch or are cancelled do not clash; one without an end clashes with what it begins in")
  func clashRules() throws {
    var agenda = Sample.agenda()
    agenda.sessions.append(Sample.session("toast", "Reception", Sample.at(4, 17, 30), Sample.at(4, 19, 30)))
    agenda.sessions.append(Sample.session("stop", "Doors open", Sample.at(4, 18)) { $0.kind = .milestone })
    agenda.sessions.append(Sample.session("gone", "Also at two", Sample.at(4, 14), Sample.at(4, 15)))
    #expect(try Story(agenda, starred: ["opening", "coffee", "treaty"]).app.world.stars.clashes.isEmpty)
    #expect(try Story(agenda, starred: ["gone", "budget"]).app.world.stars.clashes.isEmpty)
    #expect(try Story(agenda, starred: ["toast", "stop"]).app.world.stars.clashes.isEmpty)
    #expect(try Story(agenda, starred: ["toast", "dinner"]).app.world.stars.clashes == ["toast", "dinner"])
  }

  @Test("Filters keep one kind, one person or the starred, together too, and f c shows all again")
  func filters() throws {
    var story = try Story(starred: ["opening", "coffee", "courts"])
    story.press("f", "s")
    #expect(story.app.world.programme.rows.map(\.id) == ["opening", "coffee", "courts"])
    #expect(story.status == " Only starred. f c shows all again.")
    #expect(story.shows("f c clears  1/3"))
    story.press("f", "p")
    story.type("zo")
    story.press(.enter)
    #expect(story.app.world.programme.rows.map(\.id) == ["opening", "courts"])
    #expect(story.status == " Only starred, Zoë Müller. f c shows all again.")
    story.press("[")
    #expect(story.app.world.programme.rows.isEmpty)
    #expect(story.shows("No session of this day"))
    story.press("]", "f", "c")
    #expect(story.app.world.programme.rows.count == 7)
    story.press("f", "c")
    #expect(story.message == "No filter is set")
  }

  @Test("A kind that no session of the day is says so in the empty list")
  func filteredToNothing() throws {
    var story = try Story()
    story.press("f", "k")
    story.type("ceremony")
    story.press(.enter)
    #expect(story.shows("No session of this day passes"))
    story.press("j", "G", .enter, "*", "b", "1")
    story.check("with nothing to select")
    story.press("[")
    #expect(story.selected == "board")
  }

  @Test("Somebody who has nothing on this day is shown on the first day with something")
  func personElsewhere() throws {
    var story = try Story(at: Sample.at(5, 9, 5))
    story.press("f", "p")
    story.type("chen")
    story.press(.backspace, .backspace, .backspace, .backspace)
    story.type("陳")
    story.press(.enter)
    #expect(story.selected == "treaty")
    #expect(story.title.contains("[Mon 4]"))
  }

  @Test("The filters are offered with how many sessions they keep")
  func offers() throws {
    var story = try Story()
    story.press("f", "p")
    #expect(story.shows("Everybody"))
    #expect(story.shows("Zoë Müller"))
    story.press(.down, .enter)
    #expect(story.app.world.programme.isFiltered)
    story.press("f", "p", .enter)
    #expect(!story.app.world.programme.isFiltered)
  }

  @Test("A star taken away while only the starred are shown does not change what is read elsewhere")
  func unstarWhileReading() throws {
    var story = try Story(starred: ["opening", "treaty"])
    story.press("f", "s", "p")
    story.type("zoë")
    story.press(.enter, .right, "*", "*")
    #expect(story.app.world.programme.rows.map(\.id) == ["treaty"])
    #expect(story.visited == .person("zoe"))
    story.check("after unstarring from a person's page")
  }

  @Test("One's own zone is labelled wherever a time stands, and goes again")
  func ownZone() throws {
    var story = try Story()
    story.press("t")
    #expect(story.effects == [.loadOwnZone])
    story.send(.ownZone(Sample.pacific))
    #expect(story.message == "Times in your own zone, PST")
    #expect(story.title.hasSuffix("22:41 PST, your time"))
    #expect(story.shows(">22:00-23:30"))
    #expect(story.shows("Mon 4 Dec 22:00-23:30 (1 h 30) PST"))
    story.press("G")
    #expect(story.shows("Tue 5 Dec 12:00-14:00 (2 h) PST"))
    story.press("t")
    #expect(story.message == "Times of the venue")
    #expect(story.title.hasSuffix("09:41 EST"))
    story.send(.ownZone(nil))
    #expect(story.message == "Your own zone is not known")
  }

  @Test("Links and hits give a session's time in the zone that is shown, with its letters")
  func ownZoneElsewhere() throws {
    var story = try Story(width: 160, height: 48)
    story.press("3", .home, .down, .enter, "z")
    #expect(story.shows("Welcome and Introductions, Mon 4 09:00"))
    story.send(.ownZone(Sample.pacific))
    #expect(story.shows("Welcome and Introductions, Mon 4 22:00 PST"))
    #expect(story.shows("Treaty bodies and election observation, Tue 5 00:00 PST"))
    #expect(!story.shows("Mon 4 09:00"))
    story.find("treaty")
    #expect(story.shows("Tue 5 00:00 PST"))
    story.press(.escape, "t")
    #expect(story.shows("Welcome and Introductions, Mon 4 09:00"))
  }

  @Test("A simulated clock says so")
  func simulated() throws {
    let catalogue = try Catalogue.compile(Sample.agenda(), problemCount: 2, languages: ["en"])
    let app = App(
      catalogue: catalogue, clock: Clock(now: Sample.at(4, 9, 41), isSimulated: true),
      size: Size(width: 80, height: 24),
      theme: Theme(.mono))
    let lines = app.draw().buffer.text.split(separator: "\n")
    #expect(lines.first?.hasSuffix("09:41 EST simulated") == true)
    #expect(!lines.contains { $0.contains("problem") })
  }

  @Test("What is wrong in a file is told on the conference's page, and nags nobody else")
  func problems() throws {
    var story = try Story(problems: 2)
    #expect(!story.shows("problem"))
    story.press("i")
    #expect(story.shows("2 problems: see plenary check"))
    story = try Story()
    story.press("i")
    #expect(!story.shows("problem"))
  }

  @Test("Who looks at another day and comes back is where they were, and an arrow to the side changes no day")
  func placeOfEachDay() throws {
    var story = try Story()
    story.press("j", "j")
    let place = try #require(story.selected)
    story.press("]")
    let first = try #require(story.selected)
    story.press("j", "[")
    #expect(story.selected == place)
    story.press("]")
    #expect(story.selected != first && story.selected != place)
    for key: Key in [.left, .right, "h", "l"] {
      let before = story.app.world.programme.day
      story.press(key)
      #expect(story.app.world.programme.day == before, "\(key)")
    }
  }
}
