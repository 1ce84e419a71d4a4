import Glibc

/// Leaves a kiosk to itself and to people who press anything, for days that are simulated and for minutes that are real.
///
/// Exit status: 0 when all held, 1 when something did not, 2 for a wrong usage.
@main
enum Soak {
  static func main() {
    guard let options = SoakOptions(Array(CommandLine.arguments.dropFirst())) else {
      say("usage: Soak [--days N] [--steps N] [--minutes N] [--resizes N] [--bytes N] BINARY BUNDLE")
      exit(2)
    }
    var faults = 0
    func report(_ what: String, _ found: [String]) {
      print(found.isEmpty ? "held: \(what)" : "FAILED: \(what)")
      for fault in found.prefix(20) { say("  " + fault) }
      faults += found.count
      fflush(nil)
    }
    let days = SimulatedDays(options)
    report(days.summary, days.faults)
    let storm = Storm(options)
    report(storm.summary, storm.faults)
    let crowd = Crowd(options)
    report(crowd.summary, crowd.faults)
    exit(faults == 0 ? 0 : 1)
  }

  static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }

  /// Seconds on a clock that only goes forward.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// What `make soak` asks for.
struct SoakOptions {
  /// Simulated days, and steps of the clock in each.
  var days = 14
  var steps = 6_000
  /// Real minutes with people at the keyboard.
  var minutes = 10.0
  var resizes = 20_000
  var bytes = 1_000_000
  var binary = ""
  var bundle = ""

  init?(_ arguments: [String]) {
    var words: [String] = []
    var rest = arguments[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else {
        words.append(word)
        continue
      }
      guard let value = rest.popFirst().flatMap(Double.init), value >= 0, value < 1e9 else { return nil }
      switch word {
      case "--days": days = Int(value)
      case "--steps": steps = Int(value)
      case "--minutes": minutes = value
      case "--resizes": resizes = Int(value)
      case "--bytes": bytes = Int(value)
      default: return nil
      }
    }
    guard words.count == 2 else { return nil }
    (binary, bundle) = (words[0], words[1])
  }
}
