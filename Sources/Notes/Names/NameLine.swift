import Agenda

/// A line of a note as words, in which names are looked for.
struct NameLine {
  struct Word {
    var range: Range<String.Index>
    var folded: String
    /// Begins with a capital letter.
    var isCapital: Bool
    /// Has two letters at least, and no small one.
    var isInCapitals: Bool
    /// The ways in which it can be meant: without the letters that German writes for dots, without what Arabic puts
    /// before a word.
    var forms: [String]
  }

  let text: String
  private(set) var words: [Word] = []

  init(_ text: String) {
    self.text = text
    let scalars = text.unicodeScalars
    var start: String.Index?
    var index = scalars.startIndex
    while index < scalars.endIndex {
      if Folding.isPart(scalars[index]) {
        // A number is a word of its own: what stands before a year in a file's name may be a name.
        if let begun = start, NameLine.isDigit(scalars[begun]) != NameLine.isDigit(scalars[index]),
          scalars[index].isASCII
        {
          add(begun..<index)
          start = nil
        }
        if start == nil { start = index }
      } else if let begun = start {
        add(begun..<index)
        start = nil
      }
      index = scalars.index(after: index)
    }
    if let start { add(start..<scalars.endIndex) }
  }

  private mutating func add(_ range: Range<String.Index>) {
    let scalars = text.unicodeScalars[range]
    let letters = scalars.filter(\.properties.isAlphabetic)
    let folded = Folding.folded(text[range])
    guard !folded.isEmpty else { return }
    let capitals = letters.count { $0.properties.isUppercase }
    words.append(
      Word(
        range: range, folded: folded,
        isCapital: letters.first.map { $0.properties.isUppercase || $0.properties.generalCategory == .titlecaseLetter }
          ?? false,
        isInCapitals: capitals > 1 && capitals == letters.count, forms: NameLine.forms(of: folded)))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  /// The signs between two words that follow each other.
  func gap(after index: Int) -> Substring {
    guard index + 1 < words.count else { return text[words[index].range.upperBound...] }
    return text[words[index].range.upperBound..<words[index + 1].range.lowerBound]
  }

  /// Whether the words on both sides of a gap can belong to one name.
  func isJoined(after index: Int) -> Bool {
    guard index >= 0, index + 1 < words.count else { return false }
    let gap = gap(after: index).unicodeScalars
    return gap.count <= 4 && gap.allSatisfy { NameLine.joiners.contains($0) }
  }

  /// Whether a colon follows, as behind the name of who speaks.
  func hasColon(after index: Int) -> Bool {
    let rest = text[words[index].range.upperBound...].unicodeScalars.prefix(4)
    guard let sign = rest.first(where: { !" *_)]\u{A0}".unicodeScalars.contains($0) }) else { return false }
    return sign == ":" || sign == "：" || sign == "﹕"
  }

  /// Whether a sentence, or the line's text, begins with this word.
  func beginsSentence(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    let gap = text[words[index - 1].range.upperBound..<words[index].range.lowerBound]
    // Behind a stamp, a label or a sign of a list too.
    return gap.contains { ".!?:;]>—–•\"“”«…".contains($0) }
      || words[..<index].allSatisfy { $0.folded.first?.isNumber ?? false }
  }

  private static let joiners = Set(" \u{A0}\u{202F}-‐‑–'’ʼ._·・*,\u{3000}".unicodeScalars)

  /// A word, and what it is without what may have been added to it.
  static func forms(of folded: String) -> [String] {
    var forms = [folded]
    let scalars = folded.unicodeScalars
    if scalars.contains(where: { (0x600...0x6FF).contains($0.value) }) {
      // And, for, in, with, like; then the article, which runs together with some of them.
      for prefix in ["و", "ف", ""] {
        for second in ["ب", "ل", "ك", ""] {
          for third in ["ال", "ل", ""] where !(prefix + second + third).isEmpty {
            let whole = prefix + second + third
            guard folded.unicodeScalars.starts(with: whole.unicodeScalars) else { continue }
            let rest = String(scalars.dropFirst(whole.unicodeScalars.count))
            if rest.unicodeScalars.count > 1, !forms.contains(rest) { forms.append(rest) }
          }
        }
      }
      return forms
    }
    let collapsed = collapsed(folded)
    if collapsed != folded, collapsed.utf8.count > 3 { forms.append(collapsed) }
    return forms
  }

  /// `muller` of `mueller`: what stands for dots on a vowel is left out.
  private static func collapsed(_ word: String) -> String {
    guard word.utf8.contains(where: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "a") }) else { return word }
    var result: [UInt8] = []
    for byte in word.utf8 {
      if byte == UInt8(ascii: "e"), let last = result.last, "aou".utf8.contains(last) { continue }
      if byte == UInt8(ascii: "a"), result.last == UInt8(ascii: "a") { continue }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
