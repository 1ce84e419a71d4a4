import Agenda

/// The texts that a note's file has held or may have held, of which another program may have read any.
struct NoteHistory {
  /// Texts that are remembered, and bytes of them all; the oldest go first.
  private static let longest = 128
  private static let limit = 32 << 20

  private(set) var versions: [[UInt8]] = []
  private var size = 0

  mutating func add(_ text: [UInt8]) {
    if versions.last == text { return }
    // What is held once more is the latest again.
    if let known = versions.lastIndex(of: text) {
      versions.append(versions.remove(at: known))
      return
    }
    versions.append(text)
    size += text.count
    while versions.count > NoteHistory.longest || size > NoteHistory.limit, versions.count > 1 {
      size -= versions.removeFirst().count
    }
  }

  func contains(_ text: [UInt8]) -> Bool { versions.contains(text) }

  /// The text that another one was made from: that from which the fewest changes lead to it, the latest of several.
  ///
  /// Changes are counted in words, wherever these stand, and then in lines: by lines alone whoever has exchanged two of an
  /// older text and gone on with a third seems to have taken away what is new in that. A word that is taken away counts
  /// where ours still has it: of two texts that are as near, it is the one that takes nothing from us.
  ///
  /// - Parameters:
  ///   - ours: the text that the other one is to be brought together with.
  ///   - more: older texts, which are asked for only where those here leave it open whether a line was taken away or was
  ///     never read.
  func origin(of text: [UInt8], ours: [UInt8], more: () -> [[UInt8]] = { [] }) -> [UInt8]? {
    var search = OriginSearch(text, ours)
    for version in versions.reversed() { search.look(at: version) }
    if search.hasLosses { for version in more().reversed() { search.look(at: version) } }
    return search.found
  }

  /// What another program's text is to be merged from: its origin, without lines that it may never have read.
  ///
  /// Where several texts lead to it the nearest may still be a later one than was read, if what was taken away from the
  /// older one is missing there too. A line that is gone was taken away only where the other program shows that it knew
  /// it: where it has kept something that no version without that line has. Otherwise the line stays.
  func base(of text: [UInt8], ours: [UInt8], more: () -> [[UInt8]]) -> [UInt8]? {
    var older: [[UInt8]] = []
    let found = origin(of: text, ours: ours) {
      older = more()
      return older
    }
    return found.map { Losses(from: $0, to: text).origin(without: older + versions) }
  }
}

/// The lines of a text that are gone from another one, with no other words in their place.
private struct Losses {
  private let text: [UInt8]
  private let old: TextLines
  private let places: [Int]
  /// Lines that both have.
  private let kept: Set<ArraySlice<UInt8>>
  private let counts: [ArraySlice<UInt8>: Int]

  init(from text: [UInt8], to other: [UInt8]) {
    self.text = text
    let (old, new) = (TextLines(text), TextLines(other))
    self.old = old
    let (oldCounts, newCounts) = (Losses.counts(old.lines), Losses.counts(new.lines))
    var numbers = LineNumbers()
    let match = SequenceMatch(old: numbers.of(old.lines), new: numbers.of(new.lines))
    (counts, kept) = (newCounts, Set(old.lines.indices.filter { match.places[$0] != nil }.map { old.lines[$0] }))
    places = LineHunk.all(match, newCount: new.lines.count).flatMap { hunk in
      let come = Set(new.lines[hunk.new].flatMap { OriginSearch.words($0) })
      return hunk.old.filter { place in
        let line = old.lines[place]
        guard newCounts[line, default: 0] < oldCounts[line, default: 0] else { return false }
        let words = OriginSearch.words(line)
        return !words.isEmpty && come.isDisjoint(with: words)
      }
    }
  }

  private static func counts(_ lines: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>: Int] {
    lines.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The text without the lines that a version lacks from which all that was kept could have come as well.
  func origin(without versions: [[UInt8]]) -> [UInt8] {
    guard !places.isEmpty else { return text }
    let known = versions.map { Losses.counts(TextLines($0).lines) }
    let doubtful = Set(
      places.filter { place in
        let line = old.lines[place]
        let lacking = known.filter { $0[line, default: 0] <= counts[line, default: 0] }
        return !lacking.isEmpty && kept.allSatisfy { line in lacking.contains { $0[line] != nil } }
      })
    guard !doubtful.isEmpty else { return text }
    let lines = old.lines.indices.filter { !doubtful.contains($0) }.map { old.lines[$0] }
    guard !lines.isEmpty else { return [] }
    let isOpen = !old.isClosed && !doubtful.contains(old.lines.count - 1)
    return Array(lines.joined(separator: [0x0A])) + (isOpen ? [] : [0x0A])
  }
}

private struct OriginSearch {
  private let text: [UInt8]
  private(set) var found: [UInt8]?
  private var fewest = (taken: Int.max, words: Int.max, lines: Int.max)
  /// From the best text that was found lines had to be taken away.
  private(set) var hasLosses = true
  private let ours: Set<ArraySlice<UInt8>>

  init(_ text: [UInt8], _ ours: [UInt8]) {
    self.text = text
    self.ours = Set(OriginSearch.words(ours[...]))
  }

  mutating func look(at version: [UInt8]) {
    let (old, new) = TextSplice.differing(version, text)
    let (taken, words) = distance(old, new)
    guard (taken, words) <= (fewest.taken, fewest.words) else { return }
    let (oldLines, newLines) = (TextLines(old).lines, TextLines(new).lines)
    var numbers = LineNumbers()
    let match = SequenceMatch(old: numbers.of(oldLines), new: numbers.of(newLines))
    let kept = match.places.count { $0 != nil }
    let lines = oldLines.count + newLines.count - 2 * kept
    guard (taken, words, lines) < fewest else { return }
    (found, fewest, hasLosses) = (version, (taken, words, lines), kept < oldLines.count)
  }

  /// Bytes of the words that only one of two texts has, without and with those that ours has not either.
  private func distance(_ old: ArraySlice<UInt8>, _ new: ArraySlice<UInt8>) -> (taken: Int, all: Int) {
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for word in OriginSearch.words(new) { counts[word, default: 0] += 1 }
    for word in OriginSearch.words(old) { counts[word, default: 0] -= 1 }
    var (taken, all) = (0, 0)
    for (word, count) in counts where count != 0 {
      all += word.count * abs(count)
      if count > 0 || ours.contains(word) { taken += word.count * abs(count) }
    }
    return (taken, all)
  }

  /// Words, and each sign between them by itself: a comma that has come behind a word leaves it the same word.
  static func words(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var (words, start) = ([ArraySlice<UInt8>](), text.startIndex)
    for (place, byte) in zip(text.indices, text) where !isInWord(byte) {
      if start < place { words.append(text[start..<place]) }
      if byte > 0x20 { words.append(text[place...place]) }
      start = place + 1
    }
    if start < text.endIndex { words.append(text[start...]) }
    return words
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }
}
