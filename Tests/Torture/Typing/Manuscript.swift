/// What is typed into a note, and what the note holds after each key.
///
/// It is of letters that the interface itself shows nowhere, so that those on the screen are the note's.
struct Manuscript {
  struct State: Equatable {
    var text: String
    /// Without spaces and line breaks, as they can be read from the screen.
    var letters: String
  }

  /// Before the first key, and after each.
  private(set) var states: [State]
  private var characters: [Character]
  private var caret: Int

  /// A note as it was opened, with the caret at its end.
  init(_ text: String) {
    characters = Array(text)
    caret = characters.count
    states = [Self.state(text)]
  }

  /// The next key, as a terminal sends it.
  mutating func key(_ random: inout Random) -> [UInt8] {
    var bytes: [UInt8] = []
    switch random.number(0...99) {
    case 0..<7 where caret > 0:
      caret -= 1
      characters.remove(at: caret)
      bytes = [0x7F]
    case 7..<11 where caret > 0:
      caret -= 1
      bytes = Array("\u{1B}[D".utf8)
    case 11..<14 where caret < characters.count:
      caret += 1
      bytes = Array("\u{1B}[C".utf8)
    case 14..<17:
      insert("\n")
      bytes = [0x0D]
    case 17..<21:
      let text = String((0..<random.number(2...12)).map { _ in Self.character(&random) })
      insert(text)
      bytes = Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
    default:
      let character = Self.character(&random)
      insert(String(character))
      bytes = Array(String(character).utf8)
    }
    states.append(Self.state(String(characters)))
    return bytes
  }

  /// A letter at the end and nothing else, as any editor takes it.
  mutating func letter(_ random: inout Random) -> [UInt8] {
    let isEnd = characters.count % 60 == 59
    let text = isEnd ? "\n" : String(Self.letter(&random))
    insert(text)
    states.append(Self.state(String(characters)))
    return isEnd ? [0x0D] : Array(text.utf8)
  }

  private mutating func insert(_ text: String) {
    characters.insert(contentsOf: text, at: caret)
    caret += text.count
  }

  private static func state(_ text: String) -> State { State(text: text, letters: letters(in: text)) }

  private static func character(_ random: inout Random) -> Character {
    random.chance(12) ? " " : letter(&random)
  }

  private static func letter(_ random: inout Random) -> Character {
    // One in ten is two columns wide.
    let scalar = random.chance(10) ? 0x4E00 + UInt32(random.number(0...63)) : 0x430 + UInt32(random.number(0...31))
    return Unicode.Scalar(scalar).map(Character.init) ?? "?"
  }

  /// Only what a manuscript is made of.
  static func letters(in text: some StringProtocol) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter(isLetter)))
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x430...0x44F).contains(scalar.value) || (0x4E00...0x4E3F).contains(scalar.value)
  }

  /// Rows that it takes on a screen at most.
  var rows: Int {
    String(characters).split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + 1 + $1.unicodeScalars.reduce(0) { $0 + ($1.value > 0x1000 ? 2 : 1) } / 36 }
  }

  /// The first state that looks like this on the screen, from one on.
  ///
  /// A screen without a letter may be one on which the note does not stand at all, so it shows no state.
  func state(showing letters: String, from first: Int = 0) -> Int? {
    letters.isEmpty ? nil : states.indices.dropFirst(first).first { states[$0].letters == letters }
  }

  /// The last state with that text.
  func state(holding text: String) -> Int? { states.lastIndex { $0.text == text } }
}
