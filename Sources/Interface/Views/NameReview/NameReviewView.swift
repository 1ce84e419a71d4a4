import Cells
import Messages
import Notes

/// Places of notes that may name somebody, one after the other, before a report is written: to keep, or to replace.
struct NameReviewView: Overlay {
  private let doubts: [NameDoubt]
  private(set) var answers = NameAnswers()
  /// Of the place that is asked about.
  private(set) var index = 0

  init(_ doubts: [NameDoubt]) { self.doubts = doubts }

  private var doubt: NameDoubt? { doubts.indices.contains(index) ? doubts[index] : nil }

  func frame(on screen: Size) -> Rect {
    if Box.isSmall(screen) { return Box.body(of: screen) }
    let (width, height) = (min(76, screen.width - 4), min(12, screen.height - 4))
    return Rect(x: (screen.width - width) / 2, y: 3, width: width, height: height)
  }

  mutating func fit(_ size: Size, _ world: World) {}

  /// Goes on to the next place of which nothing has been said; behind the last one the report is written.
  fileprivate mutating func answer(_ change: (inout NameAnswers, NameDoubt) -> Void) -> [Outcome] {
    guard let doubt else { return write() }
    change(&answers, doubt)
    repeat { index += 1 } while index < doubts.count && answers[doubts[index]] != nil
    return self.doubt == nil ? write() : []
  }

  fileprivate func write() -> [Outcome] { [.close, .effect(.writeReviewed(answers))] }

  fileprivate mutating func goBack() -> [Outcome] {
    index = max(0, index - 1)
    return []
  }

  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    canvas.fill(rect, .text)
    let hasBorder = Box(rect).hasBorder
    if hasBorder {
      canvas.frame(
        rect, title: Message("May this name somebody?"),
        info: Message("%1$d of %2$d", min(index + 1, doubts.count), doubts.count))
    }
    guard let doubt else { return }
    let inner = hasBorder ? rect.inset(x: 1, y: 1) : rect
    canvas.putFitted(
      Message("%1$s, line %2$d", doubt.title, doubt.line), x: inner.x + 1, y: inner.y, .heading, in: inner)
    let signs = world.isASCII ? (">>", "<<") : ("»", "«")
    let rows = max(0, inner.height - 3)
    let body = Rect(x: inner.x, y: inner.y + min(2, max(1, inner.height - 2)), width: inner.width, height: rows)
    // The place has to be in sight, however long the line is.
    let room = max(8, rows * max(1, inner.width - 3) / 2)
    canvas.putWrapped(doubt.marked(signs.0, signs.1, within: room), x: inner.x + 1, .text, in: body)
    let answer =
      switch answers[doubt] {
      case .keep: Message("kept")
      case .replace: Message("replaced")
      case nil: Message("Unanswered, the line is left out")
      }
    canvas.putFitted(answer, x: inner.x + 1, y: inner.maxY - 1, .dim, in: inner)
    canvas.cursor = Point(x: inner.x + 1, y: body.y)
  }
}

extension NameReviewView {
  static var place: Message? { Message("in the review of names") }
  static func absence(_ keys: KeyTable) -> Message {
    Message("Names are reviewed before a report is written: %s", keys.name(of: "report"))
  }

  static let commands: [Command<NameReviewView>] = [
    Command(
      "keepName", .gather, Message("Keep what may be a name"), Shortcuts(["k"]), hint: Command.Hint(5, Message("keep"))
    ) { view, _ in view.answer { $0[$1] = .keep } },
    Command(
      "replaceName", .gather, Message("Replace the name"), Shortcuts(["r"]), hint: Command.Hint(6, Message("replace"))
    ) { view, _ in view.answer { $0[$1] = .replace } },
    Command(
      "replaceAllNames", .gather, Message("Replace the name wherever it stands"), Shortcuts(["a"]),
      hint: Command.Hint(22, Message("replace all"))
    ) { view, _ in view.answer { $0.answer(.replace, all: $1.name) } },
    Command(
      "leaveLineOut", .gather, Message("Leave the line out of the report"), Shortcuts(["l"]),
      hint: Command.Hint(23, Message("leave out"))
    ) { view, _ in view.answer { $0[$1] = nil } },
    Command("previousName", .move, Message("Go back to the place before"), Shortcuts([.left])) { view, _ in
      view.goBack()
    },
    .open(Command.Hint(10) { _, _ in Message("write the report") }) { view, _ in view.write() },
    .back(Command.Hint(15, Message("no report"))) { _, _ in [.close] },
  ]
}
