/// A JSON value that is to be written; the members of an object keep their order (RFC 8259).
indirect enum JSONText {
  case null
  case boolean(Bool)
  case number(Int)
  case string(String)
  case list([JSONText])
  case object([(name: String, value: JSONText)])

  /// A text, or null without one.
  static func orNull(_ string: String?) -> JSONText { string.map { .string($0) } ?? .null }

  /// The value as a file: two spaces a level, empty lists and objects on one line, a line break at the end.
  var file: String { String(decoding: bytes, as: UTF8.self) }

  /// The same as UTF-8.
  var bytes: [UInt8] {
    var text: [UInt8] = []
    write(to: &text, level: 0)
    text.append(0x0A)
    return text
  }

  private func write(to text: inout [UInt8], level: Int) {
    switch self {
    case .null: text.append(contentsOf: "null".utf8)
    case .boolean(let value): text.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let number): text.append(contentsOf: String(number).utf8)
    case .string(let string): JSONText.quote(string, to: &text)
    case .list(let values):
      JSONText.begin("[", to: &text)
      for index in values.indices {
        JSONText.beginLine(isFirst: index == 0, level: level + 1, to: &text)
        values[index].write(to: &text, level: level + 1)
      }
      JSONText.end("]", isEmpty: values.isEmpty, level: level, to: &text)
    case .object(let members):
      JSONText.begin("{", to: &text)
      for index in members.indices {
        JSONText.beginLine(isFirst: index == 0, level: level + 1, to: &text)
        JSONText.quote(members[index].name, to: &text)
        text.append(UInt8(ascii: ":"))
        text.append(0x20)
        members[index].value.write(to: &text, level: level + 1)
      }
      JSONText.end("}", isEmpty: members.isEmpty, level: level, to: &text)
    }
  }

  private static func begin(_ sign: Unicode.Scalar, to text: inout [UInt8]) { text.append(UInt8(ascii: sign)) }

  private static func beginLine(isFirst: Bool, level: Int, to text: inout [UInt8]) {
    if !isFirst { text.append(UInt8(ascii: ",")) }
    text.append(0x0A)
    for _ in 0..<(2 * level) { text.append(0x20) }
  }

  private static func end(_ sign: Unicode.Scalar, isEmpty: Bool, level: Int, to text: inout [UInt8]) {
    if !isEmpty { beginLine(isFirst: true, level: level, to: &text) }
    text.append(UInt8(ascii: sign))
  }

  /// Between quotation marks; what may stand there as it is, is copied in one piece.
  private static func quote(_ string: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { bytes in
      var start = 0
      for index in bytes.indices {
        let byte = bytes[index]
        guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        start = index + 1
        escape(byte, to: &text)
      }
      text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    text.append(UInt8(ascii: "\""))
  }

  private static func escape(_ byte: UInt8, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(byte)
    case 0x0A: text.append(UInt8(ascii: "n"))
    default:
      text.append(contentsOf: (byte < 0x10 ? "u000" : "u00").utf8)
      text.append(contentsOf: String(byte, radix: 16).utf8)
    }
  }
}
