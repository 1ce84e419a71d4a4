/// File names for identifiers that may hold anything.
///
/// Letters, digits, `.`, `_` and `-` stay, every other byte of the UTF-8 becomes `%` and two digits, as in an address
/// (RFC 3986 §2.1), and so does a dot at the beginning, so that no name is hidden, `.` or `..`. What gets longer than
/// `limit` ends in `~` and 32 digits of a hash in place of its rest. Different identifiers have different names.
public enum SafeName {
  /// Bytes; a file name may have 255, and endings need room.
  static let limit = 160

  public static func of(_ id: String) -> String {
    if id.isEmpty { return "%" }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in id.utf8 {
      if isPlain(byte), !(bytes.isEmpty && byte == UInt8(ascii: ".")) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    if bytes.count > limit { bytes = Array(bytes[..<(limit - 33)]) + Array("~\(hash(id, 1))\(hash(id, 2))".utf8) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The identifier of a name; nil for one that `of` does not give, or that holds only a hash of it.
  public static func identifier(of name: String) -> String? {
    if name == "%" { return "" }
    var bytes: [UInt8] = []
    var rest = name.utf8[...]
    while let byte = rest.popFirst() {
      if byte != UInt8(ascii: "%") {
        bytes.append(byte)
      } else if let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) {
        bytes.append(high << 4 | low)
      } else {
        return nil
      }
    }
    let id = String(decoding: bytes, as: UTF8.self)
    return of(id) == name ? id : nil
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    default: nil
    }
  }

  /// FNV-1a with another beginning for each seed, as sixteen digits.
  private static func hash(_ id: String, _ seed: UInt64) -> String {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325 ^ (seed &* 0x9E37_79B9_7F4A_7C15)
    for byte in id.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
