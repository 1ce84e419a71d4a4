import Agenda

/// Replaces what XML 1.0 does not allow: control characters (§2.2), bytes that are no UTF-8, and an `&` that begins no
/// reference.
enum XMLMending {
  /// Nil where there is nothing to mend.
  static func mended(_ source: FileBytes) -> (FileBytes, count: Int)? {
    source.withBytes { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + 64)
      var count = 0
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "&") where !isReference(bytes, index):
          result.append(contentsOf: "&amp;".utf8)
          count += 1
        case 0x09, 0x0A, 0x0D, 0x20...0x7F: result.append(byte)
        case 0..<0x20:
          result.append(0x20)
          count += 1
        default:
          if let (_, length) = TextCleaner.scalar(in: bytes, at: index) {
            result.append(contentsOf: bytes[index..<index + length])
            index += length - 1
          } else {
            result.append(contentsOf: "\u{FFFD}".utf8)
            count += 1
          }
        }
        index += 1
      }
      return count == 0 ? nil : (FileBytes(result), count)
    }
  }

  /// `&amp;`, `&#10;`, `&#xA;`: the references that XML has by itself.
  private static func isReference(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let body = bytes[(index + 1)...].prefix(12)
    guard let end = body.firstIndex(of: UInt8(ascii: ";")) else { return false }
    let name = String(decoding: body[..<end], as: UTF8.self)
    if ["amp", "lt", "gt", "quot", "apos"].contains(name) { return true }
    guard name.hasPrefix("#") else { return false }
    let digits = name.dropFirst()
    let number = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.map { ($0 >= 0x20 || $0 == 9 || $0 == 10 || $0 == 13) && $0 < 0x11_0000 } ?? false
  }
}
