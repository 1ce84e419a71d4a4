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
