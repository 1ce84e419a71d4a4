/// What parsing a text could cost at worst, from one reading of its bytes.
///
/// The parser takes more than linear time for a few patterns that only hostile texts have: signs that are looked for
/// again and again to the end of their block, containers nested by the thousand over many lines, addresses of
/// brackets alone, references to one huge address. A text over these bounds is set without its Markdown.
struct MarkdownEffort: Hashable, Sendable {
  /// Texts longer than this, in bytes, are not parsed.
  static let largestText = 4 << 20

  private var lines = 1
  private var signs = 0
  private var brackets = 0
  private var ats = 0
  private var isReferring = false
  private var longestBlock = 0
  private var longestWord = 0
  private var deepest = 0
  private var mostBars = 0

  static func isReasonable(_ markdown: String) -> Bool {
    guard markdown.utf8.count <= largestText else { return false }
    var text = markdown
    return text.withUTF8 { MarkdownEffort($0).isReasonable }
  }

  /// Each bound is worth some tenths of a second at most, as measured with the patterns in the tests.
  private var isReasonable: Bool {
    signs * longestBlock <= 1_000_000_000
      && brackets * longestWord <= 1_000_000_000
      && (!isReferring || signs * longestBlock <= 100_000_000)
      && lines * deepest <= 20_000_000
      && lines * mostBars <= 100_000_000
      && ats <= 50_000
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var (block, word, depth, indent, bars) = (0, 0, 0, 0, 0)
    var isAtStart = true
    var last: UInt8 = 0
    for byte in bytes {
      block += 1
      word += 1
      switch byte {
      case 0x0A:
        lines += 1
        mostBars = max(mostBars, bars)
        deepest = max(deepest, depth + indent / 2)
        longestWord = max(longestWord, word)
        longestBlock = max(longestBlock, block)
        if isAtStart { block = 0 }
        (word, depth, indent, bars, isAtStart) = (0, 0, 0, 0, true)
      case 0x20, 0x09:
        longestWord = max(longestWord, word)
        word = 0
        if isAtStart { indent += byte == 0x09 ? 4 : 1 }
      // The signs that open a container, and the digits of one that counts.
      case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
        UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        if isAtStart { depth += 1 }
        if byte == UInt8(ascii: ")") { brackets += 1 }
        if byte == UInt8(ascii: "*") { signs += 1 }
      default:
        isAtStart = false
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"): signs += 1
        case UInt8(ascii: ":"): isReferring = isReferring || last == UInt8(ascii: "]")
        case UInt8(ascii: "@"): ats += 1
        case UInt8(ascii: "|"): bars += 1
        default: break
        }
      }
      last = byte
    }
    mostBars = max(mostBars, bars)
    deepest = max(deepest, depth + indent / 2)
    longestWord = max(longestWord, word)
    longestBlock = max(longestBlock, block)
  }
}
