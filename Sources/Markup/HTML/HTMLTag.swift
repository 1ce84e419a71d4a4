/// What a text is written in, as far as its signs tell.
package enum TextKind {
  case html, plain

  /// Elements whose tags say that a text is HTML.
  package static let elements: Set<String> = [
    "p", "br", "a", "b", "i", "u", "s", "em", "strong", "ul", "ol", "li", "div", "span", "h1", "h2", "h3", "h4", "h5",
    "h6", "pre", "code", "tt", "kbd", "blockquote", "img", "table", "thead", "tbody", "tr", "td", "th", "hr", "dl",
    "dt", "dd", "sup", "sub", "del", "ins", "small", "big", "font", "center", "figure", "figcaption", "section",
    "article", "header", "footer", "html", "body", "head", "title", "style", "script", "iframe", "video", "audio",
    "source", "cite", "q", "abbr", "mark", "nobr", "wbr", "details", "summary", "main", "nav", "caption", "col",
    "colgroup", "input", "form", "button", "label", "strike", "address", "html-blob",
  ]

  /// A line of Markdown without its tags of HTML, but for line breaks, and the tag that it begins with; nil where it has
  /// none.
  package static func untagged(_ line: Substring) -> (text: String, first: String?)? {
    guard line.utf8.contains(UInt8(ascii: "<")) else { return nil }
    var line = line
    return line.withUTF8 { bytes in
      var (kept, first, index) = ([UInt8](), String?.none, 0)
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "<"), let tag = HTMLTag(bytes, at: index), elements.contains(tag.name),
          tag.name != "br"
        {
          if kept.allSatisfy({ $0 == 0x20 }), first == nil, !tag.isEnd, tag.name != "hr" { first = tag.name }
          index = tag.end
        } else {
          kept.append(bytes[index])
          index += 1
        }
      }
      return kept.count < bytes.count ? (String(decoding: kept, as: UTF8.self), first) : nil
    }
  }

  /// HTML where there is a tag of HTML outside a fence of code; Markdown and plain text look the same.
  package static func of(_ text: String) -> TextKind {
    var text = text
    return text.withUTF8 { of($0) }
  }

  private static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> TextKind {
    guard bytes.contains(UInt8(ascii: "<")) else { return .plain }
    var index = 0
    var count = 0
    var angles = 0
    while index < bytes.count, angles < 1_000 {
      if bytes[index] == UInt8(ascii: "`") { count += 1 }
      if bytes[index] == UInt8(ascii: "<") { angles += 1 }
      if bytes[index] == UInt8(ascii: "<"), let tag = HTMLTag(bytes, at: index), elements.contains(tag.name) {
        // An odd number of backquotes before it: the tag is quoted code of Markdown.
        if count % 2 == 0 { return .html }
      }
      index += 1
    }
    return .plain
  }
}

/// A tag of HTML in a text.
struct HTMLTag {
  var name: String
  var isEnd: Bool
  /// The byte after it.
  var end: Int
  /// Where its attributes stand.
  var body: Range<Int>

  /// Nil where no tag begins at that `<`.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    var index = start + 1
    isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let first = index
    var letters: [UInt8] = []
    while index < bytes.count, letters.count < 12 {
      let byte = bytes[index]
      let lower = byte | 0x20
      let isSign = (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      guard (0x61...0x7A).contains(lower) || (index > first && isSign) else { break }
      letters.append(isSign ? byte : lower)
      index += 1
    }
    guard !letters.isEmpty, index < bytes.count else { return nil }
    let next = bytes[index]
    guard next == 0x3E || next == 0x20 || next == 0x2F || next == 0x0A || next == 0x0D || next == 0x09 else {
      return nil
    }
    name = String(decoding: letters, as: UTF8.self)
    let bodyStart = index
    var quote: UInt8 = 0
    // A tag that does not end within this is none.
    let limit = min(bytes.count, start + 2_048)
    while index < limit {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3C {
        return nil
      } else if byte == 0x3E {
        body = bodyStart..<index
        end = index + 1
        return
      }
      index += 1
    }
    return nil
  }

  /// The value of an attribute; nil where the tag does not have it.
  func attribute(_ name: String, in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let wanted = Array(name.utf8)
    var index = body.lowerBound
    while index + wanted.count < body.upperBound {
      let before = bytes[index]
      index += 1
      guard before == 0x20 || before == 0x0A || before == 0x0D || before == 0x09 || before == 0x22 || before == 0x27,
        wanted.indices.allSatisfy({ index + $0 < body.upperBound && bytes[index + $0] | 0x20 == wanted[$0] })
      else { continue }
      var position = index + wanted.count
      while position < body.upperBound, bytes[position] == 0x20 { position += 1 }
      guard position < body.upperBound, bytes[position] == UInt8(ascii: "=") else { continue }
      position += 1
      while position < body.upperBound, bytes[position] == 0x20 { position += 1 }
      guard position < body.upperBound else { return nil }
      let quote = bytes[position]
      let isQuoted = quote == 0x22 || quote == 0x27
      if isQuoted { position += 1 }
      var last = position
      while last < body.upperBound, isQuoted ? bytes[last] != quote : bytes[last] > 0x20 { last += 1 }
      return HTMLEntities.decoded(String(decoding: bytes[position..<last], as: UTF8.self))
    }
    return nil
  }
}
