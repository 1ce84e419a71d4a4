import Agenda
import Catalogue
import Cells
import Messages

/// The schedule of a day as a list.
struct AgendaView: PanelView {
  /// What it shows line by line, made when it is fitted to its place.
  private(set) var lines = AgendaLines(Programme(), size: Size(width: 0, height: 0))
  /// The first line that is shown.
  private(set) var top = 0
  private(set) var rows = 1
  /// What lines are needed for.
  private struct Need: Equatable {
    var rows: SessionList
    var size: Size
    var shape: AgendaLines.Shape
  }

  /// The last answer to how many lines are needed, since many titles take longer to wrap than a key.
  private var need: (asked: Need, lines: Int)?
  /// The lists and aims of the programme that have been followed.
  private var seen = (lists: 0, aims: 0)

  func title(_ world: World) -> Message { Message("Agenda") }
  func shortTitle(_ world: World) -> Message { Message.within("short", "Day") }
  func count(_ world: World) -> Int { world.programme.rows.count }

  mutating func lines(in size: Size, _ world: World) -> Int {
    let asked = Need(rows: world.programme.rows, size: size, shape: AgendaView.shape(world))
    if let need, need.asked == asked { return need.lines }
    let lines = AgendaLines.needed(asked.rows, size: size, shape: asked.shape)
    need = (asked, lines)
    return lines
  }

  func topic(_ world: World) -> Topic { world.programme.selectedRow.map { .about(.session($0.id)) } ?? .nothing }

  func info(_ size: Size, _ world: World) -> [String] { world.programme.info(besides: "", world) }

  /// Brings the selected session into sight, whole where there is room.
  mutating func fit(_ size: Size, _ world: World) {
    let programme = world.programme
    let shape = AgendaView.shape(world)
    if !lines.isSame(programme, size: size, shape: shape) { lines = AgendaLines(programme, size: size, shape: shape) }
    rows = max(1, size.height)
    let selected = lines.lines(ofRow: programme.selected)
    let isNew = seen.lists != programme.lists
    if isNew { top = 0 }
    // What is not in the upper half from the top is seen with what comes after it.
    top = Scroll.top(
      top, showing: selected, of: lines.count, rows: rows,
      isAimed: seen.aims != programme.aims || isNew && selected.upperBound > rows / 2)
    seen = (programme.lists, programme.aims)
  }

  private static func shape(_ world: World) -> AgendaLines.Shape {
    AgendaLines.Shape(signs: world.signs.columns, trackWidth: world.trackWidth, roomWidth: world.roomWidth)
  }

  mutating func click(_ place: Point, isDouble: Bool, in size: Size, _ world: World) -> [Outcome] {
    guard let row = lines.line(at: top + place.y)?.row else { return [] }
    return [.programme(.row(row))] + (isDouble ? [.focus(.session)] : [])
  }

  mutating func wheel(by rows: Int, _ world: World) -> [Outcome] { move(by: rows, world) }
}

extension AgendaView: Movable {
  var pageLength: Int { max(1, rows - 1) }

  mutating func move(by rows: Int, _ world: World) -> [Outcome] {
    [.programme(.row(lines.row(from: world.programme.selected, by: rows)))]
  }

  mutating func moveToEnd(isFirst: Bool, _ world: World) -> [Outcome] {
    move(by: isFirst ? -world.programme.rows.count : world.programme.rows.count, world)
  }
}
