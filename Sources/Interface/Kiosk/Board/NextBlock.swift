import Agenda
import Catalogue
import Cells

/// What comes next.
enum NextBlock {
  /// The block, with letters that are not larger than those of what is on.
  static func elements(_ kiosk: KioskState, width: Int, rows: Int, scale: Int = 3) -> [BoardElement] {
    // Before and between the days, and in a gap, the place of what is on tells it already.
    guard kiosk.schedule.phase == .day, !kiosk.schedule.running.isEmpty || kiosk.schedule.overrun != nil else {
      return []
    }
    var composer = BoardComposer(width: width, isASCII: kiosk.isASCII)
    add(to: &composer, kiosk, rows: rows, scale: scale)
    return composer.elements
  }

  static func add(to composer: inout BoardComposer, _ kiosk: KioskState, rows: Int, scale: Int = 3) {
    let next = kiosk.schedule.next
    guard let first = next.first else { return }
    let when = when(first, kiosk)
    if next.count == 1 {
      composer.label(
        BoardWords.next, .badgeNext,
        [
          (when, .strong), (kiosk.range(first), .time), (kiosk.settings.room == nil ? first.place : "", .dim),
          (kiosk.remarks(first), .sign),
        ])
      composer.large(first.row.title, .nextTitle, rows: rows - composer.elements.height, scale: scale)
      return
    }
    composer.label(
      BoardWords.next, .badgeNext, [(when, .strong), (kiosk.zone.local(first.start).clock, .time)])
    for (index, session) in next.enumerated() {
      var entry = BoardEntry(width: composer.width)
      entry.add(session.row.title, .nextTitle)
      entry.add(session.place, .dim, after: " · ")
      if index > 0, composer.elements.height + entry.lines.count + 1 > rows {
        composer.text(BoardWords.and(next.count - index), .dim)
        return
      }
      composer.elements += entry.lines.map { .line($0) }
    }
  }

  /// `in 49 min`, or the day where that is another.
  private static func when(_ session: BoardSession, _ kiosk: KioskState) -> String {
    let card = kiosk.catalogue.conference
    let (date, today) = (card.date(of: session.start), card.date(of: kiosk.clock.now))
    if date != today {
      return BoardWords.when(date, clock: kiosk.zone.local(session.start).clock, seenFrom: today)
    }
    return BoardWords.until(minutes: Int((session.start.since(kiosk.clock.now) + 59) / 60))
  }
}
