import CWatch
import Glibc

/// Does to the built program what must not lose a character, over and over, and counts what is lost.
///
/// Exit status: 0 when nothing was, 1 when something was, 2 for a wrong usage.
@main
enum Torture {
  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "--watched", arguments.count > 2 { beWatched(arguments[1], Array(arguments[2...])) }
    var worker: Int?
    if arguments.first == "--work", arguments.count > 2 {
      worker = Int(arguments[1])
      arguments.removeFirst(2)
    }
    guard let options = try? Options(arguments) else {
      complain(Wording.usage)
      exit(2)
    }
    if let worker { return Worker(number: worker, options: options).run() }
    exit(run(options))
  }

  private static func run(_ options: Options) -> Int32 {
    var hasFailed = false
    for trial in Trial.allCases where options.cases[trial] != nil {
      if let why = trial.obstacle {
        print(Wording.skipped(trial, why))
        continue
      }
      let outcome = Crew(trial, options: options).run(trial)
      print(Wording.result(trial, outcome))
      fflush(nil)
      for failure in outcome.failures.prefix(20) { complain("  " + failure) }
      if !outcome.failures.isEmpty { hasFailed = true }
      // What nobody has seen cannot be missed.
      let isIdle = outcome.seen == 0
      if isIdle || trial.isControl && outcome.losses.isEmpty {
        complain(isIdle ? Wording.nothingSeen(trial) : Wording.controlLostNothing(trial))
        hasFailed = true
      }
    }
    return hasFailed ? 1 : 0
  }

  private static func complain(_ sentence: String) {
    let bytes = Array((sentence + "\n").utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }

  /// Has its own calls shown at a socket from here on, and becomes the program that is to be watched.
  private static func beWatched(_ socket: String, _ command: [String]) -> Never {
    guard plenary_watch_begin(socket) == 0 else { exit(126) }
    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    execv(command[0], &words)
    exit(127)
  }
}
