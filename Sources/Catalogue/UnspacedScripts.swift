/// The scripts that are written without spaces between words.
enum UnspacedScripts {
  /// By block (Unicode 16, Blocks.txt), without the punctuation blocks.
  static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true  // Thai, Lao; Burmese; Khmer
    case 0x2E80...0x2FDF, 0x3005...0x3007: true  // radicals, iteration marks
    case 0x30A0, 0x30FB: false  // punctuation amid Kana
    case 0x3041...0x30FF, 0x31F0...0x31FF: true  // Kana
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: true  // Han
    case 0xFF66...0xFF9D: true  // half-width Katakana
    case 0x1B000...0x1B16F, 0x20000...0x3FFFD: true  // Kana supplements, Han extensions
    default: false
    }
  }

  /// The scalar at an offset and its length in UTF-8; a malformed sequence counts as U+FFFD over one byte.
  static func decode(_ bytes: UnsafeRawBufferPointer, at index: Int) -> (scalar: UInt32, length: Int) {
    let first = bytes[index]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    if length == 1 { return (first < 0x80 ? UInt32(first) : 0xFFFD, 1) }
    guard index + length <= bytes.count else { return (0xFFFD, 1) }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for next in index + 1..<index + length {
      guard bytes[next] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | UInt32(bytes[next] & 0x3F)
    }
    return (scalar, length)
  }
}
