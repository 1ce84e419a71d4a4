import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// A note that is to be nowhere any more.
  struct ForgettingTests {
    private let home: Home
    private let notes: String

    init() throws {
      home = try Home()
      notes = "\(home.data)/plenary/human-rights-elections-2017/notes"
    }

    private var note: String? {
      try? String(decoding: TemporaryFolder.bytes(of: "\(notes)/session-opening.md"), as: UTF8.self)
    }

    /// Every file of the home in which the word is.
    private var leaks: [String] {
      TemporaryFolder.files(below: home.folder.path).filter { path in
        (try? TemporaryFolder.bytes(of: path)).map { String(decoding: $0, as: UTF8.self).contains("topsecret") }
          ?? false
      }
    }

    private func done(_ arguments: String...) throws -> ProgramRun {
      let run = try home.run(["notes"] + arguments)
      #expect(run.exit == .status(0), "\(arguments): \(run)")
      return run
    }

    private func write(_ text: String) throws -> TerminalStory {
      let story = try home.open()
      try story.see("NOW")
      story.press("e")
      try story.see("Write here.")
      // At once: what is typed letter by letter stands in no journal as a word.
      story.paste(text)
      try story.see(text)
      return story
    }

    @Test("Nothing is forgotten without an answer, and what is not there is told")
    func asking() throws {
      let missing = try home.run("notes", "forget", "opening", "--yes")
      #expect(missing.exit == .status(1) && missing.errors.contains("there is no note on Welcome and Introductions"))
      _ = try done("add", "opening", "a topsecret word")
      let run = try home.run("notes", "forget", "opening")
      #expect(
        run.exit == .status(2) && run.errors.contains("found nobody to ask, expected --yes; nothing is forgotten"))
      #expect(note == "a topsecret word\n")
      for (answer, isGone) in [("n", false), ("", false), ("y", true)] {
        let story = try TerminalStory(
          BuiltProgram.path("plenary"), ["notes", "forget", "opening"], environment: home.environment)
        try story.see("forget 1 line on Welcome and Introductions? There is no way back [y/N]")
        story.type(answer)
        story.press(.enter)
        try story.see(isGone ? "Forgotten: the note on Welcome and Introductions." : "nothing is forgotten")
        try story.expectExit(.status(isGone ? 0 : 1))
        #expect((note == nil) == isGone)
      }
      #expect(leaks.isEmpty)
    }

    @Test("A second window drops the note within two seconds, says so, and never writes it back")
    func window() throws {
      let first = try write("a topsecret word")
      let second = try home.open()
      try second.see("topsecret")
      _ = try done("add", "board-of-councilors", "harmless")
      let start = TerminalStory.now
      let run = try done("forget", "opening", "--yes")
      for story in [first, second] {
        try story.see("The note on Welcome and Introductions was forgotten")
        try story.wait(untilGone: "topsecret")
      }
      #expect(TerminalStory.now - start < 2, "\(run)")
      #expect(leaks.isEmpty)
      // Neither undo nor what was cut brings it back, and what is typed on is a new note.
      first.press(.alt("u"), .control("u"))
      first.type("a new beginning")
      try first.see("a new beginning")
      try second.see("a new beginning")
      for story in [first, second] {
        if story === first { story.press(.escape) }
        try story.see("e note")
        story.press("q")
        try story.expectExit()
      }
      #expect(note == "a new beginning\n" && leaks.isEmpty)
      #expect(try done("show", "board-of-councilors").output.contains("harmless"))
    }

    @Test("What only a journal has after the program was killed goes with it")
    func killed() throws {
      let story = try write("a topsecret word")
      story.signal(SIGKILL)
      try story.expectExit(.signal(SIGKILL))
      #expect(note == nil && !leaks.isEmpty)
      _ = try done("forget", "opening", "--yes")
      #expect(leaks.isEmpty)
      let next = try home.open()
      try next.see("NOW")
      next.press("q")
      try next.expectExit()
      #expect(note == nil && leaks.isEmpty)
    }

    @Test("A window that is stopped is told of, and lets go as soon as it goes on")
    func stopped() throws {
      let story = try write("a topsecret word")
      story.signal(SIGSTOP)
      let run = try home.run("notes", "forget", "opening", "--yes")
      #expect(run.exit == .status(2) && run.errors.contains("a window of Plenary that does not go on"), "\(run)")
      story.signal(SIGCONT)
      try story.see("The note on Welcome and Introductions was forgotten")
      story.press(.escape)
      try story.wait(untilGone: "was forgotten")
      try story.see("e note")
      story.press("q")
      try story.expectExit()
      #expect(note == nil && leaks.isEmpty)
    }

    @Test("Copies go too; what comes back later is told and not shown, until a new note is begun")
    func copies() throws {
      _ = try done("add", "opening", "a topsecret word")
      let bytes = Array("a topsecret word\n".utf8)
      let names = [
        "session-opening.sync-conflict-20171204-101010-ABCDEF.md", "session-opening.md~", ".session-opening.md.swp",
      ]
      for name in names { try TemporaryFolder.write(bytes, to: "\(notes)/\(name)") }
      let run = try done("forget", "opening", "--yes")
      for name in ["session-opening.md"] + names {
        #expect(run.output.contains("Removed: \(notes)/\(name)\n"), "\(run)")
      }
      #expect(run.output.contains("Out of reach: backups"))
      #expect(leaks.isEmpty)
      try TemporaryFolder.write(bytes, to: "\(notes)/session-opening.md")
      try TemporaryFolder.write(bytes, to: "\(notes)/\(names[0])")
      for verb in [["list"], ["show", "opening"], ["report", "--include-off-the-record"], ["gather", home.data]] {
        let run = try home.run(["notes"] + verb)
        #expect(!run.output.contains("topsecret") && !run.output.contains(names[0]), "\(verb): \(run)")
        #expect(run.errors.contains("a forgotten note has come back at \(notes)/session-opening.md"), "\(verb): \(run)")
      }
      let story = try home.open()
      try story.see("a forgotten note has come back at")
      story.press("e")
      try story.see("Write here.")
      story.type("a new beginning")
      try story.see("a new beginning")
      story.press(.escape)
      try story.see("e note")
      story.press("q")
      try story.expectExit()
      #expect(note == "a new beginning\n")
      #expect(try done("list").output.contains("Welcome and Introductions\t1 line"))
      _ = try done("forget", "opening", "--yes")
      #expect(leaks.isEmpty && TemporaryFolder.names(in: notes).isEmpty)
    }

    @Test("The shared folder loses it, and colleagues do not see it when their machines carry it back")
    func sharing() throws {
      let shared = try TemporaryFolder()
      _ = try done("share", shared.path, "--author", "Ann")
      _ = try done("add", "opening", "a topsecret word")
      _ = try done("share", shared.path)
      let file = try #require(TemporaryFolder.files(below: shared.path).first { $0.hasSuffix("session-opening.md") })
      let run = try done("forget", "opening", "--yes")
      #expect(run.output.contains("Removed: \(file)\n") && access(file, F_OK) != 0)
      try TemporaryFolder.write(Array("a topsecret word\n".utf8), to: file)
      let bo = try Home()
      let gathered = try bo.run("notes", "gather", shared.path)
      #expect(!gathered.output.contains("topsecret"), "\(gathered)")
      _ = try done("share", shared.path)
      #expect(access(file, F_OK) != 0 && leaks.isEmpty)
    }

    @Test("In the program a command asks before it forgets")
    func command() throws {
      let story = try write("a topsecret word")
      story.press(.escape)
      try story.see("e note")
      for (answer, isGone) in [("n", false), ("y", true)] {
        story.press(":")
        story.type("forget a note")
        try story.see("Forget a note")
        story.press(.enter)
        try story.see("Forget this note?", "There is no way back")
        story.press(.character(Character(answer)))
        try story.wait(untilGone: "Forget this note?")
        if isGone { try story.see("Forgotten: Welcome and Introductions.") } else { try story.see("topsecret") }
      }
      try story.wait(untilGone: "topsecret")
      #expect(note == nil && leaks.isEmpty)
      story.press("q")
      try story.expectExit()
      #expect(leaks.isEmpty)
    }
  }
}
