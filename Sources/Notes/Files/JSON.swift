/// A JSON value (RFC 8259) that gives back what it does not know as it was: numbers keep their digits, members their
/// order.
indirect enum JSON: Equatable {
  case null
  case boolean(Bool)
  /// As it was written.
  case number(String)
  case string(String)
  case list([JSON])
  case object([Member])

  struct Member: Equatable {
    var name: String
    var value: JSON
  }

  /// The first member of a name; nil where this is no object.
  subscript(name: String) -> JSON? {
    get {
      guard case .object(let members) = self else { return nil }
      return members.first { $0.name == name }?.value
    }
    set {
      guard case .object(var members) = self, let newValue else { return }
      if let index = members.firstIndex(where: { $0.name == name }) {
        members[index].value = newValue
      } else {
        members.append(Member(name: name, value: newValue))
      }
      self = .object(members)
    }
  }

  var string: String? {
    guard case .string(let string) = self else { return nil }
    return string
  }

  /// Two spaces a level, a line break at the end, so that people and git can read it.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, level: 0)
    bytes.append(0x0A)
    return bytes
  }

  private func write(to bytes: inout [UInt8], level: Int) {
    func lineBreak(_ level: Int) {
      bytes.append(0x0A)
      bytes += [UInt8](repeating: 0x20, count: level * 2)
    }
    switch self {
    case .null: bytes += "null".utf8
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    case .number(let digits): bytes += digits.utf8
    case .string(let string): JSON.quote(string, to: &bytes)
    case .list(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        lineBreak(level + 1)
        value.write(to: &bytes, level: level + 1)
      }
      if !values.isEmpty { lineBreak(level) }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        lineBreak(level + 1)
        JSON.quote(member.name, to: &bytes)
        bytes += ": ".utf8
        member.value.write(to: &bytes, level: level + 1)
      }
      if !members.isEmpty { lineBreak(level) }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func quote(_ string: String, to bytes: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += "\\n".utf8
      case 0x00..<0x20: bytes += "\\u00".utf8 + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
