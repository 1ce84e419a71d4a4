import Agenda
import Catalogue
import Cells

/// What the staff want to be known, across the whole board.
enum BoardNotices {
  static func elements(_ kiosk: KioskState, width: Int, rows: Int) -> [BoardElement] {
    let texts = texts(kiosk)
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
    let page = pages[kiosk.turn % pages.count]
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

  private static func texts(_ kiosk: KioskState) -> [String] {
    let rooms = kiosk.catalogue.rooms()
    return kiosk.holding.compactMap { notice in
      if let room = notice.room, let only = kiosk.settings.room, room != only { return nil }
      if let text = notice.text?.string(for: kiosk.languages) { return text }
      guard let late = notice.late else { return nil }
      let what =
        notice.session.map { kiosk.catalogue.sessionRow($0)?.title ?? "" }
        ?? notice.room.map { id in rooms.first { $0.id == id }?.name ?? "" } ?? ""
      if what.isEmpty, notice.session != nil || notice.room != nil { return nil }
      return BoardWords.late(late, what: what)
    }
  }
}
