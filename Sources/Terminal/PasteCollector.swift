/// A bracketed paste on its way: everything up to `ESC [ 201 ~` is text, whatever it looks like.
struct PasteCollector {
  /// Bytes that are kept at most; what follows is read and dropped.
  static let limit = 16 << 20
  /// Milliseconds of silence after which a paste that does not end is over, so that the keyboard is not dead for ever.
  static let patience: Int64 = 2000

  private static let end = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  /// How much of the end has been seen; only its first byte can be an ESC, so there is no other way to begin anew.
  private var matched = 0

  /// Whether the end has come.
  var isOver: Bool { matched == Self.end.count }

  /// Bytes that were pasted in another way, as the text that they are.
  static func text(of bytes: [UInt8]) -> String {
    var collector = PasteCollector()
    collector.keep(bytes[...])
    return collector.text
  }

  /// Adds what belongs to the paste, and says how many bytes that were.
  mutating func append(_ slice: ArraySlice<UInt8>) -> Int {
    var index = slice.startIndex
    while index < slice.endIndex, !isOver {
      if matched == 0 {
        let escape = slice[index...].firstIndex(of: 0x1B) ?? slice.endIndex
        keep(slice[index..<escape])
        index = escape
        if index < slice.endIndex {
          matched = 1
          index += 1
        }
      } else if slice[index] == Self.end[matched] {
        matched += 1
        index += 1
      } else {
        keep(Self.end[..<matched])
        matched = 0
      }
    }
    return index - slice.startIndex
  }

  private mutating func keep(_ more: ArraySlice<UInt8>) {
    bytes += more.prefix(max(0, Self.limit - bytes.count))
  }

  /// Takes answers of the terminal out, which it has sent in the middle of the paste.
  mutating func removeAnswers(_ sequences: SequenceReader) -> [TerminalAnswer] {
    var answers: [TerminalAnswer] = []
    var kept: [UInt8] = []
    var rest = bytes[...]
    // More of them are no text that anybody writes.
    var tries = 1_000
    while tries > 0, let escape = rest.firstIndex(of: 0x1B) {
      kept += rest[..<escape]
      rest = rest[escape...]
      tries -= 1
      // No answer is longer, and a paste may be nothing but Esc.
      if case .answer(let answer, let length) = sequences.first(of: rest.prefix(200), isOver: true) {
        answers.append(answer)
        rest = rest.dropFirst(length)
      } else {
        kept.append(0x1B)
        rest = rest.dropFirst()
      }
    }
    if !answers.isEmpty { bytes = kept + rest }
    return answers
  }

  /// The text: line ends as LF, which terminals send as CR, no other control characters than tabs, invalid UTF-8
  /// repaired.
  var text: String {
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch byte {
      case 0x0D:
        clean.append(0x0A)
        if next == 0x0A { index += 1 }
      case 0x09, 0x0A: clean.append(byte)
      case ..<0x20, 0x7F: break
      // C1, of which U+009B would be a CSI.
      case 0xC2 where (0x80...0x9F).contains(next): index += 1
      default: clean.append(byte)
      }
      index += 1
    }
    return String(decoding: clean, as: UTF8.self)
  }
}
