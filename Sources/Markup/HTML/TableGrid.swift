/// Where the cells of a table of HTML stand, some of which cover several columns or rows.
///
/// What is covered gets an empty cell, so that all rows have as many; but the first column, which tells what rows have in
/// common, says in each of them what it says in the first.
struct TableGrid {
  /// What a cell may cover: no schedule has more, and what somebody else writes must not fill the memory.
  private static let limit = (columns: 40, rows: 400)

  private(set) var isInRow = false
  private var column = 0
  /// How many rows below are covered, by column.
  private var rowsLeft: [Int: Int] = [:]
  /// Columns at the right of the last cell that it covers.
  private var columnsLeft = 0
  /// What the cell of the first column says that covers more rows.
  private var first = ""
  /// The cell that began last is such a one.
  private var isFirst = false

  /// Begins a cell; gives what stands in those before it that the rows above cover.
  mutating func begin(columns: Int, rows: Int) -> [String] {
    if !isInRow { (isInRow, column) = (true, 0) }
    let before = fromAbove()
    let width = min(max(1, columns), TableGrid.limit.columns)
    for covered in column..<column + width where rows > 1 { rowsLeft[covered] = min(rows, TableGrid.limit.rows) - 1 }
    (isFirst, columnsLeft, column) = (column == 0 && rows > 1, width - 1, column + 1)
    return before
  }

  /// What the cell that began last says, which is asked for only where rows below say it again.
  mutating func keep(_ text: @autoclosure () -> String) {
    if isFirst { first = text().trimmingBlanks }
    isFirst = false
  }

  /// Ends a cell: those at its right that it covers.
  mutating func covered() -> [String] {
    defer { (column, columnsLeft) = (column + columnsLeft, 0) }
    return Array(repeating: "", count: columnsLeft)
  }

  /// Ends a row: what the rows above cover at its end.
  mutating func end() -> [String] {
    defer { isInRow = false }
    return fromAbove()
  }

  private mutating func fromAbove() -> [String] {
    var cells: [String] = []
    while let left = rowsLeft[column], left > 0 {
      rowsLeft[column] = left - 1
      cells.append(column == 0 ? first : "")
      column += 1
    }
    return cells
  }
}
