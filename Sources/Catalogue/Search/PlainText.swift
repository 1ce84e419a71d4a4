/// Markdown without its signs, as one line: what is searched, and what a hit shows around its words.
///
/// Works on bytes, in one pass and in linear time. `[label](address)` becomes the label, list and heading signs, code
/// and emphasis marks go, white space becomes single spaces. It is no parser: a sign in the middle of code goes too.
enum PlainText {
  static func of(_ markdown: String) -> String {
    var result: [UInt8] = []
    var markdown = markdown
    markdown.withUTF8 { bytes in
      result.reserveCapacity(bytes.count)
      var atLineStart = true
      var knownClose = -1
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        switch byte {
        case 0x00...0x20:
          if byte == 0x0A { atLineStart = true }
          if let last = result.last, last != 0x20 { result.append(0x20) }
          index += 1
          continue
        case 0x30...0x39 where atLineStart:
          if let end = endOfListNumber(bytes, from: index) {
            index = end
            continue
          }
          result.append(byte)
        case UInt8(ascii: "\\") where index + 1 < bytes.count && isSign(bytes[index + 1]):
          result.append(bytes[index + 1])
          index += 1
        case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "["): break
        case UInt8(ascii: "!") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "["): break
        case UInt8(ascii: "_"):
          // Inside a word it is a letter like any other.
          if let last = result.last, isWord(last), index + 1 < bytes.count, isWord(bytes[index + 1]) {
            result.append(byte)
          }
        case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="),
          UInt8(ascii: "|"):
          if !atLineStart && byte != UInt8(ascii: "|") { result.append(byte) }
          index += 1
          continue
        case UInt8(ascii: "]"):
          if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "("),
            let end = close(bytes, from: index + 2, known: &knownClose)
          {
            index = end
          }
        default: result.append(byte)
        }
        atLineStart = false
        index += 1
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// The next closing parenthesis of the same line from `index` on.
  ///
  /// `known` is the nearest closing parenthesis or end
  /// of a line that an earlier question found, so that no byte is looked at twice, however many brackets there are.
  private static func close(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int, known: inout Int) -> Int? {
    if known < index {
      known = index
      while known < bytes.count, bytes[known] != UInt8(ascii: ")"), bytes[known] != 0x0A { known += 1 }
    }
    return known < bytes.count && bytes[known] == UInt8(ascii: ")") ? known : nil
  }

  /// Behind the sign of `1.` or `12)` before a space, a list's number of three digits at most (a year ends sentences).
  private static func endOfListNumber(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count, index < start + 3, (0x30...0x39).contains(bytes[index]) { index += 1 }
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")"),
      bytes[index + 1] == 0x20
    else { return nil }
    return index + 1
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
    default: false
    }
  }

  /// A punctuation character that a backslash can protect (CommonMark 0.31 §2.4).
  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
