import Agenda
import Glibc

/// Measures Plenary beside other programs, in one run and in turns, and prints what was found beside what was promised.
///
/// A machine may be busy with something else: a promise that is not met does not fail the run. Only a program that
/// paints nothing does.
@main
enum Bench {
  static func main() {
    do {
      try run(Options(Array(CommandLine.arguments.dropFirst())))
    } catch {
      let sentence = Array((BenchWording.sentence(error) + "\n").utf8)
      _ = write(STDERR_FILENO, sentence, sentence.count)
      exit(error.isUsage ? 2 : 1)
    }
  }

  private static func run(_ options: Options) throws(BenchError) {
    let workplace = try Workplace()
    let programme = try Programme(bundle: options.bundle ?? Self.shippedBundle)
    let today = CalendarDate(dayNumber: time(nil) / 86_400)
    let bench = Measurement(
      plenary: workplace.plenary(options.binary),
      less: try workplace.less(programme),
      calcurse: try workplace.calcurse(programme, folder: "same"),
      crowdedCalcurse: try workplace.calcurse(Programme(crowd: 1_000, around: today), folder: "crowd"))
    for (name, contender) in [("less", bench.less), ("calcurse", bench.calcurse)] where contender == nil {
      print(BenchWording.notInstalled(name))
    }
    print(BenchWording.begins(rounds: options.rounds, idle: options.idle))
    var findings = try bench.starts(rounds: options.rounds)
    findings += try bench.firstStarts(rounds: 5) { workplace.emptyCache() }
    findings += try bench.keys(rounds: 5)
    findings += try bench.writing(
      try Writing(workplace.plenary(options.binary), bundle: options.bundle ?? Self.shippedBundle))
    findings += try bench.rest(seconds: options.idle)
    print(Table(findings: findings).text)
  }

  /// The one bundle of the checkout, which the program opens when it is given none.
  private static var shippedBundle: String {
    let folder = "Resources/conferences"
    return TextFile.names(in: folder).min().map { "\(folder)/\($0)" } ?? folder
  }
}
