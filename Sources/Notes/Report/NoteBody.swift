/// A note's Markdown made ready to stand under a heading of a report.
enum NoteBody {
  /// Its headings go below a level, what it opens is closed, and lines that are meant as lines stay apart.
  static func markdown(_ text: String, below level: Int) -> String {
    var result: [String] = []
    var fence: Substring?
    var lists = ListReader()
    let lines = text.trimmed.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let content = line.drop { $0 == " " || $0 == "\t" }
      if content.hasPrefix("```") || content.hasPrefix("~~~") {
        if let open = fence {
          if content.hasPrefix(open) { fence = nil }
        } else {
          fence = content.prefix { $0 == content.first }
        }
        result.append(String(line))
      } else if fence != nil {
        result.append(String(line))
      } else {
        let next = index + 1 < lines.count ? lines[index + 1] : ""
        result += lists.separators(before: line)
        result.append(lowered(line, content, below: level) + (goesOn(content, next) ? "  " : ""))
      }
    }
    if let fence { result.append(String(fence)) }
    return result.joined(separator: "\n")
  }

  private static func lowered(_ line: Substring, _ content: Substring, below level: Int) -> String {
    let signs = content.prefix { $0 == "#" }.count
    guard (1...6).contains(signs), line.count - content.count < 4, content.dropFirst(signs).first == " " else {
      return String(line)
    }
    return String(repeating: "#", count: min(6, signs + level)) + content.dropFirst(signs)
  }

  /// Whether the next line would be run together with this one, though it was typed as a line (CommonMark §6.7).
  private static func goesOn(_ content: Substring, _ next: Substring) -> Bool {
    let following = next.drop { $0 == " " || $0 == "\t" }
    guard let first = content.first, let begin = following.first, first != "#", first != "|", !content.hasSuffix("  ")
    else { return false }
    // Below a list's line it goes on with that, and what is not below it stands apart.
    if "-*+".contains(first) { return false }
    if first == ">" { return begin == ">" && following.dropFirst().contains { $0 != " " } }
    return !"#>-*+|`~=".contains(begin) && !begin.isNumber
  }

  /// The same for a page: boxes become signs that need no list of tasks to be understood, and what looks like a tag is
  /// text, for nothing that was written may be missing.
  static func forPage(_ text: String) -> String {
    var isCode = false
    var lists = ListReader()
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      let content = line.drop { $0 == " " || $0 == "\t" }
      if content.hasPrefix("```") || content.hasPrefix("~~~") {
        isCode.toggle()
        return [String(line)]
      }
      return isCode ? [String(line)] : lists.separators(before: line) + [untagged(boxed(line, content))]
    }.joined(separator: "\n")
  }

  private static func boxed(_ line: Substring, _ content: Substring) -> String {
    let indent = line.prefix(line.count - content.count)
    for bullet in ["- ", "* ", "+ "] where content.hasPrefix(bullet) {
      let rest = content.dropFirst(2)
      if rest.hasPrefix("[ ] ") { return "\(indent)\(bullet)☐ \(rest.dropFirst(4))" }
      if rest.hasPrefix("[x] ") || rest.hasPrefix("[X] ") { return "\(indent)\(bullet)☑ \(rest.dropFirst(4))" }
    }
    return String(line)
  }

  /// `<` is escaped where it begins no address and stands in no code.
  private static func untagged(_ line: String) -> String {
    guard line.utf8.contains(UInt8(ascii: "<")) else { return line }
    var result = ""
    var isCode = false
    for index in line.indices {
      let sign = line[index]
      if sign == "`" { isCode.toggle() }
      let rest = line[line.index(after: index)...].prefix(8)
      let isAddress = ["http://", "https://", "mailto:"].contains { rest.hasPrefix($0) }
      result += sign == "<" && !isCode && !isAddress && !result.hasSuffix("\\") ? "\\<" : String(sign)
    }
    return result
  }
}

/// Keeps lists and tables as they were typed, where CommonMark would read a line into what stands before it.
private struct ListReader {
  private var isInList = false
  private var isInTable = false
  private var wasBlank = true
  /// The last number of a list, its sign and its indent.
  private var number: (value: Int, sign: Character, indent: Int)?

  /// The lines to be put in before a line, for it to stay what it is.
  mutating func separators(before line: Substring) -> [String] {
    let content = line.drop { $0 == " " || $0 == "\t" }
    guard let first = content.first else {
      wasBlank = true
      isInTable = false
      return []
    }
    let indent = line.count - content.count
    let wasInTable = isInTable
    isInTable = first == "|"
    defer { wasBlank = false }
    if let item = ListReader.number(content) {
      defer { number = (item.value, item.sign, indent) }
      isInList = true
      // A number that is not the next one, nor the same for all, begins a list of its own: a comment, which nobody sees, ends the one before.
      guard let last = number, last.indent == indent, last.sign == item.sign, item.value != last.value + 1,
        item.value != last.value
      else {
        return []
      }
      return ["", String(repeating: " ", count: indent) + "<!-- -->", ""]
    }
    if "-*+".contains(first), content.dropFirst().first == " " {
      if indent == 0 { number = nil }
      isInList = true
      return []
    }
    if indent > 0, isInList { return [] }
    let wasInList = isInList
    (isInList, number) = (false, nil)
    if wasBlank { return [] }
    // A table begins after a blank line, and so does what stands below a list but does not belong to it.
    if isInTable, !wasInTable { return [""] }
    return wasInList && !"#>`~".contains(first) ? [""] : []
  }

  /// `7.` or `7)` before a blank.
  private static func number(_ content: Substring) -> (value: Int, sign: Character)? {
    let digits = content.prefix { $0.isASCII && $0.isNumber }
    let rest = content.dropFirst(digits.count)
    guard digits.count < 10, let value = Int(digits), let sign = rest.first, sign == "." || sign == ")",
      rest.dropFirst().first == " "
    else { return nil }
    return (value, sign)
  }
}
