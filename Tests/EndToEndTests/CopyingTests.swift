import Cells
import Glibc
import Support
import Testing

extension EndToEnd {
  /// What is copied, and what is said of it.
  struct CopyingTests {
    /// A home with a program of that name in its path, which keeps what it gets in a file.
    private static func start(
      _ name: String, status: Int, _ environment: [String: String]
    ) throws -> (story: TerminalStory, home: Home) {
      let home = try Home()
      try home.folder.program(
        "bin/\(name)",
        "#!/bin/sh\necho \"$@\" >\"\(home.folder.path)/words\"\ncat >\"\(home.folder.path)/taken\"\nexit \(status)\n")
      let story = try home.open(
        environment: environment.merging(["PATH": "\(home.folder.path)/bin:/usr/bin:/bin"]) { $1 })
      try story.see("NOW", "? help")
      return (story, home)
    }

    private static let title = "Welcome and Introductions"

    @Test("A terminal that is not known to take text shows it whole, and has the mouse to select it with")
    func unknown() throws {
      let story = try Home().open()
      try story.see("NOW", "? help")
      #expect(story.terminal.wantsMouse)
      story.press("y")
      try story.see("Select this with the mouse to copy it")
      try story.wait("let the mouse go") { !$0.wantsMouse }
      #expect(story.screen[0] == Self.title && story.screen[1].hasPrefix("Mon 4 Dec 09:00-10:30"))
      #expect(!story.screen.joined().contains("Copied"))
      story.press(.escape)
      try story.see("? help")
      try story.wait("have the mouse again") { $0.wantsMouse }
      story.press("q")
      try story.expectExit()
      story.expectTerminalAsBefore()
    }

    @Test("A terminal that is known to take it is believed")
    func known() throws {
      for environment in [["ALACRITTY_WINDOW_ID": "1"], ["WT_SESSION": "1"], ["TERM_PROGRAM": "WezTerm"]] {
        let story = try Home().open(environment: environment)
        try story.see("NOW", "? help")
        story.press("y")
        try story.see("Copied: " + Self.title)
        #expect(story.hasWritten("\u{1B}]52;c;"))
      }
    }

    @Test(
      "Programs of the desktop and tmux take it, and only where they did it was copied",
      arguments: [
        ("xclip", ["DISPLAY": ":7"], "-selection clipboard -in"),
        ("wl-copy", ["WAYLAND_DISPLAY": "wayland-0"], "--type text/plain;charset=utf-8"),
        ("tmux", ["TMUX": "/tmp/none,1,0", "TERM": "screen-256color"], "load-buffer -w -"),
      ] as [(String, [String: String], String)])
    func programs(name: String, environment: [String: String], words: String) throws {
      let (story, home) = try Self.start(name, status: 0, environment)
      story.press("y")
      try story.see("Copied: " + Self.title)
      #expect(try String(decoding: home.folder.read("words"), as: UTF8.self) == words + "\n")
      #expect(try String(decoding: home.folder.read("taken"), as: UTF8.self).hasPrefix(Self.title + "\nMon 4 Dec"))
      let (failing, _) = try Self.start(name, status: 1, environment)
      failing.press("y")
      try failing.see("Select this with the mouse to copy it", Self.title)
    }

    @Test("What is cut is kept here, whoever else takes it, and nothing else is claimed")
    func cutting() throws {
      let story = try Home().open()
      try story.see("NOW")
      story.press("e")
      try story.see("Ctrl-T stamp")
      story.type("zebra")
      story.press(.alt("6"))
      try story.see("Kept here, for Ctrl-U")
      story.press(.control("k"))
      try story.wait(untilGone: "zebra")
      story.press(.control("u"), .control("u"))
      try story.see("zebrazebra")
      story.press(.escape)
      try story.wait(untilGone: "Ctrl-T stamp")
    }

    @Test("The middle button puts in what is selected elsewhere, as a paste, and elsewhere than in a text nothing")
    func middleButton() throws {
      let home = try Home()
      try home.folder.program("bin/xclip", "#!/bin/sh\nprintf 'ze\\033[31mbra\\nq'\n")
      let story = try home.open(environment: ["PATH": "\(home.folder.path)/bin:/usr/bin:/bin", "DISPLAY": ":7"])
      try story.see("NOW", "? help")
      let middle = Array("\u{1B}[<1;50;10M\u{1B}[<1;50;10m".utf8)
      story.send(middle)
      story.press("e")
      try story.see("Ctrl-T stamp")
      #expect(story.row(with: "bra") == nil)
      story.send(middle)
      try story.see("ze[31mbra")
      story.press(.escape)
      try story.wait(untilGone: "Ctrl-T stamp")
      // Nobody to be asked: then it is said how the terminal pastes by itself.
      let other = try Home().open()
      try other.see("NOW", "? help")
      other.press("e")
      try other.see("Ctrl-T stamp")
      other.send(middle)
      try other.see("Hold Shift to select or paste with the mouse")
    }

    @Test("Whoever drags the mouse over what cannot be selected is told once that Shift selects")
    func dragging() throws {
      let story = try Home().open()
      try story.see("NOW", "? help")
      let drag = Array("\u{1B}[<0;50;6M\u{1B}[<32;55;6M\u{1B}[<0;55;6m".utf8)
      story.send(drag)
      try story.see("Hold Shift to select or paste with the mouse; m lets the mouse go")
      story.press("]")
      try story.wait(untilGone: "Hold Shift")
      story.send(drag)
      story.press("[")
      try story.see("[Mon 4]")
      #expect(story.row(with: "Hold Shift") == nil)
    }
  }
}
