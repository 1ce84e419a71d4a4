import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// Schedules that are written from the right, on a terminal that shows every cell where it comes.
  struct DirectionTests {
    private static let schedules = "\(Checkout.root)/Tests/Schedules"
    private static let off = "\u{1B}[8l"
    private static let on = "\u{1B}[8h"

    @Test("Titles, pages and search hits are seen in the order of the screen, and borders stay")
    func reading() throws {
      let story = try Home().open("\(Self.schedules)/hebrew", ["--now", "2026-05-04T10:41"])
      try story.see("תוכרבו החיתפ", "הפק תקספה")
      story.press("g", .enter, "z")
      try story.see("!סנכל םיאבה םיכורב", ":הנושאר הדוקנ •")
      try story.wait(untilGone: "├")
      for row in story.terminal.rows.dropFirst(2).prefix(18) where row.contains("│") { #expect(row.hasSuffix("│")) }
      story.press(.escape, .escape, "/")
      story.type("תרגום")
      try story.see("תירבעמ םוגרת")
      story.press(.escape, "q")
      try story.expectExit()
    }

    @Test(
      "The order of cells is ours while we are on the screen, and given back after a stop and a crash",
      arguments: [false, true])
    func givenBack(crashes: Bool) throws {
      let story = try crashes ? Home().open() : Home().openAsJob()
      try story.see("NOW")
      #expect(story.hasWritten(Self.off) && !story.hasWritten(Self.on))
      if crashes {
        story.signal(SIGSEGV)
        try story.expectExit(.signal(SIGSEGV), within: 5)
        #expect(story.hasWritten(Self.on))
        return
      }
      story.press(.control("z"))
      try story.see("stopped 1")
      #expect(story.hasWritten(Self.on))
      let before = story.transcript.count
      story.type("\n")
      try story.see("NOW")
      #expect(String(decoding: story.transcript[before...], as: UTF8.self).contains(Self.off))
      story.press("q")
      try story.see("ended")
      try story.expectExit()
    }

    @Test(
      "mlterm is told by a setting of its own; GNU screen hands it on",
      arguments: [
        (["MLTERM": "3.9.3"], "\u{1B}]5379;use_ctl=false\u{7}", "\u{1B}]5379;use_ctl=true\u{7}"),
        (["TERM": "screen", "STY": "1.pts"], "\u{1B}P\u{1B}[8l\u{1B}\\", "\u{1B}P\u{1B}[8h\u{1B}\\"),
      ])
    func others(environment: [String: String], off: String, on: String) throws {
      let story = try Home().open(environment: environment)
      try story.see("NOW")
      #expect(story.hasWritten(off) && !story.hasWritten(on))
      story.press("q")
      try story.expectExit()
      #expect(story.hasWritten(on))
    }

    @Test("What is written into a note is kept as it was typed")
    func writing() throws {
      let home = try Home()
      let story = try home.open("\(Self.schedules)/hebrew", ["--now", "2026-05-04T09:41"])
      try story.see("תוכרבו החיתפ")
      story.press("g", "e")
      try story.see("Write here")
      story.type("שלום 12 abc")
      try story.see("abc 12 םולש")
      story.press(.right, .right, .right, .right)
      story.type("x")
      story.press(.control("s"))
      try story.see("saved")
      story.press(.escape)
      try story.see("Enter read")
      story.press("q")
      try story.expectExit()
      let notes = try home.run(["notes", "show", "-b", "\(Self.schedules)/hebrew", "s0"])
      #expect(notes.output.contains("שלום 12x abc"))
    }
  }
}
