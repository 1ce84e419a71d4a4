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
  /// How large the clock is.
  var clock = LetterSize.regular
  /// Whether the seconds have big digits too.
  var hasBigSeconds = false
  /// Rows above the lines of plain text.
  var linesTop = 0
  /// Rows above the clock.
  var clockTop = 0
  var height = 3

  init() {}

  /// - Parameter most: the size of the title of what is on, than which nothing is to be larger.
  init(_ world: BoardWorld, width: Int, most: LetterSize) {
    let (rows, columns) = (world.size.height, world.size.width)
    let best: LetterSize = rows < 34 || columns < 100 ? .regular : rows < 60 || columns < 180 ? .double : .triple
    // Fine digits would take a row more than plain ones, which the title needs.
    clock = world.isASCII || most.isFine ? .plain : world.letters.size(upTo: min(most, best))
    if clock > .regular { layoutLarge(world, width: width) } else { layoutSmall(world, width: width) }
  }

  private mutating func layoutLarge(_ world: BoardWorld, width: Int) {
    let card = world.catalogue.conference
    let (date, note) = (world.local.date, BoardHeader.clockNote(world))
    hasBigSeconds = world.settings.showsSeconds
    let seconds = hasBigSeconds ? BoardHeader.columns(11, clock.smaller) + clock.dot.down : 0
    let clockWidth = BoardHeader.columns(21, clock) + seconds
    lines = BoardPage.wrapped(card.title, .strong, width: width * 2 / 3)
    corner = listed([listed([card.venue, card.city]), note], by: " · ")
    if displayWidth(corner) + displayWidth(card.title) + 2 > width { corner = note }
    clockTop = lines.count + 1
    let clockHeight = clock.dot.down * 3
    let free = width - clockWidth - 4
    var words = [world.heading(.weekdayAndDate(date)), world.heading(.shortDay(date))]
    if let room = world.roomName {
      corner = listed([words[0], note], by: " · ")
      words = [room]
    }
    for size in [LetterSize.double, .doubleNarrow, .regular, .narrow] where size <= clock {
      for text in words where large == nil {
        if let set = world.letters.text(text, size: size, width: free), set.height <= clockHeight + 1 { large = set }
      }
    }
    if large == nil, let text = words.first { lines += BoardPage.wrapped(text, .heading, width: free) }
    height = max(clockTop + max(clockHeight, large?.height ?? 0), lines.count)
  }

  /// Lines beside a clock of three rows; at a door its room in large letters, and one line under both.
  private mutating func layoutSmall(_ world: BoardWorld, width: Int) {
    let card = world.catalogue.conference
    let isPlain = clock == .plain
    let columns = isPlain ? displayWidth(world.clockText) : BoardHeader.columns(21, clock) + 2
    let room = max(10, width - columns - 4)
    let (note, simulated) = (BoardHeader.clockNote(world), BoardHeader.simulated(world))
    let date = world.heading(.day(world.local.date))
    if let name = world.roomName {
      if !isPlain, world.size.height >= 30,
        let set = world.letters.largest(name, width: room, rows: 5, most: clock, lines: 1)
      {
        (large, linesTop) = (set, set.height)
        lines = BoardPage.wrapped(listed([card.title, date, simulated], by: " · "), .text, width: width)
        height = linesTop + lines.count
        return
      }
      lines += BoardPage.wrapped(name, .heading, width: room)
    }
    lines += BoardPage.wrapped(card.title, .strong, width: room)
    if !isPlain { lines += [[.init(text: date, role: .text)]] }
    // What fits whole: a place that is cut is no place.
    let place = listed([card.venue, card.city])
    let notes = [[place, note], [card.city, note], [place, simulated], [card.city, simulated], [note], []]
    // Beside a clock in plain letters the date is on the line of the place.
    let begin = isPlain ? [date] : []
    if let words = notes.map({ listed(begin + $0, by: " · ") }).first(where: { displayWidth($0) <= room }),
      !words.isEmpty
    {
      lines += BoardPage.wrapped(words, .dim, width: room)
    }
    height = max(isPlain ? 1 : 3, lines.count)
  }

  /// Whose time the clock shows, and whether it is the true one.
  private static func clockNote(_ world: BoardWorld) -> String {
    let letters = world.zone.transition(at: world.clock.now).abbreviation
    return listed([simulated(world), world.text(Message("times in %s", letters))])
  }

  private static func simulated(_ world: BoardWorld) -> String {
    world.clock.isSimulated ? world.text(Message("simulated time")) : ""
  }

  /// Columns of so many dots: 21 of hours and minutes at the widest, 11 of seconds and what keeps them apart.
  private static func columns(_ dots: Int, _ size: LetterSize) -> Int { (dots * size.dot.across + 1) / 2 }
}
