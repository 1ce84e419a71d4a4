import Agenda
import Catalogue
import Cells
import Messages

/// The bottom line: the keys that are most use here, computed from the rows of commands.
enum Footer {
  struct Hint {
    /// A key, and what it does: where two stand together, each does its own.
    struct Shown {
      var name: String
      var act: Act
    }

    enum Act {
      case command(CommandName)
      case key(Key)
      case change(Programme.Change)
    }

    /// What goes where the room is short.
    enum Staying: Int {
      /// The first.
      case least
      /// What leads to all others.
      case kept
      /// The way back, which goes last.
      case longest
    }

    var rank: Int
    /// The last one does what the words say.
    var shown: [Shown]
    var words: String
    var staying = Staying.least

    /// What the words say.
    var command: CommandName? {
      guard case .command(let name) = shown.last?.act else { return nil }
      return name
    }
    var keys: String { listed(shown.map(\.name), by: " ") }
    fileprivate var length: Int { displayWidth(keys) + displayWidth(words) + 3 }
  }

  static func draw(_ hints: [Hint], in rect: Rect, into canvas: inout Canvas) {
    for (hint, x) in placed(hints, in: rect) {
      let end = x + canvas.put(hint.keys, x: x, y: rect.y, .footerKey, in: rect)
      canvas.put(" " + hint.words + "  ", x: end, y: rect.y, .footerText, in: rect)
    }
  }

  /// What a click at a place does; nil where no hint is.
  static func act(at place: Point, _ hints: [Hint], in rect: Rect) -> Hint.Act? {
    guard rect.contains(place) else { return nil }
    for (hint, x) in placed(hints, in: rect) where place.x >= x && place.x < x + hint.length - 2 {
      var end = x
      for shown in hint.shown {
        end += displayWidth(shown.name) + 1
        if place.x < end - 1 { return shown.act }
      }
      return hint.shown.last?.act
    }
    return nil
  }

  /// As many as fit whole, in their order, each with its column.
  private static func placed(_ hints: [Hint], in rect: Rect) -> [(hint: Hint, x: Int)] {
    var room = rect.width
    var kept: Set<Int> = []
    let ordered = hints.indices.sorted { (hints[$1].staying.rawValue, $0) < (hints[$0].staying.rawValue, $1) }
    for index in ordered where hints[index].length <= room || hints[index].staying == .longest {
      room -= hints[index].length
      kept.insert(index)
    }
    var x = rect.x + 1
    return hints.indices.filter(kept.contains).map { index in
      defer { x += hints[index].length }
      return (hints[index], x)
    }
  }
}

/// The line above the footer: what just happened, else what is wrong with keeping notes, else the filter, else the
/// conference's notice; at the right, that the agenda's files have changed and cannot be used.
///
/// On a short screen it takes the footer's place while it has a message or a trouble to tell.
struct StatusLine {
  let message: StatusMessage?
  /// What is wrong with keeping notes; it stays until it is well again.
  let trouble: Message?

  func draw(_ desk: Desk, _ world: World, into canvas: inout Canvas) {
    let rect = desk.layout.status
    if let input = desk[desk.focus].statusInput { return draw(input, in: rect, into: &canvas) }
    let told = message ?? trouble.map { StatusMessage($0, .warning) }
    if rect == desk.layout.footer {
      guard let told else { return }
      if let message { return draw(whole: message, canvas.text(message.message), over: rect, into: &canvas) }
      canvas.fill(rect, .text)
      return canvas.putFitted(told.message, x: 1, y: rect.y, told.role, in: rect)
    }
    var right =
      world.brokenAgenda.isEmpty
      ? "" : canvas.text(Message("Changed, and not usable: %s says why", world.key("problems")))
    let left =
      told.map { canvas.text($0.message) } ?? desk.selectedLink?.description
      ?? (world.programme.isFiltered ? StatusLine.filterWords(world) : world.planWording.soon).map(canvas.text)
      ?? world.catalogue.conference.notice
    if let message, displayWidth(left) > rect.width - 2 {
      return draw(whole: message, left, over: rect, into: &canvas)
    }
    // That gives way to a message that needs the room.
    if told != nil, displayWidth(left) + displayWidth(right) + 2 > rect.width - 2 { right = "" }
    let rightX = rect.maxX - displayWidth(right) - 1
    canvas.put(right, x: rightX, y: rect.y, .statusWarning, in: rect)
    let width = right.isEmpty ? rect.maxX - 1 : rightX - 2
    canvas.putFitted(
      left, x: 1, y: rect.y, told?.role ?? .status, in: Rect(x: rect.x, y: rect.y, width: width, height: 1))
  }

  /// Whether what it says lies over the footer.
  func coversFooter(of desk: Desk, _ world: World) -> Bool {
    let rect = desk.layout.status
    if rect == desk.layout.footer { return desk[desk.focus].statusInput != nil || message != nil || trouble != nil }
    return message.map { StatusLine.rows(of: world.text($0.message), width: rect.width) > 1 } ?? false
  }

  /// What just happened is told whole, while what is wrong for long must not cover what else is to be seen.
  ///
  /// A message that is longer than a row takes that of the footer too, and those above, so that a path in it can be read
  /// to its end.
  private func draw(whole told: StatusMessage, _ text: String, over rect: Rect, into canvas: inout Canvas) {
    let bottom = canvas.buffer.size.height
    let count = min(StatusLine.rows(of: text, width: rect.width), max(1, bottom - 2))
    let area = Rect(x: rect.x, y: min(rect.y, bottom - count), width: rect.width, height: count)
    canvas.fill(area, told.role)
    canvas.putWrapped(text, x: 1, told.role, in: area)
  }

  /// How many rows a message takes, up to some.
  static func rows(of text: String, width: Int) -> Int { min(wrap(text, width: max(1, width - 2)).count, 6) }

  private func draw(_ input: StatusInput, in rect: Rect, into canvas: inout Canvas) {
    let warning = input.warning.map(canvas.text) ?? ""
    input.input.draw(
      input.prompt, in: rect, spare: warning.isEmpty ? 1 : displayWidth(warning) + 3, into: &canvas)
    canvas.put(warning, x: rect.maxX - displayWidth(warning) - 1, y: rect.y, .warning, in: rect)
  }
}

extension StatusMessage {
  fileprivate var role: Role {
    switch tone {
    case .plain: .status
    case .warning: .statusWarning
    }
  }
}

extension PageContent.Link {
  /// Where it leads, as the status line says it.
  fileprivate var description: String {
    switch destination {
    case .page: "[\(number)] \(label)"
    case .address(let url): "[\(number)] \(url)"
    }
  }
}

extension World {
  /// What a click on a column of a text that names the filters does: on a name that one is taken off, on what stands
  /// behind them all are.
  func filterChange(in text: String, at column: Int) -> Programme.Change? {
    guard column >= 0, column < displayWidth(text) else { return nil }
    var rest = text[...]
    for filter in programme.set {
      let name = self.text(words(of: filter))
      // A border that has no room for names has the key alone.
      guard !name.isEmpty, let range = rest.firstRange(of: name) else { continue }
      let start = displayWidth(String(text[..<range.lowerBound]))
      if column < start { return nil }
      if column < start + displayWidth(name) { return .filter(filter.cleared) }
      rest = rest[range.upperBound...]
    }
    let key = self.text(key("clearFilters"))
    guard let range = rest.firstRange(of: key) else { return nil }
    let start = displayWidth(String(text[..<range.lowerBound]))
    return column >= start && column < start + displayWidth(key) ? .clearFilters : nil
  }
}

extension StatusLine {
  /// What a click on the name of a filter does; nil where none is.
  func filterChange(at place: Point, _ desk: Desk, _ world: World) -> Programme.Change? {
    let isShown = message == nil && trouble == nil && desk.selectedLink == nil && world.programme.isFiltered
    guard isShown, desk.layout.status != desk.layout.footer, desk[desk.focus].statusInput == nil,
      desk.layout.status.contains(place)
    else { return nil }
    return world.filterChange(in: world.text(StatusLine.filterWords(world)), at: place.x - 1)
  }

  /// What the filters keep, and how to get rid of them.
  private static func filterWords(_ world: World) -> Message {
    let parts = world.programme.set.map { world.text(world.words(of: $0)) }
    return Message("Only %1$s. %2$s shows all again.", listed(parts), world.key("clearFilters"))
  }
}

/// The which-key box: what may follow the prefix key that has been pressed.
enum PrefixBox {
  /// Keys and what they do, and where they stand.
  private struct Parts {
    var title: Message
    var texts: [(key: String, words: String)]
    var keyWidth: Int
    var outer: Rect
    /// Where they do not go under each other they stand side by side.
    var columns: Int
    var lines: Int

    var inner: Rect { outer.inset(x: 1, y: 1) }

    /// A row's column, and the line in it.
    func place(_ index: Int) -> (column: Rect, y: Int) {
      let width = inner.width / columns
      let column = Rect(x: inner.x + index / lines * width, y: inner.y, width: width, height: inner.height)
      return (column, inner.y + index % lines)
    }
  }

  /// Nil where nothing can follow.
  private static func arrange(
    _ pending: [Key], _ rows: [(key: Key, info: CommandInfo)], _ world: World, bottom: Int
  ) -> Parts? {
    if rows.isEmpty { return nil }
    let texts = rows.map { (key: world.text($0.key.name), words: world.text($0.info.shortWords)) }
    let keyWidth = texts.map { displayWidth($0.key) }.max() ?? 0
    let wanted = (texts.map { displayWidth($0.words) }.max() ?? 0) + keyWidth + 6
    let most = max(1, min(bottom, world.size.height) - 2)
    let columns = (rows.count + most - 1) / most
    let lines = (rows.count + columns - 1) / columns
    let title = Message("%s: Then press", KeyTable.name(of: pending))
    let size = world.size
    let width = min(size.width, max(wanted * columns, displayWidth(world.text(title)) + 4))
    let height = lines + 2
    // What the status line says stays whole where there is room above it.
    let outer = Rect(x: size.width - width, y: max(0, bottom - height), width: width, height: height)
    return Parts(title: title, texts: texts, keyWidth: keyWidth, outer: outer, columns: columns, lines: lines)
  }

  private static func rows(_ pending: [Key], _ mode: KeyMode, _ world: World) -> [(key: Key, info: CommandInfo)] {
    pending.isEmpty ? [] : world.keys.continuations(of: pending, mode: mode)
  }

  /// The command on whose row a place is; nil where there is none.
  static func command(
    at place: Point, _ pending: [Key], _ mode: KeyMode, _ world: World, bottom: Int
  ) -> CommandName? {
    let rows = rows(pending, mode, world)
    guard let parts = arrange(pending, rows, world, bottom: bottom), parts.inner.contains(place) else { return nil }
    let index = rows.indices.first { index in
      let (column, y) = parts.place(index)
      return y == place.y && column.contains(place)
    }
    return index.map { rows[$0].info.name }
  }

  static func draw(_ pending: [Key], _ mode: KeyMode, _ world: World, bottom: Int, into canvas: inout Canvas) {
    guard let parts = arrange(pending, rows(pending, mode, world), world, bottom: bottom) else { return }
    canvas.fill(parts.outer, .text)
    canvas.frame(parts.outer, title: parts.title)
    for (index, text) in parts.texts.enumerated() {
      let (column, y) = parts.place(index)
      canvas.put(text.key, x: column.x + 1, y: y, .footerKey, in: column)
      canvas.putFitted(text.words, x: column.x + 3 + parts.keyWidth, y: y, .text, in: column)
    }
  }
}
