import Cells
import Testing

@testable import Interface

struct BrowserPanelTests {
  @Test("Previous meetings, those of the session with a sign, at 80x24")
  func list80x24() throws {
    var story = try Story.annotated(80, 24)
    story.press("3")
    #expect(
      story.screen == """
         Elections and Rights           Sun 3 [Mon 4] Tue 5            draft  09:41 EST
        ┌ 1 Agenda ──────────── •1 1/7 ─┬ 2 Session ─ 3 Background ─ 4 Documents ─ 1/2 ┐
        │>09:00-10:30•    Welcome and   │>→ Launch of the project                      │
        │                 Introductions │   February 2015, Atlanta                     │
        │   NOW █████░░░░░░ 49 min left │ → Workshop on treaty bodies                  │
        │ 10:30-11:00 *   Coffee break  │   June 2016, Geneva                          │
        │ 11:00-12:30 *!  Treaty bodies │                                              │
        │                 and election  │                                              │
        │                 observation   │                                              │
        │ 11:30-13:00 *!? Courts before │                                              │
        │                 election day  │                                              │
        │ 14:00-15:00   x Budgets of    │                                              │
        │                 observers     │                                              │
        │ 19:00           Dinner        │                                              │
        │ 23:00-01:00     Night of      │                                              │
        │                 results       │                                              │
        │                               │                                              │
        │                               ├ 5 Notes ─────────────────────────── 3 lines ─┤
        │                               │ Ask Zoë about the list.                      │
        │                               │                                              │
        │                               │ • and the date                               │
        └───────────────────────────────┴──────────────────────────────────────────────┘
         Next on your plan: 10:30 in 49 min: Coffee break
         Enter read  Esc back  e note  / find  [ ] day  P plan  . now  : all  ? help
        """)
  }

  @Test("Previous meetings at 40x12")
  func list40x12() throws {
    var story = try Story.annotated(40, 12)
    story.press("3")
    #expect(
      story.screen == """
                Sun 3 [Mon 4] Tue 5       09:41
         1 Day 2 Sess 3 Back 4 Docs 5 Note
        >→ Launch of the project
           February 2015, Atlanta
         → Workshop on treaty bodies
           June 2016, Geneva




         Next on your plan: 10:30 in 49 min:…
         Enter read  Esc back  : all  ? help
        """)
  }

  @Test("Previous meetings at 20x5")
  func list20x5() throws {
    var story = try Story.annotated(20, 5)
    story.press("3")
    #expect(
      story.screen == """
           <[Mon 4]>  09:41
         1 2 3 Back 4 5
        >→ Launch of the…
           February 2015,…
         Esc back  : all
        """)
  }

  @Test("Documents at 80x24")
  func documents80x24() throws {
    var story = try Story.annotated(80, 24)
    story.press("4")
    #expect(
      story.screen == """
         Elections and Rights           Sun 3 [Mon 4] Tue 5            draft  09:41 EST
        ┌ 1 Agenda ──────────── •1 1/7 ─┬ 2 Session ─ 3 Background ─ 4 Documents ─ 1/3 ┐
        │>09:00-10:30•    Welcome and   │>  About this conference                      │
        │                 Introductions │   3-5 December 2017                          │
        │   NOW █████░░░░░░ 49 min left │   Concept note                               │
        │ 10:30-11:00 *   Coffee break  │                                              │
        │ 11:00-12:30 *!  Treaty bodies │   Annex                                      │
        │                 and election  │                                              │
        │                 observation   │                                              │
        │ 11:30-13:00 *!? Courts before │                                              │
        │                 election day  │                                              │
        │ 14:00-15:00   x Budgets of    │                                              │
        │                 observers     │                                              │
        │ 19:00           Dinner        │                                              │
        │ 23:00-01:00     Night of      │                                              │
        │                 results       │                                              │
        │                               │                                              │
        │                               ├ 5 Notes ─────────────────────────── 3 lines ─┤
        │                               │ Ask Zoë about the list.                      │
        │                               │                                              │
        │                               │ • and the date                               │
        └───────────────────────────────┴──────────────────────────────────────────────┘
         Next on your plan: 10:30 in 49 min: Coffee break
         Enter read  Esc back  e note  / find  [ ] day  P plan  . now  : all  ? help
        """)
  }

  @Test("Documents at 20x5")
  func documents20x5() throws {
    var story = try Story.annotated(20, 5)
    story.press("4")
    #expect(
      story.screen == """
           <[Mon 4]>  09:41
         1 2 3 4 Docs 5
        >  About this…
           3-5 December 2017
         Esc back  : all
        """)
  }
}
