/// Finds what is wrong where the parser gave up: what stands there, and what could have.
///
/// The parser's own messages are English sentences without a place; what it had read by then says more.
struct JSONDiagnosis {
  let source: UnsafeBufferPointer<UInt8>
  /// The bytes of a byte order mark.
  let skipped: Int
  let builder: JSONBuilder

  var error: JSONSyntaxError {
    let (offset, expected) = place
    let inside = found(at: offset)
    let lines = LineStarts(source)
    let line = lines.line(at: inside.offset)
    let start = max(lines.start(ofLine: line), line == 1 ? skipped : 0)
    let before = UnsafeBufferPointer(rebasing: source[min(start, inside.offset)..<inside.offset])
    return JSONSyntaxError(
      line: line, column: String(decoding: before, as: UTF8.self).unicodeScalars.count + 1, found: inside.found,
      expected: inside.expected ?? expected)
  }

  /// The first byte that does not fit, and what would: everything up to the last callback was sound, so only what may
  /// stand between two of them (a colon, a comma) has to be looked at again.
  private var place: (offset: Int, expected: Problem.Expected) {
    if builder.skippedLevels > 0 { return (min(builder.reached, source.count), .value) }
    let next = blank(from: max(builder.end, skipped))
    guard let container = builder.open.last else {
      return (next, builder.nodes.isEmpty ? .value : .endOfFile)
    }
    let isList = builder.nodes[container].kind == .list
    if builder.isFresh { return (next, isList ? .valueOrEnd : .fieldNameOrEnd) }
    if builder.awaitsValue {
      return byte(next) == UInt8(ascii: ":") ? (blank(from: next + 1), .value) : (next, .colon)
    }
    guard byte(next) == UInt8(ascii: ",") else { return (next, isList ? .commaOrBracket : .commaOrBrace) }
    return (blank(from: next + 1), isList ? .value : .fieldName)
  }

  /// What stands at an offset; inside a text that is broken, its broken place.
  private func found(at offset: Int) -> (found: Problem.Found, offset: Int, expected: Problem.Expected?) {
    guard let first = byte(offset) else { return (.endOfFile, source.count, nil) }
    switch first {
    case UInt8(ascii: "\""):
      if let broken = brokenPlace(ofTextAt: offset) { return broken }
      return (.text(excerpt(of: offset + 1, while: { $0 != UInt8(ascii: "\"") })), offset, nil)
    case UInt8(ascii: "/"), UInt8(ascii: "#"):
      return (.comment, offset, nil)
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","),
      UInt8(ascii: ":"):
      return (.piece(String(UnicodeScalar(first))), offset, nil)
    case 0..<0x20:
      return (.controlCharacter(first), offset, nil)
    default:
      let word = excerpt(of: offset) { $0 > 0x20 && !",:]}[{\"".utf8.contains($0) }
      return (.piece(word), offset, nil)
    }
  }

  /// Where a text is against the grammar (RFC 8259 §7), if it is.
  private func brokenPlace(ofTextAt start: Int) -> (Problem.Found, Int, Problem.Expected?)? {
    var position = start + 1
    while let byte = byte(position) {
      switch byte {
      case UInt8(ascii: "\""): return nil
      case 0x0A, 0x0D: return (.unfinishedText, start, .closedText)
      case 0..<0x20: return (.controlCharacter(byte), position, .closedText)
      case UInt8(ascii: "\\"):
        guard let escaped = self.byte(position + 1) else { return (.unfinishedText, start, .closedText) }
        // Digits that the end of the file cut off are not what is wrong.
        let digits = (2..<6).allSatisfy { self.byte(position + $0).map(isHexDigit) ?? true }
        guard "\"\\/bfnrt".utf8.contains(escaped) || (escaped == UInt8(ascii: "u") && digits) else {
          return (.badEscape, position, .closedText)
        }
        position += escaped == UInt8(ascii: "u") ? 6 : 2
      default: position += 1
      }
    }
    return (.unfinishedText, start, .closedText)
  }

  private func isHexDigit(_ byte: UInt8) -> Bool { UnicodeScalar(byte).properties.isASCIIHexDigit }

  private func byte(_ offset: Int) -> UInt8? { source.indices.contains(offset) ? source[offset] : nil }

  private func blank(from offset: Int) -> Int {
    var position = offset
    while let byte = byte(position), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    return position
  }

  private func excerpt(of offset: Int, while belongs: (UInt8) -> Bool) -> String {
    let bytes = source[offset...].prefix(200).prefix(while: belongs)
    let string = TextCleaner(lines: .single).clean(String(decoding: bytes, as: UTF8.self)).string
    return Excerpt.of(string, limit: 40)
  }
}
