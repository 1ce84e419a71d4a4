import Cells
import Messages

/// A text that was to be copied and that nobody takes from programs: it is shown whole, to be selected with the mouse.
///
/// Nothing stands beside it, so that nothing else is selected with it.
struct SelectingView: Overlay {
  private let text: String
  private var lines: [String] = []
  private var top = 0
  private var rows = 1

  init(_ text: String) { self.text = text }

  func frame(on screen: Size) -> Rect { Rect(screen) }

  mutating func fit(_ size: Size, _ world: World) {
    rows = max(1, size.height - 2)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      wrap(String($0), width: max(1, size.width))
    }
    scroll(to: top)
  }

  private mutating func scroll(to line: Int) { top = max(0, min(line, lines.count - rows)) }

  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    canvas.fill(rect, .text)
    for (index, line) in lines.dropFirst(top).prefix(rows).enumerated() {
      canvas.put(line, x: rect.x, y: rect.y + index, .text, in: rect)
    }
    let below = rect.maxY - 1
    let words = Message("%s goes back. Select this with the mouse to copy it", world.key("back"))
    canvas.putFitted(words, x: rect.x + 1, y: below, .status, in: rect)
    canvas.cursor = Point(x: rect.x, y: rect.y)
  }
}

extension SelectingView: Movable {
  var pageLength: Int { rows }

  mutating func move(by rows: Int, _ world: World) -> [Outcome] {
    scroll(to: top + max(-lines.count, min(rows, lines.count)))
    return []
  }

  mutating func moveToEnd(isFirst: Bool, _ world: World) -> [Outcome] {
    scroll(to: isFirst ? 0 : lines.count)
    return []
  }

  static var place: Message? { Message("where a text is to be selected") }
  static func absence(_ keys: KeyTable) -> Message { Message("Nothing is to be selected with the mouse") }

  static let commands: [Command<SelectingView>] =
    rowCommands() + endCommands() + [.back(Command.Hint(15, Message("back"))) { _, _ in [.close] }]
}
