/// HTML in a Markdown text, as the plain text in it: never interpreted, only its tags taken out.
package enum PlainHTML {
  /// The text of a piece of HTML: tags, comments and declarations removed, `<br>` and the tags of blocks as line
  /// breaks, character references resolved.
  ///
  /// What looks like a tag but does not end is kept.
  package static func text(_ html: String) -> String {
    var html = html
    return html.withUTF8 { bytes in
      var text: [UInt8] = []
      text.reserveCapacity(bytes.count)
      // Behind the last `>` there is no tag.
      let lastEnd = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
      var index = 0
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "<"), index < lastEnd, let end = endOfTag(bytes, at: index) {
          if breaksLine(bytes[index..<end]) { text.append(0x0A) }
          index = end
        } else if bytes[index] == UInt8(ascii: "&"), let (decoded, end) = HTMLEntities.reference(bytes, at: index) {
          text.append(contentsOf: decoded.utf8)
          index = end
        } else {
          text.append(bytes[index] == 0x0A ? 0x20 : bytes[index])
          index += 1
        }
      }
      let lines = text.split(separator: 0x0A).map { trimmed($0) }.filter { !$0.isEmpty }
      return HiddenCharacter.madeVisible(String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self))
    }
  }

  /// Whether a single tag ends a line.
  package static func breaksLine(_ tag: String) -> Bool {
    var tag = tag
    return tag.withUTF8 { breaksLine($0[...]) }
  }

  private static let blocks: Set<String> = [
    "br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote", "pre",
    "section", "article", "summary", "details", "dt", "dd",
  ]

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  private static func breaksLine(_ tag: Bytes) -> Bool {
    let name = tag.dropFirst().drop { $0 == UInt8(ascii: "/") }.prefix { isLetter($0) || (0x30...0x39).contains($0) }
    return blocks.contains(String(decoding: name, as: UTF8.self).lowercased())
  }

  /// The byte after the tag, comment or declaration that begins at a `<`; nil where none does.
  private static func endOfTag(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    let second = bytes[start + 1]
    guard second == UInt8(ascii: "/") || second == UInt8(ascii: "!") || second == UInt8(ascii: "?") || isLetter(second)
    else { return nil }
    return bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line.drop { $0 == 0x20 || $0 == 0x09 }
    while line.last == 0x20 { line.removeLast() }
    return line
  }
}
