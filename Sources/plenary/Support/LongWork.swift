import CPosix
import Cells
import Glibc
import Messages
import Synchronization

/// Whether Ctrl-C was pressed, or the program asked to end, while something long was done.
enum Interruption {
  private static let number = Atomic<Int32>(0)

  /// The signal that has come; 0 without one.
  static var signal: Int32 { number.load(ordering: .relaxed) }

  /// From now on SIGINT, SIGTERM and SIGHUP are only noted, so that what is being done can be undone.
  ///
  /// A signal that whoever started us has set to be ignored stays ignored.
  static func watch() {
    // Made ready before a handler may need it.
    number.store(0, ordering: .relaxed)
    for signal in [SIGINT, SIGTERM, SIGHUP] where plenary_signal_is_ignored(signal) == 0 {
      _ = plenary_signal_set_handler(signal, { Interruption.number.store($0, ordering: .relaxed) }, 0)
    }
  }
}

/// A line on a terminal's standard error that says what is being done and how far it is; elsewhere nothing.
///
/// It appears after a fifth of a second, so that what is quick is quiet, and goes away at the end.
final class ProgressBar {
  private let isShown: Bool
  private let start = ProgressBar.now
  private var last: Int64 = 0
  /// Columns of what is on the terminal.
  private var columns = 0

  private static let delay: Int64 = 200
  private static let pause: Int64 = 30
  private static let width = 24

  private let messages: Messages

  /// - Parameter isQuiet: it never shows anything, for work that is done beside a screen.
  init(_ console: Console, isQuiet: Bool = false) {
    messages = console.messages
    isShown = !isQuiet && isatty(2) == 1
  }

  deinit { close() }

  /// Milliseconds of a clock that only goes forward.
  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Says what is being done, and how much of it is done already: from 0 to 1, or nil where nobody knows.
  ///
  /// - Parameter label: asked for only where it is shown.
  func show(_ share: Double?, _ label: () -> Message) {
    guard isShown else { return }
    let now = ProgressBar.now
    // What cannot say how far it is says it only once.
    guard now - start >= ProgressBar.delay, share == nil || now - last >= ProgressBar.pause else { return }
    last = now
    let text = messages.text(label())
    guard let share else { return put(text, tail: "...") }
    let done = Int(min(max(share, 0), 1) * Double(ProgressBar.width))
    let bar = String(repeating: "#", count: done) + String(repeating: ".", count: ProgressBar.width - done)
    put(text, tail: messages.text(Message("[%s] %d %%", bar, Int(share * 100))))
  }

  /// Takes the line away.
  func close() {
    guard columns > 0 else { return }
    write("\r" + String(repeating: " ", count: columns) + "\r")
    columns = 0
  }

  /// Whatever the label, the line fits, since one that wraps could not be taken away.
  private func put(_ label: String, tail: String) {
    let room = (Environment.width(ofTerminal: 2) ?? 80) - 1
    let head = fitted(label, width: room - tail.utf8.count - 1)
    let line = head.isEmpty ? fitted(tail, width: room) : "\(head) \(tail)"
    let width = displayWidth(line)
    write("\r" + line + String(repeating: " ", count: max(0, columns - width)))
    columns = width
  }

  private func write(_ text: String) { text.withCString { _ = Glibc.write(2, $0, strlen($0)) } }
}
