/// Lines of program text: never wrapped by words, only folded where they are too wide.
enum CodeFolding {
  private static let tabStop = 4

  /// The lines of a code block at a width of 1 or more; a tab goes to the next multiple of four columns.
  static func lines(_ code: String, width: Int) -> [TextLine] {
    var lines: [TextLine] = []
    var rest = code[...]
    while !rest.isEmpty {
      let end = rest.utf8.firstIndex { $0 == 0x0A } ?? rest.endIndex
      fold(rest[..<end], width, into: &lines)
      rest = end < rest.endIndex ? rest[rest.utf8.index(after: end)...] : ""
    }
    return lines
  }

  private static func fold(_ line: Substring, _ width: Int, into lines: inout [TextLine]) {
    var text = ""
    var columns = 0
    func addGlyphs(_ part: Substring) {
      for glyph in Glyphs(part) {
        if columns > 0, columns + glyph.width > width { turn() }
        text.append(glyph)
        columns += glyph.width
      }
    }
    func turn() {
      lines.append(TextLine([Span(text, role: .code)]))
      (text, columns) = ("", 0)
    }
    for (index, part) in line.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { addGlyphs(Substring(String(repeating: " ", count: tabStop - columns % tabStop))) }
      addGlyphs(part)
    }
    turn()
  }
}
