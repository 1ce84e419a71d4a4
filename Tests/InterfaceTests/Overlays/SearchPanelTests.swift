import Cells
import Testing

@testable import Interface

struct SearchPanelTests {
  @Test("What is found at 80x24")
  func search80x24() throws {
    var story = try Story(width: 80, height: 24)
    story.find("civic")
    #expect(
      story.screen == """
         Elections and Rights           Sun 3 [Mon 4] Tue 5            draft  09:41 EST
        ┌─ Find ───────────────────────────────────────────────────────────── 3 found ─┐
        │ Find: civic                                                                  │
        │                                                                              │
        │>   Tue 5 09:00  Main Hall        Closing civic space: 公民空間 and ⚖ the law │
        │                                                                              │
        │    Meeting                       Workshop on treaty bodies                   │
        │    June 2016, Geneva  …reach the treaty bodies Civic space was closing in…   │
        │    Document                      Concept note                                │
        │    concept note  …the last one on civic space. Paragraph 2 of the note says… │
        │                                                                              │
        │                                                                              │
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
         Enter go there  Up Down choose  Esc close  Alt-* star  Alt-E note
        """)
  }

  @Test("What is found at 40x12")
  func search40x12() throws {
    var story = try Story(width: 40, height: 12)
    story.find("civic")
    #expect(
      story.screen == """
                Sun 3 [Mon 4] Tue 5       09:41
        ┌─ Find ───────────────────── 3 found ─┐
        │ Find: civic                          │
        │                                      │
        │>   Closing civic space: 公民空間…    │
        │    Tue 5 09:00  Main Hall            │
        │    Workshop on treaty bodies         │
        │    June 2016, Geneva  …reach the…    │
        │    Concept note                      │
        │    concept note  …the last one on…   │
        └──────────────────────────────────────┘
         Enter go there  Esc close  Alt-* star
        """)
  }

  @Test("What is found at 20x5")
  func search20x5() throws {
    var story = try Story(width: 20, height: 5)
    story.find("civic")
    #expect(
      story.screen == """
           <[Mon 4]>  09:41
         Find: civic
        >   Closing civic…
            Tue 5 09:00  M…
         Esc close
        """)
  }

  @Test("A last hit that has room for one row leaves the border alone", arguments: 14...24)
  func lastHit(height: Int) throws {
    var story = try Story(Sample.crowded(60), width: 80, height: height, at: Sample.at(4, 9, 10))
    story.find("human rights")
    story.check("the hits")
  }
}
