import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  struct GatheringTests {
    @Test("An action is ticked in its file, and the report is a file that the status line names")
    func tickingAndReporting() throws {
      let home = try Home()
      let add = try home.run(["notes", "add", "opening", "- [ ] **Action (Jane Doe):** call"])
      #expect(add.exit == .status(0), "\(add)")
      let path = try String(home.run(["notes", "path", "opening"]).output.dropLast())
      let story = try home.open()
      try story.see("Welcome and In", "•1 ")
      story.type("A")
      try story.see("[ ] Jane Doe: call")
      story.type("x")
      try story.see("[x] Jane Doe: call")
      story.type("R")
      try story.see("Written: report-2017-12-04-0941.md")
      story.type("R")
      try story.see("report-2017-12-04-0941.md")
      story.type("q")
      try story.expectExit()
      #expect(
        String(decoding: try TemporaryFolder.bytes(of: path), as: UTF8.self) == "- [x] **Action (Jane Doe):** call\n")
      let folder = home.data + "/plenary/human-rights-elections-2017"
      let reports = TemporaryFolder.names(in: folder).filter { $0.hasPrefix("report-") }
      #expect(reports == ["report-2017-12-04-0941.md"], "the same report is not written twice")
      let report = String(decoding: try TemporaryFolder.bytes(of: folder + "/" + reports[0]), as: UTF8.self)
      #expect(report.contains("1. [x] **Jane Doe:** call"), "\(report)")
    }

    @Test("After an update of the agenda a note is at its session, and one whose session is gone is in the drawer")
    func updatedAgenda() throws {
      let home = try Home()
      func bundle(_ sessions: String...) throws -> String {
        try home.bundle(sessions: sessions, also: #""people": [{"id": "j", "name": "Jane Doe"}]"#)
      }
      let panel =
        #""title": "Panel", "start": "2017-12-04T09:00", "end": "2017-12-04T10:30", "people": [{"person": "j"}]"#
      let path = try bundle(#""id": "a", \#(panel)"#, #""id": "b", "title": "Talk", "start": "2017-12-04T11:00""#)
      let before = try home.open(path)
      try before.see("Panel")
      before.type("e")
      try before.see("Write here")
      before.type("on the panel")
      before.press(.escape)
      try before.see("e note")
      before.type("j")
      before.type("e")
      try before.see("Write here")
      before.type("on the talk")
      before.press(.escape)
      try before.see("e note")
      before.type("q")
      try before.expectExit()

      _ = try bundle(#""id": "new", \#(panel)"#)
      let after = try home.open(path)
      try after.see("Panel", "on the panel")
      after.type("a")
      try after.see("Mon 4 09:00  Panel", "Without a session  Talk", "on the talk")
      after.type("q")
      try after.expectExit()
      let notes = TemporaryFolder.names(in: home.data + "/plenary/sample/notes").filter { $0.hasSuffix(".md") }
      #expect(Set(notes) == ["session-new.md", "session-b.md"])
    }
  }
}
