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

  /// Safe in an element and between double quotes, of HTML and of XML alike; characters that XML does not have (XML 1.0
  /// §2.2) become U+FFFD.
  package static func escaped(_ string: String) -> String {
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

/// Which way a language is written.
package enum TextDirection {
  /// `rtl` for languages in Arabic, Hebrew, Syriac, Thaana, N'Ko and Adlam, by their script where the tag names one
  /// (RFC 5646 §2.2.3), else by their usual one; `ltr` for all others.
  package static func of(_ language: String) -> String {
    let parts = language.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
    if let script = parts.dropFirst().first(where: { $0.count == 4 && $0.utf8.allSatisfy { $0 > 0x60 } }) {
      return ["arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg"].contains(script) ? "rtl" : "ltr"
    }
    let usual = ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "prs", "ps", "sd", "syr", "ug", "ur", "yi"]
    return usual.contains(String(parts.first ?? "")) ? "rtl" : "ltr"
  }
}
