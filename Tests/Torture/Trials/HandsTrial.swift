import Glibc
import Stage

/// Two windows and verbs write one note at once, and die at random moments: every word that was seen, or that a verb has
/// taken, is in the note after the next start, and no word stands in a line with somebody else's.
struct HandsTrial {
  /// As many as a screen shows.
  private static let most = 14
  /// Seconds that a recovery may take until it is in the note's file.
  private static let patience = 5.0

  private let options: Options
  private var owed: Set<String> = []
  private var count = 0

  init(_ options: Options) { self.options = options }

  mutating func run(_ deaths: Int, _ random: inout Random, _ outcome: inout Outcome) throws {
    var house = try House(options)
    for death in 0...deaths {
      if owed.count > Self.most { (house, owed) = (try House(options), []) }
      let windows = [try house.open(), try house.open()]
      try expect(house, windows, &outcome)
      if death == deaths { return windows.forEach { $0.kill() } }
      try write(house, windows, &random)
      outcome.cases += 1
    }
  }

  private mutating func write(_ house: House, _ windows: [Typist], _ random: inout Random) throws {
    // Each begins a line of its own: the last one may have been cut off.
    for window in windows {
      window.send(Array("e".utf8))
      window.send([0x0D])
    }
    var verbs: [(word: String, typist: Typist)] = []
    var words: [String] = []
    let end = Typist.now + Double(random.number(0...200)) / 1_000
    repeat {
      if random.chance(8), verbs.count < 4 {
        let word = word("n")
        verbs.append((word, try house.add(word)))
      } else {
        let number = random.number(0...1)
        let word = word(number == 0 ? "a" : "b")
        words.append(word)
        for byte in word.utf8 {
          windows[number].send([byte])
          if random.chance(50) { for window in windows { window.pump(milliseconds: random.number(0...2)) } }
        }
        windows[number].send([0x0D])
      }
      for window in windows { window.pump(milliseconds: random.number(0...3)) }
    } while Typist.now < end && words.count + verbs.count < Self.most - 4
    for (word, verb) in verbs {
      if random.chance(40) { verb.kill() } else { _ = verb.end(within: 10) }
      if verb.pseudoTerminal.exitIfEnded() == .status(0) { owed.insert(word) }
    }
    for window in windows { window.kill() }
    owed.formUnion(words.filter { word in windows.contains { $0.sees(word) } })
  }

  /// None is the beginning of another.
  private mutating func word(_ who: String) -> String {
    count += 1
    return "\(who)\(count)x"
  }

  private func expect(_ house: House, _ windows: [Typist], _ outcome: inout Outcome) throws {
    let end = Typist.now + Self.patience
    while !lost(house).isEmpty, Typist.now < end { for window in windows { window.pump(milliseconds: 5) } }
    let lost = lost(house)
    outcome.seen += owed.reduce(0) { $0 + $1.count }
    let note = house.note ?? ""
    if !lost.isEmpty {
      outcome.losses.append(lost.reduce(0) { $0 + $1.count })
      throw Failure(sentence: "lost: \(lost.sorted()) of \(note); kept in \(house.keep(nil, windows[0]))")
    }
    // Each word is begun by the letter of whoever wrote it.
    let mixed = note.split(separator: "\n").filter { line in line.count { "abn".contains($0) } > 1 }
    if !mixed.isEmpty || note.contains("≠") {
      throw Failure(sentence: "mixed: \(mixed) in \(note); kept in \(house.keep(nil, windows[0]))")
    }
    if !house.disorder.isEmpty { throw Failure(sentence: house.disorder.joined(separator: ", ")) }
  }

  private func lost(_ house: House) -> Set<String> {
    owed.subtracting((house.note ?? "").split { $0 == "\n" || $0 == " " }.map(String.init))
  }
}
