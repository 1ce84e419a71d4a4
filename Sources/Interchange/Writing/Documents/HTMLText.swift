/// An HTML text that is being written.
struct HTMLText {
  private(set) var text = ""

  typealias Attribute = (name: String, value: String?)

  /// A tag; attributes without a value are left out, those with an empty one stand alone.
  mutating func open(_ name: String, _ attributes: Attribute...) { tag(name, attributes) }

  mutating func close(_ name: String) { text += "</\(name)>" }

  mutating func line() { text += "\n" }

  /// An element with a text in it.
  mutating func element(_ name: String, _ attributes: Attribute..., text content: String) {
    tag(name, attributes)
    add(content)
    close(name)
  }

  mutating func add(_ content: String) { text += HTMLText.escaped(content) }

  /// What is HTML already.
  mutating func add(html: String) { text += html }

  private mutating func tag(_ name: String, _ attributes: [Attribute]) {
    text += "<\(name)"
    for case (let name, let value?) in attributes {
      text += value.isEmpty ? " \(name)" : " \(name)=\"\(HTMLText.escaped(value))\""
    }
    text += ">"
  }

  /// Safe in an element and between double quotes.
  static func escaped(_ string: String) -> String {
    var result = ""
    result.reserveCapacity(string.utf8.count)
    for scalar in string.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{0}"..<"\u{9}", "\u{B}"..<"\u{20}": result.unicodeScalars.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
