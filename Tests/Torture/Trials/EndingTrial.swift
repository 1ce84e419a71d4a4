import Glibc
import Stage

/// The program is asked to end, or its terminal is closed, while somebody types: the note's file holds all that was
/// seen, it is gone within a second, and the terminal is as it was.
struct EndingTrial {
  enum Ending {
    case signal(Int32)
    case closed
  }

  /// Seconds.
  private static let longest = 1.0

  private let options: Options
  private let ending: Ending

  init(_ options: Options, _ ending: Ending) { (self.options, self.ending) = (options, ending) }

  func run(_ cases: Int, _ random: inout Random, _ outcome: inout Outcome) throws {
    var house = try House(options)
    var draft = Draft(house: house)
    for _ in 0..<cases {
      if draft.isFull {
        house = try House(options)
        draft = Draft(house: house)
      }
      let typist = try house.open()
      draft.begin(typist)
      let end = Typist.now + Double(random.number(0...80)) / 1_000
      repeat {
        draft.key(typist, &random)
        typist.pump(until: min(end, Typist.now + Double(random.number(0...5)) / 1_000))
      } while Typist.now < end
      // One in eight has a file to write that was due already, or was written.
      if random.chance(12) { typist.pump(until: Typist.now + Double(random.number(200...400)) / 1_000) }
      try finish(typist, &draft, &outcome)
    }
  }

  private func finish(_ typist: Typist, _ draft: inout Draft, _ outcome: inout Outcome) throws {
    var expected: Set<PseudoTerminal.Exit> = [.status(0), .status(128 + Int(SIGHUP))]
    switch ending {
    case .signal(let number):
      typist.pseudoTerminal.signal(number)
      expected = [.status(128 + Int(number))]
    case .closed: typist.pseudoTerminal.closeMaster()
    }
    guard let took = typist.end(within: 10) else { throw draft.failure("it does not end", typist) }
    outcome.times.append(Int(took * 1_000))
    guard let exit = typist.pseudoTerminal.exitIfEnded(), expected.contains(exit) else {
      throw draft.failure("it ends with \(String(describing: typist.pseudoTerminal.exitIfEnded()))", typist)
    }
    if took > Self.longest { throw draft.failure("it takes \(took) s to end", typist) }
    if case .signal = ending, !typist.traces.isEmpty {
      throw draft.failure(typist.traces.joined(separator: ", "), typist)
    }
    try draft.died(typist, &outcome)
    try draft.expectFile(typist, &outcome)
  }
}
