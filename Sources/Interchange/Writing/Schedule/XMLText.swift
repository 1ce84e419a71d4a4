/// An XML text that is being written, indented by two spaces a level (XML 1.0).
struct XMLText {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var open: [String] = []

  typealias Attribute = (name: String, value: String?)

  /// Opens an element; attributes without a value are left out.
  mutating func begin(_ name: String, _ attributes: Attribute...) {
    start(name, attributes)
    text += ">\n"
    open.append(name)
  }

  mutating func end() {
    guard let name = open.popLast() else { return }
    indent()
    text += "</\(name)>\n"
  }

  /// An element with a text in it, or with nothing.
  mutating func element(_ name: String, _ attributes: Attribute..., text content: String = "") {
    start(name, attributes)
    if content.isEmpty {
      text += "/>\n"
    } else {
      text += ">\(XMLText.escaped(content))</\(name)>\n"
    }
  }

  private mutating func start(_ name: String, _ attributes: [Attribute]) {
    indent()
    text += "<\(name)"
    for case (let name, let value?) in attributes { text += " \(name)=\"\(XMLText.escaped(value))\"" }
  }

  private mutating func indent() { text += String(repeating: "  ", count: open.count) }

  /// Safe in an element and between double quotes; characters that XML does not have (§2.2) become U+FFFD.
  static func escaped(_ string: String) -> String {
    var result = ""
    result.reserveCapacity(string.utf8.count)
    for scalar in string.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\r": result += "&#13;"
      case "\u{0}"..<"\u{9}", "\u{B}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": result.unicodeScalars.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
