import Dice

/// A conference of a size that few reach: five days of thousands of sessions, in words as frequent as words are.
///
/// The same numbers always make the same conference.
struct LargeConference {
  let sessionCount: Int
  private static let days = 5
  private static let roomCount = 100
  private static let trackCount = 60
  private let vocabulary: [String]
  private var random = Dice(seed: 5)

  init(sessionCount: Int = 30_000) {
    self.sessionCount = sessionCount
    let starts = ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "cl", "br", "st", "tr", "pl", "gr"]
    let middles = ["a", "e", "i", "o", "u", "ia", "ea", "ou"]
    let ends = ["", "n", "r", "s", "t", "ing"]
    var random = Dice(seed: 7)
    var words = ["the", "of", "and", "for", "in", "with", "model", "data", "ocean", "climate"]
    while words.count < 6_000 {
      let syllables = (0..<2 + random.roll(3)).map { _ in
        starts[random.roll(starts.count)] + middles[random.roll(middles.count)]
      }
      words.append(syllables.joined() + ends[random.roll(ends.count)])
    }
    vocabulary = words
  }

  /// The title, the people and the text of each session, a line for each: what a filter of lines is given.
  private(set) var lines: [String] = []

  /// The conference as a bundle's `agenda.json`.
  mutating func bundle() -> String {
    let rooms = (0..<Self.roomCount).map { "{\"id\":\"r\($0)\",\"name\":\"Hall \($0 / 10 + 1).\($0 % 10)\"}" }
    let tracks = (0..<Self.trackCount).map { "{\"id\":\"t\($0)\",\"name\":\"\(words(2)) \($0)\"}" }
    let people = (0..<sessionCount * 2 / 3).map { "\(word()) \(word()) \($0)" }
    let entries = people.enumerated().map { "{\"id\":\"p\($0)\",\"name\":\"\($1)\"}" }
    lines = []
    let sessions = (0..<sessionCount).map { session($0, people) }
    return """
      {"format":"plenary-agenda","formatVersion":1,"conference":{"id":"large","title":"A large meeting",\
      "timeZone":"America/Chicago","start":"2026-12-14","end":"2026-12-18"},
      "rooms":[\(rooms.joined(separator: ",\n"))],
      "tracks":[\(tracks.joined(separator: ",\n"))],
      "people":[\(entries.joined(separator: ",\n"))],
      "sessions":[\(sessions.joined(separator: ",\n"))]}
      """
  }

  private mutating func session(_ number: Int, _ people: [String]) -> String {
    let ofDay = max(1, sessionCount / Self.days)
    let (day, place) = (min(Self.days - 1, number / ofDay), number % ofDay)
    let minute = 8 * 60 + place / Self.roomCount * 10
    let who = [random.roll(people.count), random.roll(people.count)]
    let (title, summary, text) = (words(6), words(12), words(45))
    lines.append("\(title) \(number) \(people[who[0]]) \(people[who[1]]) \(summary) \(text)")
    return """
      {"id":"s\(number)","title":"\(title) \(number)","kind":"session","room":"r\(place % Self.roomCount)",\
      "track":"t\(random.roll(Self.trackCount))","start":"2026-12-\(14 + day)T\(clock(minute))",\
      "end":"2026-12-\(14 + day)T\(clock(minute + 10))","people":[{"person":"p\(who[0])"},{"person":"p\(who[1])"}],\
      "summary":"\(summary).","description":"\(text)."}
      """
  }

  private func clock(_ minute: Int) -> String {
    let (hour, rest) = (min(23, minute / 60), minute % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }

  /// The first words are said most, the last a thousand times less.
  private mutating func word() -> String {
    let share = Double(random.roll(1 << 20)) / Double(1 << 20)
    let rank = share * share * share * share * Double(vocabulary.count)
    return vocabulary[min(vocabulary.count - 1, Int(rank))]
  }

  private mutating func words(_ count: Int) -> String { (0..<count).map { _ in word() }.joined(separator: " ") }
}
