import CPosix
import CWatch
import Cells
import Glibc
import Stage

/// Somebody who types into a program on a pseudo-terminal and looks at its screen.
final class Typist {
  /// The narrowest that shows borders: the note has the whole screen.
  static let size = Size(width: 58, height: 24)

  let pseudoTerminal: PseudoTerminal
  let terminal: VirtualTerminal
  private var chunks: [[UInt8]] = []
  private var unsent: [UInt8] = []
  private let size: Size

  init(_ command: [String], environment: [String: String], size: Size = Typist.size) throws {
    self.size = size
    terminal = VirtualTerminal(size: size)
    pseudoTerminal = try PseudoTerminal(
      command[0], arguments: Array(command.dropFirst()), environment: environment, size: size)
  }

  /// Seconds on a clock that only goes forward.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  func send(_ bytes: [UInt8]) {
    unsent += bytes
    flush()
  }

  private func flush() {
    if !unsent.isEmpty { unsent.removeFirst(pseudoTerminal.write(unsent[...])) }
  }

  /// Lets bytes pass both ways; false when nothing came.
  @discardableResult
  func pump(milliseconds: Int) -> Bool {
    flush()
    guard let bytes = pseudoTerminal.read(milliseconds: milliseconds), !bytes.isEmpty else { return false }
    chunks.append(bytes)
    terminal.feed(bytes)
    unsent += terminal.takeOutput()
    return true
  }

  /// Lets bytes pass until a moment has come.
  func pump(until end: Double) {
    while case let rest = end - Self.now, rest > 0 {
      if !pump(milliseconds: Int((rest * 1_000).rounded(.up))), !pseudoTerminal.isOpen || rest > 0.001 {
        poll(nil, 0, 1)
      }
    }
  }

  /// Waits until something is true of the screen; false where it does not come true.
  func wait(seconds: Double, until isTrue: (Typist) -> Bool) -> Bool {
    let end = Self.now + seconds
    while !isTrue(self) {
      let isMore = pump(milliseconds: 10)
      if !isMore, Self.now > end || pseudoTerminal.exitIfEnded() != nil { return isTrue(self) }
    }
    return true
  }

  func sees(_ text: String) -> Bool { terminal.rows.contains { $0.contains(text) } }

  /// The letters of a manuscript that stand on the screen, in reading order.
  var letters: String { Self.letters(on: terminal, size) }

  private static func letters(on terminal: VirtualTerminal, _ size: Size) -> String {
    var text = ""
    for y in 0..<size.height { for x in 0..<size.width { text += terminal.place(x, y).text } }
    return Manuscript.letters(in: text)
  }

  /// The state of a manuscript that was certainly shown, the first where several look alike; nil where none was.
  ///
  /// Whoever is killed in the midst of a picture has shown the one before.
  func shown(of manuscript: Manuscript) -> Int? {
    if let state = manuscript.state(showing: letters) { return state }
    for count in stride(from: chunks.count - 1, to: max(-1, chunks.count - 12), by: -1) {
      let earlier = VirtualTerminal(size: size)
      for chunk in chunks[..<count] { earlier.feed(chunk) }
      if let state = manuscript.state(showing: Self.letters(on: earlier, size)) { return state }
    }
    return nil
  }

  /// Waits for the end of the program, and takes in all that it has written; the seconds that it took, or nil.
  func end(within seconds: Double) -> Double? {
    let start = Self.now
    while pseudoTerminal.exitIfEnded() == nil {
      if Self.now - start > seconds { return nil }
      if !pump(milliseconds: 1) { poll(nil, 0, 1) }
    }
    let took = Self.now - start
    while pump(milliseconds: 0) {}
    return took
  }

  /// Kills the program, and takes in what it has written before.
  func kill() {
    pseudoTerminal.signal(SIGKILL)
    _ = end(within: 10)
  }

  /// What is wrong with a terminal that a program has left; nothing where it is as it was.
  var traces: [String] {
    var traces: [String] = []
    if pseudoTerminal.modes != pseudoTerminal.initialModes { traces.append("the terminal's modes are changed") }
    if terminal.isAlternateScreen { traces.append("the alternate screen is left on") }
    if !terminal.isCursorVisible { traces.append("the cursor is hidden") }
    if terminal.wantsMouse { traces.append("the mouse is taken") }
    if terminal.bracketsPastes { traces.append("pastes are bracketed") }
    return traces
  }
}
