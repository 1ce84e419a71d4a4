import Cells
import Glibc
import Stage

/// A kiosk on a terminal of its own, and what is on its screen.
final class Guest {
  let terminal: VirtualTerminal
  let pseudoTerminal: PseudoTerminal
  /// The kiosk itself, which may run below another program that watches it.
  private(set) var process: Int32

  static let size = Size(width: 80, height: 24)

  /// - Parameter watcher: a program and its words that the kiosk is started by.
  init(_ options: SoakOptions, now: String, idle: Int, watcher: [String] = []) throws {
    terminal = VirtualTerminal(size: Guest.size)
    let words =
      watcher + [options.binary, "kiosk", "--now", now, "--no-seconds", "--idle", String(idle), options.bundle]
    pseudoTerminal = try PseudoTerminal(
      words[0], arguments: Array(words.dropFirst()),
      environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"], size: Guest.size)
    process = pseudoTerminal.process
  }

  /// Finds the kiosk below its watcher.
  func findChild() { if let child = pseudoTerminal.children.first { process = child } }

  var isRunning: Bool { pseudoTerminal.exitIfEnded() == nil }
  var screen: String { terminal.rows.joined(separator: "\n") }
  var isBoard: Bool { screen.contains("Press any key to look around") || screen.contains("may still change") }

  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    let end = Soak.now + 20
    while !rest.isEmpty, Soak.now < end, isRunning {
      let count = pseudoTerminal.write(rest)
      rest = rest.dropFirst(count)
      pump(milliseconds: count == 0 ? 5 : 0)
    }
  }

  /// Takes what is written, until nothing comes for so long.
  func pump(milliseconds: Int) {
    while let bytes = pseudoTerminal.read(milliseconds: milliseconds), !bytes.isEmpty {
      terminal.feed(bytes)
      let answer = terminal.takeOutput()
      if !answer.isEmpty { _ = pseudoTerminal.write(answer[...]) }
    }
  }

  func resize(to size: Size) {
    terminal.resize(to: size)
    pseudoTerminal.resize(to: size)
  }

  /// Waits for something to be true of the screen.
  func wait(seconds: Double, until isTrue: () -> Bool) -> Bool {
    let end = Soak.now + seconds
    while Soak.now < end, isRunning {
      pump(milliseconds: 50)
      if isTrue() { return true }
    }
    return false
  }
}
