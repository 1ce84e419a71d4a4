import Glibc

/// One line that counts, on a terminal; elsewhere nothing.
struct Progress {
  private let trial: Trial
  private let cases: Int
  private let isShown = isatty(STDERR_FILENO) == 1

  init(_ trial: Trial, of cases: Int) { (self.trial, self.cases) = (trial, cases) }

  func show(_ outcome: Outcome) {
    if isShown { say("\r\u{1B}[K" + Wording.progress(trial, outcome, of: cases)) }
  }

  func end() { if isShown { say("\r\u{1B}[K") } }

  private func say(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}
