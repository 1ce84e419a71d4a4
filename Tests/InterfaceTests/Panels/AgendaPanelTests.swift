import Agenda
import Cells
import Testing

@testable import Interface

struct AgendaPanelTests {
  @Test("Whole titles, signs, progress and the mark of a note at 80x24")
  func agenda80x24() throws {
    let story = try Story.annotated(80, 24)
    #expect(
      story.screen == """
         Elections and Rights           Sun 3 [Mon 4] Tue 5            draft  09:41 EST
        ┌ 1 Agenda ──────────── •1 1/7 ─┬ 2 Session ─ 3 Background ─ 4 Documents ─ Top ┐
        │>09:00-10:30•    Welcome and   │ Welcome and Introductions                    │
        │                 Introductions │                                              │
        │   NOW █████░░░░░░ 49 min left │ Mon 4 Dec 09:00-10:30 (1 h 30) · 49 min left │
        │ 10:30-11:00 *   Coffee break  │ • Notes                                      │
        │ 11:00-12:30 *!  Treaty bodies │ Main Hall                                    │
        │                 and election  │ Law                                          │
        │                 observation   │                                              │
        │ 11:30-13:00 *!? Courts before │ Chair: Zoë Müller, Director, The Institute   │
        │                 election day  │                                              │
        │ 14:00-15:00   x Budgets of    │ Who is here, and what the three days are     │
        │                 observers     │ for.                                         │
        │ 19:00           Dinner        │                                              │
        │ 23:00-01:00     Night of      │ In this session                              │
        │                 results       │  1. Welcome                                  │
        │                               │     Ábel Ruiz                                │
        │                               ├ 5 Notes ─────────────────────────── 3 lines ─┤
        │                               │ Ask Zoë about the list.                      │
        │                               │                                              │
        │                               │ • and the date                               │
        └───────────────────────────────┴──────────────────────────────────────────────┘
         Next on your plan: 10:30 in 49 min: Coffee break
         Enter read  e note  * star  / find  [ ] day  P plan  : all  ? help  q quit
        """)
  }

  @Test("A narrow screen shows one panel, with one line a session at 40x12")
  func agenda40x12() throws {
    let story = try Story.annotated(40, 12)
    #expect(
      story.screen == """
                Sun 3 [Mon 4] Tue 5       09:41
         1 Agenda 2 Sess 3 Back 4 Docs 5 Note
        >09:00-10:30•    Welcome and…
           NOW █████████░░░░░░░░░░░ 49 min left
         10:30-11:00 *   Coffee break
         11:00-12:30 *!  Treaty bodies and…
         11:30-13:00 *!? Courts before…
         14:00-15:00   x Budgets of observers
         19:00           Dinner
         23:00-01:00     Night of results
         Next on your plan: 10:30 in 49 min:…
         Enter read  : all  ? help  q quit
        """)
  }

  @Test("The smallest screen shows the time without the end at 20x5")
  func agenda20x5() throws {
    let story = try Story.annotated(20, 5)
    #expect(
      story.screen == """
           <[Mon 4]>  09:41
         1 Agenda 2 3 4 5
           NOW 49 min left
        >09:00•    Welcome…
         : all  q quit
        """)
  }

  @Test("Days that have no room in the title bar are pointed to, and to none where all are shown")
  func moreDays() throws {
    var story = try Story(width: 26, height: 8)
    #expect(story.title.contains("<[Mon 4] Tue 5 "), "\(story.screen)")
    story.press("]")
    #expect(story.title.contains("<Mon 4 [Tue 5] "), "\(story.screen)")
    story.press("[", "[")
    #expect(story.title.contains("[Sun 3] Mon 4>"), "\(story.screen)")
    story.resize(80, 24)
    #expect(!story.title.contains("<") && !story.title.contains(">"))
  }

  @Test("A short screen has no borders, and the reading panel beside the agenda")
  func short() throws {
    let story = try Story(width: 80, height: 10)
    #expect(
      story.screen == """
         Elections and Rights           Sun 3 [Mon 4] Tue 5            draft  09:41 EST
         1 Agenda                         2 Session 3 Background 4 Documents 5 Notes
           NOW █████░░░░░░░ 49 min left   Welcome and Introductions
        >09:00    Welcome and…
         10:30    Coffee break            Mon 4 Dec 09:00-10:30 (1 h 30) · 49 min left
         11:00    Treaty bodies and…      Main Hall
         11:30  ? Courts before…          Law
         14:00  x Budgets of observers
         19:00    Dinner                  Chair: Zoë Müller, Director, The Institute
         Enter read  e note  * star  / find  [ ] day  . now  : all  ? help  q quit
        """)
  }

  @Test("Wide, combining, joined and right-to-left characters leave the borders in place")
  func scripts() throws {
    let story = try Story(Sample.scripts())
    #expect(
      story.screen == """
         人權與選舉 – ﻥﺎﺴﻧﺈﻟﺍ ﻕﻮﻘﺣ               [Mon 4]               draft  09:41 EST
        ┌ 1 Agenda ─────────────── 1/4 ─┬ 2 Session ─ 3 Background ─ 4 Documents ──────┐
        │>09:00-10:30   歡迎與介紹：選  │ 歡迎與介紹：選舉觀察員在三天之內想要達成的目 │
        │               舉觀察員在三天  │ 標                                           │
        │               之內想要達成的  │                                              │
        │               目標            │ Mon 4 Dec 09:00-10:30 (1 h 30) · 49 min left │
        │               大會議廳        │ 大會議廳                                     │
        │   NOW █████░░░░░░ 49 min left │                                              │
        │ 11:00-12:00   ﻥﺎﺴﻧﺈﻟﺍ ﻕﻮﻘﺣ    │ Zoë Müller 👩⚖, 主任                         │
        │               ﻲﻓ ﺕﺎﺑﺎﺨﺘﻧﺎﻟﺍﻭ  │                                              │
        │               ﺎﻬﻠﻛ ﻥﺍﺪﻠﺒﻟﺍ    │ In this session                              │
        │               ﻡﻮﻴﻟﺍ           │  1. 第一項：前言                             │
        │               ءﺎﻗﺭﺰﻟﺍ ﺔﻋﺎﻘﻟﺍ  │     → 日內瓦條約機構研討會（第二次）, June   │
        │ 13:00-14:00   ẹ́lections å̧     │       2016, Geneva [1]                       │
        │               venir, très     │                                              │
        │               proches         │                                              │
        │               Ørestad 🏛 sal 4 │                                              │
        │ 19:00         🍽 Dinner 👨👩👧 │                                              │
        │               👦 USGE םולש    │                                              │
        │               餐廳            ├ 5 Notes ─────────────────────────────────────┤
        │                               │ No notes on this page. Press e to write.     │
        └───────────────────────────────┴──────────────────────────────────────────────┘
         Times may still change
         Enter read  e note  * star  / find  . now  b background  : all  ? help  q quit
        """)
  }

  @Test("Without the lines borders, bars and arrows are ASCII; the problems of the bundle are counted")
  func ascii() throws {
    let story = try Story(isASCII: true, problems: 3)
    #expect(
      story.screen == """
         Elections and Rights           Sun 3 [Mon 4] Tue 5            draft  09:41 EST
        + 1 Agenda --------------- 1/7 -+ 2 Session - 3 Background - 4 Documents - Top +
        |>09:00-10:30    Welcome and    | Welcome and Introductions                    |
        |                Introductions  |                                              |
        |   NOW #####...... 49 min left | Mon 4 Dec 09:00-10:30 (1 h 30) · 49 min left |
        | 10:30-11:00    Coffee break   | Main Hall                                    |
        | 11:00-12:30    Treaty bodies  | Law                                          |
        |                and election   |                                              |
        |                observation    | Chair: Zoë Müller, Director, The Institute   |
        | 11:30-13:00  ? Courts before  |                                              |
        |                election day   | Who is here, and what the three days are     |
        | 14:00-15:00  x Budgets of     | for.                                         |
        |                observers      |                                              |
        | 19:00          Dinner         | In this session                              |
        | 23:00-01:00    Night of       |  1. Welcome                                  |
        |                results        |     Ábel Ruiz                                |
        |                               |  2. Goals of the conference                  |
        |                               |  3. Outcomes of the workshops                |
        |                               |     > Launch of the project, February 2015,  |
        |                               + 5 Notes -------------------------------------+
        |                               | No notes on this page. Press e to write.     |
        +-------------------------------+----------------------------------------------+
         Times may still change
         Enter read  e note  * star  / find  [ ] day  . now  : all  ? help  q quit
        """)
  }

  @Test("Without previous meetings a wide screen gives their room to the agenda")
  func wideWithoutBackground() throws {
    let story = try Story(Sample.busy(), width: 160, height: 24, at: Sample.at(4, 9, 35))
    story.check("a wide screen")
    #expect(story.lines[1].contains(" 2 Session ─ 3 Background ─ 4 Documents "), "\(story.screen)")
    #expect(story.shows("Da An index for everything that was ever written"))
  }

  @Test("A session that is come to from far has its neighbours around it; a page further it does not jump")
  func fromFar() throws {
    var story = try Story(Sample.crowded(300), at: Sample.at(4, 8))
    story.find("session 200 on")
    story.press(.enter)
    let line = try #require(story.lines.firstIndex { $0.hasPrefix("│>") })
    #expect((6...10).contains(line), "\(story.screen)")
    story.press("1", "g")
    for _ in 0..<3 { story.press(.pageDown) }
    #expect(story.lines.firstIndex { $0.hasPrefix("│>") } == 14, "\(story.screen)")
  }

  @Test("A crowded day has time, title and room of each session in a line, said once where sessions begin together")
  func table() throws {
    var agenda = Sample.crowded(300)
    for index in agenda.sessions.indices { agenda.sessions[index].start = Sample.at(4, 9 + index / 40) }
    for index in agenda.sessions.indices { agenda.sessions[index].end = Sample.at(4, 10 + index / 40) }
    var story = try Story(agenda, at: Sample.at(4, 8))
    #expect(story.lines[2].hasPrefix("│ Next in 1 h ─────"), "\(story.screen)")
    #expect(story.lines[3].hasPrefix("│>09:00-10:00   Session 0 on elections"), "\(story.screen)")
    #expect(story.lines[4].hasPrefix("│               Session 20 on elections"), "\(story.screen)")
    #expect(story.lines[4].contains("  Room 0 "), "\(story.screen)")
    // At the top of what is shown the time stands, wherever that is.
    story.press(.pageDown, .pageDown)
    let first = try #require(story.lines[2...].first { !$0.contains("───") })
    #expect(first.hasPrefix("│ 09:00-10:00 "), "\(story.screen)")
    story.check("a table of a crowded day")
  }

  @Test("Where whole titles do not fit, the lines that are left are shared out, second lines before third ones")
  func sharedOut() throws {
    var agenda = Sample.busy()
    agenda.sessions[0].title = Text(String(repeating: "A very long title ", count: 20))
    var story = try Story(agenda, width: 80, height: 20, at: Sample.at(4, 8))
    #expect(story.lines.contains { $0.contains("K.1.105") }, "a list with the focus has a line each, and rooms")
    story.press(.enter)
    let rows = story.lines[2...].map { $0.prefix(32) }
    #expect(story.agendaView?.lines.count == 15, "\(story.screen)")
    #expect(rows[1].hasPrefix("│            A very long title"), "\(story.screen)")
    #expect(rows.contains { $0.contains("…") }, "\(story.screen)")
    #expect(story.shows("ever written"), "the others are whole")
    story.check("titles that share lines")
  }

  @Test("What is on stands together on a crowded day, the latest first, under how many it is; what is over recedes")
  func together() throws {
    var agenda = Sample.crowded(300)
    // It goes on since the morning.
    agenda.sessions[0].end = Sample.at(4, 18)
    var story = try Story(agenda, at: Sample.at(4, 12, 10))
    let heading = try #require(story.lines.firstIndex { $0.hasPrefix("│ On now: 35 sessions ───") }, "\(story.screen)")
    #expect(story.lines[heading + 1].hasPrefix("│>12:10-13:10   Session 106 on"), "\(story.screen)")
    #expect(story.lines[heading + 2].hasPrefix("│ 12:09-13:09   Session 105 on"), "\(story.screen)")
    #expect(story.lines[heading - 1].hasPrefix("│ 11:09-12:09   Session 72 on"), "\(story.screen)")
    #expect(story.picture.buffer[30, heading - 1].style == story.app.world.theme.style(.dim))
    #expect(story.picture.buffer[30, heading + 2].style == story.app.world.theme.style(.running))
    // Down goes through them to what comes next.
    for _ in 0..<34 { story.press(.down) }
    #expect(story.lines.contains { $0.hasPrefix("│>09:00-18:00   Session 0 on") }, "\(story.screen)")
    story.press(.down)
    #expect(story.lines.contains { $0.hasPrefix("│>12:12-13:12   Session 107 on") }, "\(story.screen)")
    story.press(.up, .up)
    #expect(story.selected == "s73", "\(story.screen)")
    story.press("g")
    #expect(story.selected == "s1", "\(story.screen)")
    story.press("G")
    #expect(story.selected == "s299", "\(story.screen)")
    // A minute later others are on, and the selection stays with its session.
    story.press(".")
    story.wait(until: Sample.at(4, 12, 11))
    #expect(story.shows("On now: 34 sessions"), "\(story.screen)")
  }

  @Test("Where few rows stand beside a page, no name of a place is cut in the middle of a word")
  func narrowTracks() throws {
    var agenda = Sample.busy()
    agenda.tracks = (0..<20).map { Track(id: "t\($0)", name: Text("Registration \($0) desk")) }
    agenda.rooms = [Room(id: "c", name: Text("Entrance C, Amsterdam, Netherlands"))]
    agenda.sessions = agenda.sessions.prefix(2).map { session in
      var session = session
      (session.room, session.track) = ("c", "t3")
      return session
    }
    let story = try Story(agenda, at: Sample.at(4, 9, 10))
    #expect(story.shows(" Netherlands "), "\(story.screen)")
  }

  @Test("A crowded day takes the width while it has the focus, with what is selected below; else it stands beside")
  func focus() throws {
    var story = try Story(Sample.crowded(300), at: Sample.at(4, 12, 10))
    #expect(story.lines[15].hasPrefix("├ 2 Session ─ 3 Background ─ 4 Documents ─ 5 Notes ──"), "\(story.screen)")
    story.press(.enter)
    #expect(story.lines[1].contains("┬ 2 Session ─"), "\(story.screen)")
    story.press(.escape)
    #expect(!story.lines[1].contains("┬"), "\(story.screen)")
  }
}
