import Agenda

/// Whether objects with a title and a time are sessions: trains, shops, posts and builds have both too.
enum SessionEvidence {
  /// Fields of what is never one.
  private static let never: Set<String> = [
    "route", "stopid", "stopname", "tripid", "headsign", "destination", "departure", "departuretime", "arrival",
    "arrivaltime", "flight", "train", "gate", "level", "severity", "msg", "pid", "ip", "sha", "commit", "exitcode",
  ]
  /// Fields of what may have a date, or a clock, and is none.
  private static let seldom: Set<String> = [
    "stop", "stops", "platform", "opens", "closes", "open", "close", "opening", "closing", "price", "amount", "version",
    "message", "permalink", "pubdate", "publishedat", "updatedat", "birthday", "birthdate", "email", "phone", "salary",
    "calories", "dose", "temperature",
  ]

  /// Whether most of them have a field of something else.
  ///
  /// - Parameters:
  ///   - counts: how many have each field, by its folded name.
  ///   - isWhole: they have a date and a clock.
  static func isAgainst(_ counts: [String: Int], of total: Int, isWhole: Bool) -> Bool {
    counts.contains { name, count in
      count * 2 > total && (never.contains(name) || !isWhole && seldom.contains(name))
    }
  }

  /// Fewer times without a date may be of anything.
  private static let leastWithoutDays = 3

  /// Whether times without a date are those of a programme: most of them later than the one before, under names of their
  /// own.
  ///
  /// Shops open all at the same time.
  static func isOfOneDay(_ sessions: [SessionDraft]) -> Bool {
    guard sessions.count >= leastWithoutDays else { return false }
    let starts = sessions.compactMap { $0.start?.written.count }
    let later = zip(starts, starts.dropFirst()).filter { $0 < $1 }.count
    let titles = Set(sessions.compactMap { $0.title?.variants.first?.string })
    guard titles.count * 2 > sessions.count else { return false }
    // Where somebody speaks, several may do so at once.
    let isSpoken = sessions.count { !$0.people.isEmpty } * 2 > sessions.count
    if isSpoken, Set(starts).count >= leastWithoutDays, zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }) {
      return true
    }
    return Set(starts).count * 2 > starts.count && later * 2 >= starts.count - 1
  }

  /// Where a time is much earlier than the one before, and no rooms are beside each other, another day begins.
  static func partDays(_ sessions: inout [SessionDraft], from day: CalendarDate) {
    guard !sessions.contains(where: { $0.room != nil || $0.track != nil }) else { return }
    var last = 0
    var shift = 0
    for index in sessions.indices {
      guard case .listed(let date, let second) = sessions[index].start else { continue }
      if second + 2 * 3_600 < last { shift += 1 }
      last = second
      guard shift > 0 else { continue }
      sessions[index].start = .listed(date.advanced(by: shift), second)
      sessions[index].listedDay = date.advanced(by: shift)
    }
  }
}

extension SessionDraft {
  /// Whether a time of the day is known.
  var hasClock: Bool {
    switch start {
    case nil, .day: false
    default: true
    }
  }
}
