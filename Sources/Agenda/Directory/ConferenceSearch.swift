public import Times

/// Finds conferences by words of their names.
///
/// All words have to be there, in any order; case and accents do not matter, and a word may be unfinished. What a
/// directory calls a conference and the place that its time zone is named after count as well, behind its title.
public struct ConferenceSearch: Sendable {
  private struct Entry {
    /// Folded, and the same word by word.
    var title: String
    var words: [String]
    /// What it is found by besides.
    var others: [String]
  }

  public let conferences: [ListedConference]
  private let entries: [Entry]

  /// - Parameter conferences: of several that are fetched from one address the first counts.
  public init(_ conferences: [ListedConference]) {
    var addresses: Set<String> = []
    self.conferences = conferences.filter { addresses.insert($0.address).inserted }
    entries = self.conferences.map { conference in
      let titles = conference.title.variants.map { Folding.folded($0.string) }
      return Entry(
        title: titles.joined(separator: " "), words: titles.flatMap { Folding.words($0) },
        others: Folding.words(conference.id) + Folding.words(conference.timeZone ?? ""))
    }
  }

  /// The places of those that have all of the words: the best first, and of equals the nearest in time.
  ///
  /// Without a word these are all. A text that has no letter and no digit is found nowhere.
  /// - Parameter today: what time is counted from.
  public func hits(_ text: String, today: CalendarDate) -> [Int] {
    let words = Folding.words(text)
    if words.isEmpty, text.contains(where: { !$0.isWhitespace }) { return [] }
    let found = entries.indices.compactMap { index in
      rank(of: entries[index], words).map { (index: index, rank: $0) }
    }
    return found.sorted { a, b in
      if a.rank != b.rank { return a.rank > b.rank }
      return isNearer(a.index, than: b.index, today)
    }.map(\.index)
  }

  /// How well a conference has the words; nil where it lacks one.
  private func rank(of entry: Entry, _ words: [String]) -> Int? {
    var rank = 0
    for word in words {
      if entry.words.contains(word) {
        rank += 3
      } else if entry.words.contains(where: { $0.hasPrefix(word) }) {
        rank += 2
      } else if entry.title.has(part: word) {
        rank += 1
      } else if !entry.others.contains(where: { $0.hasPrefix(word) }) {
        return nil
      }
    }
    return rank
  }

  /// What is still to come goes before what is as long ago.
  private func isNearer(_ a: Int, than b: Int, _ today: CalendarDate) -> Bool {
    let (first, second) = (conferences[a], conferences[b])
    let distances = [first, second].map { $0.distance(from: today) ?? Int.max }
    if distances[0] != distances[1] { return distances[0] < distances[1] }
    if let start = first.start, let other = second.start, start != other { return start > other }
    return a < b
  }
}
