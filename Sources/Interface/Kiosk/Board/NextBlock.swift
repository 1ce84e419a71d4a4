import Agenda
import Catalogue
import Cells
import Messages

/// What comes next.
enum NextBlock {
  fileprivate static let badge = Message("NEXT")

  /// The block, with letters that are not larger than those of what is on.
  static func elements(_ world: BoardWorld, width: Int, rows: Int, scale: Int = 3) -> [BoardElement] {
    // Before and between the days, and in a gap, the place of what is on tells it already.
    guard world.schedule.phase == .day, !world.schedule.running.isEmpty || world.schedule.overrun != nil else {
      return []
    }
    var composer = BoardComposer(world, width: width)
    add(to: &composer, world, rows: rows, scale: scale)
    return composer.elements
  }

  static func add(to composer: inout BoardComposer, _ world: BoardWorld, rows: Int, scale: Int = 3) {
    let next = world.schedule.next
    guard let first = next.first else { return }
    let when = world.text(when(first, world))
    if next.count == 1 {
      composer.label(
        badge, .badgeNext,
        [
          (when, .strong), (world.range(first), .time), (world.settings.room == nil ? first.place : "", .dim),
          (world.remarks(first), .sign),
        ])
      composer.large(.data(first.row.title), .nextTitle, rows: rows - composer.elements.height, scale: scale)
      return
    }
    composer.label(badge, .badgeNext, [(when, .strong), (world.zone.local(first.start).clock, .time)])
    for (index, session) in next.enumerated() {
      var entry = BoardEntry(width: composer.width)
      entry.add(session.row.title, .nextTitle)
      entry.add(session.place, .dim, after: " · ")
      if index > 0, composer.elements.height + entry.lines.count + 1 > rows {
        composer.text(BoardWorld.more(next.count - index), .dim)
        return
      }
      composer.elements += entry.lines.map { .line($0) }
    }
  }

  /// `in 49 min`, or the day where that is another.
  private static func when(_ session: BoardSession, _ world: BoardWorld) -> Message {
    let clock = world.zone.local(session.start).clock
    let date = world.zone.local(session.start).date
    switch world.days(until: session.start) {
    case ...0:
      return .until(minutes: world.minutes(until: session.start))
    case 1: return Message("tomorrow at %s", clock)
    default: return Message("on %s at %s", Message.weekdayAndDate(date), clock)
    }
  }
}

/// What stands in the place of what is on while nothing is: before the conference, between its days, and after it.
enum WaitingBlock {
  /// Before the conference, and between its days.
  static func before(_ world: BoardWorld, width: Int, rows: Int) -> [BoardElement] {
    guard let first = world.schedule.next.first else { return [] }
    let date = world.zone.local(first.start).date
    let distance = world.days(until: first.start)
    let isBefore = world.schedule.phase == .before
    let headlines =
      isBefore
      ? begins(inDays: distance, minutes: world.minutes(until: first.start))
      : continues(date, inDays: distance, clock: world.zone.local(first.start).clock)
    var composer = BoardComposer(world, width: width)
    composer.label(
      NextBlock.badge, .badgeNext,
      [
        (isBefore || distance > 1 ? world.heading(.day(date)) : "", .strong), (world.range(first), .strong),
        (first.place, .dim), (world.remarks(first), .sign),
      ])
    let label = composer.elements
    let others = world.schedule.next.count - 1
    let least = 2 + label.height + 1 + (others > 0 ? 1 : 0)
    composer.elements = rows > least ? [.blank] : []
    composer.large(firstOf: headlines, .title, rows: rows - least)
    if rows > least { composer.elements.append(.blank) }
    composer.elements += label
    composer.large(
      .data(first.row.title), .nextTitle, rows: rows - composer.elements.height - (others > 0 ? 1 : 0))
    if others > 0 { composer.text(BoardWorld.more(others), .dim) }
    return composer.elements
  }

  /// After the conference, or where a room has nothing more.
  static func after(_ world: BoardWorld, width: Int, rows: Int) -> [BoardElement] {
    var composer = BoardComposer(world, width: width)
    let card = world.catalogue.conference
    if rows > 6 { composer.elements.append(.blank) }
    if world.settings.room != nil, world.catalogue.next(after: world.clock.now) != nil {
      composer.large(Message("Nothing in this room"), .title, rows: rows - 2)
      return composer.elements
    }
    composer.large(firstOf: [Message("Thank you for coming"), Message("Thank you")], .title, rows: rows - 4)
    composer.elements.append(.blank)
    composer.text(.data(card.title), .strong)
    composer.text(.data(listed([world.text(card.dates), card.city])), .dim)
    return composer.elements
  }

  /// When the conference begins, the longest words first.
  private static func begins(inDays days: Int, minutes: Int) -> [Message] {
    if days == 1 { return [Message("Begins tomorrow"), Message("Tomorrow")] }
    if days > 1 {
      return [
        Message("Begins in 1 day", "Begins in %d days", count: days), Message("In 1 day", "In %d days", count: days),
      ]
    }
    if minutes < 1 { return [Message("Begins in a moment"), Message("In a moment")] }
    let span = Message.length(minutes: minutes)
    return [Message("Begins in %s", span), Message("In %s", span)]
  }

  /// On which day the conference goes on, the longest words first: `Continues tomorrow at 10:00`, `Tomorrow at 10:00`,
  /// `Tomorrow 10:00`.
  private static func continues(_ date: CalendarDate, inDays days: Int, clock: String) -> [Message] {
    if days <= 0 {
      return [Message("Continues today at %s", clock), Message("Today at %s", clock), Message("Today %s", clock)]
    }
    if days == 1 {
      return [
        Message("Continues tomorrow at %s", clock), Message("Tomorrow at %s", clock), Message("Tomorrow %s", clock),
      ]
    }
    let day = Message.weekdayAndDate(date)
    return [
      Message("Continues on %s at %s", day, clock), Message("On %s at %s", day, clock),
      Message("%s %s", Message.shortDay(date), clock),
    ]
  }
}
