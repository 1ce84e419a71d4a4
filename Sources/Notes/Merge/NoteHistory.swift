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
    let match = LineMatch(old: numbers.of(oldLines), new: numbers.of(newLines))
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
  private static func words(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
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
