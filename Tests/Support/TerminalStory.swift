import CPosix
public import Cells
import Glibc
public import Testing

/// A program on a terminal, told as a story: press, see, resize, and at last expect how it ends.
///
/// Every step that fails records what was on the screen and ends the test. Nothing sleeps for a fixed time: a step waits
/// for what it expects, for ten seconds at most, and whoever has to see that something does not happen sends a key
/// whose effect shows.
public final class TerminalStory {
  /// Ends a test whose story has failed; the issue is recorded already.
  public struct Broken: Error {}

  /// Seconds that a step waits.
  public static let patience = 30.0

  public let terminal: VirtualTerminal
  public let pseudoTerminal: PseudoTerminal
  /// Every byte that the program has written.
  public private(set) var transcript: [UInt8] = []
  /// What this terminal says to questions, by their bytes; nil lets the emulator say what it knows itself.
  public var answers: [String: String]?
  /// How much of the transcript has been answered.
  private var answered = 0
  private var unsent: [UInt8] = []
  private var kept: [AnyObject] = []

  /// Starts the program at that path.
  ///
  /// The environment holds PATH, TERM and LANG=C.UTF-8, and what is given wins; an empty value takes one away.
  public init(
    _ path: String, _ arguments: [String] = [], environment: [String: String] = [:],
    size: Size = Size(width: 80, height: 24)
  ) throws {
    terminal = VirtualTerminal(size: size)
    let base = ["PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LANG": "C.UTF-8"]
    pseudoTerminal = try PseudoTerminal(
      path, arguments: arguments,
      environment: base.merging(environment) { $1 }.filter { !$0.value.isEmpty }, size: size)
  }

  /// Keeps an object as long as the story, such as the folder that the program works in.
  public func keep(_ object: AnyObject) { kept.append(object) }

  // MARK: - What is done

  /// Presses keys, one after the other, as this terminal sends them.
  public func press(_ keys: Key...) { for key in keys { send(terminal.bytes(for: key)) } }

  /// Types text, each character a key.
  public func type(_ text: String) { send(Array(text.utf8)) }

  /// Pastes text, bracketed if the program has asked for it.
  public func paste(_ text: String) {
    let brackets = terminal.bracketsPastes
    send(Array(((brackets ? "\u{1B}[200~" : "") + text + (brackets ? "\u{1B}[201~" : "")).utf8))
  }

  /// Presses and releases the left button on a cell.
  public func click(_ x: Int, _ y: Int) {
    send(Array("\u{1B}[<0;\(x + 1);\(y + 1)M\u{1B}[<0;\(x + 1);\(y + 1)m".utf8))
  }

  /// Turns the wheel over a cell, one step.
  public func wheel(_ x: Int, _ y: Int, up: Bool) {
    send(Array("\u{1B}[<\(up ? 64 : 65);\(x + 1);\(y + 1)M".utf8))
  }

  /// Sends bytes as they are.
  public func send(_ bytes: [UInt8]) {
    unsent += bytes
    pump(milliseconds: 0)
  }

  /// Gives the terminal another size.
  public func resize(to size: Size) {
    terminal.resize(to: size)
    pseudoTerminal.resize(to: size)
  }

  /// Sends a signal to the program.
  public func signal(_ number: Int32) { pseudoTerminal.signal(number) }

  // MARK: - What is seen

  /// The screen as text, a string for each row, without blanks at its end.
  public var screen: [String] { terminal.rows }

  /// The lines that stand on the screen: what was shown for a while and taken away is none of them.
  public var lines: [String] { screen.filter { !$0.isEmpty } }

  /// What stands at a column and row.
  public func cell(_ x: Int, _ y: Int) -> VirtualTerminal.Place { terminal.place(x, y) }

  /// Waits until text stands somewhere on the screen, within one row.
  public func wait(until text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait("see “\(text)”", sourceLocation: sourceLocation) { $0.rows.contains { $0.contains(text) } }
  }

  /// Waits until all these texts stand on the screen, each within one row.
  public func see(_ texts: String..., sourceLocation: SourceLocation = #_sourceLocation) throws {
    for text in texts { try wait(until: text, sourceLocation: sourceLocation) }
  }

  /// The screen with all its looks.
  public var buffer: CellBuffer {
    var buffer = CellBuffer(size: terminal.size)
    for y in 0..<terminal.size.height {
      for x in 0..<terminal.size.width {
        let place = cell(x, y)
        buffer.put(place.text, at: Point(x: x, y: y), style: place.style, in: buffer.bounds)
      }
    }
    return buffer
  }

  /// The first row that holds a text.
  public func row(with text: String) -> Int? { screen.firstIndex { $0.contains(text) } }

  /// Expects the terminal as it was before the program: modes, main screen, cursor, mouse and pastes.
  public func expectTerminalAsBefore(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(pseudoTerminal.modes == pseudoTerminal.initialModes, sourceLocation: sourceLocation)
    #expect(!terminal.isAlternateScreen, "the alternate screen is left", sourceLocation: sourceLocation)
    #expect(terminal.isCursorVisible, "the cursor is shown", sourceLocation: sourceLocation)
    #expect(!terminal.wantsMouse, "the mouse is the terminal's again", sourceLocation: sourceLocation)
    #expect(!terminal.bracketsPastes, "pastes are not bracketed", sourceLocation: sourceLocation)
  }

  /// Waits until text stands nowhere on the screen.
  public func wait(untilGone text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait("no longer see “\(text)”", sourceLocation: sourceLocation) { !$0.rows.contains { $0.contains(text) } }
  }

  /// Waits until something is true of the terminal; `what` completes “expected to”.
  public func wait(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation, until isTrue: (VirtualTerminal) -> Bool
  ) throws {
    let end = Self.now + Self.patience
    while !isTrue(terminal) {
      guard Self.now < end, pump(milliseconds: 20) || pseudoTerminal.exitIfEnded() == nil else {
        // What was written before the end may have come in just now.
        if isTrue(terminal) { return }
        throw broken("expected to \(what)", sourceLocation)
      }
    }
  }

  /// Waits until the program has ended and all that it wrote has been read, and expects how it ended.
  public func expectExit(
    _ expected: PseudoTerminal.Exit = .status(0), within seconds: Double = patience,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let end = Self.now + seconds
    while true {
      let exit = pseudoTerminal.exitIfEnded()
      let isMore = pump(milliseconds: exit == nil ? 10 : 0)
      if let exit, !isMore {
        if exit != expected { throw broken("expected to end with \(expected), not \(exit)", sourceLocation) }
        return
      }
      if Self.now > end { throw broken("expected to end within \(seconds) s", sourceLocation) }
    }
  }

  /// Lets bytes pass both ways; false when nothing came.
  @discardableResult
  public func pump(milliseconds: Int) -> Bool {
    if !unsent.isEmpty { unsent.removeFirst(pseudoTerminal.write(unsent[...])) }
    guard let bytes = pseudoTerminal.read(milliseconds: unsent.isEmpty ? milliseconds : min(milliseconds, 1)) else {
      // Nobody has the terminal open, yet or any more: do not spin.
      poll(nil, 0, Int32(milliseconds))
      return false
    }
    transcript += bytes
    terminal.feed(bytes)
    let own = terminal.takeOutput()
    unsent += answers == nil ? own : Array(answer().utf8)
    return !bytes.isEmpty
  }

  /// What is to be said to the questions that have come, in their order.
  private func answer() -> String {
    var said = ""
    while let (question, end) = nextQuestion() {
      said += answers?[question] ?? ""
      answered = end
    }
    return said
  }

  private func nextQuestion() -> (String, Int)? {
    let found = (answers ?? [:]).keys.compactMap { question in
      transcript[answered...].firstRange(of: Array(question.utf8)).map { (question, $0) }
    }
    return found.min { $0.1.lowerBound < $1.1.lowerBound }.map { ($0.0, $0.1.upperBound) }
  }

  /// Whether the program has written this.
  public func hasWritten(_ text: String) -> Bool { transcript.firstRange(of: Array(text.utf8)) != nil }

  /// Seconds on a clock that only goes forward.
  public static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func broken(_ what: String, _ location: SourceLocation) -> Broken {
    let picture = screen.enumerated().map { "\($0.offset < 10 ? " " : "")\($0.offset) |\($0.element)" }
    let ending = pseudoTerminal.exitIfEnded().map { "ended with \($0)" } ?? "still running"
    Issue.record(
      "\(what); \(ending); the screen:\n\(picture.joined(separator: "\n"))", sourceLocation: location)
    return Broken()
  }
}
