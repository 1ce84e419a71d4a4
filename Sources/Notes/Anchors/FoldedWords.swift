internal import Agenda

/// Cuts texts into words that are compared without regard to case, accents, width of letters and punctuation, and gives
/// each of them a number.
///
/// In scripts that are written without spaces every character is a word, so that nothing needs a dictionary of any
/// language. The numbers of one instance mean nothing to another.
struct FoldedWords {
  /// By a hash of their letters: that two words of a document have the same one of 64 bits does not happen.
  private var numbers: [UInt64: Int32] = [:]
  private var stems: [Int32] = []
  private var figures: [Bool] = []
  /// What each scalar that has been met is folded to.
  private var letters: [UInt32: Folding] = [:]
  /// The letters without accents, by the part of their Unicode names that says so.
  private var bases: [String: UInt32] = [:]

  private enum Folding {
    case separator, ignored
    case letter(UInt32)
    /// A letter of a script without spaces.
    case single(UInt32)
    case letters([UInt32])
  }

  /// A word as far as it has been read (FNV-1a, 64 bits).
  private struct Word {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var stem: UInt64 = 0
    var count = 0
    var isFigure = true

    mutating func add(_ letter: UInt32) {
      hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3
      count += 1
      if count <= FoldedWords.stemLength { stem = hash }
      if !(0x30...0x39).contains(letter) { isFigure = false }
    }
  }

  /// Letters of a word that count as its beginning.
  private static let stemLength = 5

  /// How many different words have been met, beginnings of words included.
  var count: Int { stems.count }

  /// The words of a text, in its order.
  mutating func words(of text: String) -> [Int32] {
    var found: [Int32] = []
    var word = Word()
    for scalar in text.unicodeScalars {
      switch folding(of: scalar) {
      case .ignored: break
      case .letter(let letter): word.add(letter)
      case .letters(let several): for letter in several { word.add(letter) }
      case .separator: end(&word, &found)
      case .single(let letter):
        end(&word, &found)
        word.add(letter)
        end(&word, &found)
      }
    }
    end(&word, &found)
    return found
  }

  private mutating func end(_ word: inout Word, _ found: inout [Int32]) {
    guard word.count > 0 else { return }
    found.append(number(of: word))
    word = Word()
  }

  /// The word's beginning as a word of its own: endings change more often than what a word is about.
  func stem(of word: Int32) -> Int32 { stems[Int(word)] }

  /// Whether a word is made of digits alone.
  func isFigure(_ word: Int32) -> Bool { figures[Int(word)] }

  private mutating func number(of word: Word) -> Int32 {
    if let known = numbers[word.hash] { return known }
    let new = Int32(stems.count)
    numbers[word.hash] = new
    stems.append(new)
    figures.append(word.isFigure)
    if word.count > FoldedWords.stemLength {
      let stem = Word(hash: word.stem, stem: word.stem, count: FoldedWords.stemLength, isFigure: false)
      stems[Int(new)] = number(of: stem)
    }
    return new
  }

  private mutating func folding(of scalar: Unicode.Scalar) -> Folding {
    let value = scalar.value
    if value < 0x80 {
      switch value {
      case 0x30...0x39, 0x61...0x7A: return .letter(value)
      case 0x41...0x5A: return .letter(value | 0x20)
      case 0x27: return .ignored
      default: return .separator
      }
    }
    if let known = letters[value] { return known }
    let new = makeFolding(of: scalar)
    letters[value] = new
    return new
  }

  private mutating func makeFolding(of scalar: Unicode.Scalar) -> Folding {
    // An apostrophe in a word, a soft hyphen, a joiner.
    if [0x2019, 0x02BC, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF].contains(scalar.value) { return .ignored }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return FoldedWords.isUnspaced(scalar) ? .letter(scalar.value) : .ignored
    case .spacingMark: return .letter(scalar.value)
    case .decimalNumber, .letterNumber, .otherNumber:
      return .letter(
        scalar.properties.numericValue.flatMap { (0...9).contains($0) ? 0x30 + UInt32($0) : nil } ?? scalar.value)
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: break
    default: return .separator
    }
    if FoldedWords.isUnspaced(scalar) { return .single(scalar.value) }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
    let bases = lower.map { base(of: $0) }
    return bases.count == 1 ? .letter(bases[0]) : .letters(bases)
  }

  /// The letter without its accents: Unicode's names tell it, `LATIN SMALL LETTER E WITH ACUTE`.
  private mutating func base(of scalar: Unicode.Scalar) -> UInt32 {
    if scalar.value < 0x80 { return scalar.value }
    guard var name = scalar.properties.name else { return scalar.value }
    if name.hasPrefix("FULLWIDTH ") { name.removeFirst("FULLWIDTH ".count) }
    if let with = name.utf8.place(of: " WITH ".utf8) { name = String(name[..<with.lowerBound]) }
    let latin = "LATIN SMALL LETTER "
    if name.hasPrefix(latin), name.utf8.count == latin.utf8.count + 1, let letter = name.utf8.last {
      return UInt32(letter | 0x20)
    }
    if let known = bases[name] { return known }
    bases[name] = scalar.value
    return scalar.value
  }

  /// Han, Kana, Thai, Lao, Khmer, Burmese, Tibetan: scripts in which no space ends a word.
  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x0F00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x31F0...0x31FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
