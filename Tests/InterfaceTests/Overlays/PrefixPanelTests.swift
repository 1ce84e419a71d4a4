import Cells
import Testing

@testable import Interface

struct PrefixPanelTests {
  @Test("What can follow f at 80x24")
  func prefix80x24() throws {
    var story = try Story.annotated(80, 24)
    story.press("f")
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
        │ 23:00-01:00     Night of      │ In this session   ┌─ f: Then press ──────────┐
        │                 results       │  1. Welcome       │ k  One kind of session   │
        │                               │     Ábel Ruiz     │ p  One person's sessions │
        │                               ├ 5 Notes ──────────│ r  One room              │
        │                               │ Ask Zoë about the │ t  One track             │
        │                               │                   │ s  Starred sessions      │
        │                               │ • and the date    │ c  All sessions again    │
        └───────────────────────────────┴───────────────────└──────────────────────────┘
         Next on your plan: 10:30 in 49 min: Coffee break
         Enter read  e note  * star  [ ] day  P plan  . now  / find  : all  ? help
        """)
  }

  @Test("What can follow f at 40x12")
  func prefix40x12() throws {
    var story = try Story.annotated(40, 12)
    story.press("f")
    #expect(
      story.screen == """
                Sun 3 [Mon 4] Tue 5       09:41
         1 Agenda 2 Sess 3 Back 4 Docs 5 Note
        >09:00-10:30┌─ f: Then press ──────────┐
           NOW █████│ k  One kind of session   │
         10:30-11:00│ p  One person's sessions │
         11:00-12:30│ r  One room              │
         11:30-13:00│ t  One track             │
         14:00-15:00│ s  Starred sessions      │
         19:00      │ c  All sessions again    │
         23:00-01:00└──────────────────────────┘
         Next on your plan: 10:30 in 49 min:…
         Enter read  e note  : all  ? help
        """)
  }

  @Test("What can follow f at 20x5")
  func prefix20x5() throws {
    var story = try Story.annotated(20, 5)
    story.press("f")
    #expect(
      story.screen == """
        ┌─ f: Then press ──┐
        │ k  One kind of…  │
        │ p  One person's… │
        │ r  One room      │
        └──────────────────┘
        """)
  }
}
