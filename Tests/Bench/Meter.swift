/// Starts programs, presses their keys and notes what happens.
struct Meter {
  /// A first screen is whole when so long nothing more has come.
  static let screenSilence = Duration.milliseconds(40)
  /// An answer to a key is whole when so long nothing more has come.
  static let keySilence = Duration.milliseconds(20)

  /// Measures programs side by side, each in its turn.
  ///
  /// The order is A B A B. A first round warms up and is not counted.
  ///
  /// - Parameter before: what is done before each start, unmeasured.
  /// - Parameter counting: which keys' answers are measured; the others are only pressed. Esc by itself is answered when
  ///   nothing has followed that would make it an escape sequence, which is no measure of a program.
  /// - Throws: when one cannot be started or paints nothing.
  static func compare(
    _ contenders: [Contender], size: ScreenSize, rounds: Int, keys: [Key] = [], before: () -> Void = {},
    counting: (Key) -> Bool = { if case .escape = $0 { false } else { true } }
  ) throws(BenchError) -> [Figures] {
    var figures = [Figures](repeating: Figures(), count: contenders.count)
    for round in 0...rounds {
      for (index, contender) in contenders.enumerated() {
        var sample = figures[index]
        before()
        try measure(contender, size: size, keys: keys, counting: counting, into: &sample)
        if round > 0 { figures[index] = sample }
      }
    }
    return figures
  }

  /// Opens a program once until it shows its screen, so that what it keeps for the next time is there.
  static func prepare(_ contender: Contender) throws(BenchError) {
    let child = try Child(contender, size: .usual)
    let screen = Array("\u{1B}[?1049h".utf8)
    guard child.writes(screen, within: .seconds(60)) else { throw .paintedNothing(contender.name) }
    child.ignore(until: ContinuousClock().now + .milliseconds(500))
  }

  /// Watches a program that nobody touches.
  static func rest(_ contender: Contender, size: ScreenSize, for duration: Duration) throws(BenchError) -> Rest {
    let clock = ContinuousClock()
    let child = try Child(contender, size: size)
    guard child.answer(silence: screenSilence) != nil else { throw .paintedNothing(contender.name) }
    child.ignore(until: clock.now + .milliseconds(500))
    let facts = ProcessFacts(pid: child.pid)
    let (seconds, wakeUps) = (facts.processorSeconds, facts.wakeUps)
    child.ignore(until: clock.now + duration)
    return Rest(processorSeconds: facts.processorSeconds - seconds, wakeUps: facts.wakeUps - wakeUps)
  }

  private static func measure(
    _ contender: Contender, size: ScreenSize, keys: [Key], counting: (Key) -> Bool, into figures: inout Figures
  ) throws(BenchError) {
    let clock = ContinuousClock()
    let begin = clock.now
    let child = try Child(contender, size: size)
    guard let screen = child.answer(silence: screenSilence, patience: contender.patience) else {
      throw .paintedNothing(contender.name)
    }
    figures.start.add((screen.last - begin).milliseconds)
    if !keys.isEmpty { child.ignore(until: clock.now + .milliseconds(100)) }
    for key in keys {
      let pressed = clock.now
      child.type(key.bytes)
      guard let answer = child.answer(silence: keySilence) else { continue }
      guard counting(key) else { continue }
      figures.key.add((answer.last - pressed).milliseconds)
      figures.bytes.add(Double(answer.bytes))
    }
    if let memory = ProcessFacts(pid: child.pid).memory { figures.memory.add(memory) }
  }
}
