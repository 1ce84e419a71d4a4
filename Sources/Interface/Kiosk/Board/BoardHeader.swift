import Agenda
import Catalogue
import Cells
import Messages

/// The top of the board: what conference it is, the date, and the clock in big digits.
struct BoardHeader: Equatable, Sendable {
  /// Lines of plain text at the left.
  var lines: [BoardPage.Line] = []
  /// At the right of the first line.
  var corner = ""
  /// The date, or a door's room, in large letters under the lines.
  var large: LargeText?
  /// How many dots wide a dot of the clock is; 0 where it is in plain letters.
  var scale = 1
  /// Whether the seconds have big digits too.
  var hasBigSeconds = false
  /// Rows above the lines of plain text.
  var linesTop = 0
  /// Rows above the clock.
  var clockTop = 0
  var height = 3

  init() {}

  /// - Parameter most: the size of the title of what is on, than which nothing is to be larger.
  init(_ world: BoardWorld, width: Int, most: Int) {
    let (rows, columns) = (world.size.height, world.size.width)
    scale = min(most, rows < 34 || columns < 100 ? 1 : rows < 60 || columns < 180 ? 2 : 3)
    if world.isASCII { scale = 0 }
    if scale > 1 { layoutLarge(world, width: width) } else { layoutSmall(world, width: width) }
  }

  private mutating func layoutLarge(_ world: BoardWorld, width: Int) {
    let card = world.catalogue.conference
    let (date, note) = (world.local.date, BoardHeader.clockNote(world))
    hasBigSeconds = world.settings.showsSeconds
    let clockWidth = BoardHeader.clockWidth(scale: scale) + (hasBigSeconds ? 11 * (scale - 1) : 0)
    lines = BoardPage.wrapped(card.title, .strong, width: width * 2 / 3)
    corner = listed([listed([card.venue, card.city]), note], by: " · ")
    if displayWidth(corner) + displayWidth(card.title) + 2 > width { corner = note }
    clockTop = lines.count + 1
    let clockHeight = scale * 3
    let free = width - clockWidth - 4
    var words = [world.heading(.weekdayAndDate(date)), world.heading(.shortDay(date))]
    if let room = world.roomName {
      corner = listed([words[0], note], by: " · ")
      words = [room]
    }
    let most = scale
    for scale in [2, 1] {
      for text in words where large == nil {
        if scale <= most, let set = world.letters.text(text, scale: scale, width: free), set.height <= clockHeight + 1 {
          large = set
        }
      }
    }
    if large == nil, let text = words.first { lines += BoardPage.wrapped(text, .heading, width: free) }
    height = max(clockTop + max(clockHeight, large?.height ?? 0), lines.count)
  }

  /// Lines beside a clock of three rows; at a door its room in large letters, and one line under both.
  private mutating func layoutSmall(_ world: BoardWorld, width: Int) {
    let card = world.catalogue.conference
    let clock = scale == 0 ? displayWidth(world.clockText) : BoardHeader.clockWidth(scale: 1) + 2
    let room = max(10, width - clock - 4)
    let (note, simulated) = (BoardHeader.clockNote(world), BoardHeader.simulated(world))
    let date = world.heading(.day(world.local.date))
    if let name = world.roomName {
      if scale > 0, world.size.height >= 30, let set = world.letters.text(name, scale: 1, width: room),
        set.lines.count == 1
      {
        (large, linesTop) = (set, set.height)
        lines = BoardPage.wrapped(listed([card.title, date, simulated], by: " · "), .text, width: width)
        height = linesTop + lines.count
        return
      }
      lines += BoardPage.wrapped(name, .heading, width: room)
    }
    lines += BoardPage.wrapped(card.title, .strong, width: room)
    if scale > 0 { lines += [[.init(text: date, role: .text)]] }
    // What fits whole: a place that is cut is no place.
    let place = listed([card.venue, card.city])
    let notes = [[place, note], [card.city, note], [place, simulated], [card.city, simulated], [note], []]
    // Beside a clock in plain letters the date is on the line of the place.
    let begin = scale == 0 ? [date] : []
    if let words = notes.map({ listed(begin + $0, by: " · ") }).first(where: { displayWidth($0) <= room }),
      !words.isEmpty
    {
      lines += BoardPage.wrapped(words, .dim, width: room)
    }
    height = max(scale == 0 ? 1 : 3, lines.count)
  }

  /// Whose time the clock shows, and whether it is the true one.
  private static func clockNote(_ world: BoardWorld) -> String {
    let letters = world.zone.transition(at: world.clock.now).abbreviation
    return listed([simulated(world), world.text(Message("times in %s", letters))])
  }

  private static func simulated(_ world: BoardWorld) -> String {
    world.clock.isSimulated ? world.text(Message("simulated time")) : ""
  }

  /// Columns of hours and minutes, at the widest.
  static func clockWidth(scale: Int) -> Int { 21 * scale }
}
