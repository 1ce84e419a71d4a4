import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// Who writes while people speak, and must not lose a word of it.
  struct RapporteurTests {
    @Test("Journey: writes, stamps and marks, loses the machine in the middle, and goes on as if nothing had been")
    func journey() throws {
      let home = try Home()
      let story = try home.open(at: "2017-12-04T11:00")
      try story.see(">11:00-12:30", "e note")

      // From the first minute, with the keys in the footer and who may be named in the border.
      story.press("e")
      try story.see("Write here.", "public", "Ctrl-T stamp", "Alt-A action")
      story.press(.control("t"))
      try story.see("[11:00 +00:0")
      story.type("Opening by the chair")
      story.press(.enter)
      story.type("- three states have answered")
      story.press(.enter)
      try story.see("- three states have answered")

      // A mark does not take the hands from the keys: its name is typed.
      story.press(.enter)
      story.type("send the list of treaty bodies")
      story.press(.alt("a"))
      try story.see("Who must act")
      story.type("Jane Doe")
      try story.see("as typed")
      story.press(.enter)
      try story.see("**Action (Jane Doe):**")
      story.press(.enter)
      story.type("who reports to them?")
      story.press(.alt("q"))
      try story.see("Who asks")
      story.press(.enter)
      try story.see("- **Question:** who reports to them?")
      story.press(.enter, .alt("d"))
      story.type("one list for all observers")
      story.press(.enter)
      story.type("We must act now.")
      story.press(.alt("\""))
      try story.see("Who said it")
      story.type("Abel Ruiz")
      story.press(.enter)
      try story.see("— Abel Ruiz")
      story.press(.enter)
      story.type("the last words before the la")
      try story.see("the last words before the la")
      story.signal(SIGKILL)
      try story.expectExit(.signal(SIGKILL))

      // A minute later it is all there, without a question.
      let next = try home.open(at: "2017-12-04T12:11", size: Size(width: 160, height: 48))
      try next.see("recovered", ">11:00-12:30•", "the last words before the la")
      try next.see("Opening by the chair", "[ ] Jane Doe: send the list of treaty", "? who reports to them?")
      try next.see("= one list for all observers", "\" We must act now. — Abel Ruiz")
      next.press("e")
      next.type("ptop died")
      try next.see("the last words before the laptop died", "public, saved")
      next.press(.control("w"))
      next.type("STATES")
      try next.see("Find in this note: STATES")
      next.press(.enter, .end)
      next.type(", two have not")
      try next.see("three states have answered, two have")
      next.press(.escape)
      try next.see("e note")

      // The morning's session was off the record, and says so while it is written about.
      next.press(.home, "e")
      try next.see("off the record")
      next.type("not for the report")
      try next.see("not for the report", "off the record, saved")
      next.press(.escape)
      try next.see("e note")

      // At the end what was asked and what is to be done stands on one screen, and the report is a file.
      next.press("a")
      try next.see("All notes", "Actions 1", "Questions 1", "[ ] Jane Doe: send the list of treaty bodies")
      try next.see("who reports to them?", "not for the report")
      next.press("R")
      try next.see("Written: report-2017-12-04-1211.md")
      next.press(.escape, "q")
      try next.expectExit()
      next.expectTerminalAsBefore()

      // Both notes are files that read well anywhere.
      let place = "\(home.data)/plenary/\(try #require(TemporaryFolder.names(in: home.data + "/plenary").first))"
      let folder = place + "/notes"
      let notes = try TemporaryFolder.names(in: folder).sorted().map {
        String(decoding: try TemporaryFolder.bytes(of: "\(folder)/\($0)"), as: UTF8.self)
      }
      #expect(notes.count == 2 && notes.contains("Attribution: off the record\n\nnot for the report\n"))
      let long = try #require(notes.first { $0.contains("chair") })
      #expect(long.hasPrefix("[11:00 +00:0") && long.hasSuffix("died\n"))
      #expect(
        long.split(separator: "\n").dropFirst() == [
          "- three states have answered, two have not", "- [ ] **Action (Jane Doe):** send the list of treaty bodies",
          "- **Question:** who reports to them?", "- **Decision:** one list for all observers",
          "> We must act now. — Abel Ruiz", "the last words before the laptop died",
        ])

      // What was off the record is not in the report, which says so.
      let report = String(decoding: try TemporaryFolder.bytes(of: place + "/report-2017-12-04-1211.md"), as: UTF8.self)
      #expect(report.contains("who reports to them?") && report.contains("one list for all observers"), "\(report)")
      #expect(!report.contains("not for the report") && report.contains("off the record"), "\(report)")
    }
  }
}
