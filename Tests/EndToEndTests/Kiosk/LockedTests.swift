import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// A kiosk is locked.
  struct LockedTests {
    @Test("Nothing that is pressed ends or stops it, SIGTERM does with status 0")
    func keys() throws {
      let home = try Home()
      let story = try home.openKiosk()
      try story.see("09:00-10:30", "Coffee Break", "Press any key")
      // Ctrl-C, Ctrl-\, Ctrl-Z, Ctrl-D, Ctrl-S, and what commands could be typed.
      for keys in [[3], [28], [26], [4], [19], Array("q:q!\r!sh\r".utf8), [3, 3, 3]] as [[UInt8]] {
        story.send(keys)
        story.send([0x1B])
        story.pump(milliseconds: 30)
      }
      story.paste("q\u{3}\r:quit\r")
      story.signal(SIGINT)
      story.signal(SIGTSTP)
      story.signal(SIGQUIT)
      story.signal(SIGHUP)
      story.click(3, 3)
      story.pump(milliseconds: 100)
      #expect(story.pseudoTerminal.exitIfEnded() == nil && story.pseudoTerminal.children.isEmpty)
      story.signal(SIGTERM)
      try story.expectExit(.status(0))
      story.expectTerminalAsBefore()
      #expect(TemporaryFolder.files(below: home.folder.path).isEmpty, "nothing is written")
    }

    @Test("The log is the only file, and tells of start and end")
    func log() throws {
      let home = try Home()
      let log = home.folder.path + "/kiosk.log"
      let story = try home.openKiosk(["--log", log])
      try story.see("Press any key")
      story.signal(SIGTERM)
      try story.expectExit(.status(0))
      #expect(TemporaryFolder.files(below: home.folder.path) == [log])
      let lines = String(decoding: try TemporaryFolder.bytes(of: log), as: UTF8.self).split(separator: "\n")
      #expect(lines.count == 2 && lines[0].contains("Z started with ") && lines[1].hasSuffix("Z ended by SIGTERM"))
    }

    @Test("A mistake on the command line is told in one line with the status that tells what is wrong")
    func mistakes() throws {
      let home = try Home()
      let packed = try home.folder.write("font.psf.gz", [0x1F, 0x8B, 8, 0])
      for (arguments, words, status) in [
        (["--font", packed], "gzip -dc", 2), (["--idle", "0"], "from 5 to 3600", 2),
        (["--night", "22"], "two times such as 22:00-07:00", 2),
        (["--log", "/nonexistent/log"], "/nonexistent/log", 5), (["--room", "nowhere"], "nowhere", 3),
        (["--room", "nowhere", "--room", "elsewhere"], "nowhere", 3), (["--track", "none"], "--track", 3),
        (["--font", "/nonexistent.bdf"], "/nonexistent.bdf", 2), (["--font", "/etc/passwd"], "expected a font", 2),
        (["--font", "/dev/zero"], "/dev/zero", 2), (["/nonexistent"], "/nonexistent", 3),
      ] as [([String], String, Int)] {
        let story = try home.openKiosk(arguments)
        try story.expectExit(.status(status))
        #expect(story.screen[0].contains("plenary: ") && story.screen.joined().contains(words))
      }
    }
  }
}

extension Home {
  /// Starts the kiosk on a terminal, on the shipped conference unless a bundle is among the arguments.
  func openKiosk(
    _ arguments: [String] = [], at time: String? = monday, size: Size = Size(width: 80, height: 24),
    environment changes: [String: String] = [:]
  ) throws -> TerminalStory {
    let story = try TerminalStory(
      BuiltProgram.path("plenary"), ["kiosk"] + (time.map { ["--now", $0] } ?? []) + arguments,
      environment: environment.merging(changes) { $1 }, size: size)
    story.keep(self)
    return story
  }
}
