/// The words that an index has, those of most pages first, among which a word is looked for that was typed with a letter
/// wrong.
///
/// SQLite has this as its extension spellfix1, which no Debian builds; so near words are found by code of our own.
///
/// What it leaves out is found as it is typed or not at all: words with a digit, of which another digit makes something
/// else, and those of scripts in which a character is a word.
struct Vocabulary {
  /// Of the words, in letters.
  private static let lengths = 3...40

  /// Each word in UTF-8 behind a byte of its length.
  private(set) var packed: [UInt8] = []

  /// No words.
  init() {}

  /// The words of an FTS5 table, as SQLite lists them (https://www.sqlite.org/fts5.html#the_fts5vocab_virtual_table_module).
  init(of table: String, in schema: String, of database: Database) throws(CatalogueError) {
    let name = "temp.\(table)Words"
    try database.execute("CREATE VIRTUAL TABLE IF NOT EXISTS \(name) USING fts5vocab('\(schema)', '\(table)', 'row')")
    let rows = try Statement("SELECT term, doc FROM \(name)", in: database)
    var words: [(bytes: [UInt8], count: Int64)] = []
    while try rows.step() {
      let word = rows.text(0)
      guard Vocabulary.lengths.contains(word.unicodeScalars.count), Vocabulary.isOfLetters(word) else { continue }
      words.append((Array(word.utf8), rows.integer(1)))
    }
    for word in words.sorted(by: { $0.count > $1.count }) {
      packed.append(UInt8(word.bytes.count))
      packed += word.bytes
    }
  }

  static func isOfLetters(_ word: String) -> Bool {
    word.unicodeScalars.allSatisfy { scalar in
      !(0x30...0x39).contains(scalar.value) && !UnspacedScripts.contains(scalar.value)
    }
  }

  /// Gives every word of packed ones in turn, until `visit` says false; bytes that are not such end it.
  static func each(_ packed: UnsafeRawBufferPointer, _ visit: (UnsafeRawBufferPointer) -> Bool) {
    var start = 0
    while start < packed.count {
      let end = start + 1 + Int(packed[start])
      guard end <= packed.count else { return }
      if !visit(UnsafeRawBufferPointer(rebasing: packed[start + 1..<end])) { return }
      start = end
    }
  }
}

/// Words that are nearly another one.
struct NearWords {
  /// Shorter words are one letter away from too many others.
  static let shortest = 4
  /// As many as are looked for in the place of one.
  static let most = 8

  /// One letter is wrong, missing or too many, or two stand in each other's place; those of most pages first.
  private(set) var whole: [String] = []
  /// Words of which the beginning is so.
  private(set) var begun: [String] = []

  var isFull: Bool { whole.count >= NearWords.most }
  var best: [String] { whole.isEmpty ? begun : whole }

  private let word: [UInt32]
  private let isOpen: Bool
  private let stopsAtItself: Bool
  private var letters = [UInt32]()

  /// - Parameters:
  ///   - isOpen: the word may go on.
  ///   - stopsAtItself: only those are looked for that are on more pages than the word itself.
  init(_ word: String, isOpen: Bool, stopsAtItself: Bool = false) {
    self.word = word.unicodeScalars.map(\.value)
    (self.isOpen, self.stopsAtItself) = (isOpen, stopsAtItself)
  }

  /// False when nothing more is wanted.
  mutating func visit(_ bytes: UnsafeRawBufferPointer) -> Bool {
    // UTF-8 has as many bytes as letters, or more.
    guard bytes.count + 1 >= word.count else { return true }
    Letters.read(bytes, into: &letters)
    if !isOpen, letters.count > word.count + 1 { return true }
    if stopsAtItself, letters == word { return false }
    switch nearness {
    case .whole where whole.count < NearWords.most: whole.append(String(decoding: bytes, as: UTF8.self))
    case .begun where begun.count < NearWords.most: begun.append(String(decoding: bytes, as: UTF8.self))
    case .whole, .begun, .none: break
    }
    return !isFull
  }

  private enum Nearness { case whole, begun, none }

  private var nearness: Nearness {
    var same = 0
    while same < word.count, same < letters.count, word[same] == letters[same] { same += 1 }
    // What differs in its last letter only is any word with that beginning.
    let mayBegin = isOpen && word.count > NearWords.shortest && same < word.count - 1
    func rest(_ a: Int, _ b: Int) -> Nearness {
      guard a <= word.count, b <= letters.count else { return .none }
      let (left, right) = (word.count - a, letters.count - b)
      guard left == right || mayBegin && left < right else { return .none }
      for offset in 0..<left where word[a + offset] != letters[b + offset] { return .none }
      return left == right ? .whole : .begun
    }
    if same == word.count, same == letters.count { return .none }
    let (wrong, missing) = (rest(same + 1, same + 1), rest(same, same + 1))
    if wrong == .whole || missing == .whole { return .whole }
    let isTurned =
      same + 1 < word.count && same + 1 < letters.count && word[same] == letters[same + 1]
      && word[same + 1] == letters[same]
    let (twice, turned) = (rest(same + 1, same), isTurned ? rest(same + 2, same + 2) : .none)
    if twice == .whole || turned == .whole { return .whole }
    let isNone = wrong == .none && missing == .none && twice == .none && turned == .none
    return isNone ? .none : .begun
  }
}

/// The words that are most like another one, to be offered where nothing is found.
struct NearestWords {
  private(set) var words: [String] = []
  private let word: [UInt32]
  private let mask: UInt64
  /// As far as one may be away; less once some have been found that are nearer.
  private var bound: Int
  private let most: Int
  private var letters = [UInt32]()
  private var rows = [[Int]](repeating: [], count: 3)

  init(_ word: String, most: Int = 3) {
    self.word = word.unicodeScalars.map(\.value)
    mask = Letters.mask(self.word)
    (bound, self.most) = (min(3, self.word.count / 3), most)
  }

  /// Always true: the nearest may be the last.
  mutating func visit(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bound > 0, bytes.count + bound >= word.count else { return true }
    Letters.read(bytes, into: &letters)
    guard let distance = distance() else { return true }
    if distance < bound { (bound, words) = (distance, []) }
    if words.count < most { words.append(String(decoding: bytes, as: UTF8.self)) }
    return true
  }

  /// Letters that are wrong, missing, too many or exchanged with their neighbour (Damerau, optimal string alignment);
  /// nil where these are more than the bound, or none.
  private mutating func distance() -> Int? {
    let (n, m) = (word.count, letters.count)
    guard abs(n - m) <= bound, (mask ^ Letters.mask(letters)).nonzeroBitCount <= 2 * bound else { return nil }
    rows[1].removeAll(keepingCapacity: true)
    for j in 0...m { rows[1].append(j) }
    for i in 0..<n {
      rows[2].removeAll(keepingCapacity: true)
      rows[2].append(i + 1)
      var least = i + 1
      for j in 0..<m {
        var cost = min(rows[1][j] + (word[i] == letters[j] ? 0 : 1), rows[1][j + 1] + 1, rows[2][j] + 1)
        if i > 0, j > 0, word[i] == letters[j - 1], word[i - 1] == letters[j] { cost = min(cost, rows[0][j - 1] + 1) }
        rows[2].append(cost)
        least = min(least, cost)
      }
      if least > bound { return nil }
      rows.swapAt(0, 1)
      rows.swapAt(1, 2)
    }
    return rows[1][m] == 0 || rows[1][m] > bound ? nil : rows[1][m]
  }
}

/// Words as letters.
enum Letters {
  static func read(_ bytes: UnsafeRawBufferPointer, into letters: inout [UInt32]) {
    letters.removeAll(keepingCapacity: true)
    var index = 0
    while index < bytes.count {
      let (scalar, length) = UnspacedScripts.decode(bytes, at: index)
      letters.append(scalar)
      index += length
    }
  }

  /// A bit for each letter that is in a word, some letters sharing one.
  static func mask(_ letters: [UInt32]) -> UInt64 { letters.reduce(0) { $0 | 1 << UInt64($1 & 63) } }
}
