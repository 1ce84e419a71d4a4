/// The tags of an HTML text: whether they nest, and what they name.
struct HTMLShape {
  private(set) var problems: [String] = []
  private(set) var identifiers: [String] = []
  /// What links inside the page lead to.
  private(set) var targets: Set<String> = []
  private(set) var headings: [Int] = []
  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []

  private static let empty: Set<String> = ["meta", "br", "hr", "input"]

  init(_ html: String) {
    var open: [String] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: ">") else {
        problems.append("a tag without an end")
        break
      }
      let tag = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("!") { continue }
      let name = String(tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" })
      if tag.hasPrefix("/") {
        if open.last != name { problems.append("</\(name)> in \(open.suffix(3))") }
        if let index = open.lastIndex(of: name) { open.removeSubrange(index...) }
        continue
      }
      note(name, tag)
      if !Self.empty.contains(name) { open.append(name) }
      if name == "style", let close = rest.firstRange(of: "</style>") { rest = rest[close.lowerBound...] }
    }
    if !open.isEmpty { problems.append("not closed: \(open)") }
  }

  private mutating func note(_ name: String, _ tag: Substring) {
    elements.insert(name.lowercased())
    var isQuoted = false
    let words = tag.split { sign in
      if sign == "\"" { isQuoted.toggle() }
      return sign == " " && !isQuoted
    }
    attributes.formUnion(words.dropFirst().map { String($0.prefix { $0 != "=" }).lowercased() })
    if let id = value("id", of: tag) { identifiers.append(id) }
    if let target = value("href", of: tag), target.hasPrefix("#") { targets.insert(String(target.dropFirst())) }
    if name.count == 2, name.hasPrefix("h"), let level = name.last?.wholeNumberValue { headings.append(level) }
  }

  private func value(_ attribute: String, of tag: Substring) -> String? {
    guard let start = tag.firstRange(of: " \(attribute)=\"")?.upperBound else { return nil }
    return tag[start...].firstIndex(of: "\"").map { String(tag[start..<$0]) }
  }
}
