/// The words of the torture.
enum Wording {
  static let usage = """
    Usage: Torture [--kills N] [--hands N] [--signals N] [--faults N] [--cuts N] [--others N] [--seed N] [--jobs N]
                   [--window MS] PROGRAM
           Torture --TRIAL 1 --only CHAIN --seed N PROGRAM   repeats one chain, as a failure names it
    """

  static func name(_ trial: Trial) -> String {
    switch trial {
    case .kills: "SIGKILL while typing"
    case .hands: "SIGKILL while two windows and verbs write"
    case .terminate: "SIGTERM while typing"
    case .hangup: "SIGHUP while typing"
    case .closed: "Terminal closed while typing"
    case .faults: "System calls that fail"
    case .cuts: "Power cuts"
    case .unsynced: "Power cuts, syncs left out (must lose)"
    case .vim, .nano, .micro, .plenary: "SIGKILL, 10 keys a second: \(trial.rawValue)"
    }
  }

  static func progress(_ trial: Trial, _ outcome: Outcome, of cases: Int) -> String {
    "\(name(trial)): \(outcome.cases) of \(cases), \(outcome.losses.count) with losses, \(outcome.failures.count) failed"
  }

  static func workerEnded(_ trial: Trial, _ status: Int32) -> String {
    "\(trial.rawValue): a worker has ended with \(status)"
  }

  static func skipped(_ trial: Trial, _ why: String) -> String { "SKIPPED: \(name(trial)): \(why)" }

  /// A line of the table, with what the trial has measured.
  static func result(_ trial: Trial, _ outcome: Outcome) -> String {
    var parts = ["\(outcome.cases) cases", "\(outcome.seen) characters seen", lost(outcome.losses)]
    if let median = outcome.times.middle, let worst = outcome.times.max() {
      parts.append("\(measure(trial)) \(median) ms median, \(worst) ms worst")
    }
    parts += outcome.counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    parts.append("\(outcome.failures.count) failed")
    return "\(name(trial)): \(parts.joined(separator: ", "))"
  }

  private static func measure(_ trial: Trial) -> String {
    switch trial {
    case .cuts, .unsynced: "oldest character lost"
    default: "end after"
    }
  }

  private static func lost(_ losses: [Int]) -> String {
    guard let median = losses.middle, let worst = losses.max() else { return "0 lost" }
    return "lost in \(losses.count) cases (median \(median), worst \(worst) characters)"
  }

  static func nothingSeen(_ trial: Trial) -> String {
    "\(name(trial)): nothing that was typed was seen, so nothing could be lost"
  }

  static func controlLostNothing(_ trial: Trial) -> String {
    "\(name(trial)): nothing was lost, so the test itself shows nothing"
  }
}

extension [Int] {
  fileprivate var middle: Int? { isEmpty ? nil : sorted()[count / 2] }
}
