import CFriBidi

/// Which way a paragraph is written.
public enum TextDirection: Hashable, Sendable {
  case leftToRight
  case rightToLeft

  /// That of its first strong character outside of isolates (UAX #9, P2 and P3); left to right where there is none.
  public init(of text: String) {
    self.init(ofParts: CollectionOfOne(text))
  }

  /// The same of a text in parts.
  public init(ofParts parts: some Sequence<String>) {
    var depth = 0
    for part in parts {
      for scalar in part.unicodeScalars {
        switch scalar.value {
        case 0x2066...0x2068: depth += 1
        case 0x2069: depth = max(0, depth - 1)
        case 0x202A...0x202E: break
        case let value where depth == 0 && plenary_is_strong(value) != 0:
          self = plenary_is_right_to_left(value) != 0 ? .rightToLeft : .leftToRight
          return
        default: break
        }
      }
    }
    self = .leftToRight
  }

  /// A line of a paragraph of this direction, with a mark that nobody sees before it where it would else pass for one of
  /// the other: whoever draws it has nothing but the line.
  package func marked(_ line: String) -> String {
    guard TextDirection(of: line) != self else { return line }
    return (self == .rightToLeft ? "\u{200F}" : "\u{200E}") + line
  }
}

extension String {
  /// Whether there may be a letter or control in it that is written from the right, and with it an order of its own.
  ///
  /// It looks at bytes, and at most of a text's once: what is written from the left costs nothing more.
  package var holdsRightToLeft: Bool {
    var text = self
    return text.withUTF8 { RightToLeft.isHeld(by: $0) }
  }

  /// The same of bytes.
  package static func holdsRightToLeft(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { RightToLeft.isHeld(by: $0) }
  }

  /// This text, set apart where its direction could turn what it is put between round (UAX #9, isolates).
  package var isolated: String { holdsRightToLeft ? "\u{2068}\(self)\u{2069}" : self }
}

/// The blocks of scripts that are written from the right, by their bytes in UTF-8.
enum RightToLeft {
  static func isHeld(by bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      // Below it are ASCII, what follows a first byte, and Latin, Greek and Cyrillic.
      if bytes[index] >= 0xD6, isBegun(by: bytes, at: index) { return true }
      index += 1
    }
    return false
  }

  private static func isBegun(by bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    switch bytes[index] {
    case 0xD6: return byte(1) >= 0x90
    case 0xD7...0xDF: return true
    // U+0800-08FF
    case 0xE0: return (0xA0...0xA3).contains(byte(1))
    // RLM and RLI
    case 0xE2: return byte(1) == 0x80 && byte(2) == 0x8F || byte(1) == 0x81 && byte(2) == 0xA7
    // U+FB1D-FDFF and FE70-FEFC: letters as they join, and Hebrew ligatures.
    case 0xEF:
      switch byte(1) {
      case 0xAC: return byte(2) >= 0x9D
      case 0xAD...0xB7: return true
      case 0xB9: return byte(2) >= 0xB0
      case 0xBA: return true
      case 0xBB: return byte(2) < 0xBF
      default: return false
      }
    // U+10800-10FFF and 1E800-1EFFF
    case 0xF0: return (byte(1) == 0x90 || byte(1) == 0x9E) && byte(2) >= 0xA0
    default: return false
    }
  }
}
