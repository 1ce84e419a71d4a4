import Agenda
import Catalogue
import Cells

/// The top of the board: what conference it is, the date, and the clock in big digits.
struct BoardHeader: Equatable, Sendable {
  /// Lines of plain text at the left.
  var lines: [BoardPage.Line] = []
  /// At the right of the first line.
  var corner = ""
  /// The date, or a door's room, in large letters under the lines.
  var large: LargeText?
  /// How many dots wide a dot of the clock is.
  var scale = 1
  /// Whether the seconds have big digits too.
  var hasBigSeconds = false
  /// Rows above the lines of plain text.
  var linesTop = 0
  /// Rows above the clock.
  var clockTop = 0
  var height = 3

  init() {}

  init(_ kiosk: KioskState, width: Int) {
    let card = kiosk.catalogue.conference
    let (rows, columns) = (kiosk.size.height, kiosk.size.width)
    let room = kiosk.roomName
    let date = kiosk.zone.local(kiosk.clock.now).date
    let letters = kiosk.zone.transition(at: kiosk.clock.now).abbreviation
    let clockNote = listed([kiosk.clock.isSimulated ? BoardWords.simulated : "", BoardWords.times(in: letters)])
    let place = listed([card.venue, card.city])
    scale = kiosk.isASCII || rows < 34 || columns < 100 ? 1 : rows < 60 || columns < 180 ? 2 : 3
    guard scale > 1 else {
      setSmall(kiosk, width: width, date: date, place: place, clockNote: clockNote)
      return
    }
    hasBigSeconds = kiosk.settings.showsSeconds
    let clockWidth = BoardHeader.clockWidth(scale: scale) + (hasBigSeconds ? 11 * (scale - 1) : 0)
    lines = BoardHeader.set(card.title, .strong, width: width * 2 / 3)
    corner = listed([place, clockNote], by: " · ")
    if displayWidth(corner) + displayWidth(card.title) + 2 > width { corner = clockNote }
    clockTop = lines.count + 1
    let clockHeight = scale * 3
    let free = width - clockWidth - 4
    let words = room.map { [$0] } ?? [BoardWords.weekdayAndDay(date), BoardWords.shortDate(date)]
    if room != nil { corner = listed([BoardWords.weekdayAndDay(date), clockNote], by: " · ") }
    for scale in [2, 1] {
      for text in words where large == nil {
        if let set = LargeText(text, scale: scale, width: free), set.height <= clockHeight + 1 { large = set }
      }
    }
    if large == nil, let text = words.first { lines += BoardHeader.set(text, .heading, width: free) }
    height = max(clockTop + max(clockHeight, large?.height ?? 0), lines.count)
  }

  /// Lines beside a clock of three rows; at a door its room in large letters, and one line under both.
  private mutating func setSmall(_ kiosk: KioskState, width: Int, date: CalendarDate, place: String, clockNote: String)
  {
    let card = kiosk.catalogue.conference
    let room = max(10, width - BoardHeader.clockWidth(scale: 1) - 6)
    let simulated = kiosk.clock.isSimulated ? BoardWords.simulated : ""
    if let name = kiosk.roomName {
      if !kiosk.isASCII, kiosk.size.height >= 20, let set = LargeText(name, scale: 1, width: room), set.lines.count == 1
      {
        let line = listed([card.title, BoardWords.longDate(date), simulated], by: " · ")
        (large, linesTop, lines) = (set, set.height, BoardHeader.set(line, .text, width: width))
        height = linesTop + lines.count
        return
      }
      lines += BoardHeader.set(name, .heading, width: room)
    }
    lines += BoardHeader.set(card.title, .strong, width: room)
    lines += [[.init(text: BoardWords.longDate(date), role: .text)]]
    // What fits whole: a place that is cut is no place.
    let notes = [
      [place, clockNote], [card.city, clockNote], [place, simulated], [card.city, simulated], [clockNote],
    ]
    if let note = notes.map({ listed($0, by: " · ") }).first(where: { displayWidth($0) <= room }) {
      lines += BoardHeader.set(note, .dim, width: room)
    }
    height = max(3, lines.count)
  }

  private static func set(_ text: String, _ role: BoardRole, width: Int) -> [BoardPage.Line] {
    text.isEmpty ? [] : wrap(text, width: width).map { [.init(text: $0, role: role)] }
  }

  /// Columns of hours and minutes, at the widest.
  static func clockWidth(scale: Int) -> Int { 21 * scale }
}

extension KioskState {
  /// The room of a door sign.
  var roomName: String? {
    settings.room.map { id in catalogue.rooms().first { $0.id == id }?.name ?? id }
  }
}
