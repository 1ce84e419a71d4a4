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
  var file: String {
    var text = ""
    write(to: &text, level: 0)
    return text + "\n"
  }

  private func write(to text: inout String, level: Int) {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .number(let number): text += String(number)
    case .string(let string): text += JSONText.quoted(string)
    case .list(let values):
      JSONText.write(values, between: ("[", "]"), to: &text, level: level) { value, text in
        value.write(to: &text, level: level + 1)
      }
    case .object(let members):
      JSONText.write(members, between: ("{", "}"), to: &text, level: level) { member, text in
        text += JSONText.quoted(member.name) + ": "
        member.value.write(to: &text, level: level + 1)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], between signs: (String, String), to text: inout String, level: Int,
    _ body: (Element, inout String) -> Void
  ) {
    let indent = String(repeating: "  ", count: level)
    text += signs.0
    for (index, element) in elements.enumerated() {
      text += "\(index == 0 ? "" : ",")\n\(indent)  "
      body(element, &text)
    }
    text += elements.isEmpty ? signs.1 : "\n\(indent)\(signs.1)"
  }

  private static func quoted(_ string: String) -> String {
    var result = "\""
    result.reserveCapacity(string.utf8.count + 2)
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
