import Markup

/// A line of a text that people have written, as Markdown or plain, with its outer signs taken off.
struct OutlineLine {
  /// From 1.
  let number: Int
  /// As it stands, without what breaks it from the next.
  let raw: Substring
  /// Without the signs of headings, lists and quotes, and without those that emphasise all of it.
  private(set) var text: Substring
  /// Of a heading 1 to 6; 7 of a line that is bold as a whole; nil of any other.
  private(set) var level: Int?
  private(set) var isItalic = false
  private(set) var isBullet = false
  private(set) var isQuote = false
  /// A line under another that makes it a heading, or one that parts: nothing is to be read in it.
  private(set) var isRule = false
  /// Inside a fence of code.
  var isCode = false

  var isBlank: Bool { text.isEmpty && !isRule }

  /// A heading with a sign of its own.
  var isHeading: Bool { level.map { $0 < 7 } ?? false }

  init(_ line: Substring, number: Int) {
    self.number = number
    var rest = line
    if rest.utf8.last == 0x0D { rest = Substring(rest.unicodeScalars.dropLast()) }
    // What pandoc and others put where a paragraph is empty.
    if rest.utf8.count <= 12, ["&nbsp;", "<!-- -->", "\\"].contains(rest.filter { $0 != " " || rest.contains("<") }) {
      rest = ""
    }
    raw = rest
    text = rest
    trim()
    takeTags()
    if text.utf8.last == UInt8(ascii: "\\") { text.removeLast() }
    while text.utf8.first == UInt8(ascii: ">") {
      isQuote = true
      text.removeFirst()
      trim()
    }
    if text.utf8.first == UInt8(ascii: "#") {
      let count = text.utf8.prefix { $0 == UInt8(ascii: "#") }.count
      if count <= 6,
        text.utf8.count == count || text.utf8.dropFirst(count).first.map({ $0 == 0x20 || $0 == 0x09 }) ?? false
      {
        level = count
        text = text.dropFirst(count)
        while text.utf8.last == UInt8(ascii: "#") { text.removeLast() }
        trim()
      }
    }
    for bullet in ["- ", "* ", "+ ", "• ", "– ", "· ", "▪ ", "o "] where level == nil && text.hasPrefix(bullet) {
      if bullet == "o ", text.dropFirst(2).first.map({ !$0.isNumber }) ?? true { continue }
      isBullet = true
      text = text.dropFirst(2)
      trim()
      break
    }
    isRule = text.utf8.count >= 3 && Set(text.utf8).count == 1 && "-=*_~".utf8.contains(text.utf8.first ?? 0)
    if isRule { return }
    takeEmphasis()
  }

  private mutating func trim() {
    while let last = text.utf8.last, last == 0x20 || last == 0x09 { text = Substring(text.utf8.dropLast()) }
    while let first = text.unicodeScalars.first,
      first == " " || first == "\t" || first == "\u{A0}" || first == "\u{FEFF}"
    {
      text = Substring(text.unicodeScalars.dropFirst())
    }
  }

  /// Tags of HTML in Markdown say nothing here, but that this is a heading or an item of a list.
  private mutating func takeTags() {
    guard let (untagged, first) = TextKind.untagged(text) else { return }
    text = Substring(untagged)
    trim()
    guard let first else { return }
    if first == "li" { isBullet = true }
    if first.utf8.count == 2, first.hasPrefix("h"), let digit = first.utf8.last, (0x31...0x36).contains(digit) {
      level = Int(digit) - 0x30
    }
  }

  private mutating func takeEmphasis() {
    for (sign, isBold) in [("***", true), ("**", true), ("__", true), ("*", false), ("_", false)] {
      let inner = text.utf8.dropFirst(sign.utf8.count).dropLast(sign.utf8.count)
      guard text.utf8.count > 2 * sign.utf8.count, text.hasPrefix(sign), text.hasSuffix(sign),
        !inner.contains(UInt8(ascii: sign == "_" || sign == "__" ? "_" : "*")), inner.first != 0x20
      else { continue }
      text = text.dropFirst(sign.utf8.count).dropLast(sign.utf8.count)
      if isBold { level = level ?? 7 } else { isItalic = true }
      trim()
      return
    }
  }

  /// The line under it says that this is a heading (CommonMark §4.3), as mail has it too.
  mutating func makeHeading(_ level: Int) { self.level = level }

  /// Without signs of emphasis at its beginning, which a time in bold has: `**9:00** Welcome`.
  var bare: Substring { text.drop { $0 == "*" || $0 == "_" || $0 == "~" } }

  /// The cells of a row of a table; nil where there are fewer than two.
  var cells: [String]? {
    guard text.utf8.contains(UInt8(ascii: "|")), !isCode, !raw.hasPrefix("#") else { return nil }
    var cells: [String] = [""]
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if scalar == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].unicodeScalars.append(scalar)
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    cells = cells.map { $0.trimmingBlanks }
    if cells.first == "" { cells.removeFirst() }
    if cells.last == "", text.utf8.last == UInt8(ascii: "|") { cells.removeLast() }
    return cells.count > 1 || text.utf8.first == UInt8(ascii: "|") ? cells : nil
  }

  /// A row that parts a table's head from the rest: `| --- | :-: |`.
  static func isDelimiter(_ cells: [String]) -> Bool {
    cells.allSatisfy { cell in
      !cell.isEmpty
        && cell.utf8.allSatisfy {
          $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == 0x20 || $0 == UInt8(ascii: "+")
        }
    }
  }

  /// A text in which comments are blank (CommonMark §6.6), of as many lines.
  private static func withoutComments(_ text: String) -> String {
    guard text.contains("<!--") else { return text }
    var kept = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "<!--") {
      kept += rest[..<start.lowerBound]
      let end = rest[start.upperBound...].firstRange(of: "-->")?.upperBound ?? rest.endIndex
      kept += rest[start.lowerBound..<end].filter { $0 == "\n" }
      rest = rest[end...]
    }
    return kept + rest
  }

  /// A text in whose block of settings at the beginning, as generators of sites have it (YAML between `---` and `---`),
  /// only what names the conference and its place is left, of as many lines.
  private static func withoutSettings(_ text: String) -> String {
    guard text.hasPrefix("---") else { return text }
    let lines = text.utf8.split(separator: 0x0A, maxSplits: 200, omittingEmptySubsequences: false).map {
      Substring($0).trimmingEnd.replacing("\r", with: "")
    }
    guard lines[0] == "---", let end = lines.dropFirst().dropLast().firstIndex(where: { $0 == "---" || $0 == "..." }),
      lines[1..<end].contains(where: { $0.contains(":") })
    else { return text }
    let kept = lines[1..<end].map { line -> String in
      guard let colon = line.firstIndex(of: ":"), settings.contains(line[..<colon].lowercased()) else { return "" }
      let value = line[line.index(after: colon)...].trimmingEnd.drop { $0 == " " }
      let isQuoted = value.count > 1 && value.first == value.last && (value.first == "\"" || value.first == "'")
      return line[...colon] + " " + (isQuoted ? value.dropFirst().dropLast() : value)
    }
    let rest = text.utf8.split(separator: 0x0A, maxSplits: end + 1, omittingEmptySubsequences: false)
    return ([""] + kept + ["", rest.count > end + 1 ? String(Substring(rest[end + 1])) : ""]).joined(separator: "\n")
  }

  private static let settings: Set<String> = ["title", "subtitle", "venue", "location", "city", "country", "timezone"]

  /// All lines of a text.
  static func lines(of text: String) -> [OutlineLine] {
    var lines: [OutlineLine] = []
    var isFenced = false
    let text = withoutSettings(withoutComments(text))
    var rest = text.utf8[...]
    while true {
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      var line = OutlineLine(Substring(rest[..<end]), number: lines.count + 1)
      if line.text.hasPrefix("```") || line.text.hasPrefix("~~~") {
        isFenced.toggle()
        line.isCode = true
      }
      line.isCode = line.isCode || isFenced
      if line.isRule, let sign = line.text.utf8.first, let last = lines.indices.last, !lines[last].isBlank,
        !lines[last].isRule, sign == UInt8(ascii: "=") || (sign == UInt8(ascii: "-") && lines[last].level == nil)
      {
        lines[last].makeHeading(sign == UInt8(ascii: "=") ? 1 : 2)
      }
      lines.append(line)
      if end == rest.endIndex { return lines }
      rest = rest[rest.index(after: end)...]
    }
  }
}
