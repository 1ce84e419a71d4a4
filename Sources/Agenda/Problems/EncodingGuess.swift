extension Problem.Encoding {
  /// The encoding that bytes are in where it is visibly not UTF-8: a byte order mark, or zeros where a text that
  /// begins with ASCII has them (RFC 4627 §3).
  package static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> Problem.Encoding? {
    let first = Array(bytes.prefix(4))
    if first.starts(with: [0xFF, 0xFE, 0, 0]) || first.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32 }
    if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) { return .utf16 }
    guard first.count == 4 else { return nil }
    switch first.map({ $0 == 0 }) {
    case [false, true, true, true], [true, true, true, false]: return .utf32
    case [false, true, false, true], [true, false, true, false]: return .utf16
    default: return nil
    }
  }
}
