/// Plain text as Markdown that shows it as it is.
package enum MarkdownEscape {
  /// A text on one line: a backslash before each sign of CommonMark (§2.4) and of GitHub's tables, and before what would
  /// begin a list or a heading.
  package static func line(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": result += " "
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "#":
        result.unicodeScalars.append("\\")
        result.unicodeScalars.append(scalar)
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return beginning(result)
  }

  /// `1. `, `1) `, `- ` and `+ ` at the beginning are words too.
  private static func beginning(_ line: String) -> String {
    guard let first = line.utf8.first else { return line }
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == UInt8(ascii: "=") { return "\\" + line }
    let digits = line.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let sign = line.utf8.dropFirst(digits.count).first
    guard !digits.isEmpty, sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")") else { return line }
    let index = line.utf8.index(line.utf8.startIndex, offsetBy: digits.count)
    return line[..<index] + "\\" + line[index...]
  }
}

/// Makes Markdown of a text without HTML: what is Markdown stays, line breaks that mean something are kept, and the
/// indentation that a pretty-printed file gives its texts goes.
package enum MarkdownFromPlain {
  package static func text(_ plain: String) -> String {
    let lines = unindented(plain)
    guard lines.count > 1 else { return lines.first.map { String($0) } ?? "" }
    var result = ""
    result.reserveCapacity(plain.utf8.count + 16)
    var index = 0
    var isFenced = false
    while index < lines.count {
      let line = lines[index]
      if isFence(line) { isFenced.toggle() }
      guard !isFenced, isText(line) else {
        result += line + "\n"
        index += 1
        continue
      }
      var end = index + 1
      while end < lines.count, isText(lines[end]), !isFence(lines[end]) { end += 1 }
      add(lines[index..<end], to: &result)
      index = end
    }
    while result.utf8.last == 0x0A || result.utf8.last == 0x20 { result.removeLast() }
    return result
  }

  /// Adds the lines of a paragraph: those of an even length were broken to fit a width and flow together; others were
  /// broken for a reason.
  private static func add(_ paragraph: ArraySlice<Substring>, to result: inout String) {
    let isWrapped = paragraph.dropLast().allSatisfy { (55...100).contains($0.utf8.count) }
    for line in paragraph {
      result += line
      result += !isWrapped && line.startIndex != paragraph.last?.startIndex && line.utf8.last != 0x20 ? "\\\n" : "\n"
    }
  }

  private static func isFence(_ line: Substring) -> Bool { line.utf8.drop { $0 == 0x20 }.starts(with: "```".utf8) }

  /// A line of a paragraph, and nothing that Markdown has its own lines for.
  private static func isText(_ line: Substring) -> Bool {
    let bytes = line.utf8.drop { $0 == 0x20 }
    guard let first = bytes.first else { return false }
    let second = bytes.dropFirst().first
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return second != 0x20 && second != first
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "="): return false
    case 0x30...0x39:
      let after = bytes.drop { (0x30...0x39).contains($0) }
      return !(after.first == UInt8(ascii: ".") || after.first == UInt8(ascii: ")")) || after.dropFirst().first != 0x20
    default: return true
    }
  }

  /// The lines, without blanks at their ends and without the indentation that all but the first share.
  private static func unindented(_ text: String) -> [Substring] {
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for index in lines.indices {
      if lines[index].last == 0x0D { lines[index].removeLast() }
      let blanks = lines[index].reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
      // Two blanks are a break in Markdown, and stay.
      if blanks != 2 || lines[index].count == 2 { lines[index].removeLast(blanks) }
    }
    let indent = lines.dropFirst().filter { !$0.isEmpty }.map { $0.prefix { $0 == 0x20 || $0 == 0x09 }.count }
    if let common = indent.min(), common > 0 {
      for index in lines.indices.dropFirst() { lines[index] = lines[index].dropFirst(common) }
    }
    return lines.map { Substring($0) }
  }
}
