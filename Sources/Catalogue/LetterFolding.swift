/// Accents that `unicode61` leaves on letters outside Latin: Greek ones of today, final sigma, and Cyrillic io.
///
/// The letters are lower case by then. Every pair of bytes becomes another pair.
enum LetterFolding {
  /// First bytes in UTF-8 of letters, upper or lower case, that may be folded.
  static let leadBytes: ClosedRange<UInt8> = 0xCE...0xD1

  /// Nil where nothing is to be folded.
  static func folded(_ word: UnsafeRawBufferPointer) -> [UInt8]? {
    var result: [UInt8]?
    var index = 0
    while index + 1 < word.count {
      if let pair = pair(word[index], word[index + 1]) {
        var bytes = result ?? Array(word)
        (bytes[index], bytes[index + 1]) = pair
        result = bytes
        index += 1
      }
      index += 1
    }
    return result
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8)? {
    switch (first, second) {
    case (0xCE, 0xAC): (0xCE, 0xB1)  // ά
    case (0xCE, 0xAD): (0xCE, 0xB5)  // έ
    case (0xCE, 0xAE): (0xCE, 0xB7)  // ή
    case (0xCE, 0xAF), (0xCE, 0x90), (0xCF, 0x8A): (0xCE, 0xB9)  // ί ΐ ϊ
    case (0xCF, 0x8C): (0xCE, 0xBF)  // ό
    case (0xCF, 0x8D), (0xCE, 0xB0), (0xCF, 0x8B): (0xCF, 0x85)  // ύ ΰ ϋ
    case (0xCF, 0x8E): (0xCF, 0x89)  // ώ
    case (0xCF, 0x82): (0xCF, 0x83)  // ς
    case (0xD1, 0x91): (0xD0, 0xB5)  // ё
    default: nil
    }
  }
}
