import CPosix
import Cells
import Glibc

/// A line on a terminal's standard error that says what is being done and how far it is; elsewhere nothing.
///
/// It appears after a fifth of a second, so that what is quick is quiet, and goes away at the end.
final class ProgressBar {
  private let isShown = isatty(2) == 1
  private let start = ProgressBar.now
  private var last: Int64 = 0
  /// Columns of what is on the terminal.
  private var columns = 0

  private static let delay: Int64 = 200
  private static let pause: Int64 = 30
  private static let width = 24

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
  func show(_ share: Double?, _ label: () -> String) {
    guard isShown else { return }
    let now = ProgressBar.now
    // What cannot say how far it is says it only once.
    guard now - start >= ProgressBar.delay, share == nil || now - last >= ProgressBar.pause else { return }
    last = now
    guard let share else { return put(label(), tail: "...") }
    let done = Int(min(max(share, 0), 1) * Double(ProgressBar.width))
    let bar = String(repeating: "#", count: done) + String(repeating: ".", count: ProgressBar.width - done)
    put(label(), tail: Wording.progress(bar: bar, percent: Int(share * 100)))
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
