/// An XML text that is being written, indented by two spaces a level (XML 1.0).
package struct XMLText {
  package private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var open: [String] = []

  package init() {}

  package typealias Attribute = (name: String, value: String?)

  /// Opens an element; attributes without a value are left out.
  package mutating func begin(_ name: String, _ attributes: Attribute...) {
    start(name, attributes)
    text += ">\n"
    open.append(name)
  }

  package mutating func end() {
    guard let name = open.popLast() else { return }
    indent()
    text += "</\(name)>\n"
  }

  /// An element with a text in it, or with nothing.
  package mutating func element(_ name: String, _ attributes: Attribute..., text content: String = "") {
    start(name, attributes)
    if content.isEmpty {
      text += "/>\n"
    } else {
      text += ">\(HTMLText.escaped(content))</\(name)>\n"
    }
  }

  private mutating func start(_ name: String, _ attributes: [Attribute]) {
    indent()
    text += "<\(name)"
    for case (let name, let value?) in attributes { text += " \(name)=\"\(HTMLText.escaped(value))\"" }
  }

  private mutating func indent() { text += String(repeating: "  ", count: open.count) }
}
