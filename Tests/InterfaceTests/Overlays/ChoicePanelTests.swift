import Cells
import Testing

@testable import Interface

/// Boxes to choose from.
struct ChoicePanelTests {
  @Test("The palette at 80x24")
  func palette80x24() throws {
    var story = try Story.annotated(80, 24)
    story.press(":")
    #expect(
      story.screen == """
         Elections and Rights           Sun 3 [Mon 4] Tue 5            draft  09:41 EST
        ┌ 1 Agenda ──────────── •1 1/7 ─┬ 2 Session ─ 3 Background ─ 4 Documents ─ Top ┐
        │>┌─ All commands ───────────────────────────────────────────────────────────┐ │
        │ │ Run:                                                                     │ │
        │ │                                                                          │ │
        │ │ > Move up a row or a line                                          Up, k │ │
        │ │   Move down a row or a line                                      Down, j │ │
        │ │   Move up a page                                            PgUp, Ctrl-B │ │
        │ │   Move down a page                                   PgDn, Space, Ctrl-F │ │
        │ │   Go to the first row or line                                    Home, g │ │
        │ │   Go to the last row or line                                      End, G │ │
        │ │   Show the day before                                                  [ │ │
        │ │   Show the next day                                                    ] │ │
        │ │   Go to what is on now or comes next                                   . │ │
        │ │   Go to the agenda                                                     1 │ │
        │ │   Go to the session                                                    2 │ │
        │ │   Go to the background: previous meetings                              3 │ │
        │ │   Go to the documents                                                  4 │─┤
        │ │   Go to the notes                                                      5 │ │
        │ └──────────────────────────────────────────────────────────────────────────┘ │
        │                               │ • and the date                               │
        └───────────────────────────────┴──────────────────────────────────────────────┘
         Next on your plan: 10:30 in 49 min: Coffee break
         Enter run  Up Down choose  Esc close
        """)
  }

  @Test("The palette at 20x5")
  func palette20x5() throws {
    var story = try Story.annotated(20, 5)
    story.press(":")
    #expect(
      story.screen == """
           <[Mon 4]>  09:41
         Run:
         > Move up a… Up, k
           Move down…  Down
         Esc close
        """)
  }

  @Test("Help at 80x24")
  func help80x24() throws {
    var story = try Story.annotated(80, 24)
    story.press("?")
    #expect(
      story.screen == """
         Elections and Rights           Sun 3 [Mon 4] Tue 5            draft  09:41 EST
        ┌ 1 Agenda ──────────── •1 1/7 ─┬ 2 Session ─ 3 Background ─ 4 Documents ─ Top ┐
        │>┌─ Help ───────────────────────────────────────────────────────────────────┐ │
        │ │ Search help:                                                             │ │
        │ │                                                                          │ │
        │ │ Keys here                                                                │ │
        │ │ > Read the selected row, or follow the selected link               Enter │ │
        │ │   Show only one kind of session                                      f k │ │
        │ │   Show only one person's sessions                                    f p │ │
        │ │   Show only one room                                                 f r │ │
        │ │   Show only one track                                                f t │ │
        │ │   Show only one language – This agenda names no languages            f l │ │
        │ │   Show only one type, as the conference calls it – This agenda…      f y │ │
        │ │   Show only one building – The names of rooms tell of no buildings   f b │ │
        │ │   Show only what is recorded or streamed, or what is not – This…     f v │ │
        │ │   Show only what is on now                                           f n │ │
        │ │   Show only what is still to come                                    f u │ │
        │ │   Show only what is starred in one grade                             f g │─┤
        │ │   Show only starred sessions                                    f s, f * │ │
        │ └──────────────────────────────────────────────────────────────────────────┘ │
        │                               │ • and the date                               │
        └───────────────────────────────┴──────────────────────────────────────────────┘
         Next on your plan: 10:30 in 49 min: Coffee break
         Enter run  Up Down choose  Esc close
        """)
  }

  @Test("Help at 20x5")
  func help20x5() throws {
    var story = try Story.annotated(20, 5)
    story.press("?")
    #expect(
      story.screen == """
           <[Mon 4]>  09:41
         Search help:
         Keys here
         > Read the…  Enter
         Esc close
        """)
  }

  @Test("The kinds to filter by at 80x24")
  func kinds80x24() throws {
    var story = try Story.annotated(80, 24)
    story.press("f", "k")
    #expect(
      story.screen == """
         Elections and Rights           Sun 3 [Mon 4] Tue 5            draft  09:41 EST
        ┌ 1 Agenda ──────────── •1 1/7 ─┬ 2 Session ─ 3 Background ─ 4 Documents ─ Top ┐
        │>┌─ Show only this kind ────────────────────────────────────────────────────┐ │
        │ │ Filter:                                                                  │ │
        │ │                                                                          │ │
        │ │ > Every kind                                                             │ │
        │ │   Session                                                              6 │ │
        │ │   Meal                                                                 1 │ │
        │ │   Break                                                                1 │ │
        │ │   Ceremony                                                             1 │ │
        │ │   Milestone                                                            1 │ │
        │ └──────────────────────────────────────────────────────────────────────────┘ │
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
         Enter show  Up Down choose  Esc close
        """)
  }

  @Test("The links of a page at 80x24")
  func links80x24() throws {
    var story = try Story.annotated(80, 24)
    story.press(.enter, "o")
    #expect(
      story.screen == """
         Elections and Rights           Sun 3 [Mon 4] Tue 5            draft  09:41 EST
        ┌ 1 Agenda ──────────── •1 1/7 ─┬ 2 Session ─ 3 Background ─ 4 Documents ─ Top ┐
        │>┌─ Follow link ────────────────────────────────────────────────────────────┐ │
        │ │ Number:                                                                  │ │
        │ │                                                                          │ │
        │ │ > 1  Launch of the project                                               │ │
        │ │   2  Workshop on treaty bodies                                           │ │
        │ │   3  Concept note                                                        │ │
        │ │   4  Slides                                   https://example.org/slides │ │
        │ │   5  Main Hall                                                           │ │
        │ │   6  Zoë Müller                                                          │ │
        │ │   7  Ábel Ruiz                                                           │ │
        │ └──────────────────────────────────────────────────────────────────────────┘ │
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
         Enter follow  Up Down choose  Esc close
        """)
  }

  @Test("The links of a page at 40x12")
  func links40x12() throws {
    var story = try Story.annotated(40, 12)
    story.press(.enter, "o")
    #expect(
      story.screen == """
                Sun 3 [Mon 4] Tue 5       09:41
        ┌─ Follow link ────────────────────────┐
        │ Number:                              │
        │                                      │
        │ > 1  Launch of the project           │
        │   2  Workshop on treaty bodies       │
        │   3  Concept note                    │
        │   4  Slides  https://example.org/sl… │
        │   5  Main Hall                       │
        │   6  Zoë Müller                      │
        └──────────────────────────────────────┘
         Enter follow  Esc close
        """)
  }

  @Test("The links of a page at 20x5")
  func links20x5() throws {
    var story = try Story.annotated(20, 5)
    story.press(.enter, "o")
    #expect(
      story.screen == """
           <[Mon 4]>  09:41
         Number:
         > 1  Launch of the…
           2  Workshop on…
         Esc close
        """)
  }
}
