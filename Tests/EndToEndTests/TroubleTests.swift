import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// Notes while something goes wrong around them.
  struct TroubleTests {
    let home: Home

    init() throws { home = try Home() }

    /// Opens the program and the note on the session that is on.
    private func write(environment: [String: String] = [:], after before: String = "Write here.") throws
      -> TerminalStory
    {
      let story = try home.open(environment: environment)
      try story.see("NOW")
      story.press("e")
      try story.see(before)
      return story
    }

    private var notes: String { "\(home.data)/plenary/human-rights-elections-2017/notes" }
    private var path: String { "\(notes)/session-opening.md" }
    private var note: String { String(decoding: (try? TemporaryFolder.bytes(of: path)) ?? [], as: UTF8.self) }

    /// Ends as if the power had gone.
    private func kill(_ story: TerminalStory) throws {
      story.signal(SIGKILL)
      try story.expectExit(.signal(SIGKILL))
    }

    @Test("Killed, ended, cut off and failed at over and over, it loses nothing that was seen")
    func torture() throws {
      let run = try ProgramRun(
        BuiltProgram.path("Torture"),
        [
          "--kills", "40", "--hands", "20", "--signals", "5", "--faults", "12", "--jobs", "6",
          BuiltProgram.path("plenary"),
        ],
        environment: ["PATH": "/usr/bin:/bin"], within: 60)
      #expect(run.exit == .status(0), "\(run.output)\(run.errors)")
    }

    @Test("A cut of power takes nothing away that was shown as saved")
    func power() throws {
      let run = try ProgramRun(
        BuiltProgram.path("Torture"),
        ["--power", "6", "--jobs", "1", "--window", "20000", BuiltProgram.path("plenary")],
        environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"], within: 60)
      // Said in the test's own result, so that nobody takes it for passed.
      if run.output.contains("SKIPPED") { try Test.cancel("\(run.output)") }
      #expect(run.exit == .status(0), "\(run.output)\(run.errors)")
    }

    @Test("Ctrl-Z right after a key: the note is in its file before the program stops")
    func suspending() throws {
      let story = try home.openAsJob()
      try story.see("NOW")
      story.press("e")
      try story.see("Write here.")
      story.type("The last word")
      story.press(.control("z"))
      try story.see("stopped 1")
      #expect(note == "The last word")
      let job = try #require(story.pseudoTerminal.children.first)
      Glibc.kill(job, SIGKILL)
    }

    @Test("A terminal that takes no output does not hold the note up")
    func stalled() throws {
      let story = try write()
      // Nobody reads from here on, and each redrawing is more than the kernel keeps.
      for _ in 0..<30 { _ = story.pseudoTerminal.write([0x0C]) }
      _ = story.pseudoTerminal.write(Array("unseen".utf8)[...])
      let end = TerminalStory.now + TerminalStory.patience
      while note != "unseen", TerminalStory.now < end { poll(nil, 0, 20) }
      #expect(note == "unseen")
      try story.see("unseen")
    }

    @Test("Where neither home nor state can be written it says so, and the words are there when they can")
    func readOnly() throws {
      let file = try home.folder.write("a-file", "in the way")
      rmdir(home.data)
      try home.folder.write("data", "in the way")
      let run = home.folder.folder("run")
      chmod(run, 0o700)
      let story = try write(environment: ["XDG_STATE_HOME": file, "XDG_RUNTIME_DIR": run])
      story.type("Not forgotten")
      try story.see("Not forgotten", "Notes are kept in")
      try kill(story)
      unlink(home.data)
      let next = try home.open(environment: ["XDG_RUNTIME_DIR": run])
      try next.see("Not forgotten")
      next.press("q")
      try next.expectExit()
      #expect(note == "Not forgotten")
    }

    /// Writes more than the disk takes: no file may grow beyond 16 KiB, as on a disk that is full.
    private func overfill() throws -> TerminalStory {
      let script = "ulimit -f 32; exec \(BuiltProgram.path("plenary")) --now \(Home.monday)"
      let story = try TerminalStory("/bin/sh", ["-c", script], environment: home.environment)
      story.keep(home)
      try story.see("NOW")
      story.press("e")
      try story.see("Write here.")
      story.type("It fits. ")
      try story.see("It fits.")
      story.paste(String(repeating: "too much ", count: 3_000))
      try story.see("too much", "NOT SAVED")
      return story
    }

    @Test("Where there is no room for a note it says NOT SAVED, and asks before it leaves")
    func full() throws {
      let story = try overfill()
      story.press(.escape)
      try story.see("e note")
      story.press("q")
      try story.see("could not be saved")
      story.press("q")
      try story.expectExit(.status(1))
      #expect(String(decoding: story.transcript, as: UTF8.self).contains("plenary: A note could not be saved"))
      story.expectTerminalAsBefore()
      let next = try home.open()
      try next.see("It fits.", "recovered")
    }

    @Test("Once a note fits again it is saved")
    func fits() throws {
      let story = try overfill()
      story.press(.alt("u"))
      try story.wait(untilGone: "too much")
      story.press(.escape)
      try story.see("e note")
      story.press("q")
      try story.expectExit()
      #expect(note == "It fits. \n")
    }

    @Test("Two programs that write the same note both find both their lines in it")
    func twoPrograms() throws {
      try TemporaryFolder.write(Array("one\n\nlast\n".utf8), to: made(path))
      let (first, second) = (try write(after: "last"), try write(after: "last"))
      first.type("from the first")
      try first.see("from the first", "saved")
      second.press(.up, .up)
      second.type("from the second ")
      second.press(.control("s"))
      first.press(.control("s"))
      try first.see("from the second")
      try second.see("from the first")
      for story in [first, second] {
        story.press(.escape)
        try story.see("e note")
        story.press("q")
        try story.expectExit()
      }
      #expect(note.contains("from the first") && note.contains("from the second "), "\(note)")
      #expect(TemporaryFolder.names(in: notes) == ["session-opening.md"])
    }

    @Test("What another program writes elsewhere in the note is merged, whole and in its place")
    func others() throws {
      try TemporaryFolder.write(Array("first\n\nlast\n".utf8), to: made(path))
      let story = try write(after: "last")
      story.type("mine")
      try story.see("mine")
      try TemporaryFolder.write(Array("FIRST\n\nlast\n".utf8), to: path)
      try story.see("FIRST", "mine")
      story.press(.control("s"))
      try story.see("saved")
      try waitForNote("FIRST\n\nlast\nmine\n")
      story.type(", still")
      try TemporaryFolder.write(Array("FIRST\n\nlast\ntheirs".utf8), to: path)
      try story.see("mine, still")
      story.press(.control("s"))
      try waitForNote("FIRST\n\nlast\ntheirs\nmine, still\n")
      // What was exchanged goes a moment later.
      try story.wait("leave nothing beside it") { [notes] _ in
        TemporaryFolder.names(in: notes) == ["session-opening.md"]
      }
    }

    private func waitForNote(_ text: String) throws {
      let end = TerminalStory.now + TerminalStory.patience
      while note != text, TerminalStory.now < end { poll(nil, 0, 10) }
      #expect(note == text)
    }

    /// The path of a file whose folder is there.
    private func made(_ path: String) -> String {
      home.folder.folder("data/plenary/human-rights-elections-2017/notes")
      return path
    }
  }
}
