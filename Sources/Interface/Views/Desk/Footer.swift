import Agenda
import Catalogue
import Cells
import Messages

/// The bottom line: the keys that are most use here, computed from the rows of commands.
enum Footer {
  struct Hint: Equatable {
    var rank: Int
    var keys: String
    var words: String
    /// Shown even where the room is short.
    var isKept = false
  }

  static func draw(_ hints: [Hint], in rect: Rect, into canvas: inout Canvas) {
    var x = rect.x + 1
    for hint in fitting(hints, width: rect.width - 2) {
      x += canvas.put(hint.keys, x: x, y: rect.y, .footerKey, in: rect)
      x += canvas.put(" " + hint.words + "  ", x: x, y: rect.y, .footerText, in: rect)
    }
  }

  /// As many as fit whole, in their order.
  ///
  /// Those that lead to all others are kept whatever else has to go.
  private static func fitting(_ hints: [Hint], width: Int) -> [Hint] {
    func length(_ hint: Hint) -> Int { displayWidth(hint.keys) + displayWidth(hint.words) + 3 }
    var room = width + 2 - hints.filter(\.isKept).reduce(0) { $0 + length($1) }
    return hints.filter { hint in
      if hint.isKept { return true }
      guard length(hint) <= room else { return false }
      room -= length(hint)
      return true
    }
  }
}

/// The line above the footer: what just happened, else what is wrong with keeping notes, else the filter, else the
/// conference's notice; at the right, how many problems the bundle has.
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
    let count = world.catalogue.conference.problemCount
    var right =
      !world.brokenAgenda.isEmpty
      ? canvas.text(Message("Changed, and not usable: %s says why", world.key("problems")))
      : count == 0
        ? "" : canvas.text(Message("1 problem: see plenary check", "%d problems: see plenary check", count: count))
    let left =
      told.map { canvas.text($0.message) } ?? desk.selectedLink?.description
      ?? (world.programme.isFiltered ? StatusLine.filterWords(world) : world.planWording.soon).map(canvas.text)
      ?? world.catalogue.conference.notice
    if let message, displayWidth(left) > rect.width - 2 {
      return draw(whole: message, left, over: rect, into: &canvas)
    }
    // The problems give way to a message that needs the room.
    if told != nil, displayWidth(left) + displayWidth(right) + 2 > rect.width - 2 { right = "" }
    let rightX = rect.maxX - displayWidth(right) - 1
    canvas.put(right, x: rightX, y: rect.y, .statusWarning, in: rect)
    let width = right.isEmpty ? rect.maxX - 1 : rightX - 2
    canvas.putFitted(
      left, x: 1, y: rect.y, told?.role ?? .status, in: Rect(x: rect.x, y: rect.y, width: width, height: 1))
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

extension StatusLine {
  /// What the filters keep, and how to get rid of them.
  private static func filterWords(_ world: World) -> Message {
    let parts = world.programme.set.map { world.text(world.words(of: $0)) }
    return Message("Only %1$s. %2$s shows all again.", listed(parts), world.key("clearFilters"))
  }
}

/// The which-key box: what may follow the prefix key that has been pressed.
enum PrefixBox {
  static func draw(_ pending: [Key], _ mode: KeyMode, _ world: World, bottom: Int, into canvas: inout Canvas) {
    let rows = pending.isEmpty ? [] : world.keys.continuations(of: pending, mode: mode)
    guard !rows.isEmpty else { return }
    let texts = rows.map { (key: world.text($0.key.name), words: world.text($0.info.shortWords)) }
    let keyWidth = texts.map { displayWidth($0.key) }.max() ?? 0
    let wanted = (texts.map { displayWidth($0.words) }.max() ?? 0) + keyWidth + 6
    // Where they do not go under each other they stand side by side.
    let most = max(1, min(bottom, world.size.height) - 2)
    let columns = (rows.count + most - 1) / most
    let lines = (rows.count + columns - 1) / columns
    let title = Message("%s: Then press", KeyTable.name(of: pending))
    let size = world.size
    let width = min(size.width, max(wanted * columns, displayWidth(world.text(title)) + 4))
    let height = lines + 2
    // What the status line says stays whole where there is room above it.
    let outer = Rect(x: size.width - width, y: max(0, bottom - height), width: width, height: height)
    canvas.fill(outer, .text)
    canvas.frame(outer, title: title)
    let inner = outer.inset(x: 1, y: 1)
    for (index, text) in texts.enumerated() {
      let column = Rect(
        x: inner.x + index / lines * (inner.width / columns), y: inner.y, width: inner.width / columns,
        height: inner.height)
      let y = inner.y + index % lines
      canvas.put(text.key, x: column.x + 1, y: y, .footerKey, in: column)
      canvas.putFitted(text.words, x: column.x + 3 + keyWidth, y: y, .text, in: column)
    }
  }
}
