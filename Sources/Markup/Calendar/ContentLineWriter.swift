/// The lines of an iCalendar file, folded and escaped (RFC 5545 §3.1, §3.3.11).
package struct ContentLineWriter {
  package struct Parameter {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Octets of a line without its end.
  private static let limit = 75

  /// A line whose value stands as it is: times, numbers, addresses, words of the standard.
  package mutating func add(_ name: String, _ parameters: [Parameter] = [], raw value: String) {
    var line = name
    for parameter in parameters { line += ";\(parameter.name)=\(ContentLineWriter.quoted(parameter.value))" }
    fold(line + ":" + value)
  }

  /// A line with a text; several become a list with commas between them.
  package mutating func add(_ name: String, _ parameters: [Parameter] = [], text values: String...) {
    add(name, parameters, raw: values.map(CalendarEscapes.escaped).joined(separator: ","))
  }

  /// A parameter's value between quotes, with RFC 6868's signs for what may not stand there.
  private static func quoted(_ value: String) -> String {
    var result = ""
    var needsQuotes = false
    for scalar in value.unicodeScalars {
      switch scalar {
      case "^": result += "^^"
      case "\n": result += "^n"
      case "\"": result += "^'"
      case "\u{0}"..<"\u{20}", "\u{7F}": break
      case ":", ";", ",", " ":
        needsQuotes = true
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return needsQuotes ? "\"\(result)\"" : result
  }

  /// Breaks a line after at most 75 octets, never inside a character of UTF-8; each further piece begins with a blank,
  /// which counts.
  private mutating func fold(_ line: String) {
    var line = line
    line.withUTF8 { all in
      var start = 0
      var room = ContentLineWriter.limit
      while all.count - start > room {
        var end = start + room
        while end > start + 1, all[end] & 0xC0 == 0x80 { end -= 1 }
        bytes.append(contentsOf: all[start..<end])
        bytes.append(contentsOf: [0x0D, 0x0A, 0x20])
        start = end
        room = ContentLineWriter.limit - 1
      }
      bytes.append(contentsOf: all[start...])
      bytes.append(contentsOf: [0x0D, 0x0A])
    }
  }
}
