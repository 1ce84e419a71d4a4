import Agenda
import Catalogue
import Cells
import Messages

/// What the staff want to be known, across the whole board.
enum NoticeBlock {
  static func elements(_ world: BoardWorld, width: Int, rows: Int) -> [BoardElement] {
    let texts = texts(world)
    guard !texts.isEmpty else { return [] }
    // They take turns where there are more than there is room for, none of them torn apart that need not be.
    var pages: [[BoardElement]] = [[]]
    for text in texts {
      let lines = lines(text, width: width)
      if !pages[pages.count - 1].isEmpty, pages[pages.count - 1].count + lines.count > rows { pages.append([]) }
      for line in lines {
        if pages[pages.count - 1].count == rows { pages.append([]) }
        pages[pages.count - 1].append(line)
      }
    }
    // What is below stays where it is.
    let height = pages.map(\.count).max() ?? 0
    let page = pages[world.turn % pages.count]
    return page + Array(repeating: .blank, count: height - page.count + 1)
  }

  /// Every line is filled to its end, so that a notice stands out as a whole.
  private static func lines(_ text: String, width: Int) -> [BoardElement] {
    wrap(text, width: max(1, width - 4)).enumerated().map { index, line in
      let text = (index == 0 ? "! " : "  ") + line
      let rest = String(repeating: " ", count: max(0, width - 1 - displayWidth(text)))
      return .line([.init(text: " " + text + rest, role: .notice)])
    }
  }

  /// The notice whose turn it is, for where there is a line for one.
  static func text(at turn: Int, _ world: BoardWorld) -> String? {
    let texts = texts(world)
    return texts.isEmpty ? nil : texts[turn % texts.count]
  }

  /// What there is to say, the most important first; an emergency has a screen of its own.
  static func texts(_ world: BoardWorld) -> [String] {
    let shown = world.holding.filter { notice in
      guard notice.level != .emergency else { return false }
      let shown = world.settings.rooms
      if shown.isEmpty { return true }
      let rooms = notice.session.map { world.room(of: $0) } ?? notice.rooms
      return rooms.isEmpty || rooms.contains { shown.contains($0) }
    }
    return (shown.filter { $0.level == .change } + shown.filter { $0.level == .info }).compactMap { words($0, world) }
  }

  /// Nil for a notice that is about nothing that there is.
  static func words(_ notice: Notice, _ world: BoardWorld) -> String? {
    if let text = notice.text?.string(for: world.languages) { return text }
    let rooms = listed(world.catalogue.allRooms.filter { notice.rooms.contains($0.id) }.map(\.name))
    if let state = notice.state { return world.text(state.message(of: rooms)) }
    guard let late = notice.late else { return nil }
    guard notice.session != nil || !notice.rooms.isEmpty else {
      return world.text(Message("Everything is 1 minute late", "Everything is %d minutes late", count: late))
    }
    let what = notice.session.map { world.catalogue.sessionRow($0)?.title ?? "" } ?? rooms
    if what.isEmpty { return nil }
    return world.text(Message("%2$s: %1$d minute late", "%2$s: %1$d minutes late", count: late, what))
  }
}

extension Notice.RoomState {
  /// What is said of rooms in that state.
  fileprivate func message(of rooms: String) -> Message {
    switch self {
    case .full: Message("%s: full", rooms)
    case .closed: Message("%s: closed", rooms)
    }
  }
}
