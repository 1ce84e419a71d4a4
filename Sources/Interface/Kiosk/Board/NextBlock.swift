import Agenda
import Catalogue
import Cells
import Messages

/// What comes next: all of what starts in the next half hour, in parts that take turns where it does not fit.
enum NextBlock {
  static let badge = Message("NEXT")

  /// The block, with letters that are not larger than those of what is on; none where what is on tells it already, as
  /// before and between the days, and in a gap.
  ///
  /// - Parameter rows: rows of a part at the most, of plain letters as many as one needs.
  static func parts(_ world: BoardWorld, width: Int, rows: Int, size: LetterSize) -> [[BoardElement]] {
    let next = world.schedule.next
    guard world.schedule.phase == .day, !world.schedule.running.isEmpty, let first = next.first else { return [] }
    var composer = BoardComposer(world, width: width)
    if next.count == 1 {
      label(first, in: &composer, world)
      let room = rows - composer.elements.height
      if size > .plain, let large = world.letters.largest(first.row.title, width: width, rows: room, most: size) {
        return [composer.elements + [.large(large, .nextTitle)]]
      }
      composer.text(.data(first.row.title), .nextTitle)
      return [composer.elements]
    }
    let clock = world.zone.local(first.start).clock
    let isTogether = next.allSatisfy { $0.start == first.start }
    composer.label(
      badge, .badgeNext, [(world.text(when(first, world)), .strong), (isTogether ? clock : "", .time)])
    let entries = next.map { session in
      var entry = BoardEntry(time: isTogether ? "" : world.zone.local(session.start).clock, width: width)
      entry.add(session.row.title, .nextTitle)
      entry.add(session.place, .dim, after: " · ")
      entry.add(world.remarks(session, isBrief: true), .sign, after: "  ")
      return entry.lines
    }
    return BoardPage.pages("", entries, height: max(1, rows - composer.elements.height)).map { page in
      var part = composer
      if !page.part.isEmpty { part.elements[0] = part.elements[0].followed(by: "  " + page.part) }
      // A list that fits begins with some air, which the label is already.
      let lines = page.lines.first?.isEmpty ?? false ? page.lines.dropFirst() : page.lines[...]
      return part.elements + lines.map { .line($0) }
    }
  }

  /// When and where it is, behind the badge.
  static func label(_ session: BoardSession, in composer: inout BoardComposer, _ world: BoardWorld) {
    composer.label(
      badge, .badgeNext,
      [
        (world.text(when(session, world)), .strong), (world.range(session), .time),
        (world.settings.room == nil ? session.place : "", .dim), (world.remarks(session), .sign),
      ])
  }

  /// `in 49 min`, or the day where that is another.
  private static func when(_ session: BoardSession, _ world: BoardWorld) -> Message {
    let local = world.zone.local(session.start)
    switch world.days(until: session.start) {
    case ...0: return .until(minutes: world.minutes(until: session.start))
    case 1: return Message("tomorrow at %s", local.clock)
    default: return Message("on %s at %s", Message.weekdayAndDate(local.date), local.clock)
    }
  }
}
