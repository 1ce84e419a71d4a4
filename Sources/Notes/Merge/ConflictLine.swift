/// A line of another's text that stands in a note beside one's own until the user chooses: `≠ ` before its words.
///
/// The sign stands behind the line's indent, so that lists stay lists. A line with the sign alone stands for nothing: below
/// a line it says that the other one has taken that away, above marked lines that one's own text has nothing there.
enum ConflictLine {
  static let sign = "≠"

  private static let bytes = Array(sign.utf8)

  /// A line as another's; one that has the mark already stays as it is.
  static func marked(_ line: some Collection<UInt8>) -> [UInt8] {
    if content(of: line) != nil { return Array(line) }
    let indent = line.prefix { $0 == 0x20 || $0 == 0x09 }
    return Array(indent) + bytes + [0x20] + line.dropFirst(indent.count)
  }

  /// Stands for no line.
  static let nothing = bytes

  /// The line without its mark; nil for one that has none.
  static func content(of line: some Collection<UInt8>) -> [UInt8]? {
    let indent = line.prefix { $0 == 0x20 || $0 == 0x09 }
    let rest = line.dropFirst(indent.count)
    guard rest.starts(with: bytes) else { return nil }
    let words = rest.dropFirst(bytes.count)
    guard let first = words.first else { return Array(indent) }
    // As in `≠0` it means something else.
    return first == 0x20 ? Array(indent) + words.dropFirst() : first == 0x0D ? Array(indent) + words : nil
  }

  /// Whether a line, without its mark, says nothing.
  static func isNothing(_ content: [UInt8]) -> Bool { content.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
}

/// A place in a note where another program's change contradicts what was written here, and both stand.
public struct NoteConflict: Equatable, Sendable {
  /// Which of both is to stay.
  public enum Choice: CaseIterable, Sendable {
    case mine, theirs, both
  }

  /// What a line of the other's begins with.
  public static let sign = ConflictLine.sign

  /// Bytes of all its lines in the note's UTF-8, with their breaks.
  public let range: Range<Int>
  /// One's own line, with its break; empty where that was taken away.
  private let mine: [UInt8]
  /// The other's lines, without marks, with their breaks.
  private let theirs: [UInt8]

  /// What is one's own here, and what is the other's, to be shown; empty where one has taken the line away.
  public var words: (mine: String, theirs: String) { (NoteConflict.words(mine), NoteConflict.words(theirs)) }

  private static func words(_ bytes: [UInt8]) -> String {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.map { $0.drop { $0 == " " || $0 == "\t" } }.joined(separator: " / ")
  }

  /// All of a note, in their order.
  public static func all(in text: String) -> [NoteConflict] {
    // Most notes have none.
    guard text.utf8.contains(ConflictLine.nothing[0]) else { return [] }
    return all(in: Array(text.utf8))
  }

  public static func count(in text: String) -> Int { all(in: text).count }

  static func all(in bytes: [UInt8]) -> [NoteConflict] {
    var conflicts: [NoteConflict] = []
    // The line before, where it has no mark and belongs to no conflict yet.
    var before: Range<Int>?
    var run: [(range: Range<Int>, content: [UInt8])] = []
    func close() {
      conflicts += NoteConflict.conflicts(run, after: before, in: bytes)
      (run, before) = ([], nil)
    }
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let line = bytes[start..<end]
      let isClosed = line.last == 0x0A
      if let content = ConflictLine.content(of: isClosed ? line.dropLast() : line) {
        run.append((start..<end, content))
      } else {
        close()
        before = start..<end
      }
      start = end
    }
    close()
    return conflicts
  }

  /// The conflicts of marked lines one below the other, behind a line without a mark.
  private static func conflicts(
    _ run: [(range: Range<Int>, content: [UInt8])], after line: Range<Int>?, in bytes: [UInt8]
  ) -> [NoteConflict] {
    var conflicts: [NoteConflict] = []
    var before = line
    var start = 0
    while start < run.count {
      // A sign alone above another's words: nothing of one's own is there.
      let isOnlyTheirs =
        ConflictLine.isNothing(run[start].content) && start + 1 < run.count
        && !ConflictLine.isNothing(run[start + 1].content)
      let first = isOnlyTheirs ? start + 1 : start
      var end = first + 1
      while end < run.count, !ConflictLine.isNothing(run[end].content) { end += 1 }
      let mine = isOnlyTheirs ? nil : before
      let theirs = run[first..<end].filter { !ConflictLine.isNothing($0.content) }
      let lower = mine?.lowerBound ?? run[start].range.lowerBound
      conflicts.append(
        NoteConflict(
          range: lower..<run[end - 1].range.upperBound, mine: mine.map { Array(bytes[$0]) } ?? [],
          theirs: theirs.flatMap { $0.content + [0x0A] }))
      (before, start) = (nil, end)
    }
    return conflicts
  }

  /// The change of the note that leaves what was chosen, and no mark.
  public func edit(_ choice: Choice, in text: String) -> NoteEdit {
    var lines =
      switch choice {
      case .mine: mine
      case .theirs: theirs
      case .both: (mine.isEmpty || mine.last == 0x0A ? mine : mine + [0x0A]) + theirs
      }
    // A note whose last line is open stays so.
    let old = Array(text.utf8)
    if range.upperBound == old.count, old.last != 0x0A, lines.last == 0x0A { lines.removeLast() }
    return NoteEdit(offset: range.lowerBound, removed: range.count, inserted: String(decoding: lines, as: UTF8.self))
  }
}
