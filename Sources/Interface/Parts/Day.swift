import Cells
import Messages

// What the two faces of a day, list and timetable, have in common.
extension Programme {
  /// What a panel's border says of the day: sessions with notes, place among the rows, what is kept and how to get rid
  /// of that.
  func info(besides info: String, _ world: World) -> [String] {
    let noted = world.notes.days[day] ?? 0
    let notedText = noted == 0 ? "" : "\(world.signs.note)\(noted) "
    let position = rows.isEmpty ? "" : "\(notedText)\(selected + 1)/\(rows.count)"
    guard isFiltered else { return [listed([info, position], by: "  ")] }
    // How to get rid of it stands beside it, as long as the panel's own name has room.
    let clear = world.key("clearFilters")
    let kept = listed(set.map { world.text(world.words(of: $0)) })
    return [
      Message("only %1$s, %2$s clears", kept, clear), Message("filtered, %s clears", clear),
      Message("%s clears", clear), Message("filtered"),
    ]
    .map { listed([world.text($0), position], by: "  ") }
  }
}

extension Canvas {
  /// Says why a day shows nothing, and which of the filters leaves it empty.
  mutating func putEmptyDay(_ world: World, in rect: Rect) {
    let set = world.programme.set
    var lines: [Message] = []
    if case .starred = set.first, set.count == 1 {
      lines = [Message("Nothing starred on this day. Press %s on a session.", world.key("star"))]
    } else if set.isEmpty {
      lines = [Message("No sessions.")]
    } else {
      lines = [Message("No session of this day passes the filter.")]
      for filter in set {
        let count = world.count(without: filter)
        guard count > 0 || set.count == 1 else { continue }
        lines.append(
          Message("Without “%2$s”: 1 session", "Without “%2$s”: %1$d sessions", count: count, world.words(of: filter)))
      }
      lines.append(
        set.count > 1
          ? Message("%1$s takes one off, %2$s all.", world.key("removeFilter"), world.key("clearFilters"))
          : Message("%s takes it off.", world.key("clearFilters")))
    }
    var y = rect.y
    for line in lines where y < rect.maxY {
      let place = Rect(x: rect.x, y: y, width: rect.width, height: rect.maxY - y)
      putWrapped(line, x: rect.x + 1, .dim, in: place)
      y += max(1, wrap(text(line), width: max(1, rect.width - 2)).count)
    }
    if isFocused { cursor = Point(x: rect.x, y: rect.y) }
  }
}
