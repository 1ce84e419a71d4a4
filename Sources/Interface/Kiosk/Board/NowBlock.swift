import Agenda
import Catalogue
import Cells

/// What is on: the first thing that anybody who passes should see.
enum NowBlock {
  /// The block, in parts that take turns where more is on than fits; none is higher than `rows` as far as it goes.
  ///
  /// Large letters may take up to `most` rows.
  static func parts(_ kiosk: KioskState, width: Int, rows: Int, most: Int? = nil) -> [[BoardElement]] {
    let most = most ?? rows
    let schedule = kiosk.schedule
    switch schedule.phase {
    case .before, .betweenDays: return [waiting(kiosk, width: width, rows: rows)]
    case .after: return [ending(kiosk, width: width, rows: rows)]
    case .day: break
    }
    if let overrun = schedule.overrun { return [over(overrun, kiosk, width: width, rows: rows)] }
    guard let first = schedule.running.first else { return [gap(kiosk, width: width, rows: rows)] }
    if schedule.running.count == 1 { return [single(first, kiosk, width: width, rows: rows, most: most)] }
    return NowGrid.parts(schedule.running, kiosk, width: width, rows: rows)
  }

  private static func single(
    _ session: BoardSession, _ kiosk: KioskState, width: Int, rows: Int, most: Int
  ) -> [BoardElement] {
    var composer = BoardComposer(width: width, isASCII: kiosk.isASCII)
    composer.label(
      BoardWords.now, .badge,
      [
        (kiosk.range(session), .strong), (kiosk.settings.room == nil ? session.place : session.row.place, .dim),
        (kiosk.remarks(session), .sign),
      ])
    if rows > 7 { composer.elements.append(.blank) }
    let names = kiosk.people[session.row.id] ?? []
    let below = 1 + (names.isEmpty ? 0 : 1) + (rows > 9 ? 1 : 0)
    let above = composer.elements.height + below
    composer.large(session.row.title, .title, rows: rows - above, most: most - above)
    let free = max(rows, most) - composer.elements.height - 1
    composer.names(names, lines: min(free, 2), .dim)
    if free > 2, rows > 9 { composer.elements.append(.blank) }
    composer.elements.append(.progress(session))
    return composer.elements
  }

  /// Nothing is on for the moment: what comes next takes the place.
  private static func gap(_ kiosk: KioskState, width: Int, rows: Int) -> [BoardElement] {
    var composer = BoardComposer(width: width, isASCII: kiosk.isASCII)
    composer.text(BoardWords.nothingNow, .dim)
    composer.elements.append(.blank)
    NextBlock.add(to: &composer, kiosk, rows: rows - 2)
    return composer.elements
  }

  /// What should be over while nothing else has begun.
  private static func over(_ session: BoardSession, _ kiosk: KioskState, width: Int, rows: Int) -> [BoardElement] {
    var composer = BoardComposer(width: width, isASCII: kiosk.isASCII)
    let minutes = Int(kiosk.clock.now.since(session.until) / 60)
    composer.label(BoardWords.overTime(minutes: minutes), .over, [(kiosk.range(session), .strong)])
    if rows > 7 { composer.elements.append(.blank) }
    composer.large(session.row.title, .title, rows: rows - composer.elements.height)
    return composer.elements
  }

  /// Before the conference, and between its days.
  private static func waiting(_ kiosk: KioskState, width: Int, rows: Int) -> [BoardElement] {
    var composer = BoardComposer(width: width, isASCII: kiosk.isASCII)
    guard let first = kiosk.schedule.next.first else { return [] }
    let now = kiosk.clock.now
    let card = kiosk.catalogue.conference
    let (date, today) = (card.date(of: first.start), card.date(of: now))
    let local = kiosk.zone.local(first.start)
    let minutes = Int((first.start.since(now) + 59) / 60)
    let when = BoardWords.when(date, clock: local.clock, seenFrom: today)
    let isBefore = kiosk.schedule.phase == .before
    composer.elements.append(.blank)
    let headline =
      isBefore
      ? BoardWords.begins(BoardWords.countdown(date, minutes: minutes, seenFrom: today)) : BoardWords.continues(when)
    composer.large(headline, .title, rows: rows - 5)
    composer.elements.append(.blank)
    composer.label(
      BoardWords.next, .badgeNext,
      [
        (isBefore || date.dayNumber - today.dayNumber > 1 ? BoardWords.longDate(date) : "", .strong),
        (kiosk.range(first), .strong), (first.place, .dim), (kiosk.remarks(first), .sign),
      ])
    composer.text(first.row.title, .nextTitle)
    if kiosk.schedule.next.count > 1 { composer.text(BoardWords.and(kiosk.schedule.next.count - 1), .dim) }
    return composer.elements
  }

  private static func ending(_ kiosk: KioskState, width: Int, rows: Int) -> [BoardElement] {
    var composer = BoardComposer(width: width, isASCII: kiosk.isASCII)
    let card = kiosk.catalogue.conference
    composer.elements.append(.blank)
    if kiosk.settings.room != nil, kiosk.catalogue.next(after: kiosk.clock.now) != nil {
      composer.large(BoardWords.nothingHere, .title, rows: rows - 2)
      return composer.elements
    }
    composer.large(BoardWords.thanks, .title, rows: rows - 4)
    composer.elements.append(.blank)
    composer.text(card.title, .strong)
    composer.text(listed([card.dates, card.city]), .dim)
    return composer.elements
  }
}

extension KioskState {
  /// `09:00-10:30`, or `19:30, end open`.
  func range(_ session: BoardSession) -> String {
    let start = zone.local(session.start).clock
    guard let end = session.end, end > session.start else {
      return session.row.kind == .milestone ? start : listed([start, BoardWords.endOpen])
    }
    return start + "-" + zone.local(end).clock
  }
}
