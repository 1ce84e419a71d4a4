import Catalogue
import Cells
import Testing

@testable import Interface

struct TimetableTests {
  /// Monday, with the welcome selected, as a timetable.
  private func open(_ width: Int, _ height: Int, isASCII: Bool = false) throws -> Story {
    var story = try Story(
      Sample.busy(), width: width, height: height, at: Sample.at(4, 9, 40), isASCII: isASCII, starred: ["panel"])
    story.press("g", "v")
    return story
  }

  @Test("Rooms are columns, time goes downwards, overlapping sessions stand side by side, at 80x24")
  func normal() throws {
    let story = try open(80, 24)
    story.check("the timetable")
    #expect(
      story.screen == """
         Free Software Days               [Mon 4] Tue 5                draft  09:40 EST
        ┌ 1 Timetable ─ 2 Sess ─ 3 Back ─ 4 Docs ─ 5 Note ────────── rooms 1-3/4  1/7 ─┐
        │   >  Janson                              K.1.105 (La…      AW1.120           │
        │09:00 >Welcome to the days                                                    │
        │      │09:00-10:00  MS                                                        │
        │NOW ──└                                  ─┌Phones without  ─┌An index for    ─│
        │10:00 ▌* The great                        │tears            │everything that  │
        │      ▌panel                              └09:30-10:30  Mo  │was ever written │
        │      ▌10:00-11:00  MS  ┌Double booked                      │09:30-12:00  Da  │
        │11:00                   │10:30-11:30  MS  ┌Tablets          │                 │
        │                        └                 └11:00-11:30  Mo  │                 │
        │                                                            └                 │
        │12:00                                                                         │
        │                                                                              │
        │                                                                              │
        │13:00                                                                         │
        │                                                                              │
        │                                                                              │
        │14:00                                                                         │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
         Next on your plan: 10:00 in 20 min: The great panel, Janson
         Enter read  e note  * star  / find  v list  J room  : all  ? help  q quit
        """)
  }

  @Test("One room at 40x12")
  func narrow() throws {
    let story = try open(40, 12)
    story.check("one room")
    #expect(
      story.screen == """
         Free Software…  [Mon 4] Tue 5    09:40
         1 Day 2 Sess 3 Back 4 Docs 5 Note
         < >  K.1.105 (La Fontaine)
        09:00

        NOW ──>Phones without tears            ─
        10:00 │09:30-10:30  Mo
              └

        11:00 ┌Tablets
         Next on your plan: 10:00 in 20 min:…
         Enter read  : all  ? help  q quit
        """)
  }

  @Test("ASCII at 60x16")
  func ascii() throws {
    let story = try open(60, 16, isASCII: true)
    story.check("in ASCII")
    #expect(
      story.screen == """
         Free Software Days     [Mon 4] Tue 5      draft  09:40 EST
        + 1 Timetable - 2 - 3 - 4 - 5 ------------- room 1/4  1/7 -+
        |   >  Janson                                              |
        |09:00 >Welcome to the days                                |
        |      |09:00-10:00  MS                                    |
        |NOW --+                                                  -|
        |10:00 #* The great panel                                  |
        |      #10:00-11:00  MS                                    |
        |      #                         +Double booked            |
        |11:00                           |10:30-11:30  MS          |
        |                                +                         |
        |                                                          |
        |12:00                                                     |
        +----------------------------------------------------------+
         Next on your plan: 10:00 in 20 min: The great panel,...
         Enter read  e note  * star  / find  : all  ? help  q quit
        """)
  }

  @Test("It opens with now in its upper half, so that what comes next is to be seen, and . comes back there")
  func opensAtNow() throws {
    var story = try Story(Sample.crowded(300), at: Sample.at(4, 12, 10))
    story.press("v")
    let line = try #require(story.lines.firstIndex { $0.contains("NOW ") })
    #expect((3..<12).contains(line), "\(story.screen)")
    story.press("G", ".")
    #expect(story.lines.firstIndex { $0.contains("NOW ") } == line, "\(story.screen)")
  }

  @Test("Arrows go to the session that is seen there")
  func moves() throws {
    var story = try open(80, 24)
    #expect(story.selected == "welcome")
    func go(_ keys: Key...) -> String? {
      for key in keys { story.press(key) }
      story.check("after \(keys.map(\.name))")
      return story.selected
    }
    #expect(go(.right) == "phones")
    #expect(go(.right) == "index")
    #expect(go("h", "h") == "welcome")
    #expect(go(.down) == "panel")
    #expect(go(.right) == "clash")
    #expect(go("l") == "tablets")
    #expect(go(.left) == "clash")
    #expect(go(.left) == "panel")
    #expect(go(.up) == "welcome")
    #expect(go(.up) == "welcome")
    #expect(go("G") == "walk")
    #expect(go("]") == "vacuum")
    #expect(story.title.contains("[Tue 5]"))
  }

  @Test("Moves to the side keep to their time through a room with a long session")
  func anchor() throws {
    var story = try open(80, 24)
    story.press(.right, .down)
    #expect(story.selected == "tablets")
    story.press(.right)
    #expect(story.selected == "index")
    story.press(.left)
    #expect(story.selected == "tablets")
  }

  @Test("Enter reads the session, Esc comes back to the timetable, v to the list")
  func reading() throws {
    var story = try open(80, 24)
    story.press(.right, .enter)
    #expect(story.app.stack.desk.focus == .session)
    #expect(story.shows("Phones without tears"))
    story.press(.escape)
    #expect(story.shows("1 Timetable"))
    #expect(story.selected == "phones")
    story.press("v")
    #expect(story.shows("1 Agenda"))
    #expect(story.selected == "phones")
  }

  @Test("Filters leave their rooms alone")
  func filtered() throws {
    var story = try open(80, 24)
    story.press("f", "r")
    story.type("aw")
    story.press(.enter)
    #expect(story.shows("AW1.120"))
    #expect(!story.shows("Janson "))
    #expect(story.selected == "index")
    story.check("one room left")
  }

  @Test("A wide screen has the selected session beside it")
  func wide() throws {
    var story = try open(160, 48)
    #expect(story.shows("1 Timetable"))
    #expect(story.shows("2 Session"))
    #expect(story.shows("Maintainer"))
    story.press(.right, .enter)
    #expect(story.app.stack.desk.focus == .session)
    #expect(story.shows("1 Timetable"))
    #expect(story.selected == "phones")
    story.check("beside the session")
  }

  @Test("A click selects the box under it, a double click reads it")
  func clicks() throws {
    var story = try open(80, 24)
    story.click("Tablets")
    #expect(story.selected == "tablets")
    story.click("Phones", .doubleClick)
    #expect(story.selected == "phones")
    #expect(story.app.stack.desk.focus == .session)
  }

  @Test("No title is cut within a word without an ellipsis", arguments: 8...40)
  func words(width: Int) {
    let title = "An index for everything that was ever written"
    for height in 1...6 {
      let lines = TimetableBox.words(title, width: width, lines: height, ellipsis: "…")
      #expect(lines.count <= height)
      #expect(lines.allSatisfy { displayWidth($0) <= width })
      let shown = lines.joined(separator: " ")
      if shown.hasSuffix("…") {
        #expect(title.hasPrefix(String(shown.dropLast())) || width < 11)
      } else {
        #expect(shown.split(separator: " ").joined() == title.split(separator: " ").joined())
      }
    }
  }

  @Test("It looks right at every size, in every script, and with a crowd", arguments: sizes)
  func everySize(width: Int, height: Int) throws {
    for agenda in [Sample.busy(), Sample.scripts(), Sample.crowded(200), Sample.agenda()] {
      var story = try Story(agenda, width: width, height: height, at: Sample.at(4, 9, 40))
      story.press("v")
      story.check("opened")
      for key in [Key.right, .down, .right, .pageDown, .left, "G", "g", .enter, .escape, "z", "z", "]", "["] {
        story.press(key)
        story.check("after \(key.name)")
      }
    }
  }

  @Test("Every session has a place of its own, and nothing lies over anything")
  func places() throws {
    for agenda in [Sample.busy(), Sample.crowded(300)] {
      let story = try Story(agenda, at: Sample.at(4, 9, 40))
      let rows = story.app.world.programme.rows
      let catalogue = story.app.world.catalogue
      let timetable = Timetable(
        rows, spans: catalogue.spans(of: rows), offset: -18_000, rooms: catalogue.allRooms)
      #expect(timetable.boxes.count == rows.count)
      for (index, box) in timetable.boxes.enumerated() {
        #expect(!box.time.isEmpty && !box.lanes.isEmpty)
        #expect(timetable.columns[box.column].room == rows[index].roomNumber)
        for other in timetable.boxes[(index + 1)...] where box.time.overlaps(other.time) {
          #expect(!box.lanes.overlaps(other.lanes))
        }
      }
    }
  }
}
