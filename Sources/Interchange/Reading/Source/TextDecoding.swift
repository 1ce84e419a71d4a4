import Agenda

/// The bytes of a text in whatever encoding texts have: UTF-8, UTF-16 with its mark or without, else windows-1252.
enum TextDecoding {
  /// The text, with line feeds at the ends of lines; nil where the bytes are no text.
  static func text(of bytes: UnsafeBufferPointer<UInt8>, _ log: ProblemLog) -> String? {
    if let text = wide(bytes) { return lines(text) }
    // A text has none of these; some tables have a NUL where a field is empty.
    let controls = bytes.prefix(1 << 16).count { $0 < 9 || (0x0E..<0x20).contains($0) && $0 != 0x1B }
    guard controls <= 8 || controls * 200 <= min(bytes.count, 1 << 16) else { return nil }
    let rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? UnsafeBufferPointer(rebasing: bytes[3...]) : bytes
    if let text = String(validating: rest, as: UTF8.self) { return lines(text) }
    log.report(.outline(.encodingGuessed))
    var scalars = String.UnicodeScalarView()
    scalars.reserveCapacity(rest.count)
    for byte in rest { scalars.append(windows[Int(byte)]) }
    return lines(String(scalars))
  }

  private static func wide(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    guard isMarked || OtherEncoding.guess(bytes) == .utf16, bytes.count >= 2 else { return nil }
    let isBig = isMarked ? bytes[0] == 0xFE : bytes[0] == 0
    let units = stride(from: isMarked ? 2 : 0, to: bytes.count - 1, by: 2).map { index -> UInt16 in
      let (high, low) = isBig ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
      return UInt16(high) << 8 | UInt16(low)
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// `\r\n` and `\r` as `\n`.
  private static func lines(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var wasReturn = false
    for byte in text.utf8 {
      if !(byte == 0x0A && wasReturn) { bytes.append(byte == 0x0D ? 0x0A : byte) }
      wasReturn = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The characters of windows-1252; bytes without a meaning are U+FFFD.
  private static let windows: [Unicode.Scalar] = (0..<256).map { byte in
    let scalar = (0x80..<0xA0).contains(byte) ? Int(LegacyEncoding.upper[byte - 0x80]) : byte
    return Unicode.Scalar(scalar < 0 ? 0xFFFD : UInt32(scalar)) ?? "\u{FFFD}"
  }
}
