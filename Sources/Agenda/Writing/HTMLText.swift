/// An HTML text that is being written.
package struct HTMLText {
  package private(set) var text = ""

  package init() {}

  package typealias Attribute = (name: String, value: String?)

  /// A tag; attributes without a value are left out, those with an empty one stand alone.
  package mutating func open(_ name: String, _ attributes: Attribute...) { tag(name, attributes) }

  package mutating func close(_ name: String) { text += "</\(name)>" }

  package mutating func line() { text += "\n" }

  /// An element with a text in it.
  package mutating func element(_ name: String, _ attributes: Attribute..., text content: String) {
    tag(name, attributes)
    add(content)
    close(name)
  }

  package mutating func add(_ content: String) { text += HTMLText.escaped(content) }

  /// What is HTML already.
  package mutating func add(html: String) { text += html }

  private mutating func tag(_ name: String, _ attributes: [Attribute]) {
    text += "<\(name)"
    for case (let name, let value?) in attributes {
      text += value.isEmpty ? " \(name)" : " \(name)=\"\(HTMLText.escaped(value))\""
    }
    text += ">"
  }

  /// Safe in an element and between double quotes.
  package static func escaped(_ string: String) -> String {
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
