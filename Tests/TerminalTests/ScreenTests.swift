import Cells
import Glibc
import Support
import Testing

/// The probe on a pseudo-terminal, as a person meets it.
@Suite(.serialized)
struct ScreenTests {
  static func start(
    _ arguments: [String] = [], _ environment: [String: String] = [:], size: Size = Size(width: 80, height: 24)
  ) throws -> TerminalStory {
    try TerminalStory(BuiltProgram.path("TerminalProbe"), arguments, environment: environment, size: size)
  }

  @Test("It takes the terminal over and gives it back as it was")
  func startAndEnd() throws {
    let story = try Self.start()
    try story.wait(until: "probe 80x24 full256 unicode")
    #expect(story.terminal.isAlternateScreen)
    #expect(story.terminal.wantsMouse)
    #expect(story.terminal.bracketsPastes)
    #expect(story.terminal.cursor == Point(x: 2, y: 4))
    #expect(story.pseudoTerminal.modes.isRaw)
    #expect(story.hasWritten("\u{1B}[22;2t\u{1B}]2;a probe]\u{1B}\\"), "nothing in a title ends it")
    story.press("q")
    try story.expectExit()
    #expect(story.hasWritten("\u{1B}[23;2t"))
    #expect(story.pseudoTerminal.modes == story.pseudoTerminal.initialModes)
    #expect(!story.terminal.isAlternateScreen)
    #expect(!story.terminal.wantsMouse)
    #expect(!story.terminal.bracketsPastes)
    #expect(story.terminal.isCursorVisible)
    #expect(story.screen.joined().isEmpty)
  }

  @Test("It paints text, wide and combined characters and styles where they belong")
  func painting() throws {
    let story = try Self.start()
    try story.wait(until: "reverse")
    #expect(story.screen[1] == "wide 漢字|e\u{301}|👍|→…é•|")
    #expect(story.cell(5, 1).width == 2)
    #expect(story.cell(9, 1).text == "|")
    #expect(story.cell(10, 1).text == "e\u{301}")
    #expect(story.screen[2] == "┌─┬─┐ “quotes” – straße")
    #expect(story.cell(0, 0).style == Style(attributes: .bold))
    #expect(story.cell(0, 3).style == Style(foreground: .indexed(1)))
    #expect(story.cell(8, 3).style == Style(foreground: .indexed(9)))
    #expect(story.cell(16, 3).style == Style(foreground: .indexed(208)))
    #expect(story.cell(24, 3).style == Style(background: .indexed(17)))
    #expect(story.cell(32, 3).style == Style(attributes: .italic))
    #expect(story.cell(40, 3).style == Style(attributes: .underline))
    #expect(story.cell(48, 3).style == Style(attributes: .reverse))
    story.press("h")
    try story.wait("hide the cursor") { !$0.isCursorVisible }
    story.press("x")
    try story.wait("show the cursor") { $0.isCursorVisible }
  }

  @Test("Keys arrive as this terminal sends them, Esc without a key behind it")
  func keys() throws {
    let story = try Self.start()
    try story.wait(until: "probe")
    let keys: [(Key, String)] = [
      (.up, "up"), (.shiftLeft, "shiftLeft"), (.wordRight, "wordRight"), (.function(1), "function(1)"),
      (.function(12), "function(12)"), (.backtab, "backtab"), (.home, "home"), (.end, "end"), (.delete, "delete"),
      (.alt("x"), "alt(\"x\")"), (.control("l"), "control(\"l\")"), (.control("c"), "control(\"c\")"),
      (.control("s"), "control(\"s\")"), (.control("q"), "control(\"q\")"), (.control("\\"), "control(\"\\\\\")"),
      (.character("漢"), "character(\"漢\")"), (.pageUp, "pageUp"), (.enter, "enter"), (.escape, "escape"),
    ]
    for (number, (key, name)) in keys.enumerated() {
      story.press(key)
      try story.wait(until: "events \(number + 1) ")
      try story.wait(until: name)
    }
  }

  @Test(
    "It starts, shows keys and ends on every terminal that a minimal system knows",
    arguments: [
      ("xterm", "eight"), ("xterm-256color", "full256"), ("xterm-mono", "none"), ("tmux-256color", "full256"),
      ("screen", "eight"), ("screen-256color", "full256"), ("linux", "eight"), ("vt100", "none"), ("vt220", "none"),
      ("ansi", "eight"), ("rxvt", "eight"),
    ])
  func everyTerminal(name: String, colors: String) throws {
    let story = try Self.start([], ["TERM": name])
    try story.wait(until: "probe 80x24 \(colors)")
    try story.wait(until: "reverse")
    story.press(.up, .down, "漢")
    try story.wait(until: "events 3")
    try story.wait(until: "down")
    story.press(.backspace)
    try story.wait(until: "backspace")
    story.press("q")
    try story.expectExit()
    #expect(story.pseudoTerminal.modes == story.pseudoTerminal.initialModes)
  }

  @Test("A virtual terminal of Linux is told to read UTF-8, no other is", arguments: ["linux", "xterm", "vt220"])
  func console(name: String) throws {
    for options in [[], ["ascii"]] {
      let story = try Self.start(options, ["TERM": name])
      try story.wait(until: "reverse")
      let sent = String(decoding: story.transcript, as: UTF8.self)
      #expect(sent.contains("\u{1B}%G") == (name == "linux" && options.isEmpty))
      story.press("q")
      try story.expectExit()
    }
  }

  @Test("Colours are lowered to what was asked for", arguments: [("none", "none"), ("8", "eight"), ("16", "sixteen")])
  func fewerColors(option: String, name: String) throws {
    let story = try Self.start(["colors=\(option)"])
    try story.wait(until: "probe 80x24 \(name)")
    try story.wait(until: "reverse")
    let bright = story.cell(8, 3).style
    switch name {
    case "none": #expect(bright == .plain)
    case "eight": #expect(bright == Style(foreground: .indexed(1), attributes: .bold))
    default: #expect(bright == Style(foreground: .indexed(9)))
    }
    #expect(story.cell(48, 3).style == Style(attributes: .reverse))
  }

  @Test("NO_COLOR counts when it is set and not empty")
  func noColor() throws {
    try Self.start([], ["NO_COLOR": "1"]).wait(until: "probe 80x24 none")
    let story = try TerminalStory(
      "/bin/sh", ["-c", "NO_COLOR= exec \(BuiltProgram.path("TerminalProbe"))"])
    try story.wait(until: "probe 80x24 full256")
  }

  @Test("Outside UTF-8 every character has an ASCII one in its place", arguments: ["LC_ALL", "ascii"])
  func asciiScreen(reason: String) throws {
    let story = reason == "ascii" ? try Self.start(["ascii"]) : try Self.start([], ["LC_ALL": "C"])
    try story.wait(until: "probe 80x24 full256 ascii")
    try story.wait(until: "reverse")
    #expect(story.screen[1] == "wide ? ? |e|? |>.e*|")
    #expect(story.screen[2] == "+-+-+ \"quotes\" - strase")
    #expect(story.transcript.max() ?? 0 < 0x80)
    story.type("é")
    try story.wait(until: "events 1")
    try story.wait(until: "character(\"e\")")
  }

  @Test("A locale that asks for UTF-8 but is not installed is no reason for ASCII")
  func missingLocale() throws {
    try Self.start([], ["LC_ALL": "xx_XX.UTF-8"]).wait(until: "full256 unicode")
  }

  @Test("A paste of a megabyte arrives whole and runs nothing")
  func largePaste() throws {
    let story = try Self.start()
    try story.wait(until: "probe")
    story.paste("q\rq")
    try story.wait(until: "paste 3 <q|q>")
    #expect(story.terminal.bracketsPastes)
    let text = String(repeating: "qé\n", count: 250_000)
    story.paste(text)
    try story.wait(until: "events 2 pasted 1000000")
    story.press("q")
    try story.expectExit()
  }

  @Test("The mouse clicks beyond column 223 and can be turned off")
  func mouse() throws {
    let story = try Self.start(size: Size(width: 300, height: 30))
    try story.wait(until: "probe 300x30")
    story.click(250, 7)
    try story.wait(until: "click 250,7")
    story.click(250, 7)
    try story.wait(until: "doubleClick 250,7")
    story.press("M")
    try story.wait("leave the mouse alone") { !$0.wantsMouse }
    story.press("m")
    try story.wait("ask for the mouse") { $0.wantsMouse }
  }

  @Test("Ctrl-L repairs a screen that something else has written on")
  func redraw() throws {
    let story = try Self.start()
    try story.wait(until: "reverse")
    let before = story.screen
    story.terminal.feed(Array("\u{1B}[1;1H\u{1B}[2Jrubbish".utf8))
    story.press("r")
    try story.wait(untilGone: "rubbish")
    try story.wait(until: "character(\"r\")")
    #expect(Array(story.screen[0...3]) == Array(before[0...3]))
  }

  @Test("It rings, and copies through the terminal what is safe to paste")
  func bellAndClipboard() throws {
    let story = try Self.start()
    story.press("b")
    try story.wait("ring") { $0.bells == 1 }
    story.press("y")
    try story.wait(until: "character(\"y\")")
    // "née]" and the end of the line.
    let sequence = "\u{1B}]52;c;bsOpZV0K\u{7}"
    let isSent = String(decoding: story.transcript, as: UTF8.self).contains(sequence)
    #expect(isSent)
  }

  @Test("Another program can have the terminal for a while, and its Ctrl-C is not ours")
  func suspendAndResume() throws {
    let story = try Self.start()
    try story.wait(until: "reverse")
    let before = story.screen
    story.press("w")
    try story.wait(until: "character(\"w\")")
    #expect(story.terminal.isAlternateScreen && story.terminal.wantsMouse)
    #expect(story.pseudoTerminal.modes.isRaw)
    #expect(Array(story.screen[0...3]) == Array(before[0...3]))
    #expect(String(decoding: story.transcript, as: UTF8.self).contains("outside"))
    story.press("q")
    try story.expectExit()
    #expect(story.screen[0] == "outside")
  }

  @Test("What is written to standard error is shown at the end, not over the picture")
  func standardError() throws {
    let story = try Self.start()
    try story.wait(until: "reverse")
    story.press("e")
    try story.wait(until: "character(\"e\")")
    #expect(!story.screen.joined().contains("complaint"))
    story.press("q")
    try story.expectExit()
    #expect(story.screen[0] == "a complaint")
  }

  @Test("Another descriptor that is watched wakes it, once for each thing to read")
  func watching() throws {
    let story = try Self.start()
    story.press("f")
    try story.wait(until: "files changed 42")
    story.press("x")
    try story.wait(until: "events 3 ")
  }

  @Test("A deadline comes, and without one nothing does")
  func deadline() throws {
    let story = try Self.start()
    story.press("d")
    try story.wait(until: "deadline")
    let spent = story.pseudoTerminal.processorTime
    story.pump(milliseconds: 500)
    #expect(story.pseudoTerminal.processorTime - spent <= 10)
    #expect(story.screen[4].hasPrefix("events 2 "))
  }
}
