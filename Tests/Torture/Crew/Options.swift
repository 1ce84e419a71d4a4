/// What is to be tried, and how often.
struct Options: Sendable {
  /// By trial; those that are not there are not tried.
  var cases: [Trial: Int] = [:]
  var seed: UInt64 = 1
  /// Chains that run at the same time.
  var jobs = 8
  /// One chain alone, of one trial.
  var only: Int?
  var program = ""
  /// Milliseconds of typing that a cut of power may take away; a machine that others use as well needs more.
  var window = 1_000

  struct Misuse: Error {}

  init(_ arguments: [String]) throws(Misuse) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else {
        program = argument
        continue
      }
      guard let value = rest.popFirst().flatMap({ Int($0) }), value >= 0 else { throw Misuse() }
      switch argument {
      case "--kills": cases[.kills] = value
      case "--signals": for trial in [Trial.terminate, .hangup, .closed] { cases[trial] = value }
      case "--faults": cases[.faults] = value
      case "--cuts": (cases[.cuts], cases[.unsynced]) = (value, min(value, 20))
      case "--others": for trial in [Trial.vim, .nano, .micro, .plenary] { cases[trial] = value }
      case "--seed": seed = UInt64(value)
      case "--jobs": jobs = max(1, value)
      case "--only": only = value
      case "--window": window = value
      default:
        guard let trial = Trial(rawValue: String(argument.dropFirst(2))) else { throw Misuse() }
        cases[trial] = value
      }
    }
    if program.isEmpty { throw Misuse() }
    cases = cases.filter { $0.value > 0 }
  }

  /// What makes another process do one share of one trial's chains.
  func arguments(for trial: Trial, worker: Int) -> [String] {
    [
      "--work", "\(worker)", "--\(trial.rawValue)", "\(cases[trial] ?? 0)", "--seed", "\(seed)", "--jobs", "\(jobs)",
      "--window", "\(window)",
    ] + (only.map { ["--only", "\($0)"] } ?? []) + [program]
  }
}
