/// Words as they are compared, however they were typed: in small letters, without accents, vowel signs and what cannot be
/// seen.
///
/// The standard library has no decomposition to ask for, so that a letter's base is read from the name that Unicode has
/// for it ("LATIN SMALL LETTER U WITH DIAERESIS").
package enum Folding {
  package static func folded(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return String(result)
  }

  /// The words of a text, folded: what is no letter and no digit parts them.
  package static func words(_ text: some StringProtocol) -> [String] {
    folded(text).unicodeScalars.split { !isPart($0) }.map { String($0) }
  }

  /// Whether a scalar belongs to a word: letters, digits, and the marks that go with them.
  package static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value.isLetterOrDigit }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
    if scalar.isASCII {
      let isCapital = (0x41...0x5A).contains(scalar.value)
      result.append(isCapital ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar)
      return
    }
    if let other = replacements[scalar] { return result.append(contentsOf: other.unicodeScalars) }
    // The wide forms of Chinese and Japanese keyboards stand in the order of ASCII.
    if (0xFF01...0xFF5E).contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0) {
      return append(narrow, to: &result)
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark where Script.isUnparted(scalar): return result.append(scalar)
    case .nonspacingMark, .enclosingMark: return
    case .otherLetter: return result.append(scalar)
    default: break
    }
    if properties.isDefaultIgnorableCodePoint { return }
    for small in properties.lowercaseMapping.unicodeScalars where small.properties.generalCategory != .nonspacingMark {
      if let other = replacements[small] {
        result.append(contentsOf: other.unicodeScalars)
      } else {
        result.append(base(of: small) ?? small)
      }
    }
  }

  /// `u` of `ü`; nil for what has no base in Latin.
  private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard !scalar.isASCII, let name = scalar.properties.name, name.hasPrefix(latin) else { return nil }
    let letter = name.dropFirst(latin.count).unicodeScalars
    guard let first = letter.first, letter.count == 1 || letter.dropFirst().first == " " else { return nil }
    return Unicode.Scalar(first.value + 0x20)
  }

  private static let latin = "LATIN SMALL LETTER "

  /// Letters whose names do not tell, and those of other scripts that are written one for the other.
  private static let replacements: [Unicode.Scalar: String] = [
    "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th", "ð": "d", "Ð": "d",
    "ı": "i",
    "ĳ": "ij", "ŋ": "n", "ə": "e", "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff",
    "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ό": "ο", "ύ": "υ", "ώ": "ω", "ϊ": "ι", "ϋ": "υ", "ΐ": "ι", "ΰ": "υ",
    "ς": "σ",
    "Ά": "α", "Έ": "ε", "Ή": "η", "Ί": "ι", "Ό": "ο", "Ύ": "υ", "Ώ": "ω",
    "й": "и", "Й": "и", "ё": "е", "Ё": "е", "ї": "і", "Ї": "і", "ґ": "г", "Ґ": "г", "ў": "у", "Ў": "у",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": "", "ی": "ي", "ک": "ك",
  ]
}

/// What is written how.
package enum Script {
  /// Without blanks between the words: Han, Kana, Hangul with what is hung on to it, Thai, Lao, Burmese, Khmer.
  package static func isUnparted(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007,
      0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFF66...0xFF9F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  package static func isUnparted(_ word: String) -> Bool { word.unicodeScalars.allSatisfy { isUnparted($0) } }

  package static func isArabic(_ word: String) -> Bool {
    word.unicodeScalars.contains { (0x600...0x6FF).contains($0.value) }
  }

  /// Whether there are small letters and capitals.
  package static func hasCase(_ word: String) -> Bool { word.unicodeScalars.contains(where: \.properties.isCased) }
}

extension UInt32 {
  /// Of ASCII.
  fileprivate var isLetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}
