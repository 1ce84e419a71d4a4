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
    var findings: [Finding] = []
    if options.parts.contains("usual") {
      findings += try bench.starts(rounds: options.rounds)
      findings += try bench.firstStarts(rounds: 5) { workplace.emptyCache() }
      findings += try bench.keys(rounds: 5)
      findings += try bench.writing(
        try Writing(workplace.plenary(options.binary), bundle: options.bundle ?? Self.shippedBundle))
      findings += try bench.rest(seconds: options.idle)
    }
    if options.parts.contains("calendars") { findings += try calendars(workplace, options, around: today) }
    if options.parts.contains("large") { findings += try large(workplace, options) }
    print(Table(findings: findings).text)
  }

  /// First screens with the same thousand events.
  private static func calendars(
    _ workplace: borrowing Workplace, _ options: Options, around today: CalendarDate
  ) throws(BenchError) -> [Finding] {
    let crowd = Programme(crowd: 1_000, around: today)
    let own = try workplace.plenary(options.binary, bundle: crowd.bundle, named: "events")
    let rivals = [try workplace.calcurse(crowd, folder: "events-calcurse"), try workplace.khal(crowd)].compactMap { $0 }
    settle()
    let figures = try Meter.compare([own] + rivals, size: .usual, rounds: 7)
    let best = zip(rivals, figures.dropFirst()).compactMap { rival, figures in
      figures.start.median.map { (name: rival.name, value: $0) }
    }
    return best.map { other in
      // A quarter of the better one's is promised; the other is there to be seen.
      let isBest = other.value == best.map(\.value).min()
      return Finding(
        what: "1,000 events: first screen", unit: .milliseconds, value: figures[0].start.median, other: other,
        promise: isBest ? .ratio(atMost: 0.25) : nil)
    }
  }

  private static func large(_ workplace: borrowing Workplace, _ options: Options) throws(BenchError) -> [Finding] {
    var conference = LargeConference()
    let large = try workplace.plenary(
      options.binary, bundle: conference.bundle(), named: "large", now: "2026-12-15T10:05")
    settle()
    return try LargeMeasurement(
      shipped: workplace.plenary(options.binary, opening: Self.shippedBundle), large: large,
      filters: workplace.filters(conference.lines, queries: LargeMeasurement.queries)
    ).findings(rounds: options.rounds)
  }

  /// A bundle that has changed a moment ago is not cached yet.
  private static func settle() { sleep(3) }

  /// The one bundle of the checkout, which the program opens when it is given none.
  private static var shippedBundle: String {
    let folder = "Resources/conferences"
    return TextFile.names(in: folder).min().map { "\(folder)/\($0)" } ?? folder
  }
}
