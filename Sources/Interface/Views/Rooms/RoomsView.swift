import Agenda
import Catalogue
import Cells
import Messages

/// All rooms, each with what is on in it, for how long yet, and what comes next; a room is found by typing its name.
struct RoomsView: TypingView {
  private var all = RoomList()
  private(set) var shown: [RoomList.Entry] = []
  var input = InputLine()
  private(set) var list = Scroll()
  private var rows = 1
  private var made: RoomList.Made?

  func frame(on screen: Size) -> Rect {
    if Box.isSmall(screen) { return Box.body(of: screen) }
    let width = min(screen.width, 132)
    return Rect(x: (screen.width - width) / 2, y: 1, width: width, height: screen.height - 3)
  }

  mutating func fit(_ size: Size, _ world: World) {
    rows = max(1, Box(Rect(size)).list.height)
    let made = RoomList.Made(world)
    if self.made != made {
      let isFirst = self.made == nil
      let selected = selected?.id
      all = RoomList(world)
      self.made = made
      narrow(world)
      // Whoever asks where something is begins with the room of what is selected.
      let wanted = isFirst ? world.programme.selectedRow.flatMap { room(of: $0, world) } : selected
      list.selected = shown.firstIndex { $0.id == wanted } ?? min(list.selected, max(0, shown.count - 1))
    }
    list.fit(shown: rows, count: shown.count)
  }

  private func room(of row: SessionRow, _ world: World) -> Room.ID? {
    let rooms = world.catalogue.allRooms
    return rooms.indices.contains(row.roomNumber) ? rooms[row.roomNumber].id : nil
  }

  private var selected: RoomList.Entry? { shown.indices.contains(list.selected) ? shown[list.selected] : nil }

  mutating func typed(_ world: World) {
    narrow(world)
    list = Scroll()
  }

  /// Keeps the rooms whose names have every word that is typed.
  private mutating func narrow(_ world: World) {
    let words = world.catalogue.folded(input.editor.text).split(separator: " ").map(String.init)
    shown = all.entries.filter { entry in
      if words.isEmpty { return true }
      let name = world.catalogue.folded(entry.name)
      return words.allSatisfy { name.has(part: $0) }
    }
  }

  fileprivate func open() -> [Outcome] {
    guard let selected else { return [.effect(.bell)] }
    return [.close, .show(.about(.room(selected.id)))]
  }

  mutating func click(_ place: Point, isDouble: Bool, in size: Size, _ world: World) -> [Outcome] {
    let rows = Box(Rect(size)).list
    guard rows.contains(place), shown.indices.contains(list.top + place.y - rows.y) else { return [] }
    list.selected = list.top + place.y - rows.y
    return isDouble ? open() : []
  }

  mutating func wheel(by notches: Int, _ world: World) -> [Outcome] { move(by: notches, world) }

  // MARK: - Drawing

  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    let box = Box(rect)
    let busy = all.entries.count { $0.current != nil }
    box.draw(
      Message("All rooms at %s", world.zone.local(world.clock.now).clock),
      info: Message("%1$d of %2$d in use", busy, all.entries.count), prompt: Message("Room: "), input, into: &canvas)
    guard !shown.isEmpty else {
      let words =
        all.entries.isEmpty
        ? Message("This agenda names no rooms") : Message("No room is called “%s”", input.editor.text)
      return canvas.putWrapped(words, x: box.list.x + 1, .dim, in: box.list)
    }
    let columns = Columns(box.list, all.entries)
    for index in shown.indices.dropFirst(list.top) {
      let y = box.list.y + index - list.top
      guard y < box.list.maxY else { break }
      draw(shown[index], columns, world, y: y, in: box.list, into: &canvas)
      guard index == list.selected else { continue }
      canvas.select(Rect(x: box.list.x, y: y, width: box.list.width, height: 1), sign: box.list.x)
    }
  }

  /// Name, minutes that are left, what is on, and where there is room for it what comes next.
  private struct Columns {
    let name: Rect
    let left: Rect
    let current: Rect
    let next: Rect?

    init(_ rect: Rect, _ entries: [RoomList.Entry]) {
      let longest = entries.reduce(0) { max($0, displayWidth($1.name)) }
      func column(_ x: Int, _ width: Int) -> Rect { Rect(x: x, y: rect.y, width: max(0, width), height: rect.height) }
      name = column(rect.x + 1, min(longest, rect.width < 60 ? rect.width / 3 : min(24, rect.width * 7 / 25)))
      left = column(name.maxX + 1, 7)
      let x = left.maxX + 1
      let rest = rect.maxX - 1 - x
      let half = rest >= 44 ? (rest - 1) / 2 : rest
      current = column(x, half)
      next = rest >= 44 ? column(x + half + 1, rest - half - 1) : nil
    }
  }

  private func draw(
    _ entry: RoomList.Entry, _ columns: Columns, _ world: World, y: Int, in rect: Rect, into canvas: inout Canvas
  ) {
    canvas.putFitted(entry.name, x: columns.name.x, y: y, .title, in: columns.name)
    let now = world.clock.now
    if let current = entry.current {
      let left = current.end.map { Message.length(minutes: max(1, Int(($0.since(now) + 59) / 60))) }
      let words = world.text(left ?? Message("open"))
      canvas.put(words, x: columns.left.maxX - displayWidth(words), y: y, .running, in: columns.left)
      let further = entry.further == 0 ? "" : " (+\(entry.further))"
      put(current, further, .running, world, y: y, in: columns.current, into: &canvas)
    } else if columns.next != nil {
      canvas.put(canvas.isASCII ? "-" : "–", x: columns.current.x, y: y, .dim, in: columns.current)
    }
    // Where there is one column, what comes next stands where nothing is on.
    guard let place = columns.next ?? (entry.current == nil ? columns.current : nil) else { return }
    guard let next = entry.next else {
      canvas.putFitted(Message("nothing more"), x: place.x, y: y, .dim, in: place)
      return
    }
    let isToday = next.day == world.programme.today
    let time = isToday ? world.times.start(next) : world.times.short(next)
    let x = place.x + canvas.put(time, x: place.x, y: y, .time, in: place) + 1
    let rest = Rect(x: x, y: place.y, width: max(0, place.maxX - x), height: place.height)
    put(next, "", .text, world, y: y, in: rest, into: &canvas)
  }

  /// A session's star and its title, with what is said behind it.
  private func put(
    _ row: SessionRow, _ behind: String, _ role: Role, _ world: World, y: Int, in rect: Rect, into canvas: inout Canvas
  ) {
    var x = rect.x
    let star = world.signs.star(of: row.id)
    if star.text != " " { x += canvas.put(star.text + " ", x: x, y: y, star.role, in: rect) }
    let titles = Rect(x: x, y: rect.y, width: max(0, rect.maxX - x - displayWidth(behind)), height: rect.height)
    x += canvas.putFitted(row.title, x: x, y: y, role, in: titles)
    canvas.put(behind, x: x, y: y, .dim, in: rect)
  }
}

extension RoomsView: Movable {
  var pageLength: Int { max(1, rows - 1) }

  mutating func move(by rows: Int, _ world: World) -> [Outcome] {
    list.move(by: rows, count: shown.count)
    return []
  }

  mutating func moveToEnd(isFirst: Bool, _ world: World) -> [Outcome] {
    list.move(by: isFirst ? -shown.count : shown.count, count: shown.count)
    return []
  }

  static var place: Message? { Message("in the list of rooms") }
  static func absence(_ keys: KeyTable) -> Message {
    Message("All rooms are listed here: %s", keys.name(of: "allRooms"))
  }

  static let openers: [Command<Openers>] = [
    Command(
      "allRooms", .find, Message("Show all rooms: what is on in each, and what comes next"), Shortcuts(["V"]),
      shortWords: Message("All rooms"),
      hint: Command<Openers>.Hint(48, Message("rooms")) { _, world in world.hasManyRooms },
      unless: { _, world in world.hasRooms ? nil : Message("This agenda names no rooms") }
    ) { _, _ in [.open(RoomsView())] }
  ]

  static let commands: [Command<RoomsView>] =
    rowCommands(choose: Command.Hint(12, Message("choose"), after: "up")) + [
      .open(
        Command.Hint(10, Message("read")),
        unless: { view, _ in view.selected == nil ? Message("No room is selected") : nil }
      ) { view, _ in view.open() },
      .back(Command.Hint(15, Message("close"))) { _, _ in [.close] },
    ]
}
