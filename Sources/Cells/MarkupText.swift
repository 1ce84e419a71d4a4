/// HTML in a Markdown text, as the plain text in it: never interpreted, only its tags taken out.
enum MarkupText {
  /// The text of a piece of HTML: tags, comments and declarations removed, `<br>` and the tags of blocks as line
  /// breaks, the common entities decoded.
  ///
  /// What looks like a tag but does not end is kept.
  static func plain(_ html: String) -> String {
    var text = ""
    var rest = html.unicodeScalars[...]
    // Once no `>` follows, none is looked for again.
    var mayClose = true
    while let scalar = rest.first {
      if scalar == "<", mayClose {
        if let (tag, after) = tag(at: rest) {
          if breaksLine(tag) { text += "\n" }
          rest = after
          continue
        }
        mayClose = rest.contains(">")
      }
      if scalar == "&", let (decoded, after) = entity(at: rest) {
        text.unicodeScalars.append(decoded)
        rest = after
        continue
      }
      text.unicodeScalars.append(scalar == "\n" ? " " : scalar)
      rest.removeFirst()
    }
    return text.split(separator: "\n").map { trimmed($0) }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Whether a single tag ends a line.
  static func breaksLine(_ tag: Substring.UnicodeScalarView) -> Bool {
    let name = tag.dropFirst().drop { $0 == "/" }.prefix { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    return blocks.contains(String(name).lowercased())
  }

  static func breaksLine(_ tag: String) -> Bool { breaksLine(tag[...].unicodeScalars) }

  private static let blocks: Set<String> = [
    "br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote", "pre",
    "section", "article", "summary", "details", "dt", "dd",
  ]

  private typealias Part = Substring.UnicodeScalarView

  private static func tag(at rest: Part) -> (tag: Part, after: Part)? {
    let second = rest.dropFirst().first
    guard let second, second == "/" || second == "!" || second == "?" || second.properties.isAlphabetic else {
      return nil
    }
    guard let end = rest.firstIndex(of: ">") else { return nil }
    return (rest[...end], rest[rest.index(after: end)...])
  }

  private static func entity(at rest: Part) -> (Unicode.Scalar, Part)? {
    let name = rest.dropFirst().prefix(10).prefix { $0 != ";" && $0 != "&" && $0 != "<" }
    guard name.endIndex < rest.endIndex, rest[name.endIndex] == ";" else { return nil }
    guard let scalar = named[String(name)] ?? numbered(name) else { return nil }
    return (scalar, rest[rest.index(after: name.endIndex)...])
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–", "mdash": "—",
    "hellip": "…", "laquo": "«", "raquo": "»", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "copy": "©",
  ]

  private static func numbered(_ name: Part) -> Unicode.Scalar? {
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = UInt32(String(isHexadecimal ? digits.dropFirst() : digits), radix: isHexadecimal ? 16 : 10)
    guard let value, value > 0 else { return nil }
    return Unicode.Scalar(value)
  }

  private static func trimmed(_ line: Substring) -> String {
    String(Substring(line.unicodeScalars.drop { $0 == " " || $0 == "\t" })).withoutTrailingSpaces
  }
}
