/// What an identifier may look like: it becomes a part of links and of names of files.
package enum Identifier {
  package static let lengthLimit = 100

  /// The one of that identifier, else of that name without regard to capitals, as people name rooms and tracks.
  package static func named(_ name: String, among all: [(id: String, name: String)]) -> String? {
    (all.first { $0.id == name } ?? all.first { $0.name.lowercased() == name.lowercased() })?.id
  }

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

/// Numbers and UUIDs made of texts: the same in every export, whatever else the agenda holds.
package enum StableNumber {
  /// FNV-1a with 128 bits; the parts are kept apart by a byte that no UTF-8 has.
  package static func hash(_ parts: [String]) -> UInt128 {
    let prime = UInt128(1) << 88 | 0x13B
    var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    for part in parts {
      for byte in part.utf8 { hash = (hash ^ UInt128(byte)) &* prime }
      hash = (hash ^ 0xFF) &* prime
    }
    return hash
  }

  /// A UUID of version 8, whose bits are the makers' own (RFC 9562 §5.8).
  package static func uuid(_ parts: [String]) -> String {
    let hash = hash(parts)
    let version = UInt128(0xF) << 76
    let variant = UInt128(0b11) << 62
    let bits = hash & ~version & ~variant | UInt128(8) << 76 | UInt128(0b10) << 62
    let digits = String(bits, radix: 16)
    let padded = Array(String(repeating: "0", count: 32 - digits.count) + digits)
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(padded[$0]) }.joined(separator: "-")
  }

  /// 8-4-4-4-12 hexadecimal digits (RFC 9562 §4).
  package static func isUUID(_ string: String) -> Bool {
    let parts = string.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.map(\.count) == [8, 4, 4, 4, 12] && parts.joined().allSatisfy(isHexDigit)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
