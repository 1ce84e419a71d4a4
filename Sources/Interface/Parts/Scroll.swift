/// Which rows of a list are in sight, and which is selected.
struct Scroll: Equatable, Sendable {
  var selected = 0
  /// The first row that is shown.
  var top = 0

  /// Moves the selection and stops at the ends; any step is safe.
  mutating func move(by rows: Int, count: Int) {
    let target = selected.addingReportingOverflow(rows)
    let wanted = target.overflow ? (rows < 0 ? 0 : Int.max) : target.partialValue
    selected = min(max(wanted, 0), max(0, count - 1))
  }

  /// Keeps the selected row in sight, of so many that are shown at once.
  mutating func fit(shown: Int, count: Int) {
    let shown = max(1, shown)
    if selected < top { top = selected }
    if selected >= top + shown { top = selected - shown + 1 }
    top = max(0, min(top, count - shown))
  }

  /// Scrolls no further than needed to show these lines, of so many that there are, in so many rows.
  ///
  /// - Parameter isAimed: they are to stand a third down, as what is come to from far does.
  static func top(_ top: Int, showing lines: Range<Int>, of count: Int, rows: Int, isAimed: Bool) -> Int {
    var top = top
    // Who comes from far wants to see what is around, before and after.
    let isFar = lines.lowerBound >= top + 2 * rows || lines.upperBound <= top - rows
    if isAimed || isFar { top = lines.lowerBound - rows / 3 }
    if lines.upperBound > top + rows { top = lines.upperBound - rows }
    if lines.lowerBound < top { top = lines.lowerBound }
    return max(0, min(top, count - rows))
  }
}
