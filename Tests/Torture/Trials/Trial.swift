/// What can be done to the program.
enum Trial: String, CaseIterable {
  /// SIGKILL while typing.
  case kills
  /// The same with two windows and verbs that write one note.
  case hands
  case terminate, hangup, closed
  /// A call of keeping or saving fails.
  case faults
  /// The machine loses its power.
  case cuts = "power"
  /// The same, with a program that only believes that it has put anything on disk: this has to lose.
  case unsynced = "unsynced-power"
  /// Other editors are killed as well: these have to lose.
  case vim, nano, micro, plenary

  /// Cases that one chain does one after the other in the same home.
  var chainLength: Int {
    switch self {
    case .kills, .hands, .cuts, .unsynced: 10
    case .terminate, .hangup, .closed: 5
    case .faults, .vim, .nano, .micro, .plenary: 1
    }
  }

  /// Ends the test where it has lost nothing.
  var isControl: Bool { self == .unsynced }

  /// Typed at the pace of a person.
  var isSlow: Bool { [.vim, .nano, .micro, .plenary].contains(self) }

  /// Why it cannot be tried here; nil where it can.
  var obstacle: String? {
    switch self {
    case .cuts, .unsynced: Disk.obstacle
    case .vim, .nano, .micro: RivalTrial.path(of: rawValue) == nil ? "not installed" : nil
    default: nil
    }
  }

  /// One chain of so many cases.
  func run(chain: Int, cases: Int, options: Options) -> Outcome {
    var outcome = Outcome()
    do {
      var random = Random(seed: options.seed &+ UInt64(rawValue.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) }), case: chain)
      switch self {
      case .kills: try KillTrial(options).run(cases, &random, &outcome)
      case .hands:
        var trial = HandsTrial(options)
        try trial.run(cases, &random, &outcome)
      case .terminate: try EndingTrial(options, .signal(15)).run(cases, &random, &outcome)
      case .hangup: try EndingTrial(options, .signal(1)).run(cases, &random, &outcome)
      case .closed: try EndingTrial(options, .closed).run(cases, &random, &outcome)
      case .faults: try FaultTrial(options).run(chain, &random, &outcome)
      case .cuts: try CutTrial(options, syncs: true).run(cases, &random, &outcome)
      case .unsynced: try CutTrial(options, syncs: false).run(cases, &random, &outcome)
      case .vim, .nano, .micro, .plenary: try RivalTrial(options, rawValue).run(&random, &outcome)
      }
    } catch {
      let sentence = (error as? Failure)?.sentence ?? "\(error)"
      outcome.failures.append("\(rawValue), chain \(chain): \(sentence)")
    }
    return outcome
  }
}
