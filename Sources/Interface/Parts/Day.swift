import Cells
import Messages

// What the two faces of a day, list and timetable, have in common.
extension Programme {
  /// What a panel's border says of the day: sessions with notes, place among the rows, and how to get rid of a filter.
  func info(besides info: String, _ world: World) -> [String] {
    let noted = world.notes.days[day] ?? 0
    let notedText = noted == 0 ? "" : "\(world.signs.note)\(noted) "
    let position = rows.isEmpty ? "" : "\(notedText)\(selected + 1)/\(rows.count)"
    guard isFiltered else { return [listed([info, position], by: "  ")] }
    // How to get rid of it stands beside it, as long as the panel's own name has room.
    let clear = world.key("clearFilters")
    return [Message("filtered, %s clears", clear), Message("%s clears", clear), Message("filtered")]
      .map { listed([world.text($0), position], by: "  ") }
  }
}

extension Canvas {
  /// Says why a day shows nothing.
  mutating func putEmptyDay(_ world: World, in rect: Rect) {
    let programme = world.programme
    let words =
      programme.isStarredOnly
      ? Message("Nothing starred on this day. Press %s on a session.", world.key("star"))
      : programme.isFiltered ? Message("No session of this day passes the filter.") : Message("No sessions.")
    putWrapped(words, x: rect.x + 1, .dim, in: rect)
    if isFocused { cursor = Point(x: rect.x, y: rect.y) }
  }
}
