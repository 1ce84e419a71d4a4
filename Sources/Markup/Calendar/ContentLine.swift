/// A line of an iCalendar file (RFC 5545 §3.1): `NAME;PARAMETER=value:value`.
package struct ContentLine {
  /// In capitals.
  package var name: String
  /// Names in capitals, values without their quotation marks.
  package var parameters: [(name: String, value: String)]
  /// As it stands, not unescaped.
  package var value: String
  /// From 1.
  package var line: Int

  /// The value of a parameter; nil where the line does not have it, or it is empty.
  package subscript(parameter name: String) -> String? {
    parameters.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// The value with `\n`, `\,`, `\;` and `\\` resolved (§3.3.11), without blanks around it.
  ///
  /// A comma that should be escaped and is not stands for itself.
  package var text: String { CalendarEscapes.resolved(value).trimmingBlanks }

  /// The texts between the commas that are not escaped.
  package var texts: [String] {
    CalendarEscapes.parts(of: value).map { CalendarEscapes.resolved($0).trimmingBlanks }.filter { !$0.isEmpty }
  }

  /// Reads an unfolded line; nil where it is none.
  ///
  /// Blanks around names, `;` and `=` do not count, and neither does a `;` too many.
  init?(_ bytes: ArraySlice<UInt8>, line: Int) {
    var index = bytes.startIndex
    while index < bytes.endIndex, ContentLine.isOfName(bytes[index]) { index += 1 }
    let name = String(decoding: bytes[bytes.startIndex..<index].filter { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self)
    guard !name.isEmpty, index < bytes.endIndex else { return nil }
    parameters = []
    while index < bytes.endIndex, bytes[index] == UInt8(ascii: ";") {
      let (parameter, end) = ContentLine.parameter(bytes, from: index + 1)
      if let parameter { parameters.append(parameter) }
      index = end
    }
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: ":") else { return nil }
    self.name = name.uppercased()
    value = String(decoding: bytes[(index + 1)...], as: UTF8.self)
    self.line = line
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), 0x30...0x39,
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), 0x20, 0x09:
      true
    default: false
    }
  }

  /// A parameter up to the next `;` or `:` outside quotation marks; a backslash takes the next sign in.
  private static func parameter(
    _ bytes: ArraySlice<UInt8>, from start: Int
  ) -> (parameter: (name: String, value: String)?, end: Int) {
    var index = start
    var isQuoted = false
    var equals: Int?
    var content: [UInt8] = []
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: "\\"), !isQuoted, index + 1 < bytes.endIndex {
        index += 1
        content.append(bytes[index])
      } else if !isQuoted, byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":") {
        break
      } else if equals == nil, byte == UInt8(ascii: "=") {
        equals = content.count
      } else {
        content.append(byte)
      }
      index += 1
    }
    guard let equals else { return (nil, index) }
    let name = String(decoding: content[..<equals], as: UTF8.self).trimmingBlanks.uppercased()
    return ((name, String(decoding: content[equals...], as: UTF8.self).trimmingBlanks), index)
  }
}
