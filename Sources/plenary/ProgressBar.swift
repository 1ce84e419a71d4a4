import Glibc

/// A line on a terminal's standard error that says what is being done and how far it is; elsewhere nothing.
///
/// It appears after a fifth of a second, so that what is quick is quiet, and goes away at the end.
final class ProgressBar {
  private let label: String
  private let isShown = isatty(2) == 1
  private let start = ProgressBar.now
  private var last: Int64 = 0
  private var isOut = false

  private static let delay: Int64 = 200
  private static let pause: Int64 = 100
  private static let width = 24

  init(_ label: String) { self.label = label }

  /// Milliseconds of a clock that only goes forward.
  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// - Parameter share: how much is done, from 0 to 1.
  func show(_ share: Double) {
    guard isShown else { return }
    let now = ProgressBar.now
    guard now - start >= ProgressBar.delay, now - last >= ProgressBar.pause else { return }
    last = now
    isOut = true
    let done = Int(share * Double(ProgressBar.width))
    let bar = String(repeating: "#", count: done) + String(repeating: ".", count: max(0, ProgressBar.width - done))
    put("\r\(Wording.progress(label, bar: bar, percent: Int(share * 100)))")
  }

  /// Takes the line away.
  func close() {
    guard isOut else { return }
    isOut = false
    put("\r\u{1B}[K")
  }

  private func put(_ text: String) { text.withCString { _ = write(2, $0, strlen($0)) } }
}
