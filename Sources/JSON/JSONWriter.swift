extension JSONTree {
  /// How a text is laid out.
  public enum Layout: Sendable {
    /// Two spaces a level, empty arrays and objects on one line, a line break at the end: for people and git.
    case pretty
    /// On one line without blanks and without a line break: a line of JSON Lines.
    case compact
  }

  /// The value as text.
  public func text(_ layout: Layout = .pretty) -> String { String(decoding: bytes(layout), as: UTF8.self) }

  /// The value as UTF-8.
  ///
  /// - Parameter count: how many bytes it will be, as far as that is known; then they need not be moved.
  public func bytes(_ layout: Layout = .pretty, expecting count: Int = 0) -> [UInt8] {
    var writer = JSONWriter(isPretty: layout == .pretty)
    writer.bytes.reserveCapacity(count)
    writer.write(self)
    if layout == .pretty { writer.bytes.append(0x0A) }
    return writer.bytes
  }
}

/// Puts a tree into bytes.
private struct JSONWriter {
  let isPretty: Bool
  var bytes: [UInt8] = []
  private var level = 0

  init(isPretty: Bool) { self.isPretty = isPretty }

  mutating func write(_ value: JSONTree) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let digits): bytes.append(contentsOf: digits.utf8)
    case .string(let string): quote(string)
    case .array(let values):
      begin("[")
      for index in values.indices {
        separate(isFirst: index == 0)
        write(values[index])
      }
      end("]", isEmpty: values.isEmpty)
    case .object(let object):
      begin("{")
      for index in object.members.indices {
        separate(isFirst: index == 0)
        quote(object.members[index].name)
        bytes.append(UInt8(ascii: ":"))
        if isPretty { bytes.append(0x20) }
        write(object.members[index].value)
      }
      end("}", isEmpty: object.members.isEmpty)
    }
  }

  private mutating func begin(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    level += 1
  }

  private mutating func separate(isFirst: Bool) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    breakLine()
  }

  private mutating func end(_ bracket: Unicode.Scalar, isEmpty: Bool) {
    level -= 1
    if !isEmpty { breakLine() }
    bytes.append(UInt8(ascii: bracket))
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(0x0A)
    for _ in 0..<level {
      bytes.append(0x20)
      bytes.append(0x20)
    }
  }

  /// Between quotation marks, with what has to be escaped (§7) and nothing else; what may stand there as it is, is
  /// copied in one piece.
  private mutating func quote(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    // Every native string has its bytes in one piece.
    if string.utf8.withContiguousStorageIfAvailable({ escaped($0) }) == nil {
      Array(string.utf8).withUnsafeBufferPointer { escaped($0) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in text.indices where JSONWriter.isEscaped(text[index]) {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      start = index + 1
      escape(text[index])
    }
    bytes.append(contentsOf: start == 0 ? text : UnsafeBufferPointer(rebasing: text[start...]))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    default:
      bytes.append(contentsOf: (byte < 0x10 ? "u000" : "u00").utf8)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    }
  }
}
