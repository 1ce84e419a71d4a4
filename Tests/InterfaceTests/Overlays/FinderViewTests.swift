import Agenda
import Cells
import Messages
import Testing

@testable import Interface

struct FinderViewTests {
  private static func listed(_ title: String, _ address: String, _ start: (Int, Int, Int)?, days: Int = 2)
    -> ListedConference
  {
    var conference = ListedConference(title: Text(title), address: address)
    conference.start = start.flatMap { CalendarDate(year: $0, month: $1, day: $2) }
    conference.end = conference.start?.advanced(by: days - 1)
    conference.timeZone = "Europe/Brussels"
    return conference
  }

  private static let conferences = [
    listed("FOSDEM 2018", "https://fosdem.org/2018/schedule/xml", (2018, 2, 3)),
    listed("Chaos Communication Congress", "https://fahrplan.ccc.de/34c3.xml", (2017, 12, 27), days: 4),
    listed("Café 公民空間 e\u{301}te", "https://user.example/x", nil),
    listed("FOSDEM 2012", "https://fosdem.org/2012/schedule/xml", (2012, 2, 4)),
  ]

  private static func lists(_ conferences: [ListedConference], words: Message? = nil, isAsking: Bool = false) -> Event {
    .conferencesListed(ConferenceSearch(conferences), languages: ["en"], words: words, isAsking: isAsking)
  }

  private func story(_ width: Int = 80, _ height: Int = 24) throws -> Story {
    var story = try Story(width: width, height: height)
    story.press("D")
    #expect(story.effects == [.listDirectories])
    story.effects = []
    story.send(Self.lists(Self.conferences))
    return story
  }

  private func rows(_ story: Story) -> [FinderView.Row] { (story.box as? FinderView)?.rows ?? [] }

  @Test("What is found at 80x24: name, dates, zone and place on the web, the nearest first")
  func picture() throws {
    let story = try story()
    #expect(
      story.screen == """
         Elections and Rights           Sun 3 [Mon 4] Tue 5            draft  09:41 EST
        ┌─ Find a conference ──────────────────────────────────────────────── 4 found ─┐
        │ Name:                                                                        │
        │                                                                              │
        │> Chaos Communication Congress                                                │
        │    27-30 December 2017  Europe/Brussels  fahrplan.ccc.de                     │
        │  FOSDEM 2018                                                                 │
        │    3-4 February 2018  Europe/Brussels  fosdem.org                            │
        │  FOSDEM 2012                                                                 │
        │    4-5 February 2012  Europe/Brussels  fosdem.org                            │
        │  Café 公民空間 e\u{301}te                                                           │
        │    Europe/Brussels  user.example                                             │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
         Times may still change
         Enter open  Up Down choose  Esc close
        """)
    for (width, height) in [(160, 48), (40, 12), (20, 5), (30, 8)] { try self.story(width, height).check("\(width)") }
  }

  @Test("At 40x12 name and dates are there, and what is being done has a line of its own")
  func small() throws {
    var story = try story(40, 12)
    story.type("fosdem")
    story.send(Self.lists(Self.conferences, isAsking: true))
    #expect(
      story.screen == """
                Sun 3 [Mon 4] Tue 5       09:41
        ┌─ Find a conference ──────── 2 found ─┐
        │ Name: fosdem                         │
        │                                      │
        │> FOSDEM 2018                         │
        │    3-4 February 2018  Europe/Brussels│
        │  FOSDEM 2012                         │
        │    4-5 February 2012  Europe/Brussels│
        │                                      │
        │ Asking the directories for their…    │
        └──────────────────────────────────────┘
         Enter open  Up Down choose  Esc close
        """)
  }

  @Test("Enter has the conference fetched, which is said, and opens it once it is there")
  func opened() throws {
    var story = try story()
    story.type("FOSDÉM 2012")
    #expect(rows(story) == [.conference(Self.conferences[3])])
    story.press(.enter)
    #expect(story.effects == [.bringConference("https://fosdem.org/2012/schedule/xml")])
    #expect(story.shows("Fetching FOSDEM 2012…"))
    // Keys go on meanwhile.
    story.press(.control("u"))
    story.type("chaos")
    #expect(story.shows("> Chaos Communication Congress") && story.shows("Fetching FOSDEM 2012…"))
    story.effects = []
    story.send(.conferenceBrought(path: "/data/fosdem"))
    #expect(story.effects == [.openConference("/data/fosdem")] && story.box == nil)
  }

  @Test("Esc lets go of what is fetched, and what comes all the same is not opened")
  func left() throws {
    var story = try story()
    story.press(.enter, .escape)
    #expect(story.effects == [.bringConference("https://fahrplan.ccc.de/34c3.xml"), .stopBringing])
    story.effects = []
    story.send(.conferenceBrought(path: "/data/34c3"))
    #expect(story.effects.isEmpty && story.box == nil)
    story.press("D")
    story.send(Self.lists(Self.conferences))
    #expect(!story.shows("Fetching"))
  }

  @Test("What could not be fetched is said where it was chosen, and the box stays")
  func failed() throws {
    var story = try story()
    story.press(.enter)
    story.send(.conferenceNotBrought(.data("https://fahrplan.ccc.de/…: cannot be opened: there is nothing there")))
    #expect(story.shows("cannot be opened: there is nothing there") && !story.shows("Fetching"))
    #expect(story.box is FinderView)
  }

  @Test("Lists that come later keep what was selected")
  func later() throws {
    var story = try story()
    story.press(.down)
    #expect(story.shows("> FOSDEM 2018"))
    story.send(
      Self.lists([Self.listed("Tomorrow", "https://t.org", (2017, 12, 5))] + Self.conferences, words: .data("A word")))
    #expect(story.shows("> FOSDEM 2018") && story.shows("  Tomorrow") && story.shows("A word"))
    story.send(Self.lists([]))
    #expect(story.shows("No list of conferences is here"))
    story.press(.enter, .down, .up)
    story.check("empty")
  }

  @Test("An address is taken as that of an agenda, or of a directory; nothing secret of it is shown but what was typed")
  func address() throws {
    var story = try story()
    story.type("HTTPS://me:pw@pretalx.com/demo?token=t")
    let address = "HTTPS://me:pw@pretalx.com/demo?token=t"
    #expect(rows(story) == [.agenda(address), .directory(address)])
    #expect(story.lines.dropFirst(4).allSatisfy { !$0.contains("token") && !$0.contains("pw") })
    #expect(story.shows("pretalx.com"))
    story.press(.down, .enter)
    #expect(story.effects == [.addDirectory(address)])
    #expect(rows(story).count == 4, "the line is free for words")
    story.effects = []
    story.type("http://a.org/x.ics")
    story.press(.enter)
    #expect(story.effects == [.bringConference("http://a.org/x.ics")] && story.shows("Fetching a.org…"))
    story.press(.control("u"))
    story.type("http: //a")
    #expect(rows(story).isEmpty && story.shows("Nothing has these words."))
  }

  @Test("Visitors of a kiosk never get there")
  func kiosk() {
    #expect(Visit.allowed.isDisjoint(with: ["findConference", "conferences"]))
  }

  @Test("Thousands of conferences are looked through while somebody types")
  func many() throws {
    var story = try Story()
    story.press("D")
    story.send(
      Self.lists((0..<5_000).map { Self.listed("Zoë's day \($0)", "https://a.org/\($0)", (2018, 1, 1 + $0 % 28)) }))
    let clock = ContinuousClock()
    let time = clock.measure { story.type("zoe 4999") }
    #expect(rows(story).count == 1)
    #expect(time < .seconds(4), "\(time) in a build without optimization")
    story.check("many")
  }
}
