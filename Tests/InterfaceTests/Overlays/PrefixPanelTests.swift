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
        │ 11:00-12:30 *!  Treaty bodies │ Main Hall         ┌─ f: Then press ──────────┐
        │                 and election  │ Law               │ k  One kind of session   │
        │                 observation   │                   │ p  One person's sessions │
        │ 11:30-13:00 *!? Courts before │ Chair: Zoë Müller,│ r  One room              │
        │                 election day  │                   │ t  One track             │
        │ 14:00-15:00   x Budgets of    │ Who is here, and w│ l  One language          │
        │                 observers     │ for.              │ y  One type              │
        │ 19:00           Dinner        │                   │ b  One building          │
        │ 23:00-01:00     Night of      │ In this session   │ v  What is recorded      │
        │                 results       │  1. Welcome       │ n  On now                │
        │                               │     Ábel Ruiz     │ u  Still to come         │
        │                               ├ 5 Notes ──────────│ g  One grade of stars    │
        │                               │ Ask Zoë about the │ s  Starred sessions      │
        │                               │                   │ x  Without one of them   │
        │                               │ • and the date    │ c  All sessions again    │
        └───────────────────────────────┴───────────────────└──────────────────────────┘
         Next on your plan: 10:30 in 49 min: Coffee break
         Enter read  e note  * star  / find  [ ] day  P plan  : all  ? help  q quit
        """)
  }

  @Test("What can follow f at 40x12")
  func prefix40x12() throws {
    var story = try Story.annotated(40, 12)
    story.press("f")
    #expect(
      story.screen == """
                Sun 3 [Mon 4] Tue 5       09:41
        ┌─ f: Then press ──────────────────────┐
        │ k  One kind of…    v  What is…       │
        │ p  One person's…   n  On now         │
        │ r  One room        u  Still to come  │
        │ t  One track       g  One grade of…  │
        │ l  One language    s  Starred…       │
        │ y  One type        x  Without one of…│
        │ b  One building    c  All sessions…  │
        └──────────────────────────────────────┘
         Next on your plan: 10:30 in 49 min:…
         Enter read  : all  ? help  q quit
        """)
  }

  @Test("What can follow f at 20x5")
  func prefix20x5() throws {
    var story = try Story.annotated(20, 5)
    story.press("f")
    #expect(
      story.screen == """
        ┌─ f: Then press ──┐
        │ k r l b n g x    │
        │ p t y v u s c    │
        └──────────────────┘
         : all  q quit
        """)
  }
}
