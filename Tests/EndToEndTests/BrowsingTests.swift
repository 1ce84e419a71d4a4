import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  struct BrowsingTests {
    /// Columns and rows of the panels' first places at 80x24.
    private static let reading = Point(x: 33, y: 2)

    @Test("Each panel is a digit away, and Tab goes round")
    func panels() throws {
      let story = try Home().open()
      try story.see(">09:00-10:30", "Welcome and Introductions")
      try story.wait("stand in the agenda") { $0.cursor == Point(x: 1, y: 4) }
      story.press("2")
      try story.wait("stand in the session") { $0.cursor == Self.reading }
      story.press("3")
      try story.see("First workshop: special procedures", "January 2016, Atlanta")
      story.press("4")
      try story.see("About this conference", "Concept note")
      story.press("5")
      try story.wait("stand in the notes") { $0.cursor.y > 18 && $0.row($0.cursor.y).contains("No notes") }
      story.press("1")
      try story.wait("stand in the agenda") { $0.cursor == Point(x: 1, y: 4) }

      story.press(.tab, .tab)
      try story.see("First workshop: special procedures")
      story.press(.tab)
      try story.see("About this conference")
      story.press(.tab)
      try story.wait("stand in the notes") { $0.row($0.cursor.y).contains("No notes") }
      story.press(.tab)
      try story.wait("stand in the agenda") { $0.cursor == Point(x: 1, y: 4) }
      story.press(.backtab, .backtab)
      try story.see("About this conference")
      try story.wait("stand in the documents") { $0.cursor == Self.reading }
    }

    @Test("A zoomed panel has the whole screen and gives it back, and Esc never quits")
    func zoom() throws {
      let story = try Home().open()
      try story.see("NOW", "In this session")
      story.press("2", "z")
      try story.wait(untilGone: "NOW")
      try story.see("→ Second workshop: treaty bodies, June 2016, Geneva [4]")
      story.press("z")
      try story.see("NOW")
      story.press("z")
      try story.wait(untilGone: "NOW")
      story.press(.escape, .escape, .escape, .escape)
      try story.see("NOW", ">09:00-10:30", "This is the start: q quits")
    }

    @Test("A document is read with its paragraphs numbered, and the About page is one key away")
    func documents() throws {
      let story = try Home().open()
      try story.see("NOW")
      story.press("4", .down, .enter)
      try story.see("The legal ground", " 1. Elections are one of the ways", " 2. The International Covenant")
      story.press("G")
      try story.see("→ Third workshop: Universal Periodic Review")
      story.press(.pageUp)
      try story.see("18. Most of those who take part")
      story.press(.home)
      try story.see(" 1. Elections are one of the ways")
      story.press(.escape)
      try story.see("About this conference")
      story.press("i")
      try story.see("The Carter Center, Atlanta, Georgia", "America/New_York")
      story.press(.escape)
      try story.see("Concept note")
    }

    @Test("A link is followed by its number, and Esc comes back")
    func links() throws {
      let story = try Home().open()
      try story.see("In this session")
      story.press(.enter, "o")
      try story.see("Follow link", "Number:", "Second workshop: treaty bodies")
      story.press("4")
      try story.see("Members of key treaty monitoring bodies")
      story.press(.escape)
      try story.see("In this session")
      story.press("o", "9")
      try story.see("This page has no link 9")
    }

    @Test("The days are a key away, with all their entries")
    func days() throws {
      let story = try Home().open()
      try story.see("[Mon 4]")
      story.press("[")
      try story.see("[Sun 3]", "19:30", "Welcome Dinner", "To be announced")
      story.press("]", "]")
      try story.see("[Tue 5]", "10:00-12:00", "12:00-13:30", "13:30-14:30", "14:30", "Meeting Close")
      story.press("]")
      try story.see("This is the last day")
      story.press(".")
      try story.see("[Mon 4]", ">09:00-10:30")
    }

    @Test("Outside the conference's dates it says so and shows the nearest day")
    func outside() throws {
      let early = try Home().open(at: "2017-11-20T10:00")
      try early.see("The conference has not begun", "[Sun 3]", "Welcome Dinner")
      let late = try Home().open(at: "2018-02-01T10:00")
      try late.see("The conference is over", "[Tue 5]", "Meeting Close")
    }

    @Test("The mouse chooses rows, tabs, links and days, and the wheel scrolls what is under it")
    func mouse() throws {
      let story = try Home().open()
      try story.see(">09:00-10:30", "→ Concept note [1]")
      let lunch = try #require(story.row(with: "12:30-14:00"))
      story.click(10, lunch)
      try story.see(">12:30-14:00")
      story.wheel(10, lunch, up: true)
      try story.see(">09:00-10:30")
      story.click(10, lunch)
      try story.see(">12:30-14:00")
      story.click(10, 4)
      try story.see(">09:00-10:30", "→ Concept note [1]")

      story.wheel(50, 6, up: false)
      try story.wait("have the text three lines further") { !$0.row(2).contains("│ Welcome and Introductions") }
      story.wheel(50, 6, up: true)
      try story.see("│ Welcome and Introductions")

      let tabs = try #require(story.row(with: "3 Background"))
      story.click(48, tabs)
      try story.see("First workshop: special procedures", "January 2016, Atlanta")
      story.click(36, tabs)
      try story.see("→ Concept note [1]")
      let link = try #require(story.row(with: "→ Concept note [1]"))
      story.click(40, link)
      try story.see("The legal ground")

      let column = try #require(
        story.screen[0].firstRange(of: "Tue 5").map {
          story.screen[0].distance(from: story.screen[0].startIndex, to: $0.lowerBound)
        })
      story.click(column, 0)
      try story.see("[Tue 5]", "Meeting Close")
    }

    @Test("The hints of the bottom line are clicked, a click in what was found selects, and a double click reads")
    func mouseInSearch() throws {
      let story = try Home().open()
      func click(_ text: String, twice: Bool = false) throws {
        try story.see(text)
        let row = try #require(story.row(with: text))
        let line = story.screen[row]
        let range = try #require(line.firstRange(of: text))
        let column = line.distance(from: line.startIndex, to: range.lowerBound)
        story.click(column, row)
        if twice { story.click(column, row) }
      }
      try click("/ find")
      try story.see("Find:")
      story.type("welcme")
      try story.see("Nothing says “welcme”", "Welcome Dinner")
      try click("Welcome Dinner")
      try story.see("* star", "Find: welcme")
      // The two that follow are no double click with this one.
      poll(nil, 0, 700)
      try click("Welcome Dinner", twice: true)
      try story.wait(untilGone: "Find:")
      try story.see("Esc back")
      try click("Esc back")
      try click("q quit")
      try story.expectExit()
    }

    @Test("m leaves the mouse to the terminal and takes it again")
    func mouseCapture() throws {
      let story = try Home().open()
      try story.see("NOW")
      #expect(story.terminal.wantsMouse)
      story.press("m")
      try story.wait("leave the mouse alone") { !$0.wantsMouse }
      try story.see("Mouse off")
      story.press("m")
      try story.wait("take the mouse") { $0.wantsMouse }
      let without = try Home().open(nil, ["--no-mouse"])
      try without.see("NOW")
      #expect(!without.terminal.wantsMouse)
    }

    @Test("An address is copied where there is no desktop to open it on")
    func addresses() throws {
      let home = try Home()
      let story = try home.open(
        home.bundle(sessions: [
          #""id": "a", "title": "Linked", "start": "2017-12-04T09:00", "#
            + #""links": [{"title": "Report", "url": "https://example.org/r?a=1&b=2"}, {"url": "javascript:alert(1)"}]"#
        ]), environment: ["TERM": "xterm-256color", "ALACRITTY_WINDOW_ID": "1"])
      try story.see("Linked", "Report", "https://example.org/r?a=1&b=2")
      story.press(.enter, "o", "1")
      try story.see("Address copied: https://example.org/r?a=1&b=2")
      #expect(
        story.transcript.firstRange(of: Array("\u{1B}]52;c;aHR0cHM6Ly9leGFtcGxlLm9yZy9yP2E9MSZiPTI=".utf8)) != nil)
      #expect(!story.screen.joined().contains("javascript"))
    }

    @Test("The reader's own zone is one key away and says so")
    func ownZone() throws {
      let story = try Home().open(environment: ["TZ": "Europe/Paris"])
      try story.see("09:41 EST", ">09:00-10:30")
      story.press("t")
      try story.see("15:41 CET", "your time", ">15:00-16:30")
      story.press("t")
      try story.see("09:41 EST", ">09:00-10:30", "Times of the venue")
    }

    @Test("Texts are shown in the reader's language where the bundle has it")
    func languages() throws {
      let home = try Home()
      let bundle = try home.bundle(sessions: [
        #""id": "a", "title": {"en": "Opening", "fr": "Ouverture"}, "start": "2017-12-04T09:00""#
      ])
      try home.open(bundle).see("Opening")
      try home.open(bundle, environment: ["LC_ALL": "fr_FR.UTF-8"]).see("Ouverture")
      try home.open(bundle, environment: ["LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de:fr"]).see("Ouverture")
      try home.open(bundle, environment: ["LC_ALL": "de_DE.UTF-8"]).see("Opening")
    }

    @Test("Palette, help and prefix keys open boxes that answer to typing")
    func boxes() throws {
      let story = try Home().open()
      try story.see("NOW")
      story.press(":")
      try story.see("All commands", "Run:")
      story.type("next day")
      try story.see("Show the next day")
      story.press(.enter)
      try story.see("[Tue 5]")
      story.press("?")
      try story.see("Help", "Search help:")
      story.type("day before")
      story.press(.enter)
      try story.see("[Mon 4]")
      story.press("f")
      try story.see("Then press")
      story.press("k")
      try story.see("Show only this kind")
      story.type("meal")
      story.press(.enter)
      try story.see("Only meals", "12:30-14:00")
      try story.wait(untilGone: "09:00-10:30")
      story.press("f", "c")
      try story.see("09:00-10:30")
    }
  }
}
