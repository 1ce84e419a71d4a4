import Cells
import Messages

// What the two faces of a day, list and timetable, have in common.
extension World {
  /// What a panel's border says of the day: sessions with notes, place among the rows, and how to get rid of a filter.
  func programmeInfo(besides info: String) -> [String] {
    let noted = notes.days[programme.day] ?? 0
    let notedText = noted == 0 ? "" : "\(isASCII ? "." : "•")\(noted) "
    let position = programme.rows.isEmpty ? "" : "\(notedText)\(programme.selected + 1)/\(programme.rows.count)"
    guard programme.isFiltered else { return [listed([info, position], by: "  ")] }
    // How to get rid of it stands beside it, as long as the panel's own name has room.
    let clear = key("clearFilters")
    return [Message("filtered, %s clears", clear), Message("%s clears", clear), Message("filtered")]
      .map { listed([text($0), position], by: "  ") }
  }

  /// Says why a day shows nothing.
  func drawEmptyDay(in rect: Rect, into canvas: inout Canvas) {
    let words =
      programme.isStarredOnly
      ? Message("Nothing starred on this day. Press %s on a session.", key("star"))
      : programme.isFiltered ? Message("No session of this day passes the filter.") : Message("No sessions.")
    canvas.putWrapped(words, x: rect.x + 1, .dim, in: rect)
    if canvas.isFocused { canvas.cursor = Point(x: rect.x, y: rect.y) }
  }
}
