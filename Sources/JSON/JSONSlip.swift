/// A place where a text is against JSON's grammar: what stands there, and what could have.
public struct JSONSlip: Equatable, Sendable {
  /// The byte, from 0.
  public var offset: Int
  /// From 1.
  public var line: Int
  /// From 1, in Unicode scalars.
  public var column: Int
  public var found: JSONFound
  public var expected: JSONExpected
}

/// What stands at a place of a JSON text.
///
/// Pieces of the text are as they stand, not safe to show.
public enum JSONFound: Equatable, Sendable {
  case nothing
  case endOfFile
  case null
  case boolean(Bool)
  case number(String)
  case text(String)
  case list
  case object
  /// A piece of the file that is no JSON value: a sign, a word.
  case piece(String)
  case comment
  case controlCharacter(UInt8)
  case unfinishedText
  case badEscape
}

/// What the grammar allows at a place.
public enum JSONExpected: Equatable, Sendable {
  case value
  case fieldName
  case fieldNameOrEnd
  case valueOrEnd
  case colon
  case commaOrBrace
  case commaOrBracket
  case endOfFile
  case closedText
}

/// Collects slips while a text is read; lines and columns are found at the end, of those that are kept.
struct JSONSlips {
  /// So many are kept; who has made more has made one of them again and again.
  let limit: Int
  private(set) var further = 0
  private var kept: [(offset: Int, found: JSONFound, expected: JSONExpected)] = []
  /// Where the last piece that was told of ends.
  private(set) var end = -1

  init(limit: Int) { self.limit = limit }

  var isFull: Bool { kept.count == limit }

  /// Tells of what stands at a byte; of one place only once.
  mutating func add(
    at offset: Int, end: Int, expected: JSONExpected, found: @autoclosure () -> JSONFound
  ) {
    self.end = max(self.end, end)
    guard kept.last.map({ $0.offset < offset }) ?? true else { return }
    if kept.count < limit { kept.append((offset, found(), expected)) } else { further += 1 }
  }

  /// What is kept, with lines and columns.
  func made(of bytes: UnsafeBufferPointer<UInt8>) -> [JSONSlip] {
    if kept.isEmpty { return [] }
    let lines = LineStarts(bytes)
    var made: [JSONSlip] = []
    for slip in kept {
      let line = lines.line(at: slip.offset)
      // A whole file may stand in one line, which is not counted anew for each.
      let column =
        made.last.flatMap { last in
          last.line == line ? last.column + LineStarts.characters(in: bytes[last.offset..<slip.offset]) : nil
        } ?? lines.column(at: slip.offset, in: bytes)
      made.append(
        JSONSlip(offset: slip.offset, line: line, column: column, found: slip.found, expected: slip.expected))
    }
    return made
  }
}
