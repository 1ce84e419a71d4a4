import Agenda
import Catalogue
import Cells
import Messages

/// The schedule of a day as a table: rooms as columns, time downwards; the rooms' names and the times stay in sight.
struct TimetableView: PanelView {
  /// The day laid out; nil until it has been seen.
  private(set) var timetable: Timetable?
  private(set) var window = TimetableWindow()
  private(set) var size = Size(width: 1, height: 1)
  /// The zone's offset that the hours were set by, in seconds.
  private var offset = 0
  /// The aims of the programme that have been followed; nil before the first.
  private var seenAims: Int?

  var rows: Int { max(1, size.height) }
  var grid: TimetableGrid { TimetableGrid(size: size, laneCount: timetable?.laneCount ?? 1) }
  var needsAllColumns: Bool { true }

  func title(_ world: World) -> Message { Message("Timetable") }
  func shortTitle(_ world: World) -> Message { Message.within("short", "Day") }
  func count(_ world: World) -> Int { world.programme.rows.count }

  func topic(_ world: World) -> Topic { world.programme.selectedRow.map { .about(.session($0.id)) } ?? .nothing }

  func info(_ size: Size, _ world: World) -> [String] {
    world.programme.info(besides: roomsInSight.map(world.text) ?? "", world)
  }

  /// Which rooms are in sight, `rooms 3-6/30`; nil where all are.
  private var roomsInSight: Message? {
    guard let timetable, grid.lanes < timetable.laneCount else { return nil }
    let shown = window.left..<window.left + grid.lanes
    let columns = timetable.columns.indices.filter { timetable.columns[$0].lanes.overlaps(shown) }
    guard let first = columns.first, let last = columns.last else { return nil }
    let count = timetable.columns.count
    return first == last
      ? Message("room %1$d/%2$d", first + 1, count) : Message("rooms %1$d-%2$d/%3$d", first + 1, last + 1, count)
  }

  /// Lays the day out where it has changed, and brings the selected session into sight.
  mutating func fit(_ size: Size, _ world: World) {
    self.size = size
    let programme = world.programme
    let offset = world.zone.transition(at: programme.rows.first?.start ?? world.clock.now).offset
    if timetable?.rows != programme.rows || self.offset != offset {
      timetable = Timetable(
        programme.rows, spans: world.catalogue.spans(of: programme.rows), offset: Int64(offset),
        rooms: world.catalogue.allRooms)
      self.offset = offset
      window.anchor = nil
    }
    if seenAims != programme.aims { window.isAimed = true }
    seenAims = programme.aims
    guard let timetable, timetable.boxes.indices.contains(programme.selected) else { return }
    window.reveal(timetable.boxes[programme.selected], of: timetable, in: grid)
  }

  mutating func click(_ place: Point, isDouble: Bool, in size: Size, _ world: World) -> [Outcome] {
    guard let row = row(at: place) else { return [] }
    return [.programme(.row(row))] + (isDouble ? [.focus(.session)] : [])
  }

  mutating func wheel(by rows: Int, _ world: World) -> [Outcome] { move(by: rows, world) }

  /// The programme's row at a place, which is counted from the corner.
  private func row(at place: Point) -> Int? {
    guard let timetable, place.x >= TimetableGrid.timeWidth, place.y >= 1 else { return nil }
    let lane = window.left + (place.x - TimetableGrid.timeWidth) / grid.width
    let time = window.top + place.y - 1
    return timetable.boxes.first { $0.lanes.contains(lane) && $0.time.contains(time) }?.row
  }

  /// Where the rows of time are kept to.
  private func anchor(of selected: Int, in timetable: Timetable) -> Int {
    window.anchor ?? timetable.boxes[selected].time.lowerBound
  }

  /// Shows as many rooms further on as there are in sight, with what is on there at the same time.
  private mutating func turn(by screens: Int, _ world: World) -> [Outcome] {
    let selected = world.programme.selected
    guard let timetable, timetable.boxes.indices.contains(selected) else { return [] }
    let anchor = anchor(of: selected, in: timetable)
    let lanes = timetable.boxes[selected].lanes
    let lane = max(0, min(lanes.lowerBound + screens * grid.lanes, timetable.laneCount - 1))
    guard let column = timetable.columns.first(where: { $0.lanes.contains(lane) }),
      let row = timetable.nearest(in: column, to: anchor)
    else { return [] }
    window.left = max(0, min(window.left + screens * grid.lanes, timetable.laneCount - grid.lanes))
    window.anchor = anchor
    return [.programme(.row(row))]
  }

  private func offerRooms(_ world: World) -> [Outcome] {
    let selected = world.programme.selected
    guard let timetable, timetable.boxes.indices.contains(selected) else { return [] }
    let anchor = anchor(of: selected, in: timetable)
    let choices = timetable.columns.compactMap { column -> Choice? in
      guard let row = timetable.nearest(in: column, to: anchor) else { return nil }
      let name = column.name.isEmpty ? Message("No room") : .data(column.name)
      return Choice(name, detail: .data(String(column.boxes.count)), .programme(.row(row)))
    }
    return [.offer(Offer(Message("Go to a room"), prompt: Message("Name: "), act: Message("show"), choices))]
  }

  /// Moves to the session that is next in a direction; at the edge it stays.
  private mutating func move(_ direction: Timetable.Direction, _ world: World) -> [Outcome] {
    let selected = world.programme.selected
    guard let timetable, timetable.boxes.indices.contains(selected) else { return [] }
    let anchor = anchor(of: selected, in: timetable)
    guard let row = timetable.neighbour(of: selected, direction, anchor: anchor) else { return [] }
    // Only what is on at that time keeps it; anything else sets its own.
    let isKept = timetable.boxes[row].time.contains(anchor)
    switch direction {
    case .up, .down: window.anchor = nil
    case .left, .right: window.anchor = isKept ? anchor : nil
    }
    return [.programme(.row(row))]
  }
}

extension TimetableView: Movable {
  var pageLength: Int { max(1, rows - 1) }

  /// Moves by rows of a list: one up or down, or a page of them.
  mutating func move(by rows: Int, _ world: World) -> [Outcome] {
    guard let timetable else { return [] }
    if abs(rows) == 1 { return move(rows > 0 ? .down : .up, world) }
    window.anchor = nil
    let page = grid.rows - 1
    return timetable.row(rows < 0 ? -page : page, from: world.programme.selected).map { [.programme(.row($0))] } ?? []
  }

  mutating func moveToEnd(isFirst: Bool, _ world: World) -> [Outcome] {
    [.programme(.row(isFirst ? 0 : world.programme.rows.count - 1))]
  }

  static var place: Message? { Message("in the timetable") }

  static func absence(_ keys: KeyTable) -> Message {
    Message("Only the timetable has rooms side by side: %s shows it", keys.name(of: "timetable"))
  }

  static let commands: [Command<TimetableView>] =
    rowCommands() + endCommands() + [
      Command("left", .move, Message("Move to the room at the left"), Shortcuts([.left, "h"])) { $0.move(.left, $1) },
      Command("right", .move, Message("Move to the room at the right"), Shortcuts([.right, "l"])) {
        $0.move(.right, $1)
      },
      Command(
        "leftRooms", .move, Message("Show the rooms before these"), Shortcuts([.shiftLeft, "H"]),
        unless: { view, _ in view.window.left == 0 ? Message("These are the first rooms") : nil }
      ) { $0.turn(by: -1, $1) },
      Command(
        "rightRooms", .move, Message("Show the rooms after these"), Shortcuts([.shiftRight, "L"]),
        unless: { view, _ in
          view.window.left + view.grid.lanes >= view.timetable?.laneCount ?? 0
            ? Message("These are the last rooms") : nil
        }
      ) { $0.turn(by: 1, $1) },
      Command(
        "toRoom", .move, Message("Go to a room of the timetable by its name"), Shortcuts(["J"]),
        hint: Command.Hint(36, Message("room")),
        unless: { view, _ in view.timetable?.columns.count ?? 0 < 2 ? Message("There is only one room") : nil }
      ) { $0.offerRooms($1) },
      Command(
        "timetable", .move, Message("Show the day as a timetable of rooms, or as a list"), Shortcuts(["v"]),
        hint: Command.Hint(35, Message("list"))
      ) { view, _ in
        // Who comes back sees what is selected then.
        view.window = TimetableWindow()
        return [.flip(.agenda), .focus(.agenda)]
      },
      .open(
        Command.Hint(10, Message("read")),
        unless: { _, world in
          world.programme.rows.isEmpty ? Message("There is no session to do that with") : nil
        }
      ) { _, _ in [.focus(.session)] },
    ]
}
