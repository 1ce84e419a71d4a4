import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// Notes in many hands: windows, verbs, other programs.
  struct HandsTests {
    private let home: Home
    private let path: String

    init() throws {
      home = try Home()
      path = "\(home.data)/plenary/human-rights-elections-2017/notes/session-opening.md"
    }

    private var note: String? { try? String(decoding: TemporaryFolder.bytes(of: path), as: UTF8.self) }

    private func show() throws -> String { try home.run("notes", "show", "opening").output }

    private func write(size: Size = Size(width: 80, height: 24)) throws -> TerminalStory {
      let story = try home.open(size: size)
      try story.see("NOW")
      story.press("e")
      try story.see("Write here.")
      return story
    }

    @Test("What is typed is in every verb's answer, also after the program was killed and never started again")
    func verbs() throws {
      let story = try write()
      story.type("who reports to treaty bodies")
      try story.see("treaty bodies")
      #expect(note == nil)
      #expect(try show() == "who reports to treaty bodies\n")
      story.signal(SIGKILL)
      try story.expectExit(.signal(SIGKILL))
      #expect(try show() == "who reports to treaty bodies\n")
      #expect(try home.run("notes", "list").output.contains("\t1 line\t"))
      #expect(try home.run("notes", "report", "--now", Home.monday).output.contains("who reports to treaty bodies"))
      let added = try home.run("notes", "add", "opening", "from a script")
      #expect(added.exit == .status(0) && added.errors.isEmpty, "\(added)")
      #expect(note == "who reports to treaty bodies\nfrom a script\n")
      let next = try home.open()
      try next.see("treaty bodies", "from a script")
      next.press("q")
      try next.expectExit()
      #expect(note == "who reports to treaty bodies\nfrom a script\n")
    }

    @Test("A second window shows within two seconds what the first one types, and both may write")
    func windows() throws {
      let first = try write()
      let second = try home.open()
      try second.see("NOW")
      first.type("typed in the first")
      let start = TerminalStory.now
      try second.see("typed in the first")
      #expect(TerminalStory.now - start < 2 && note == nil)
      second.press("e")
      try second.see("public")
      second.press(.enter)
      second.type("typed in the second")
      try first.see("typed in the second")
      first.type(", and on")
      try second.see("typed in the first, and on")
      // What was undone is one's own.
      first.press(.alt("u"), .alt("u"), .alt("u"))
      try second.wait(untilGone: "first,")
      try second.see("typed in the second")
      for story in [first, second] {
        story.press(.escape)
        try story.see("e note")
        story.press("q")
        try story.expectExit()
      }
      #expect(note == "typed in the first\ntyped in the second\n")
    }

    @Test("Two windows that write at the end at the same time keep their words apart, and have one text")
    func atOnce() throws {
      let size = Size(width: 57, height: 40)
      let (first, second) = (try write(size: size), try write(size: size))
      for number in 0..<12 {
        for letter in "first\(number)" { first.type(String(letter)) }
        for letter in "second\(number)" { second.type(String(letter)) }
        first.pump(milliseconds: number)
        second.pump(milliseconds: 5)
        first.press(.enter)
        second.press(.enter)
      }
      try first.see("first11", "second11")
      try second.see("first11", "second11")
      for story in [first, second] {
        story.press(.escape)
        try story.see("e note")
        story.press("q")
        try story.expectExit()
      }
      let lines = try #require(note).split(separator: "\n").map(String.init)
      #expect(lines.sorted() == (0..<12).flatMap { ["first\($0)", "second\($0)"] }.sorted())
    }

    @Test("Twenty verbs at once add the same text to a note that is being written: it is there twenty times")
    func equal() throws {
      let story = try write()
      story.type("before")
      try story.see("before")
      let program = BuiltProgram.path("plenary")
      let script = "for n in $(seq 20); do \(program) notes add opening same & done; wait"
      let run = try ProgramRun("/bin/sh", ["-c", script], environment: home.environment)
      #expect(run.exit == .status(0) && run.errors.isEmpty, "\(run)")
      story.press(.escape)
      try story.see("e note")
      story.press("q")
      try story.expectExit()
      let lines = note?.split(separator: "\n") ?? []
      #expect(lines.first == "before" && lines.dropFirst().allSatisfy { $0 == "same" } && lines.count == 21)
      #expect(TemporaryFolder.names(in: String(path.dropLast("session-opening.md".count))) == ["session-opening.md"])
    }

    @Test("A line that another program has changed too stands twice, shows everywhere, and a key settles it")
    func conflict() throws {
      home.folder.folder("data/plenary/human-rights-elections-2017/notes")
      try TemporaryFolder.write(Array("Article 3\nArticle 4\n".utf8), to: path)
      let story = try home.open()
      try story.see("NOW")
      story.press("e")
      try story.see("Article 4")
      story.press(.up, .end)
      story.type(" agreed")
      try story.see("Article 4 agreed")
      try TemporaryFolder.write(Array("Article 3\nArticle 4 REJECTED\n".utf8), to: path)
      try story.see("≠ Article 4 REJECTED", "1 conflict", "Alt-M")
      story.press(.control("s"))
      try story.see("saved")
      #expect(try home.run("notes", "list").output.contains("1 conflict"))
      for format in ["markdown", "html", "csv", "ical"] {
        let report = try home.run("notes", "report", "--format", format, "--now", Home.monday).output
        #expect(report.replacing("\r\n ", with: "").contains("1 conflict"), "\(report)")
      }
      story.press(.alt("m"))
      try story.see("Which one stays", "Mine", "The other one", "Both")
      story.press(.down, .enter)
      try story.wait(untilGone: "1 conflict")
      story.press(.escape)
      try story.see("e note")
      story.press("q")
      try story.expectExit()
      #expect(note == "Article 3\nArticle 4 REJECTED\n")
    }

    @Test("A note that cannot be written into its file is told when the program has left")
    func unwritten() throws {
      let file = home.folder.path + "/in-the-way"
      try home.folder.write("in-the-way", "no folder")
      let story = try home.open(environment: ["XDG_DATA_HOME": file])
      try story.see("NOW")
      story.press("e")
      try story.see("Write here.")
      story.type("kept")
      try story.see("kept")
      story.press(.escape)
      try story.see("e note")
      story.press("q")
      try story.expectExit(.status(1))
      #expect(String(decoding: story.transcript, as: UTF8.self).contains("plenary: Notes are kept, but not written"))
      // It belongs to that folder, and to no other.
      #expect(try home.run("notes", "list").exit == .status(1))
    }
  }
}
