import CPosix
import Glibc

/// What stands in for a character on a screen that shows ASCII only: always one column.
enum AsciiFallback {
  /// The nearest ASCII character, `?` where nothing comes near.
  static func replacement(for scalar: UInt32) -> UInt32 {
    switch scalar {
    case ..<0x7F: return scalar
    case 0xA0: return 0x20
    case 0xC0...0x17F: return character(latin, Int(scalar) - 0xC0)
    case 0x1E00...0x1EFF: return character(latinAdditional, Int(scalar) - 0x1E00)
    case 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return 0x20
    case 0x2010...0x2015, 0x2212: return ascii("-")
    case 0x2018...0x201B, 0x2032, 0x2035: return ascii("'")
    case 0x201C...0x201F, 0x2033, 0x2036, 0xAB, 0xBB: return ascii("\"")
    case 0x2022...0x2023, 0x2043, 0x25AA, 0x25CF, 0x25E6: return ascii("*")
    case 0x2026: return ascii(".")
    case 0x2500...0x257F: return line(scalar)
    // Blocks: what is at least half full counts as full.
    case 0x2580, 0x2584...0x2590, 0x2592...0x2593: return ascii("#")
    case 0x2581...0x2583, 0x2591...0x2591, 0x2594...0x259F: return ascii(".")
    case 0xFF01...0xFF5E: return scalar - 0xFEE0
    default: return others[scalar].map(UInt32.init) ?? ascii("?")
    }
  }

  /// A text of such characters.
  static func text(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      if let ascii = Unicode.Scalar(replacement(for: scalar.value)) { shown.unicodeScalars.append(ascii) }
    }
    return shown
  }

  /// Box drawing: its horizontal lines, its vertical lines, and all else where lines meet.
  private static func line(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550, 0x2574, 0x2576, 0x2578, 0x257A, 0x257C,
      0x257E:
      ascii("-")
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577, 0x2579, 0x257B, 0x257D,
      0x257F:
      ascii("|")
    case 0x2571: ascii("/")
    case 0x2572: ascii("\\")
    case 0x2573: ascii("X")
    default: ascii("+")
    }
  }

  private static func ascii(_ character: Unicode.Scalar) -> UInt32 { character.value }

  private static func character(_ table: StaticString, _ index: Int) -> UInt32 {
    index < table.utf8CodeUnitCount ? UInt32(table.utf8Start[index]) : ascii("?")
  }

  /// U+00C0 to U+017F, Latin-1 Supplement and Latin Extended-A, each letter without its marks.
  private static let latin: StaticString = """
    AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty\
    AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL\
    lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs
    """

  /// U+1E00 to U+1EFF, Latin Extended Additional: Welsh, Vietnamese and transliterations.
  private static let latinAdditional: StaticString = """
    AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm\
    MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv\
    WwWwWwWwWwXxXxYyZzZzZzhtwyasssSdAaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe\
    EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYyLlVvYy
    """

  private static let others: [UInt32: UInt8] = [
    0xA1: 0x21, 0xA2: 0x63, 0xA3: 0x4C, 0xA5: 0x59, 0xA6: 0x7C, 0xA7: 0x53, 0xA8: 0x22, 0xA9: 0x43, 0xAA: 0x61,
    0xAC: 0x2D, 0xAD: 0x2D, 0xAE: 0x52, 0xAF: 0x2D, 0xB0: 0x6F, 0xB1: 0x2B, 0xB2: 0x32, 0xB3: 0x33, 0xB4: 0x27,
    0xB5: 0x75, 0xB6: 0x50, 0xB7: 0x2E, 0xB8: 0x2C, 0xB9: 0x31, 0xBA: 0x6F,
    // Latin Extended-B as far as Romanian, Azerbaijani and Pinyin need it.
    0x192: 0x66, 0x18F: 0x45, 0x1CD: 0x41, 0x1CE: 0x61, 0x1CF: 0x49, 0x1D0: 0x69, 0x1D1: 0x4F, 0x1D2: 0x6F,
    0x1D3: 0x55, 0x1D4: 0x75, 0x218: 0x53, 0x219: 0x73, 0x21A: 0x54, 0x21B: 0x74, 0x259: 0x65, 0x2BB: 0x27,
    0x2BC: 0x27, 0x2BF: 0x27,
    // Daggers, guillemets, the euro, numero and trade mark.
    0x2020: 0x2B, 0x2021: 0x2B, 0x2039: 0x3C, 0x203A: 0x3E, 0x20AC: 0x45, 0x2116: 0x4E, 0x2122: 0x54,
    // Arrows, comparisons, signs of state.
    0x2190: 0x3C, 0x2191: 0x5E, 0x2192: 0x3E, 0x2193: 0x76, 0x21B5: 0x3C, 0x21D0: 0x3C, 0x21D2: 0x3E, 0x2248: 0x7E,
    0x2260: 0x21, 0x2264: 0x3C, 0x2265: 0x3E, 0x25A0: 0x23, 0x25A1: 0x23, 0x25B2: 0x5E, 0x25B6: 0x3E, 0x25B8: 0x3E,
    0x25B9: 0x3E, 0x25BA: 0x3E, 0x25BC: 0x76, 0x25BE: 0x76, 0x25C0: 0x3C, 0x25C2: 0x3C, 0x25C4: 0x3C, 0x25C6: 0x2A,
    0x25CB: 0x6F, 0x2605: 0x2A, 0x2606: 0x2A, 0x2610: 0x2D, 0x2611: 0x78, 0x2713: 0x78, 0x2714: 0x78, 0x2717: 0x78,
    0x2718: 0x78, 0x276F: 0x3E, 0x27F6: 0x3E,
  ]
}

/// Which characters the font of a virtual terminal of Linux has: 256 or 512 pictures, where others have thousands.
struct ConsoleFont: Equatable, Sendable {
  /// In their order.
  private let characters: [UInt16]

  /// Nil where the descriptor is none of such a terminal, or the kernel does not tell (ioctl_console(2), GIO_UNIMAP).
  init?(of descriptor: Int32) {
    var count: UInt16 = 0
    // With no room it tells how many there are.
    guard plenary_console_characters(descriptor, nil, &count) != 0, errno == ENOMEM, count > 0 else { return nil }
    var pairs = [unipair](repeating: unipair(), count: Int(count))
    guard plenary_console_characters(descriptor, &pairs, &count) == 0, Int(count) <= pairs.count else { return nil }
    self.init(characters: pairs[..<Int(count)].map(\.unicode))
  }

  init(characters: [UInt16]) { self.characters = characters.sorted() }

  /// Whether there is a picture of it.
  func has(_ scalar: UInt32) -> Bool {
    guard let scalar = UInt16(exactly: scalar) else { return false }
    var (low, high) = (0, characters.count)
    while low < high {
      let middle = (low + high) / 2
      if characters[middle] < scalar { low = middle + 1 } else { high = middle }
    }
    return low < characters.count && characters[low] == scalar
  }
}
