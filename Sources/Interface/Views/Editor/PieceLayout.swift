import Cells

/// A piece of an edited text as rows of words, with every place where the caret can stand.
///
/// Rows are broken behind spaces, between wide characters, and within words that no row can hold. The spaces at a
/// break stay on their row and may stand out over its end. The caret stands between graphemes. A piece that is written
/// from the right has its rows at the right edge.
struct PieceLayout: Sendable {
  let width: Int
  /// Whether the caret can stand at the end; where a long line was cut, that is the beginning of the next piece.
  let hasEnd: Bool
  /// Bytes from the beginning of the piece to each grapheme, and to the end.
  private(set) var stops: [Int] = []
  /// The column of each stop in its row as it was written; at most the width.
  private(set) var columns: [Int] = []
  /// The first stop of each row.
  private(set) var rows: [Int] = [0]
  /// Each row as it is shown.
  private(set) var texts: [String] = []
  let direction: TextDirection
  /// Where the graphemes of rows are seen that hold what is written from the right.
  private var orders: [Int: RowOrder] = [:]

  init(_ bytes: [UInt8], width: Int, hasEnd: Bool) {
    (self.width, self.hasEnd) = (max(1, width), hasEnd)
    let graphemes = Grapheme.all(in: bytes)
    let isTurned = String.holdsRightToLeft(bytes)
    direction = isTurned ? TextDirection(of: String(decoding: bytes, as: UTF8.self)) : .leftToRight
    lay(graphemes)
    stops.append(bytes.count)
    write(graphemes, bytes)
    if isTurned { turn(graphemes) }
  }

  /// The stops that belong to a row.
  func stops(inRow row: Int) -> Range<Int> {
    let end = row + 1 < rows.count ? rows[row + 1] : stops.count - (hasEnd ? 0 : 1)
    return rows[row]..<max(end, rows[row] + 1)
  }

  /// The last stop that is not behind an offset.
  func stop(at offset: Int) -> Int {
    var (low, high) = (0, stops.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if stops[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  func row(ofStop stop: Int) -> Int {
    var (low, high) = (0, rows.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if rows[middle] <= stop { low = middle } else { high = middle - 1 }
    }
    return low
  }

  func row(at offset: Int) -> Int { row(ofStop: stop(at: offset)) }

  /// The offset of the grapheme that covers a column of a row, or of the row's last stop.
  func offset(inRow row: Int, column: Int) -> Int {
    let range = stops(inRow: row)
    if let order = orders[row] { return stops[min(rows[row] + order.grapheme(at: column), range.upperBound - 1)] }
    return stops[range.last { columns[$0] <= column } ?? range.lowerBound]
  }

  /// The column at which the caret is seen at a stop: on the grapheme behind it, or where the row goes on.
  func column(ofStop stop: Int) -> Int {
    let row = row(ofStop: stop)
    guard let order = orders[row] else { return columns[stop] }
    return order.column(of: stop - rows[row])
  }

  /// The column at which a row begins on the screen.
  func indent(ofRow row: Int) -> Int { orders[row]?.indent ?? 0 }

  /// The columns in which the graphemes of a row between two stops are seen, from the left.
  ///
  /// - Parameter end: the stop behind them; nil for the end of the row.
  func ranges(inRow row: Int, from start: Int, to end: Int?) -> [Range<Int>] {
    if let order = orders[row] { return order.ranges(start - rows[row], end.map { $0 - rows[row] }) }
    let last = end.map { columns[$0] } ?? displayWidth(texts[row])
    return columns[start] < last ? [columns[start]..<last] : []
  }

  private mutating func turn(_ graphemes: [Grapheme]) {
    for row in rows.indices where texts[row].holdsRightToLeft || direction == .rightToLeft {
      let end = row + 1 < rows.count ? rows[row + 1] : graphemes.count
      orders[row] = RowOrder(texts[row], graphemes[rows[row]..<end], direction, width: width)
      texts[row] = direction.marked(orders[row]?.text ?? texts[row])
    }
  }

  private mutating func lay(_ graphemes: [Grapheme]) {
    stops.reserveCapacity(graphemes.count + 1)
    columns.reserveCapacity(graphemes.count + 1)
    var (x, offset) = (0, 0)
    // Where the present row can be broken.
    var chance = 0
    for (index, grapheme) in graphemes.enumerated() {
      if index > 0, Grapheme.canBreak(between: graphemes[index - 1], and: grapheme) { chance = index }
      while !grapheme.isSpace, x + grapheme.width > width, let start = rows.last, start < index {
        let next = chance > start ? chance : index
        let shift = next < index ? columns[next] : x
        for moved in next..<index { columns[moved] -= shift }
        x -= shift
        rows.append(next)
      }
      stops.append(offset)
      columns.append(min(x, width))
      x += grapheme.width
      if grapheme.isSpace { x = min(x, width) }
      offset += grapheme.length
    }
    columns.append(min(x, width))
  }

  private mutating func write(_ graphemes: [Grapheme], _ bytes: [UInt8]) {
    for row in rows.indices {
      let end = row + 1 < rows.count ? rows[row + 1] : graphemes.count
      guard graphemes[rows[row]..<end].contains(where: \.isHidden) else {
        texts.append(String(decoding: bytes[stops[rows[row]]..<stops[end]], as: UTF8.self))
        continue
      }
      var text = ""
      for index in rows[row]..<end {
        let part = String(decoding: bytes[stops[index]..<stops[index + 1]], as: UTF8.self)
        text += graphemes[index].isHidden ? "\u{FFFD}" : part
      }
      texts.append(text)
    }
  }
}
