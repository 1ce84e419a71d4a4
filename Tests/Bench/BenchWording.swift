import Glibc

/// The words of the bench.
enum BenchWording {
  static func begins(rounds: Int, idle: Int) -> String {
    "Measuring: \(rounds) starts of each program in turn, then keys, then \(idle) s of rest. Medians:"
  }

  static func notInstalled(_ program: String) -> String { "\(program) is not installed: nothing to compare with." }

  static func sentence(_ error: BenchError) -> String {
    switch error {
    case .cannotStart(let name, let reason): "\(name) cannot be started: \(String(cString: strerror(reason)))"
    case .paintedNothing(let name): "\(name) has painted nothing"
    case .wrongUsage:
      "Usage: Bench [--idle SECONDS] [--rounds N] [--bundle FOLDER] [--part usual|calendars|large]\n       PROGRAM"
    case .noConference(let path): "\(path): no conference that could be opened"
    case .cannotWrite(let path): "\(path): cannot be written"
    }
  }
}
