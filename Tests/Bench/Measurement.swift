/// What is measured, figure by figure; DESIGN's promises stand beside the figures.
struct Measurement {
  let plenary: Contender
  /// On the programme as a page; nil where it is not installed, as the others.
  let less: Contender?
  /// With the same sessions.
  let calcurse: Contender?
  /// With a thousand appointments.
  let crowdedCalcurse: Contender?

  private static let moves: [Key] = [.down, .down, .down, .up, .down, .up, .down, .up, .up, .up]
  private static let others: [Key] = [
    .tab, .pageDown, .pageUp, .tab, .tab, .backTab, .backTab, .backTab, .character("]"), .character("["),
  ]

  /// From the start of the process to its first whole screen.
  func starts(rounds: Int) throws(BenchError) -> [Finding] {
    let size = ScreenSize.usual
    let rivals = [(less, 1.5), (calcurse, 0.5)].compactMap { contender, limit in contender.map { ($0, limit) } }
    let figures = try Meter.compare([plenary] + rivals.map(\.0), size: size, rounds: rounds)
    let own = Finding(what: "Start to first screen", unit: .milliseconds, value: figures[0].start.median)
    if rivals.isEmpty { return [own] }
    return zip(rivals, figures.dropFirst()).map { rival, figures in
      var finding = own
      finding.other = figures.start.median.map { (rival.0.name, $0) }
      finding.promise = .ratio(atMost: rival.1)
      return finding
    }
  }

  /// The same when the bundle has to be compiled first.
  func firstStarts(rounds: Int, forget: () -> Void) throws(BenchError) -> [Finding] {
    let figures = try Meter.compare([plenary], size: .usual, rounds: rounds, before: forget)
    return [Finding(what: "The very first start", unit: .milliseconds, value: figures[0].start.median)]
  }

  /// From a key to the last byte that answers it, on a wide screen, and the memory used after that.
  func keys(rounds: Int) throws(BenchError) -> [Finding] {
    let contenders = [plenary] + [crowdedCalcurse].compactMap { $0 }
    let moves = try Meter.compare(contenders, size: .wide, rounds: rounds, keys: Self.moves)
    let others = try Meter.compare([plenary], size: .wide, rounds: rounds, keys: Self.others)
    guard let own = moves.first, let rest = others.first else { return [] }
    let rival = moves.dropFirst().first
    func beside(_ value: Double?) -> (String, Double)? { value.map { ("calcurse", $0) } }
    return [
      Finding(
        what: "Down or Up to last byte", unit: .milliseconds, value: own.key.median,
        other: beside(rival?.key.median), promise: .ratio(atMost: 0.25)),
      Finding(
        what: "Down or Up to last byte", unit: .milliseconds, value: own.key.median, promise: .figure(atMost: 1.5)),
      Finding(
        what: "Tab Page ] [ to last byte", unit: .milliseconds, value: rest.key.median, promise: .figure(atMost: 1.5)),
      Finding(
        what: "Bytes to move the selection", unit: .bytes, value: own.bytes.mean,
        other: beside(rival?.bytes.mean), promise: .figure(atMost: 400)),
      Finding(
        what: "Memory (PSS)", unit: .megabytes, value: own.memory.median,
        other: beside(rival?.memory.median), promise: .figure(atMost: 25)),
    ]
  }

  /// From a key, or a paste, to the last byte that shows it.
  func writing(_ writing: borrowing Writing) throws(BenchError) -> [Finding] {
    [
      Finding(
        what: "Key in a note of 1 MB", unit: .milliseconds, value: try writing.keys(count: 100).median,
        promise: .figure(atMost: 2)),
      Finding(
        what: "1 MB pasted into a note", unit: .milliseconds, value: try writing.pastes(count: 5).median,
        promise: .figure(atMost: 500)),
    ]
  }

  /// At rest: nothing but the change of the minute may wake it.
  func rest(seconds: Int) throws(BenchError) -> [Finding] {
    let rest = try Meter.rest(plenary, size: .usual, for: .seconds(seconds))
    return [
      Finding(
        what: "Processor in \(seconds) s of rest", unit: .seconds, value: rest.processorSeconds,
        promise: .figure(atMost: 0.01)),
      Finding(
        what: "Wake-ups in \(seconds) s of rest", unit: .times, value: Double(rest.wakeUps),
        promise: .figure(atMost: Double((seconds + 59) / 60))),
    ]
  }
}
