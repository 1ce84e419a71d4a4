/// What a scalar does between words.
enum WordSeparator: Hashable, Sendable {
  /// It belongs to a word; so do no-break spaces.
  case none
  case space
  case newLine
  /// Allows a break and is never seen.
  case invisible
  /// Allows a break and is seen as a hyphen if the line is broken there.
  case softHyphen

  @inline(__always)
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x21..<0x7F: self = .none
    case 0x20, 0x09: self = .space
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: self = .newLine
    case 0xAD: self = .softHyphen
    case 0x200B: self = .invisible
    case 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x205F, 0x3000: self = .space
    default: self = .none
    }
  }
}
