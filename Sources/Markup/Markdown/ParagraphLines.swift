/// Markdown whose paragraphs are one line each: for readers that show every line break of a text.
///
/// Only line breaks that Markdown itself takes for blanks (CommonMark §6.8) become blanks; everything else stays as it
/// is written, so that the text means what it meant.
package enum ParagraphLines {
  package static func unwrapped(_ markdown: String) -> String {
    guard markdown.utf8.contains(0x0A) else { return markdown }
    var result = ""
    result.reserveCapacity(markdown.utf8.count)
    var fence: Substring?
    // Whether the line before is text that the next one can go on with.
    var isOpen = false
    for (index, line) in markdown.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let content = line.drop { $0 == " " || $0 == "\t" }
      if let open = fence {
        if content.hasPrefix(open), content.allSatisfy({ $0 == open.first || $0 == " " }) { fence = nil }
        if index > 0 { result += "\n" }
        result += line
        isOpen = false
        continue
      }
      if isOpen, isContinuation(content) {
        result += " " + content
      } else {
        if index > 0 { result += "\n" }
        result += line
      }
      if content.hasPrefix("```") || content.hasPrefix("~~~") { fence = content.prefix(3) }
      let wasOpen = isOpen && isContinuation(content)
      let isCode = !wasOpen && line.utf8.count - content.utf8.count >= 4
      isOpen = isText(content) && !isCode && !line.hasSuffix("  ") && !line.hasSuffix("\\")
    }
    return result
  }

  /// Whether a line can only go on with a paragraph, not begin something else.
  private static func isContinuation(_ content: Substring) -> Bool {
    isText(content) && !isMarker(content) && !content.hasPrefix(">") && !isRule(content)
  }

  /// A line that can be a paragraph's, by itself or in a list.
  private static func isText(_ content: Substring) -> Bool {
    guard let first = content.first else { return false }
    return first != "#" && !content.contains("|") && !content.hasPrefix("```") && !content.hasPrefix("~~~")
      && !content.hasPrefix("<") && !isRule(content)
  }

  /// `- `, `* `, `+ `, `1. ` or `1) `.
  private static func isMarker(_ content: Substring) -> Bool {
    let digits = content.prefix { $0.isASCII && $0.isNumber }
    let rest = content.dropFirst(digits.count)
    let sign = rest.first
    let isBullet = digits.isEmpty && (sign == "-" || sign == "*" || sign == "+")
    let isNumber = !digits.isEmpty && (sign == "." || sign == ")")
    return (isBullet || isNumber) && (rest.dropFirst().first ?? " ") == " "
  }

  /// A line of `-`, `*`, `_` or `=` alone: a rule, or the line under a heading.
  private static func isRule(_ content: Substring) -> Bool {
    guard let first = content.first, "-*_=".contains(first) else { return false }
    return content.allSatisfy { $0 == first || $0 == " " }
  }
}
