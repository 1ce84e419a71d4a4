import Agenda
import Catalogue
import Cells

/// What the staff want to be known, across the whole board.
enum BoardNotices {
  static func elements(_ kiosk: KioskState, width: Int, rows: Int) -> [BoardElement] {
    let texts = texts(kiosk)
    guard !texts.isEmpty else { return [] }
    // Every line is filled to its end, so that a notice stands out as a whole.
    let lines = texts.flatMap { text in
      wrap(text, width: max(1, width - 4)).enumerated().map { index, line in
        let text = (index == 0 ? "! " : "  ") + line
        return BoardElement.line([
          .init(text: " " + text + String(repeating: " ", count: max(0, width - 1 - displayWidth(text))), role: .notice)
        ])
      }
    }
    guard lines.count > rows else { return lines + [.blank] }
    // More than there is room for: they take turns.
    let pages = (lines.count + rows - 1) / rows
    let start = kiosk.turn % pages * rows
    return Array(lines[start..<min(lines.count, start + rows)]) + [.blank]
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
