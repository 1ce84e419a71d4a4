/// Puts raw control characters inside the texts of a JSON file into escapes, which is how they should have been written
/// (RFC 8259 §7): then they can be read, and made visible.
///
/// Line breaks are left alone: they are what tells that a closing quotation mark is missing.
package enum ControlCharacterMending {
  /// Nil where nothing can be mended.
  package static func mended(_ source: FileBytes) -> FileBytes? { source.withBytes { mended($0) } }

  private static func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> FileBytes? {
    let isRaw = { (byte: UInt8) in byte < 0x20 && byte != 0x0A && byte != 0x0D }
    guard bytes.contains(where: isRaw) else { return nil }
    let digits = Array("0123456789abcdef".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var isInText = false
    var isEscaped = false
    var count = 0
    for byte in bytes {
      if isInText, isRaw(byte), !isEscaped {
        result.append(contentsOf: "\\u00".utf8)
        result.append(digits[Int(byte >> 4)])
        result.append(digits[Int(byte & 15)])
        count += 1
        continue
      }
      if byte == UInt8(ascii: "\""), !isEscaped { isInText.toggle() }
      isEscaped = isInText && byte == UInt8(ascii: "\\") && !isEscaped
      result.append(byte)
    }
    return count == 0 ? nil : FileBytes(result)
  }
}
