import Cells

extension BoardLayout {
  /// The rows above the footer on which nothing is, whichever page has its turn, while the first parts are shown.
  func blankRows(today part: BoardPage?) -> [Int] {
    var isBlank = Array(repeating: true, count: max(0, footer.y))
    func cover(_ y: Int, if isCovered: Bool = true) {
      if isCovered, isBlank.indices.contains(y) { isBlank[y] = false }
    }
    func cover(_ elements: [BoardElement], from top: Int) {
      var y = top
      for element in elements {
        for row in 0..<element.height { cover(y + row, if: element.covers(row: row)) }
        y += element.height
      }
    }
    let top = headerRect.y
    for row in [0] + header.lines.indices.map({ header.linesTop + $0 }) { cover(top + row) }
    for row in 0..<header.clock.dot.down * 3 { cover(top + header.clockTop + row) }
    if let large = header.large { cover([.large(large, .title)], from: top + header.clockTop) }
    cover(headerRect.maxY)
    cover(notices, from: noticeRect.y)
    cover(now.first ?? [], from: nowRect.y)
    cover(next.first ?? [], from: nextRect.y)
    if hasColumns {
      // The line between the columns stands on all rows below the rule over it.
      for y in page.y - 1..<max(page.y, footer.y) { cover(y) }
    }
    if let part, !today.isEmpty {
      for row in 0..<today.height { cover(today.y + row, if: part.covers(row: row)) }
    }
    return isBlank.indices.filter { isBlank[$0] }
  }
}

extension BoardElement {
  /// Whether there is something in one of its rows.
  fileprivate func covers(row: Int) -> Bool {
    switch self {
    case .blank: false
    case .line(let line): line.contains { $0.text.contains { $0 != " " } }
    case .large(let text, _): text.hasDots(inRow: row)
    case .progress(_, let large): large?.hasDots(inRow: row) ?? true
    case .banner(let banner): banner.badge.hasDots(inRow: row) || banner.text?.hasDots(inRow: row) ?? false
    }
  }
}
