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
