import Markup

/// A table of a Markdown text, laid out in columns or, where it is too wide for that, as lines of "header: cell".
struct MarkdownTable {
  /// A column narrower than this, unless all of its cells are, is not worth setting.
  private static let narrowest = 8
  private static let longestLabel = 40
  /// A longer word, such as an address, may be broken after all.
  private static let longestWord = 24
  /// More columns than this are never set side by side.
  private static let mostColumns = 40

  let alignments: [MarkdownNode.Alignment]
  var header: [[Span]] = []
  var rows: [[[Span]]] = []

  init(alignments: [MarkdownNode.Alignment]) { self.alignments = alignments }

  /// Lines that belong together, and which row they show; nil for the header and rules.
  struct Part {
    var row: Int?
    var lines: [TextLine]
  }

  /// The lines at a width of 1 or more.
  func parts(width: Int, asciiOnly: Bool) -> [Part] {
    guard let columns = columnWidths(width) else { return list(width) }
    let bar = Span(asciiOnly ? " | " : " │ ", role: .rule)
    let joint = asciiOnly ? "-+-" : "─┼─"
    let dash = asciiOnly ? "-" : "─"
    let rule = TextLine([Span(columns.map { String(repeating: dash, count: $0) }.joined(separator: joint), role: .rule)]
    )
    let laidOut = rows.map { layoutRow($0, columns, bar) }
    var parts = [Part(lines: layoutRow(header, columns, bar) + [rule])]
    // Where cells take several lines, a rule tells the rows apart.
    let isTall = laidOut.contains { $0.count > 1 }
    for (index, row) in laidOut.enumerated() {
      if isTall, index > 0 { parts.append(Part(lines: [rule])) }
      parts.append(Part(row: index, lines: row))
    }
    return parts
  }

  private func layoutRow(_ cells: [[Span]], _ columns: [Int], _ bar: Span) -> [TextLine] {
    let laidOut = columns.indices.map { $0 < cells.count ? wrap(cells[$0], width: columns[$0]) : [.empty] }
    let height = laidOut.reduce(1) { max($0, $1.count) }
    return (0..<height).map { row in
      var line = TextLine([], direction: laidOut.contains { $0.contains { $0.direction != nil } } ? .leftToRight : nil)
      for (index, width) in columns.enumerated() {
        let cell = row < laidOut[index].count ? laidOut[index][row] : .empty
        if index > 0 { line.spans.append(bar) }
        let blank = max(0, width - cell.width)
        let before = blanks(before: blank, index < alignments.count ? alignments[index] : .left)
        if before > 0 { line.spans.append(Span(String(repeating: " ", count: before))) }
        line.spans += cell.isolated.spans
        if blank > before { line.spans.append(Span(String(repeating: " ", count: blank - before))) }
      }
      return line
    }
  }

  private func blanks(before blank: Int, _ alignment: MarkdownNode.Alignment) -> Int {
    switch alignment {
    case .left: 0
    case .center: blank / 2
    case .right: blank
    }
  }

  /// The width of each column; nil where a word would have to be broken.
  ///
  /// It is the column's own where all fit, else at least that of its longest word, and the narrowest columns grow first.
  private func columnWidths(_ width: Int) -> [Int]? {
    let count = max(header.count, alignments.count)
    guard count > 0, count <= Self.mostColumns else { return nil }
    let natural = (0..<count).map { column in widest(column) { $0.reduce(0) { $0 + $1.width } } }
    var widths = (0..<count).map { column in
      min(natural[column], max(Self.narrowest, min(Self.longestWord, widest(column, longestWord))))
    }
    var room = width - 3 * (count - 1) - widths.reduce(0, +)
    guard room >= 0 else { return nil }
    while room > 0,
      let column = widths.indices.filter({ widths[$0] < natural[$0] }).min(by: { widths[$0] < widths[$1] })
    {
      widths[column] += 1
      room -= 1
    }
    return widths
  }

  /// The largest measure of a column's cells, at least 1.
  private func widest(_ column: Int, _ measure: ([Span]) -> Int) -> Int {
    ([header] + rows).reduce(1) { column < $1.count ? max($0, measure($1[column])) : $0 }
  }

  private func longestWord(_ cell: [Span]) -> Int {
    let text = cell.reduce(into: "") { $0 += $1.text }
    return text.split(separator: " ").reduce(0) { max($0, displayWidth($1)) }
  }

  /// One line or more a cell, empty cells left out.
  private func list(_ width: Int) -> [Part] {
    guard !rows.isEmpty else {
      return [Part(lines: header.filter { !$0.isEmpty }.flatMap { wrap($0, width: width) })]
    }
    let heads = header.map { Self.label($0) }
    var parts: [Part] = []
    for (index, row) in rows.enumerated() {
      let cells = row.indices.filter { !row[$0].isEmpty }
      if !cells.isEmpty, !parts.isEmpty { parts.append(Part(lines: [.empty])) }
      var part = Part(row: index, lines: [])
      for column in cells {
        let head = column < heads.count ? heads[column] : []
        part.lines += wrap(head + row[column], width: width, hangingIndent: 2)
      }
      if !part.lines.isEmpty { parts.append(part) }
    }
    return parts
  }

  /// A header as it stands before each of its cells.
  ///
  /// It is cut, for it is repeated as often as there are rows.
  private static func label(_ header: [Span]) -> [Span] {
    guard !header.isEmpty else { return [] }
    let text = fitted(header.reduce(into: "") { $0 += $1.text }, width: longestLabel)
    return [Span(text + ": ", role: .tableHeader, attributes: header[0].attributes)]
  }
}
