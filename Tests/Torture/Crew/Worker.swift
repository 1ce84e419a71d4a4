import CWatch
import Glibc

/// One process of several, which does its share of the chains and says what has come of each.
struct Worker {
  let number: Int
  let options: Options

  func run() {
    // A terminal that is closed while something is written to it is what is being tried here.
    signal(SIGPIPE, SIG_IGN)
    guard let (trial, cases) = options.cases.first else { return }
    if [.cuts, .unsynced].contains(trial), plenary_mount_privately() != 0 {
      return say(Outcome(failure: "no mounts of its own: \(String(cString: strerror(errno)))"))
    }
    if let only = options.only { return say(trial.run(chain: only, cases: trial.chainLength, options: options)) }
    let chains = (cases + trial.chainLength - 1) / trial.chainLength
    for chain in stride(from: number, to: chains, by: options.jobs) {
      let length = min(trial.chainLength, cases - chain * trial.chainLength)
      say(trial.run(chain: chain, cases: length, options: options))
    }
  }

  private func say(_ outcome: Outcome) {
    let bytes = Array(outcome.line.utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
  }
}
