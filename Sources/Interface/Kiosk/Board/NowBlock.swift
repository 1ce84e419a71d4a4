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
    case .before, .betweenDays: return [WaitingBlock.before(kiosk, width: width, rows: rows)]
    case .after: return [WaitingBlock.after(kiosk, width: width, rows: rows)]
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
    let place = kiosk.settings.room == nil ? session.place : session.row.place
    let names = kiosk.people[session.row.id] ?? []
    let below = 1 + (names.isEmpty ? 0 : 1) + (rows > 9 ? 1 : 0)
    func label(_ parts: [(text: String, role: BoardRole)]) -> [BoardElement] {
      var composer = BoardComposer(width: width, isASCII: kiosk.isASCII)
      composer.label(BoardWords.now, .badge, parts + [(kiosk.remarks(session), .sign)])
      if rows > (kiosk.isHurry ? 9 : 7) { composer.elements.append(.blank) }
      return composer.elements
    }
    let head = label([(kiosk.range(session), .strong), (place, .dim)])
    let above = head.height + below
    var composer = BoardComposer(width: width, isASCII: kiosk.isASCII)
    // In the last minutes a door leaves room for how many they are.
    let (rows, reserve) = kiosk.isHurry ? (max(rows, most), 4) : (rows, 0)
    composer.large(session.row.title, .title, rows: rows - above - reserve, most: most - above - reserve)
    let title = composer.elements
    let free = max(rows, most) - head.height - title.height - 1
    composer.elements = []
    composer.names(names, lines: min(free, 2), .dim)
    if free > 2, rows > 9 { composer.elements.append(.blank) }
    let people = composer.elements

    // What is left in large letters, and then when and where, as far as the title has them and leaves room.
    var room = rows - (head + title + people).height
    var scale = 0
    if case .large(let text, _) = title.last { scale = text.scale }
    let large = kiosk.isASCII || scale == 0 && !kiosk.isHurry ? nil : kiosk.largeLeft(session, width: width * 2 / 3)
    guard let large, large.height <= room else {
      return head + title + people + [.progress(session, large: nil)]
    }
    room -= large.height
    let left = kiosk.timeLeft(session)
    let words: [(text: String, role: BoardRole)] = left.role == .strong ? [] : [left]
    let bar = BoardElement.progress(session, large: large)
    let remarks = kiosk.remarks(session)
    if scale > 1, words.isEmpty, remarks.isEmpty,
      let banner = BoardBanner(
        BoardWords.now, .badge, listed([kiosk.range(session), place], by: "  "), .time, width: width),
      banner.height - head.height <= room
    {
      return [.banner(banner)] + title + people + [bar]
    }
    return label([(kiosk.range(session), .strong), (place, .dim)] + words) + title + people + [bar]
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
    if rows > 9 { composer.elements.append(.blank) }
    composer.large(session.row.title, .title, rows: rows - composer.elements.height)
    let room = rows - composer.elements.height
    if !kiosk.isASCII, let banner = BoardBanner(BoardWords.timeIsUp, .over, width: width), banner.height <= room {
      composer.elements += (banner.height < room ? [.blank] : []) + [.banner(banner)]
    }
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
