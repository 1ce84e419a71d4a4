extension TextCleaner {
  /// The scalar that begins at an index and how many bytes it has; nil where the bytes are no UTF-8 (Unicode 15 §3.9,
  /// table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF).
  static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, Int)? {
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = sequenceLength(first)
    guard length > 0, index + length <= bytes.count, wellFormed(in: bytes, at: index, length) == length else {
      return nil
    }
    var value = UInt32(first & (0x7F >> UInt8(length)))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return Unicode.Scalar(value).map { ($0, length) }
  }

  /// How many bytes at an index make one U+FFFD: the longest beginning of a sequence, at least one.
  static func invalidLength(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    max(1, wellFormed(in: bytes, at: index, sequenceLength(bytes[index])))
  }

  /// How many bytes a sequence has by its first; 0 where none begins with it.
  private static func sequenceLength(_ first: UInt8) -> Int {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// How many bytes of a sequence of a given length are as they should be.
  private static func wellFormed(in bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ length: Int) -> Int {
    var count = 1
    while count < length, index + count < bytes.count {
      let byte = bytes[index + count]
      let allowed: ClosedRange<UInt8> =
        switch (bytes[index], count) {
        case (0xE0, 1): 0xA0...0xBF
        case (0xED, 1): 0x80...0x9F
        case (0xF0, 1): 0x90...0xBF
        case (0xF4, 1): 0x80...0x8F
        default: 0x80...0xBF
        }
      guard allowed.contains(byte) else { break }
      count += 1
    }
    return count
  }
}
