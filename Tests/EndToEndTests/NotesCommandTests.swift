import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  struct NotesCommandTests {
    private let home: Home

    init() throws { home = try Home() }

    private func done(_ arguments: String..., on bundle: String? = nil) throws -> ProgramRun {
      let run = try home.run(["notes"] + arguments + (bundle.map { ["--bundle", $0] } ?? []))
      #expect(run.exit == .status(0), "\(arguments): \(run)")
      return run
    }

    private func agenda(_ sessions: String...) throws -> String {
      try home.bundle(sessions: sessions, also: #""people": [{"id": "j", "name": "Jane Doe"}]"#)
    }

    @Test("A line is added, shown, listed, and stands in the file that path names")
    func adding() throws {
      _ = try done("add", "opening", "- [ ] **Action (Jane", "Doe):** call")
      _ = try done("add", "welcome intro", "> yes — Joe Roe")
      let path = try done("path", "opening").output.dropLast()
      let text = "- [ ] **Action (Jane Doe):** call\n> yes — Joe Roe\n"
      #expect(try TemporaryFolder.bytes(of: String(path)) == Array(text.utf8))
      #expect(try done("show", "Welcome and Introductions").output == text)
      #expect(
        try done("list").output
          == "session:opening\t2017-12-04 09:00\tWelcome and Introductions\t2 lines\t1 action, 1 quote\t\(path)\n")
      var info = stat()
      #expect(stat(String(path), &info) == 0 && info.st_mode & 0o777 == 0o600)
    }

    @Test("- reads the text from standard input")
    func standardInput() throws {
      let run = try ProgramRun(
        "/bin/sh", ["-c", "printf 'one\\ntwo' | \(BuiltProgram.path("plenary")) notes add opening -"],
        environment: home.environment)
      #expect(run.exit == .status(0) && run.errors.isEmpty, "\(run)")
      #expect(try done("show", "opening").output == "one\ntwo\n")
    }

    @Test("What cannot be is told with what was found and expected, and nothing is written")
    func mistakes() throws {
      for (arguments, status, complaint) in [
        ([], 2, "needs one of list, show, path, add, attribution, report, share, gather and forget"),
        (["send"], 2, "needs one of list"),
        (["add"], 2, "needs a session and a text"), (["add", "opening"], 2, "needs a session and a text"),
        (["add", "opening", " "], 2, "found no text to add"), (["show"], 2, "needs a session"),
        (
          ["add", "nobody knows", "x"], 2,
          "found no session \"nobody knows\", expected its id or words of its title: welcome-"
        ),
        (
          ["add", "draft plan of action", "x"], 2,
          "\"draft plan of action\" can be 2 sessions, expected one: plan-review (2017-12-04 14:00"
        ),
        (["show", "opening"], 1, "there is no note on Welcome and Introductions"),
        (["list"], 1, "there are no notes"), (["report"], 1, "nothing to report"),
        (["report", "--format", "pdf"], 2, "found \"pdf\", expected markdown, html, csv, ical"),
        (["list", "-b", "/nowhere"], 2, "found no file"),
        (["list", "--format", "csv"], 2, "not an option of notes list"),
      ] as [([String], Int, String)] {
        let run = try home.run(["notes"] + arguments)
        #expect(run.exit == .status(status) && run.errors.contains(complaint), "\(arguments): \(run)")
        #expect(run.output.isEmpty)
      }
      #expect(TemporaryFolder.names(in: home.data).isEmpty)
    }

    @Test("The report goes out in four formats, and its file's name can say which")
    func reporting() throws {
      _ = try done("add", "opening", "- [ ] **Action:** call\n")
      _ = try done("add", "board-of-councilors", "a secret\n")
      for (format, ending, beginning) in [
        ("markdown", "md", "# Notes: Human Rights"), ("html", "html", "<!DOCTYPE html>"),
        ("csv", "csv", "\u{FEFF}Kind,"),
        ("ical", "ics", "BEGIN:VCALENDAR\r\n"),
      ] {
        let run = try done("report", "--format", format, "--now", Home.monday)
        #expect(run.output.hasPrefix(beginning) && !run.output.contains("secret"))
        #expect(run.complaints == ["plenary: Left out, for it was off the record: Board of Councilors."])
        let file = "\(home.folder.path)/r.\(ending)"
        #expect(try done("report", "-o", file, "--now", Home.monday).output.isEmpty)
        #expect(try TemporaryFolder.bytes(of: file) == Array(run.output.utf8))
      }
      #expect(try done("report", "--include-off-the-record").output.contains("a secret"))
    }

    /// A bundle with one session, and people in the agenda.
    private func bundle(_ attribution: String?) throws -> String {
      let rule = attribution.map { #", "attribution": "\#($0)""# } ?? ""
      return try agenda(
        #""id": "talk", "title": "Talk", "start": "2017-12-04T09:00", "end": "2017-12-04T10:00"\#(rule)"#)
    }

    @Test(
      "A note says what may be told of it, and no later agenda makes that less; the user does, and can take it back")
    func confidence() throws {
      _ = try done("add", "talk", "a secret", on: try bundle("off-the-record"))
      let loose = try bundle(nil)
      #expect(try done("show", "talk", on: loose).output == "Attribution: off the record\n\na secret\n")
      #expect(try done("attribution", "talk", on: loose).output == "off-the-record\n")
      let run = try home.run(["notes", "report", "--bundle", loose])
      #expect(run.exit == .status(1) && run.errors.contains("Left out, for it was off the record: Talk"), "\(run)")
      _ = try done("attribution", "talk", "public", on: loose)
      #expect(try done("show", "talk", on: loose).output == "Attribution: public\n\na secret\n")
      #expect(try done("report", on: loose).output.contains("a secret"))
      let again = try home.run(["notes", "report", "--bundle", try bundle("off-the-record")])
      #expect(again.exit == .status(1) && !again.output.contains("a secret"), "\(again)")
    }

    @Test("A value that a bundle misspells is off the record, and a note on what nobody knows too")
    func misspelled() throws {
      let bundle = try bundle("off the record")
      _ = try done("add", "talk", "a secret", on: bundle)
      let path = String(try done("path", "talk", on: bundle).output.dropLast())
      let other = path.replacing("session-talk", with: "session-elsewhere")
      try TemporaryFolder.write(Array("another secret\n".utf8), to: other)
      let run = try home.run(["notes", "report", "--bundle", bundle])
      #expect(run.exit == .status(1) && !run.output.contains("secret"), "\(run)")
      #expect(
        run.errors.contains("off the record: Talk") && run.errors.contains("elsewhere (what it is about is not known)"))
    }

    @Test("Where nobody can be asked a line that may name somebody stays out, and --keep-doubtful keeps it")
    func doubtful() throws {
      let bundle = try bundle("chatham-house")
      _ = try done("add", "talk", "Jane agreed\ndoe: no\nnobody else spoke", on: bundle)
      let run = try done("report", on: bundle)
      #expect(run.output.contains("[a participant]: no") && run.output.contains("nobody else spoke"), "\(run)")
      #expect(
        !run.output.contains("Jane") && run.errors.contains("Lines left out, for they may name somebody: Talk (1 line)")
      )
      #expect(try done("report", "--keep-doubtful", on: bundle).output.contains("Jane agreed"))
    }

    @Test("On a terminal the report asks place by place")
    func review() throws {
      let bundle = try bundle("chatham-house")
      _ = try done("add", "talk", "Jane agreed\nJane left\nask Jane", on: bundle)
      let report = "\(home.folder.path)/r.md"
      let story = try TerminalStory(
        BuiltProgram.path("plenary"), ["notes", "report", "-o", report, "--bundle", bundle],
        environment: home.environment,
        size: Size(width: 100, height: 24))
      try story.see("»Jane« agreed")
      story.type("k\r")
      try story.see("»Jane« left")
      story.type("a\r")
      try story.expectExit()
      let text = String(decoding: try TemporaryFolder.bytes(of: report), as: UTF8.self)
      #expect(
        text.contains("Jane agreed") && text.contains("[a participant] left") && text.contains("ask [a participant]"))
    }

    @Test("What is added while Plenary runs is there, and what Plenary holds is not lost")
    func beside() throws {
      let story = try home.open()
      try story.see("Welcome and In")
      _ = try done("add", "opening", "from outside\n")
      try story.see("from outside")
      story.type("q")
      try story.expectExit()
      #expect(try done("show", "opening").output == "from outside\n")
    }

    @Test("A note finds its session again when that has another id, and is in the drawer when it is gone")
    func updates() throws {
      let panel = #""title": "Panel", "start": "2017-12-04T09:00", "people": [{"person": "j"}]"#
      let before = try agenda(#""id": "a", \#(panel)"#, #""id": "b", "title": "Talk", "start": "2017-12-04T11:00""#)
      _ = try done("add", "panel", "on the panel", on: before)
      _ = try done("add", "talk", "on the talk", on: before)
      let after = try agenda(#""id": "new", \#(panel)"#)
      let list = try done("list", on: after).output.split(separator: "\n")
      #expect(list.count == 2 && list[0].hasPrefix("session:new\t2017-12-04 09:00\tPanel\t1 line"))
      #expect(list[1].hasPrefix("session:b\tnot in the agenda\tTalk\t1 line"))
      #expect(try done("show", "panel", on: after).output == "on the panel\n")
      #expect(try done("show", "talk", on: after).output == "on the talk\n")
      let report = try done("report", on: after).output
      #expect(report.contains("## Without a session") && report.contains("### from 11:00 Talk"), "\(report)")
      let back = try agenda(#""id": "a", \#(panel)"#, #""id": "b", "title": "Talk", "start": "2017-12-04T11:00""#)
      #expect(try done("show", "a", on: back).output == "on the panel\n")
    }
  }
}
