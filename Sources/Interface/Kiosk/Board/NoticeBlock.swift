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

  private static func texts(_ world: BoardWorld) -> [String] {
    let rooms = world.catalogue.choices(.room)
    return world.holding.compactMap { notice in
      if !notice.rooms.isEmpty, let only = world.settings.room, !notice.rooms.contains(only) { return nil }
      if let text = notice.text?.string(for: world.languages) { return text }
      let what =
        notice.session.map { world.catalogue.sessionRow($0)?.title ?? "" }
        ?? listed(rooms.filter { notice.rooms.contains($0.id) }.map(\.name))
      if let state = notice.state { return world.text(state.message(of: what)) }
      guard let late = notice.late else { return nil }
      guard notice.session != nil || !notice.rooms.isEmpty else {
        return world.text(Message("Everything is 1 minute late", "Everything is %d minutes late", count: late))
      }
      if what.isEmpty { return nil }
      return world.text(Message("%2$s: %1$d minute late", "%2$s: %1$d minutes late", count: late, what))
    }
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
