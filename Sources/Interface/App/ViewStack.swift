import Cells
import Messages

/// Whoever has a command, at this moment.
enum Holder {
  /// The view on top.
  case overlay
  /// A panel's view.
  case panel(Panel)
  /// One of the views of a panel, seen or not, whose commands hold in all panels.
  case face(slot: Int, face: Int)
  case desk
  case openers
  /// The program itself, to whom its own commands are left.
  case program

  var isOverlay: Bool { if case .overlay = self { true } else { false } }
}

/// The panels and the views over them: which of them has a key, and what it then wants.
struct ViewStack {
  /// A row of the key table with whoever does it.
  struct Match {
    var holder: Holder
    var row: KeyTable.Row
  }

  enum Meaning {
    case match(Match)
    /// More keys have to follow.
    case prefix
    case nothing
  }

  var desk: Desk
  /// Views over the panels; the last is on top.
  private(set) var overlays: [any Overlay] = []
  /// Where a click has chosen from a box or closed it, and how many there were, until something else is done.
  var lastBoxClick: (place: Point, overlays: Int)?
  /// Who asks last for every key.
  private let program: ObjectIdentifier

  init(_ desk: Desk, program: ObjectIdentifier) { (self.desk, self.program) = (desk, program) }

  /// What keys mean at this moment.
  var mode: KeyMode { overlays.last?.mode ?? desk[desk.focus].mode }

  mutating func push(_ overlay: any Overlay) { overlays.append(overlay) }
  mutating func pop() { if !overlays.isEmpty { overlays.removeLast() } }

  /// Brings all views to their places; what has not changed costs nothing.
  mutating func fit(_ world: inout World) {
    desk.fit(&world)
    for index in overlays.indices { overlays[index].fit(overlays[index].frame(on: world.size).size, world) }
  }

  // MARK: - From a key to its command

  func meaning(of keys: [Key], _ world: World) -> Meaning {
    let mode = mode
    for (holder, owner) in holders {
      let isFace = if case .face = holder { true } else { false }
      let meaning = world.keys.meaning(of: keys, to: owner, mode: mode) { row in
        if isFace, !row.info.isForAllPanels || mode != .reading { return false }
        return view(holder)?.holds(row.index, world) ?? true
      }
      switch meaning {
      case .row(let row): return .match(Match(holder: holder, row: row))
      case .prefix: return .prefix
      case .nothing: continue
      }
    }
    return .nothing
  }

  /// Who is asked for a key, in this order.
  private var holders: [(holder: Holder, owner: ObjectIdentifier)] {
    let last = [(Holder.desk, desk.owner), (.openers, Openers().owner), (.program, program)]
    guard let overlay = overlays.last else { return [(.panel(desk.focus), desk[desk.focus].owner)] + faces + last }
    let own = (Holder.overlay, overlay.owner)
    return overlay.passing == nil ? [own, (.program, program)] : [own] + faces + last
  }

  private var faces: [(holder: Holder, owner: ObjectIdentifier)] {
    desk.slots.indices.flatMap { slot in
      desk.slots[slot].faces.indices.map { face in
        (Holder.face(slot: slot, face: face), desk.slots[slot].faces[face].owner)
      }
    }
  }

  /// Nil for the program.
  private func view(_ holder: Holder) -> (any CommandOwner)? {
    switch holder {
    case .overlay: overlays.last
    case .panel(let panel): desk[panel]
    case .face(let slot, let face): desk.slots[slot].faces[face]
    case .desk: desk
    case .openers: Openers()
    case .program: nil
    }
  }

  /// Who runs a command from here, whatever its keys; nil where nobody who has it is there.
  ///
  /// Where several have it, those for whom it means something come first.
  func resolve(_ name: CommandName, _ world: World) -> Match? {
    var other: Match?
    let rows = world.keys.rows(called: name)
    for (holder, owner) in holders {
      for row in rows where row.owner == owner {
        if case .face = holder, !row.info.isForAllPanels { continue }
        let match = Match(holder: holder, row: row)
        if view(holder)?.holds(row.index, world) ?? true { return match }
        other = other ?? match
      }
    }
    return other
  }

  /// Why a command cannot run now; nil where it can.
  /// - Parameter program: whoever the program's own commands belong to, asked for theirs where it is given.
  func reason(_ name: CommandName, _ world: World, of program: (any CommandOwner)? = nil) -> Message? {
    guard let match = resolve(name, world) else {
      return world.keys.rows(called: name).first.flatMap(world.keys.absence)
    }
    return (view(match.holder) ?? program)?.reason(match.row.index, world)
  }

  // MARK: - What views want

  /// Runs a command; nil where it is the program's own.
  ///
  /// What lies over the panels is closed by a command that changes what is under it.
  mutating func run(_ match: Match, _ world: World) -> [Outcome]? {
    if let passing = overlays.last?.passing, !passing.contains(match.row.info.name), !match.holder.isOverlay { pop() }
    let index = match.row.index
    switch match.holder {
    case .overlay: return overlays[overlays.count - 1].run(index, world)
    case .panel(let panel): return desk.change(panel) { $0.run(index, world) }
    case .face(let slot, let face): return desk.runFace(slot, face, index, world)
    case .desk: return desk.run(index, world)
    case .openers:
      var openers = Openers()
      return openers.run(index, world)
    case .program: return nil
    }
  }

  /// Who has the text that is typed.
  var typist: Holder { overlays.isEmpty ? .panel(desk.focus) : .overlay }

  /// A key that no command has: text.
  mutating func type(_ key: Key, _ world: World) -> [Outcome] {
    guard overlays.isEmpty else { return overlays[overlays.count - 1].type(key, world) }
    return desk.change(desk.focus) { $0.type(key, world) }
  }

  /// Pasted text; nil where none is typed.
  mutating func paste(_ text: String, _ world: World) -> [Outcome]? {
    guard overlays.isEmpty else { return overlays[overlays.count - 1].paste(text, world) }
    return desk.change(desk.focus) { $0.paste(text, world) }
  }

  /// What was chosen, for the view that has offered it.
  mutating func receive(_ reply: Reply, _ world: World) -> [Outcome] {
    guard overlays.isEmpty else { return overlays[overlays.count - 1].receive(reply, world) }
    return desk.change(desk.focus) { $0.receive(reply, world) }
  }

  /// As far as a notch of the wheel goes, everywhere.
  static let wheelRows = 3

  /// A click or a turn of the wheel over the view on top.
  mutating func point(onTop action: MouseAction, _ world: World) -> [Outcome] {
    let top = overlays.count - 1
    let frame = overlays[top].frame(on: world.size)
    switch action.kind {
    case .wheelUp: return overlays[top].wheel(by: -ViewStack.wheelRows, world)
    case .wheelDown: return overlays[top].wheel(by: ViewStack.wheelRows, world)
    case .drag, .middleClick: return []
    case .click, .doubleClick:
      // A click beside a box closes it.
      guard frame.contains(action.position) else { return [.close] }
      let place = Point(x: action.position.x - frame.x, y: action.position.y - frame.y)
      return overlays[top].click(place, isDouble: action.kind == .doubleClick, in: frame.size, world)
    }
  }
}
