/// What an identifier may look like: it becomes a part of links and of names of files.
package enum Identifier {
  package static let lengthLimit = 100

  /// Letters and digits of ASCII, `.`, `_` and `-`, beginning with a letter or a digit.
  package static func isUsable(_ string: String) -> Bool {
    guard let first = string.utf8.first, string.utf8.count <= lengthLimit, isAlphanumeric(first) else { return false }
    return string.utf8.allSatisfy {
      isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
    }
  }

  /// Made of the words of a text: `coffee-break`; empty where it has none in ASCII.
  package static func words(of text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 where result.count < 60 {
      if isAlphanumeric(byte) {
        result.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
      } else if let last = result.last, last != UInt8(ascii: "-") {
        result.append(UInt8(ascii: "-"))
      }
    }
    while result.last == UInt8(ascii: "-") { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// One for an identifier that cannot be used: its words, and a checksum (FNV-1a, 32 bits) that keeps different ones
  /// apart.
  package static func replacing(_ raw: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in raw.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    let padded = String(repeating: "0", count: 8 - digits.count) + digits
    let words = words(of: raw)
    return words.isEmpty ? "id-\(padded)" : "\(words)-\(padded)"
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}

extension Identifier {
  /// Made of a text's words; where it has none, of what it is.
  static func orElse(_ noun: String, words text: Text?) -> String {
    let made = words(of: text?.variants.first?.string ?? "")
    return made.isEmpty ? noun : made
  }
}
