import Cells
import Testing

@testable import Interface

struct PagePanelTests {
  @Test("A session at 80x24")
  func session80x24() throws {
    var story = try Story.annotated(80, 24)
    story.press(.down, .down, .enter)
    #expect(
      story.screen == """
         Elections and Rights           Sun 3 [Mon 4] Tue 5            draft  09:41 EST
        ┌ 1 Agenda ──────────── •1 3/7 ─┬ 2 Session ─ 3 Background ─ 4 Documents ─ Top ┐
        │ 09:00-10:30•    Welcome and   │ Treaty bodies and election observation       │
        │                 Introductions │                                              │
        │   NOW █████░░░░░░ 49 min left │ Mon 4 Dec 11:00-12:30 (1 h 30) · in 1 h 19   │
        │ 10:30-11:00 *   Coffee break  │ * Starred · ! 1 h at the same time as Courts │
        │>11:00-12:30 *!  Treaty bodies │ before election day                          │
        │                 and election  │ Main Hall                                    │
        │                 observation   │                                              │
        │ 11:30-13:00 *!? Courts before │ Ábel Ruiz                                    │
        │                 election day  │ Speaker: 陳美玲                              │
        │ 14:00-15:00   x Budgets of    │                                              │
        │                 observers     │ Why it matters                               │
        │ 19:00           Dinner        │ Election observers write reports, treaty     │
        │ 23:00-01:00     Night of      │ bodies write concluding observations, and    │
        │                 results       │ few read both. See the list [1] and the      │
        │                               │ database [2].                                │
        │                               │                                              │
        │                               │ • States report every four years             │
        │                               ├ 5 Notes ─────────────────────────────────────┤
        │                               │ No notes on this page. Press e to write.     │
        └───────────────────────────────┴──────────────────────────────────────────────┘
         Next on your plan: 10:30 in 49 min: Coffee break
         Enter follow link  Esc back  e note  * star  o links  / find  : all  ? help
        """)
  }

  @Test("A session at 40x12")
  func session40x12() throws {
    var story = try Story.annotated(40, 12)
    story.press(.down, .down, .enter)
    #expect(
      story.screen == """
                Sun 3 [Mon 4] Tue 5       09:41
         1 Day 2 Session 3 Back 4 Docs 5 Note
         Treaty bodies and election observation

         Mon 4 Dec 11:00-12:30 (1 h 30)
         in 1 h 19
         * Starred · ! 1 h at the same time as
         Courts before election day
         Main Hall

         Next on your plan: 10:30 in 49 min:…
         Esc back  e note  . now  : all  ? help
        """)
  }

  @Test("A session at 20x5")
  func session20x5() throws {
    var story = try Story.annotated(20, 5)
    story.press(.down, .down, .enter)
    #expect(
      story.screen == """
           <[Mon 4]>  09:41
         1 2 Session 3 4 5
         Treaty bodies and
         election
         Esc back  : all
        """)
  }

  @Test("A previous meeting at 80x24")
  func meeting80x24() throws {
    var story = try Story.annotated(80, 24)
    story.press("b", .down, .enter)
    #expect(
      story.screen == """
         Elections and Rights           Sun 3 [Mon 4] Tue 5            draft  09:41 EST
        ┌ 1 Agenda ──────────── •1 1/7 ─┬ 2 Session ─ 3 Background ─ 4 Documents ─ Top ┐
        │>09:00-10:30•    Welcome and   │ Workshop on treaty bodies                    │
        │                 Introductions │                                              │
        │   NOW █████░░░░░░ 49 min left │ June 2016, Geneva                            │
        │ 10:30-11:00 *   Coffee break  │                                              │
        │ 11:00-12:30 *!  Treaty bodies │ What it was about                            │
        │                 and election  │ How election reports reach the treaty bodies │
        │                 observation   │                                              │
        │ 11:30-13:00 *!? Courts before │ Civic space was closing in nine states.      │
        │                 election day  │                                              │
        │ 14:00-15:00   x Budgets of    │ Civic groups asked for a calendar.           │
        │                 observers     │                                              │
        │ 19:00           Dinner        │ Sessions                                     │
        │ 23:00-01:00     Night of      │ → Welcome and Introductions, Mon 4 09:00 [1] │
        │                 results       │ → Treaty bodies and election observation,    │
        │                               │   Mon 4 11:00 [2]                            │
        │                               │                                              │
        │                               │ Documents                                    │
        │                               ├ 5 Notes ─────────────────────────────────────┤
        │                               │ No notes on this page. Press e to write.     │
        └───────────────────────────────┴──────────────────────────────────────────────┘
         Next on your plan: 10:30 in 49 min: Coffee break
         Enter follow link  Esc back  e note  o links  / find  [ ] day  : all  ? help
        """)
  }

  @Test("A previous meeting at 20x5")
  func meeting20x5() throws {
    var story = try Story.annotated(20, 5)
    story.press("b", .down, .enter)
    #expect(
      story.screen == """
           <[Mon 4]>  09:41
         1 2 3 Back 4 5
         Workshop on treaty
         bodies
         Esc back  : all
        """)
  }

  @Test("A document, its paragraphs numbered, at 80x24")
  func document80x24() throws {
    var story = try Story.annotated(80, 24)
    story.press("4", .down, .enter, .pageDown)
    #expect(
      story.screen == """
         Elections and Rights           Sun 3 [Mon 4] Tue 5            draft  09:41 EST
        ┌ 1 Agenda ──────────── •1 1/7 ─┬ 2 Session ─ 3 Background ─ 4 Documents ─ 11% ┐
        │>09:00-10:30•    Welcome and   │>    those who vote in them, and that word 3  │
        │                 Introductions │     is not the last one on civic space.      │
        │   NOW █████░░░░░░ 49 min left │                                              │
        │ 10:30-11:00 *   Coffee break  │   4 Paragraph 4 of the note says that        │
        │ 11:00-12:30 *!  Treaty bodies │     elections are measured by the rights of  │
        │                 and election  │     those who vote in them, and that word 4  │
        │                 observation   │     is not the last one on civic space.      │
        │ 11:30-13:00 *!? Courts before │                                              │
        │                 election day  │   5 Paragraph 5 of the note says that        │
        │ 14:00-15:00   x Budgets of    │     elections are measured by the rights of  │
        │                 observers     │     those who vote in them, and that word 5  │
        │ 19:00           Dinner        │     is not the last one on civic space.      │
        │ 23:00-01:00     Night of      │                                              │
        │                 results       │   6 Paragraph 6 of the note says that        │
        │                               │     elections are measured by the rights of  │
        │                               │     those who vote in them, and that word 6  │
        │                               │     is not the last one on civic space.      │
        │                               ├ 5 Notes ─────────────────────────────────────┤
        │                               │ No notes on this page. Press e to write.     │
        └───────────────────────────────┴──────────────────────────────────────────────┘
         Next on your plan: 10:30 in 49 min: Coffee break
         Enter follow link  Esc back  e note  o links  # paragraph  : all  ? help
        """)
  }

  @Test("A document at 20x5")
  func document20x5() throws {
    var story = try Story.annotated(20, 5)
    story.press("4", .down, .enter, .pageDown)
    #expect(
      story.screen == """
           <[Mon 4]>  09:41
         1 2 3 4 Docs 5

         concept note
         Esc back  : all
        """)
  }

  @Test("A document in several scripts")
  func scripts() throws {
    var story = try Story(Sample.scripts())
    story.press("4", .down, .enter)
    #expect(
      story.screen == """
         人權與選舉 – ﻥﺎﺴﻧﺈﻟﺍ ﻕﻮﻘﺣ               [Mon 4]               draft  09:41 EST
        ┌ 1 Agenda ─────────────── 1/4 ─┬ 2 Session ─ 3 Background ─ 4 Documents ──────┐
        │>09:00-10:30   歡迎與介紹：選  │                               ﺔﻴﻤﻴﻫﺎﻔﻣ ﺓﺮﻛﺬﻣ │
        │               舉觀察員在三天  │                                              │
        │               之內想要達成的  │ concept note                                 │
        │               目標            │                                              │
        │               大會議廳        │>  1 第一段談到選舉與人權的關係，並且說明觀察 │
        │   NOW █████░░░░░░ 49 min left │     員的工作。                               │
        │ 11:00-12:00   ﻥﺎﺴﻧﺈﻟﺍ ﻕﻮﻘﺣ    │                                              │
        │               ﻲﻓ ﺕﺎﺑﺎﺨﺘﻧﺎﻟﺍﻭ  │   2             .ﻲﻧﺪﻤﻟﺍ ءﺎﻀﻔﻟﺍ ﻦﻋ ﺔﻴﻧﺎﺛ ﺓﺮﻘﻓ │
        │               ﺎﻬﻠﻛ ﻥﺍﺪﻠﺒﻟﺍ    │                                              │
        │               ﻡﻮﻴﻟﺍ           │   3 Café 👩⚖.                                │
        │               ءﺎﻗﺭﺰﻟﺍ ﺔﻋﺎﻘﻟﺍ  │                                              │
        │ 13:00-14:00   ẹ́lections å̧     │ Background                                   │
        │               venir, très     │ → 日內瓦條約機構研討會（第二次）, June 2016, │
        │               proches         │   Geneva [1]                                 │
        │               Ørestad 🏛 sal 4 │                                              │
        │ 19:00         🍽 Dinner 👨👩👧 │                                              │
        │               👦 USGE םולש    │                                              │
        │               餐廳            ├ 5 Notes ─────────────────────────────────────┤
        │                               │ No notes on this page. Press e to write.     │
        └───────────────────────────────┴──────────────────────────────────────────────┘
         Times may still change
         Enter follow link  Esc back  e note  o links  # paragraph  : all  ? help
        """)
  }

  @Test("The notes at 80x24")
  func notes80x24() throws {
    var story = try Story.annotated(80, 24)
    story.press("5")
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
         Esc back  e note  * star  / find  [ ] day  P plan  . now  : all  ? help
        """)
  }

  @Test("The notes at 20x5")
  func notes20x5() throws {
    var story = try Story.annotated(20, 5)
    story.press("5")
    #expect(
      story.screen == """
           <[Mon 4]>  09:41
         1 2 3 4 5 Notes
         Ask Zoë about the
         list.
         Esc back  : all
        """)
  }

  @Test("A zoomed panel at 80x24")
  func zoomed80x24() throws {
    var story = try Story.annotated(80, 24)
    story.press("2", "z")
    #expect(
      story.screen == """
         Elections and Rights           Sun 3 [Mon 4] Tue 5            draft  09:41 EST
        ┌ 1 Agenda ─ 2 Session ─ 3 Background ─ 4 Documents ─ 5 Notes ─────────── Top ─┐
        │ Welcome and Introductions                                                    │
        │                                                                              │
        │ Mon 4 Dec 09:00-10:30 (1 h 30) · on now, 49 min left                         │
        │ • Notes                                                                      │
        │ Main Hall                                                                    │
        │ Law                                                                          │
        │                                                                              │
        │ Chair: Zoë Müller, Director, The Institute                                   │
        │                                                                              │
        │ Who is here, and what the three days are for.                                │
        │                                                                              │
        │ In this session                                                              │
        │  1. Welcome                                                                  │
        │     Ábel Ruiz                                                                │
        │  2. Goals of the conference                                                  │
        │  3. Outcomes of the workshops                                                │
        │     → Launch of the project, February 2015, Atlanta [1]                      │
        │     → Workshop on treaty bodies, June 2016, Geneva [2]                       │
        │     → Concept note [3]                                                       │
        └──────────────────────────────────────────────────────────────────────────────┘
         Next on your plan: 10:30 in 49 min: Coffee break
         Enter follow link  Esc back  e note  * star  o links  / find  : all  ? help
        """)
  }
}
