import Agenda
import Catalogue
import Cells

/// What stands in the place of what is on while nothing is: before the conference, between its days, and after it.
enum WaitingBlock {
  /// Before the conference, and between its days.
  static func before(_ kiosk: KioskState, width: Int, rows: Int) -> [BoardElement] {
    guard let first = kiosk.schedule.next.first else { return [] }
    let now = kiosk.clock.now
    let card = kiosk.catalogue.conference
    let (date, today) = (card.date(of: first.start), card.date(of: now))
    let minutes = Int((first.start.since(now) + 59) / 60)
    let isBefore = kiosk.schedule.phase == .before
    let headlines =
      isBefore
      ? BoardWords.begins(BoardWords.countdown(date, minutes: minutes, seenFrom: today))
      : BoardWords.continues(date, clock: kiosk.zone.local(first.start).clock, seenFrom: today)
    var composer = BoardComposer(width: width, isASCII: kiosk.isASCII)
    composer.label(
      BoardWords.next, .badgeNext,
      [
        (isBefore || date.dayNumber - today.dayNumber > 1 ? BoardWords.longDate(date) : "", .strong),
        (kiosk.range(first), .strong), (first.place, .dim), (kiosk.remarks(first), .sign),
      ])
    let label = composer.elements
    let others = kiosk.schedule.next.count - 1
    let least = 2 + label.height + 1 + (others > 0 ? 1 : 0)
    composer.elements = rows > least ? [.blank] : []
    composer.large(firstOf: headlines, .title, rows: rows - least)
    if rows > least { composer.elements.append(.blank) }
    composer.elements += label
    composer.large(
      first.row.title, .nextTitle, rows: rows - composer.elements.height - (others > 0 ? 1 : 0))
    if others > 0 { composer.text(BoardWords.and(others), .dim) }
    return composer.elements
  }

  /// After the conference, or where a room has nothing more.
  static func after(_ kiosk: KioskState, width: Int, rows: Int) -> [BoardElement] {
    var composer = BoardComposer(width: width, isASCII: kiosk.isASCII)
    let card = kiosk.catalogue.conference
    if rows > 6 { composer.elements.append(.blank) }
    if kiosk.settings.room != nil, kiosk.catalogue.next(after: kiosk.clock.now) != nil {
      composer.large(BoardWords.nothingHere, .title, rows: rows - 2)
      return composer.elements
    }
    composer.large(firstOf: BoardWords.thanks, .title, rows: rows - 4)
    composer.elements.append(.blank)
    composer.text(card.title, .strong)
    composer.text(listed([card.dates, card.city]), .dim)
    return composer.elements
  }
}
