import Agenda
import Catalogue
import Cells
import Messages

/// What is on, or what stands in its place while nothing is: the first thing that anybody who passes should see.
///
/// Its title can be set in any size; what is above and below it grows with the rows that the title leaves.
struct NowBlock {
  static let badge = Message("NOW")
  private static let timeIsUp = Message("TIME IS UP")

  private let world: BoardWorld
  private let width: Int
  /// Above the title.
  private var head: [BoardElement] = []
  /// The same title in several lengths, the longest first.
  private var titles: [Message] = []
  private var role = BoardRole.title
  /// Below the title.
  private var tail: [BoardElement] = []
  /// Below all: what begins with what comes next.
  private var others: [BoardElement] = []
  /// The session that is on, whose time is told in large letters where there is room for that.
  private var session: BoardSession?
  /// What comes next, below a headline that is about the time alone.
  private var following: String?

  init(_ world: BoardWorld, width: Int) {
    (self.world, self.width) = (world, width)
    let schedule = world.schedule
    switch schedule.phase {
    case .before, .betweenDays: waits()
    case .after: isOver()
    case .day:
      if let session = schedule.running.first { isOn(session) } else { pauses() }
    }
  }

  /// Whether there is a time to be told that is left.
  var hasTime: Bool { session?.end != nil }

  /// The block with its title in letters of a size; nil where it has none of that size.
  func elements(size: LetterSize) -> [BoardElement]? {
    title(size: size).map { head + $0 + tail + plainFollowing + others }
  }

  private func title(size: LetterSize) -> [BoardElement]? {
    if size == .plain { return titles.first.map { BoardComposer.lines(world.text($0), role, width: width) } ?? [] }
    for title in titles {
      if let large = world.letters.title(world.text(title), size: size, width: width) { return [.large(large, role)] }
    }
    return nil
  }

  private var plainFollowing: [BoardElement] {
    following.map { BoardComposer.lines($0, .nextTitle, width: width) } ?? []
  }

  /// The same with what is above and below the title as large as so many rows allow, but never larger than the title.
  func elements(size: LetterSize, rows: Int) -> [BoardElement] {
    let title = title(size: size) ?? []
    var (above, below, next) = (head, tail, plainFollowing)
    var spare: Int { rows - (above + title + below + next + others).height }
    // In the last minutes at a door how many they are stands out whatever the title is.
    if size > .plain || world.isHurry, let session,
      let large = largeLeft(session, most: world.isHurry ? .regular : min(size, .regular), rows: spare + 1)
    {
      below[below.count - 1] = .progress(session, large: large)
      let left = world.timeLeft(session)
      if left.role != .strong { above = label(session, more: [left]) }
      let when = listed(
        [world.range(session), world.settings.room == nil ? session.place : session.row.place], by: "  ")
      if size > .plain, left.role == .strong, world.remarks(session).isEmpty,
        let banner = banner(when, most: large.size, rows: spare + above.height)
      {
        above = [.banner(banner)]
      }
    }
    if let following,
      let large = world.letters.largest(following, width: width, rows: spare + next.height, most: size)
    {
      next = [.large(large, .nextTitle)]
    }
    // Air around the title, as far as there is some.
    if size > .plain, spare > 0, !above.isEmpty, !above.contains(where: \.isBanner) { above.append(.blank) }
    if size > .regular, spare > 0, !below.isEmpty { below.insert(.blank, at: 0) }
    return above + title + below + next + others
  }

  // What it is about

  private mutating func isOn(_ session: BoardSession) {
    self.session = session
    head = label(session)
    titles = [.data(session.row.title)]
    var composer = BoardComposer(world, width: width)
    composer.names(world.people[session.row.id] ?? [], lines: 1, .dim)
    tail = composer.elements + [.progress(session, large: nil)]
  }

  private func label(
    _ session: BoardSession, more: [(text: String, role: BoardRole)] = []
  ) -> [BoardElement] {
    var composer = BoardComposer(world, width: width)
    let place = world.settings.room == nil ? session.place : session.row.place
    composer.label(
      NowBlock.badge, .badge,
      [(world.range(session), .strong), (place, .dim)] + more + [(world.remarks(session), .sign)])
    return composer.elements
  }

  /// Nothing is on for the moment: what comes next takes the place; at a door also while somebody should come to an end.
  private mutating func pauses() {
    var composer = BoardComposer(world, width: width)
    if let over = world.schedule.overrun {
      let minutes = Int(world.clock.now.since(over.until) / 60)
      composer.label(
        minutes < 1 ? NowBlock.timeIsUp : Message("TIME IS UP: %d min over", minutes), .over,
        [(over.row.title, .dim)])
    } else {
      composer.text(Message("Nothing is on just now"), .dim)
    }
    guard let first = world.schedule.next.first else {
      head = composer.elements
      return
    }
    NextBlock.label(first, in: &composer, world)
    head = composer.elements
    titles = [.data(first.row.title)]
    role = .nextTitle
    others = others(world.schedule.next.dropFirst())
  }

  /// Before the conference, and between its days.
  private mutating func waits() {
    guard let first = world.schedule.next.first else { return }
    let distance = world.days(until: first.start)
    let isBefore = world.schedule.phase == .before
    titles = isBefore ? NowBlock.begins(first, distance, world) : NowBlock.continues(first, distance, world)
    var composer = BoardComposer(world, width: width)
    composer.label(
      NextBlock.badge, .badgeNext,
      [
        (isBefore || distance > 1 ? world.heading(.day(world.zone.local(first.start).date)) : "", .strong),
        (world.range(first), .strong), (first.place, .dim), (world.remarks(first), .sign),
      ])
    following = first.row.title
    tail = composer.elements
    others = others(world.schedule.next.dropFirst())
  }

  /// What begins with it, a line each as far as a few.
  private func others(_ sessions: ArraySlice<BoardSession>) -> [BoardElement] {
    var composer = BoardComposer(world, width: width)
    if sessions.count > 3 {
      composer.text(BoardWorld.more(sessions.count), .dim)
      return composer.elements
    }
    for entry in world.entries(Array(sessions), width: width) { composer.elements += entry.map { .line($0) } }
    return composer.elements
  }

  /// After the conference, or where a room has nothing more.
  private mutating func isOver() {
    if world.settings.room != nil, world.catalogue.next(after: world.clock.now) != nil {
      titles = [Message("Nothing in this room")]
      return
    }
    titles = [Message("Thank you for coming"), Message("Thank you")]
    let card = world.catalogue.conference
    var composer = BoardComposer(world, width: width)
    composer.text(.data(card.title), .strong)
    composer.text(.data(listed([world.text(card.dates), card.city])), .dim)
    tail = [.blank] + composer.elements
  }

  /// What is left in large letters on one line; nil where no end is known, or where they do not fit.
  private func largeLeft(_ session: BoardSession, most: LetterSize, rows: Int) -> LargeText? {
    guard !world.isASCII, let end = session.end, end > session.start else { return nil }
    let words = world.text(BoardWorld.shortLeft(world.minutes(until: end)))
    return world.letters.largest(words, width: width * 2 / 3, rows: rows, most: most, lines: 1)
  }

  /// That it is on, when and where, in the largest letters that fit; nil where none do.
  private func banner(_ when: String, most: LetterSize, rows: Int) -> BoardBanner? {
    for size in world.letters.sizes where size <= most {
      let banner = BoardBanner(
        world.text(NowBlock.badge), .badge, when, .time, world, size: size, width: width)
      if let banner, banner.height <= rows { return banner }
    }
    return nil
  }

  /// When the conference begins, the longest words first.
  private static func begins(_ first: BoardSession, _ days: Int, _ world: BoardWorld) -> [Message] {
    if days == 1 { return [Message("Begins tomorrow"), Message("Tomorrow")] }
    if days > 1 {
      return [
        Message("Begins in 1 day", "Begins in %d days", count: days), Message("In 1 day", "In %d days", count: days),
      ]
    }
    let minutes = world.minutes(until: first.start)
    if minutes < 1 { return [Message("Begins in a moment"), Message("In a moment")] }
    let span = Message.length(minutes: minutes)
    return [Message("Begins in %s", span), Message("In %s", span)]
  }

  /// On which day the conference goes on, the longest words first: `Continues tomorrow at 10:00`, `Tomorrow at 10:00`,
  /// `Tomorrow 10:00`.
  private static func continues(_ first: BoardSession, _ days: Int, _ world: BoardWorld) -> [Message] {
    let local = world.zone.local(first.start)
    let clock = local.clock
    if days <= 0 {
      return [Message("Continues today at %s", clock), Message("Today at %s", clock), Message("Today %s", clock)]
    }
    if days == 1 {
      return [
        Message("Continues tomorrow at %s", clock), Message("Tomorrow at %s", clock), Message("Tomorrow %s", clock),
      ]
    }
    let day = Message.weekdayAndDate(local.date)
    return [
      Message("Continues on %s at %s", day, clock), Message("On %s at %s", day, clock),
      Message("%s %s", Message.shortDay(local.date), clock),
    ]
  }
}
