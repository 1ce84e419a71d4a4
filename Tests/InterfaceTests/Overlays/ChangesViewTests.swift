import Agenda
import Catalogue
import Cells
import Messages
import Testing

@testable import Interface

/// What has changed in the agenda, as it is told, marked and acknowledged.
struct ChangesViewTests {
  private static func entry(
    _ key: String, _ heading: String, _ label: Message, _ pieces: [WordChanges.Piece] = [],
    _ change: (inout AgendaNews.Entry) -> Void = { _ in }
  ) -> AgendaNews.Entry {
    var entry = AgendaNews.Entry(
      key: key, day: CalendarDate(dayNumber: 17_504), heading: heading, rows: [AgendaNews.Row(label, pieces)])
    change(&entry)
    return entry
  }

  private static func page(_ id: String, _ title: String, _ start: Instant) -> SessionPage {
    var page = SessionPage()
    (page.row.id, page.row.title, page.row.start, page.row.room) = (id, title, start, "Main Hall")
    page.details = "How it was meant."
    return page
  }

  private static func news() -> AgendaNews {
    var news = AgendaNews()
    news.version = 4
    news.summary = .data("2 sessions changed, 1 removed, 1 doubtful")
    news.entries = [
      entry(
        "renamed", "09:00-10:30  Welcome and Introductions", Message("renamed"),
        [.init(.gone, "Hello"), .init(.come, "Welcome"), .init(.same, "and Introductions")]
      ) { ($0.new, $0.newTitle) = ("opening", "Welcome and Introductions") },
      entry(
        "moved", "11:00-12:30  Treaty bodies", Message("moved"),
        [.init(.gone, "10:00-11:30"), .init(.come, "11:00-12:30")]
      ) { ($0.new, $0.newTitle) = ("treaty", "Treaty bodies") },
      entry("removed", "13:00-14:00  Lost talk", Message("removed")) { ($0.old, $0.oldTitle) = ("lost", "Lost talk") },
      entry("doubt", "15:00  Old talk", Message("perhaps it became"), [.init(.come, "Courts")]) {
        ($0.old, $0.oldTitle, $0.new, $0.newTitle, $0.isDoubtful) = ("aside", "Old talk", "courts", "Courts", true)
      },
    ]
    let day = CalendarDate(dayNumber: 17_504)
    news.removed = [
      .init(page: page("lost", "Lost talk", Sample.at(4, 13)), day: day, key: "removed"),
      .init(page: page("aside", "Old talk", Sample.at(4, 15)), day: day, key: "doubt"),
    ]
    return news
  }

  private static func story(
    starred: Set<Session.ID> = ["lost", "treaty", "aside"], width: Int = 80, height: Int = 24, isASCII: Bool = false
  ) throws -> Story {
    var story = try Story(width: width, height: height, isASCII: isASCII, starred: starred)
    story.send(.agendaNews(news()))
    return story
  }

  @Test("The user's own concerns come first, then the others by day, with the words that differ marked")
  func order() throws {
    var story = try Self.story()
    #expect(story.message == "Press u: 2 sessions changed, 1 removed, 1 doubtful")
    story.press("u")
    let own = try #require(story.place(of: "Starred and noted"))
    let day = try #require(story.place(of: "Monday 4 December 2017"))
    let places = ["Treaty bodies", "Lost talk", "Old talk"].compactMap { words in
      story.lines.firstIndex { $0.contains(words) && $0.contains("Mon 4 Dec") }
    }
    #expect(places.count == 3 && places.allSatisfy { $0 > own.y && $0 < day.y })
    #expect(story.shows("renamed: [-Hello-] {+Welcome+} and Introductions"))
    #expect(story.shows("moved: 10:00-11:30 → 11:00-12:30"))
    #expect(story.shows("Is it the same? y: yes") && story.shows("1 of 4"))
  }

  @Test(
    "It fits every screen, with wide, combining and right-to-left text",
    arguments: [(80, 24), (160, 48), (40, 12), (20, 5)])
  func sizes(width: Int, height: Int) throws {
    for isASCII in [false, true] {
      var story = try Self.story(width: width, height: height, isASCII: isASCII)
      var news = Self.news()
      news.entries.append(
        Self.entry(
          "wide", "16:00  大會議廳 Cafe\u{301} حقوق 👩🏽‍⚖️", Message("renamed"),
          [.init(.come, String(repeating: "長", count: 90))]))
      story.send(.agendaNews(news))
      story.press("u")
      for _ in 0..<6 {
        story.check("changes at \(width)x\(height)")
        story.press("j")
      }
    }
  }

  @Test("What is acknowledged in another window is gone here too, and nothing is said or asked again")
  func acknowledgedInAnotherWindow() throws {
    var story = try Self.story(starred: ["treaty"])
    story.press("u")
    #expect(story.shows("1 of 4"))
    story.send(.agendaAcknowledged(["moved", "unknown"], upTo: 3))
    #expect(story.shows("1 of 3") && !story.lines.contains { $0.contains("11:00-12:30 *±") })
    story.check("one gone")
    story.press(.escape)
    story.send(.notice(.data("Another word")))
    story.send(.agendaAcknowledged(["moved"], upTo: 3))
    #expect(story.message == "Another word")
    story.send(.agendaAcknowledged([], upTo: 4))
    #expect(story.app.world.news.entries.isEmpty && !story.shows("±") && story.effects.isEmpty)
    story = try Self.story()
    story.send(.agendaAcknowledged([], upTo: 5))
    #expect(story.message == nil, "what was said of changes is no more true")
  }

  @Test("The sign of a change stands in a column of its own, until it is acknowledged")
  func marked() throws {
    var story = try Self.story(starred: ["treaty"])
    func signs() -> [String] { story.lines.map { String($0.prefix(22)) }.filter { $0.contains("±") } }
    #expect(signs().count == 3 && signs().contains { $0.contains("11:00-12:30 * ±") })
    story.press("u")
    story.effects = []
    story.press("a")
    #expect(story.effects == [.acknowledge(["moved"], version: 4)])
    story.press(.escape)
    #expect(signs().count == 2 && !signs().contains { $0.contains("11:00") })
    story.press("u", "A")
    #expect(story.effects.last == .acknowledge(nil, version: 4) && signs().isEmpty)
    #expect(story.message == "All changes are acknowledged" && !story.shows("What has changed"))
    story.press("u")
    #expect(story.message == "Nothing has changed that you have not acknowledged")
  }

  @Test("In search and timetable the sign stands too, and without Unicode it is a number sign")
  func elsewhere() throws {
    var story = try Self.story(width: 160, height: 48)
    story.find("welcome")
    #expect(story.lines.contains { $0.contains("± Mon 4 09:00") && $0.contains("Welcome and Introductions") })
    story.press(.escape, "v")
    #expect(story.lines.contains { $0.contains("± ") && $0.contains("Welcome") } || story.shows("±"))
    var plain = try Self.story(isASCII: true)
    #expect(!plain.shows("±") && plain.lines.contains { $0.contains("11:00-12:30 * #") })
    plain.press("j")
  }

  @Test("What was removed and is starred stays in its place, says so, and its page is read as it was")
  func removed() throws {
    var story = try Self.story(starred: ["lost"])
    let row = try #require(story.lines.firstIndex { $0.contains("removed: Lost") })
    let before = try #require(story.lines.firstIndex { $0.contains("11:30-13:00") })
    let after = try #require(story.lines.firstIndex { $0.contains("14:00-15:00") })
    #expect(before < row && row < after && story.lines[row].contains("*"))
    #expect(!story.shows("Old talk"), "nobody has starred it")
    for _ in 0..<4 { story.press("j") }
    #expect(story.selected == "lost" && story.shows("no longer in the agenda") && story.shows("How it was meant."))
    story.check("on what was removed")
    // It stays when it is acknowledged, until the star is taken away.
    story.press("u", "A")
    #expect(story.shows("removed: Lost"))
    story.press("*", "*")
    #expect(!story.shows("removed: Lost") && story.app.world.stars.starred.isEmpty)
    #expect(story.effects.contains(.setGrade("lost", title: "Lost talk", nil)))
    story.check("after it has gone")
  }

  @Test("What has notes stays until it is acknowledged")
  func noted() throws {
    var story = try Self.story(starred: [])
    #expect(!story.shows("removed:"))
    story.send(.notes([.init(target: .session("lost"), text: "What was said")]))
    #expect(story.shows("removed: Lost"))
    story.press("u", "A")
    #expect(!story.shows("removed:"))
  }

  @Test("Enter reads the session of a change, also one that is gone")
  func opened() throws {
    var story = try Self.story(starred: ["lost"])
    story.press("u", .enter)
    #expect(story.selected == "lost" && story.shows("no longer in the agenda"))
    story.press("u", "G", "k", .enter)
    #expect(story.selected == "treaty" || story.selected == "opening" || story.selected == "courts")
  }

  @Test("A doubtful one is asked: yes takes star and note along, no leaves them")
  func asked() throws {
    var story = try Self.story(starred: ["aside"])
    story.press("u")
    #expect(story.shows("Is it the same?"))
    story.effects = []
    story.press("y")
    #expect(story.effects == [.carryOver("aside", to: "courts"), .acknowledge(["doubt"], version: 4)])
    story.send(.plan(.of(["courts"])))
    story.press(.escape)
    #expect(!story.shows("Old talk") && story.app.world.stars.starred == ["courts"])

    var other = try Self.story(starred: ["aside"])
    other.press("u")
    other.effects = []
    other.press("n")
    #expect(other.effects == [.acknowledge(["doubt"], version: 4)])
    other.press(.escape)
    #expect(other.shows("removed: Old"))
  }

  @Test("An old version says which it is, and nothing can be starred, written or acknowledged in it")
  func oldVersion() throws {
    var story = try Story()
    story.app.showVersion(.data("version 3 of yesterday"))
    #expect(story.title.contains("version 3 of yesterday"))
    story.press("*", "e")
    #expect(story.effects.allSatisfy { $0 == .bell } && story.app.world.stars.starred.isEmpty)
    #expect(story.message == "This is an old version of the agenda, which can only be read")
  }

  @Test("A removed session in a filtered day, a timetable and on a day that is gone does no harm")
  func odd() throws {
    var news = Self.news()
    news.removed[1].day = CalendarDate(dayNumber: 17_600)
    var story = try Story(starred: ["lost", "aside"])
    story.send(.agendaNews(news))
    for keys in ["fs", "v", "v", "fc", "]", "]", "[", "."] {
      story.type(keys)
      story.check("after \(keys)")
    }
    story.app.replace(try Catalogue.compile(Sample.crowded(300), problemCount: 0, languages: ["en"]))
    story.check("in a crowded day")
    story.press("v", .end, .home, "v")
    story.check("in its timetable")
  }
}
