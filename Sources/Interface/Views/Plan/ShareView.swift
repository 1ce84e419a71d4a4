import Cells
import Messages
import Notes

/// The plan as an address and as a code to be read from the screen, for whoever stands beside.
struct ShareView: Overlay {
  private var includesOwn = false
  private var marks: Int?
  private var address = ""
  private var count = 0
  /// What was done last: there may be no line for messages left.
  private var said: Message?

  init() {}

  /// Rows of a screen that has room for a border and for the other lines around a code.
  static let spacious = 30

  /// A code takes all rows of a small screen but that of the keys.
  func frame(on screen: Size) -> Rect {
    if screen.height < ShareView.spacious {
      return Rect(x: 0, y: 0, width: screen.width, height: max(0, screen.height - 1))
    }
    // As the plan is that it was opened from, so that nothing of that is seen around it.
    let width = min(screen.width, 112)
    return Rect(x: (screen.width - width) / 2, y: 1, width: width, height: screen.height - 3)
  }

  mutating func fit(_ size: Size, _ world: World) {
    guard marks != world.markRevision else { return }
    marks = world.markRevision
    makeAddress(world)
  }

  private mutating func makeAddress(_ world: World) {
    let plan = world.stars.handedOn(from: world.catalogue, includesOwn: includesOwn)
    (address, count) = (plan.address, plan.count)
  }

  fileprivate mutating func toggleOwn(_ world: World) -> [Outcome] {
    includesOwn.toggle()
    said = includesOwn ? nil : Message("Your own entries do not go along")
    makeAddress(world)
    return []
  }

  /// The line for messages is below: whether it was copied is said there, or shown in this one's place.
  fileprivate func copy() -> [Outcome] {
    [.close, .say(Message("Address copied: %s", address)), .effect(.copy(address))]
  }

  // MARK: - Drawing

  private func picture(in size: Size, _ world: World) -> CodePicture? {
    let ink: CodePicture.Ink = world.theme.name == .mono ? .mono(isLightTerminal: false) : .colors
    return CodePicture.smallest(address, in: size, isASCII: world.isASCII, ink: ink)
  }

  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    canvas.fill(rect, .text)
    let hasBorder = rect.y > 0
    if hasBorder { canvas.frame(rect, title: Message("Share my plan")) }
    let inner = hasBorder ? rect.inset(x: 1, y: 1) : rect
    canvas.cursor = Point(x: inner.x, y: inner.y)
    guard let picture = picture(in: Size(width: inner.width, height: inner.height), world) else {
      return drawWords(
        in: Rect(x: inner.x, y: inner.y, width: inner.width, height: inner.height), false, world, &canvas)
    }
    let size = picture.size
    let beside = inner.width - size.width
    if beside >= ShareView.narrowest {
      let top = hasBorder ? min(1, inner.height - size.height) : (inner.height - size.height) / 2
      picture.draw(at: Point(x: inner.x, y: inner.y + top), into: &canvas.buffer)
      let words = Rect(
        x: inner.x + size.width + 1, y: inner.y + (hasBorder ? 1 : 0), width: beside - 1,
        height: inner.height - (hasBorder ? 1 : 0))
      return drawWords(in: words, true, world, &canvas)
    }
    picture.draw(at: Point(x: inner.x + beside / 2, y: inner.y), into: &canvas.buffer)
    let below = Rect(x: inner.x, y: inner.y + size.height, width: inner.width, height: inner.height - size.height)
    drawWords(in: below, true, world, &canvas)
  }

  /// Columns without which no words stand beside a code.
  private static let narrowest = 20

  private func drawWords(in rect: Rect, _ hasCode: Bool, _ world: World, _ canvas: inout Canvas) {
    var y = rect.y
    func put(_ text: String, _ role: Role, _ canvas: inout Canvas) {
      for line in wrap(text, width: max(1, rect.width - 2)) where y < rect.maxY {
        canvas.put(line, x: rect.x + 1, y: y, role, in: rect)
        y += 1
      }
    }
    let counted = Message("1 session of my plan", "%d sessions of my plan", count: count)
    put(world.text(counted), .heading, &canvas)
    if !hasCode {
      let words: Message
      if let need = CodePicture.needed(for: address, isASCII: world.isASCII) {
        words = Message(
          "A code of it needs %1$dx%2$d: make the window larger or its letters smaller, or pass on the address",
          need.width, need.height + 1)
      } else {
        words = Message("That is too much for a code: pass on the address")
      }
      put(world.text(words), .warning, &canvas)
    }
    if includesOwn { put(world.text(Message("Your own entries, with titles and places, go along")), .warning, &canvas) }
    if let said { put(world.text(said), .running, &canvas) }
    if rect.height >= 16 { y += 1 }
    // Cut anywhere, since it has no words.
    var rest = Substring(address)
    while !rest.isEmpty, y < rect.maxY {
      let line = rest.prefix(max(1, rect.width - 2))
      canvas.put(String(line), x: rect.x + 1, y: y, .link, in: rect)
      rest = rest.dropFirst(line.count)
      y += 1
    }
    if rect.height >= 16, y < rect.maxY - 1 {
      y += 1
      put(world.text(Message("Opened beside another plan by: %s", "plenary --with")), .dim, &canvas)
    }
  }
}

extension ShareView {
  static var place: Message? { Message("where the plan is shared") }
  static func absence(_ keys: KeyTable) -> Message { Message("That is done in the plan: %s", keys.name(of: "plan")) }

  static let commands: [Command<ShareView>] = [
    Command(
      "copyPlan", .read, Message("Copy the plan's address"), Shortcuts(["y"]),
      hint: Command.Hint(10, Message("copy the address"))
    ) { view, _ in view.copy() },
    Command(
      "shareOwn", .read, Message("Let entries of your own go along with a shared plan, or not"), Shortcuts(["a"]),
      hint: Command.Hint(12, Message("own entries too")),
      unless: { _, world in
        world.stars.plan.appointments.isEmpty ? Message("There are no entries of your own on the plan") : nil
      }
    ) { view, world in view.toggleOwn(world) },
    .back(Command.Hint(15, Message("close"))) { _, _ in [.close] },
  ]
}
