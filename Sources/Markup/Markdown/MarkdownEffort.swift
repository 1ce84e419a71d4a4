/// What parsing a text could cost at worst, from one reading of its bytes.
///
/// The parser takes more than linear time for a few patterns that only hostile texts have: signs that are looked for
/// again and again to the end of their block, containers nested by the thousand over many lines, addresses of
/// brackets alone, references to one huge address. A text over these bounds has no tree.
struct MarkdownEffort: Hashable, Sendable {
  /// Texts longer than this, in bytes, are not parsed.
  static let largestText = 4 << 20

  private var lines = 1
  /// Signs that may open a link, an emphasis, a code span or a tag.
  private var signs = 0
  private var brackets = 0
  private var ats = 0
  /// Bytes between two blank lines.
  private var longestBlock = 0
  /// Bytes of the longest block that may define the address of a reference.
  private var longestReference = 0
  private var longestWord = 0
  /// Containers that a single line opens or continues, at most.
  private var deepest = 0
  private var mostBars = 0

  // What is read at present.
  private var block = 0
  private var isReference = false
  private var word = 0
  private var depth = 0
  private var indent = 0
  private var bars = 0
  private var isAtStart = true
  private var isBlank = true

  static func isReasonable(_ markdown: String) -> Bool {
    guard markdown.utf8.count <= largestText else { return false }
    var text = markdown
    return text.withUTF8 { MarkdownEffort($0).isReasonable }
  }

  /// Each bound is worth some tenths of a second at most, as measured with the patterns in the tests.
  private var isReasonable: Bool {
    signs * longestBlock <= 1_000_000_000
      && signs * longestReference <= 100_000_000
      && brackets * longestWord <= 1_000_000_000
      && lines * deepest <= 20_000_000
      && lines * mostBars <= 100_000_000
      && ats <= 50_000
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var last: UInt8 = 0
    for byte in bytes {
      block += 1
      word += 1
      if byte > 0x20 { isBlank = false }
      switch byte {
      case 0x0A where last == 0x0D: break
      case 0x0A, 0x0D:
        endWord(last)
        endLine()
      case 0x20, 0x09:
        endWord(last)
        if isAtStart { indent += byte == 0x09 ? 4 : 1 }
      case UInt8(ascii: ">"): if isAtStart { depth += 1 }
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: ")"): brackets += 1
      case UInt8(ascii: "*"): signs += 1
      default:
        isAtStart = false
        countSign(byte, after: last)
      }
      last = byte
    }
    endWord(last)
    endLine()
  }

  private mutating func countSign(_ byte: UInt8, after last: UInt8) {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"): signs += 1
    case UInt8(ascii: ":"): isReference = isReference || last == UInt8(ascii: "]")
    case UInt8(ascii: "@"): ats += 1
    case UInt8(ascii: "|"): bars += 1
    default: break
    }
  }

  /// At a space or line end: the sign before it may open a list.
  private mutating func endWord(_ last: UInt8) {
    longestWord = max(longestWord, word)
    word = 0
    guard isAtStart else { return }
    switch last {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ")"): depth += 1
    default: break
    }
  }

  private mutating func endLine() {
    lines += 1
    mostBars = max(mostBars, bars)
    deepest = max(deepest, depth + indent / 2)
    longestBlock = max(longestBlock, block)
    if isReference { longestReference = max(longestReference, block) }
    if isBlank { (block, isReference) = (0, false) }
    (depth, indent, bars) = (0, 0, 0)
    (isAtStart, isBlank) = (true, true)
  }
}
