import Agenda
import Catalogue
import Messages

/// A notice as it is typed: `+10 @Main hall -12:00 We begin late`.
struct TypedNotice: Equatable {
  private(set) var notice = Notice()
  /// A room that is named and is none.
  private(set) var unknownRoom: String?

  /// What is about nothing and says nothing is nil.
  ///
  /// `+10` is minutes late, `@` names a room (several times, if need be), `#` is the selected session, `-12:00` the end and
  /// `11:00-12:00` both; `!` makes it a change, `!!` an emergency; the rest are its words. Of a room `full` and `closed`
  /// are its state.
  init?(_ text: String, _ world: World) {
    var words: [String] = []
    var rest = Substring(TextCleaner(lines: .single).clean(text).string)
    while let first = TypedNotice.word(&rest) {
      if first == "!!" || first == "!!!" {
        notice.level = .emergency
      } else if first == "!" {
        notice.level = .change
      } else if let late = TypedNotice.minutes(first), notice.late == nil {
        notice.late = late
      } else if first == "#", let session = world.programme.selectedRow?.id {
        notice.session = session
      } else if first.hasPrefix("@"), first != "@" || !rest.isEmpty {
        takeRoom(first.dropFirst() + (first == "@" ? rest : " " + rest), &rest, world)
      } else if let (from, until) = TypedNotice.span(first, world), notice.until == nil {
        (notice.from, notice.until) = (from, until)
      } else {
        words.append(String(first))
      }
    }
    if words.count == 1, !notice.rooms.isEmpty, let state = TypedNotice.state(words[0], world) {
      notice.state = state
    } else if !words.isEmpty {
      notice.text = Text(words.joined(separator: " "))
    }
    if notice.text == nil, notice.late == nil, notice.state == nil, unknownRoom == nil { return nil }
  }

  private static func word(_ rest: inout Substring) -> Substring? {
    rest = rest.drop { $0 == " " }
    guard !rest.isEmpty else { return nil }
    let word = rest.prefix { $0 != " " }
    rest = rest[word.endIndex...].drop { $0 == " " }
    return word
  }

  private static func minutes(_ word: Substring) -> Int? {
    guard word.hasPrefix("+"), let minutes = Int(word.dropFirst()), (1...720).contains(minutes) else { return nil }
    return minutes
  }

  /// The longest name of a room that what was typed begins with, else an identifier.
  private mutating func takeRoom(_ typed: Substring, _ rest: inout Substring, _ world: World) {
    let folded = world.catalogue.folded(String(typed))
    let rooms = world.catalogue.choices(.room)
    func isWhole(_ name: String) -> Bool {
      folded.hasPrefix(name) && (folded.count == name.count || folded.dropFirst(name.count).first == " ")
    }
    let found = rooms.flatMap { room in [(room.id, room.name), (room.id, room.id)] }
      .map { (id: $0.0, name: world.catalogue.folded($0.1)) }
      .filter { !$0.name.isEmpty && isWhole($0.name) }
      .max { $0.name.count < $1.name.count }
    guard let found else {
      unknownRoom = String(typed.prefix { $0 != " " })
      return
    }
    notice.rooms.append(found.id)
    rest = typed.dropFirst(found.name.count).drop { $0 == " " }
  }

  /// The times of today at which it begins and ends.
  private static func span(_ word: Substring, _ world: World) -> (from: Instant?, until: Instant)? {
    let parts = word.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].contains(":"), let until = instant(parts[1], world) else { return nil }
    if parts[0].isEmpty { return (nil, until) }
    guard parts[0].contains(":"), let from = instant(parts[0], world), from < until else { return nil }
    return (from, until)
  }

  private static func instant(_ text: Substring, _ world: World) -> Instant? {
    guard let second = TypedTime.second(of: String(text)) else { return nil }
    let card = world.catalogue.conference
    return world.zone.instant(
      card.dayChange.local(secondOfDay: second, on: card.dayChange.day(of: world.clock.now, in: world.zone)))
  }

  private static func state(_ word: String, _ world: World) -> Notice.RoomState? {
    Notice.RoomState.allCases.first {
      [$0.rawValue, world.catalogue.folded(world.text($0.word))].contains(world.catalogue.folded(word))
    }
  }
}

extension Notice {
  /// All but its words, in a few: level, delay, what it is about, when.
  func facts(_ world: World) -> String {
    var facts: [String] = []
    func add(_ message: Message?) { if let message { facts.append(world.text(message)) } }
    add(level.word)
    add(late.map { Message("1 minute late", "%d minutes late", count: $0) })
    facts += world.catalogue.choices(.room).filter { rooms.contains($0.id) }.map(\.name)
    add(state?.word)
    if let session { facts.append(world.catalogue.sessionRow(session)?.title ?? session) }
    let clock = world.clock.now
    func time(_ instant: Instant) -> String {
      let local = world.zone.local(instant)
      return local.date == world.zone.local(clock).date ? local.clock : "\(local.date) \(local.clock)"
    }
    add((from.map { $0 > clock } ?? false ? from : nil).map { Message("from %s", time($0)) })
    // What holds to the end of the day need not say so.
    let card = world.catalogue.conference
    let tomorrow = card.dayChange.end(ofDayOf: clock, in: world.zone)
    add(
      (until == tomorrow ? nil : until).map {
        $0 <= clock ? Message("over since %s", time($0)) : Message("until %s", time($0))
      })
    return facts.joined(separator: " · ")
  }
}

extension Notice.RoomState {
  var word: Message {
    switch self {
    case .full: Message("full")
    case .closed: Message("closed")
    }
  }
}

extension Notice.Level {
  /// Nil for what needs no word.
  fileprivate var word: Message? {
    switch self {
    case .info: nil
    case .change: Message("change")
    case .emergency: Message("EMERGENCY")
    }
  }
}
