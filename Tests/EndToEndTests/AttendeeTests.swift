import Cells
import Support
import Testing

extension EndToEnd {
  /// What the conference companion is for, from the first screen to the last.
  struct AttendeeTests {
    @Test("Journey: what is on, what led to it, what to go to, where a word stands, and tomorrow")
    func journey() throws {
      let home = try Home()
      let story = try home.open()

      // What is on, and for how long.
      try story.see("NOW", "49 min left", "Mon 4", "09:41")
      #expect(story.screen[4].hasPrefix("│>09:00-10:30    Welcome and") && story.screen[6].hasPrefix("│   NOW █"))

      // The session at 11:00, whole.
      story.press(.down, .down)
      try story.see(">11:00-12:30")
      story.press(.enter)
      try story.see("│ Human Rights and Elections – working ", "Mon 4 Dec 11:00-12:30 (1 h 30)")
      story.press(.end)
      try story.see("up the challenges that they find most", "pressing.")

      // What led to it: nothing is linked to it, so all the earlier meetings are offered; and back to the line above.
      let place = (story.terminal.cursor, story.screen[4])
      story.press("b")
      try story.see("these are all previous meetings", "Second workshop: treaty bodies")
      story.press(.down, .down, .enter)
      try story.see("Members of key treaty monitoring bodies")
      story.press(.escape)
      try story.wait("be on the same line again") { $0.cursor == place.0 && $0.row(4) == place.1 }

      // What led to the opening stands in its third item: a link, and back to that link.
      story.press("1", .up, .up)
      try story.see(">09:00-10:30", "Review of the agenda and goals")
      story.press(.enter, .right, .right, .right, .right)
      try story.see(" [4] Second workshop: treaty bodies")
      let link = (story.terminal.cursor, story.screen[10])
      story.press(.enter)
      try story.see("Members of key treaty monitoring bodies")
      story.press(.escape)
      try story.wait("be on the same link again") { $0.cursor == link.0 && $0.row(10) == link.1 }

      // Two sessions to go to.
      story.press("1", "*")
      try story.see("Starred", "09:00-10:30 *")
      story.press(.down, .down, "*")
      try story.see("11:00-12:30 *")

      // A phrase, in programme and background.
      story.press("/")
      story.type("closing civic space")
      try story.see(
        "Find: closing civic space", "> *  Mon 4 11:00  Human Rights and Elections – working together")
      try story.see("concept note  …people work together in closing civic space.")
      story.press(.down, .down, .enter)
      try story.see("Place 3 of", "in closing civic space. The second day")
      story.press("N", "N")
      try story.see("Place 1 of", ">11:00-12:30")
      story.press(.escape)

      // Tomorrow.
      story.press("1", "]")
      try story.see("[Tue 5]", "Meeting Close", "14:30")

      story.press("q")
      try story.expectExit()
      story.expectTerminalAsBefore()

      // The stars are there again.
      let next = try home.open()
      try next.see("09:00-10:30 *", "11:00-12:30 *")
      next.press("q")
      try next.expectExit()
    }
  }
}
