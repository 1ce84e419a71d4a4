/// A text that is being edited, cut into pieces so that a key costs the same in a long text as in a short one.
///
/// A piece is a line with its line break, or a part of a line that is longer than a piece can be. Only pieces that were
/// changed or are looked at are set as rows, and each keeps its rows.
struct EditedText: Sendable {
  struct Piece: Sendable {
    var length: Int
    /// Whether it ends with a line break.
    var endsLine: Bool
    var layout: PieceLayout?
  }

  /// A piece and the offset of its first byte.
  struct Place: Equatable, Sendable {
    var index: Int
    var start: Int
  }

  /// Bytes of the longest piece; a longer line is cut into several of about half of it.
  static let longest = 2_048
  /// A part of a line that has become shorter than this takes in what follows it.
  private static let shortest = 512

  private var buffer: GapBuffer
  /// Never empty; the last one does not end a line.
  private(set) var pieces: [Piece]
  private(set) var lineBreaks: Int
  /// Columns of its rows.
  var width = 1
  /// Where the last change was, to look for places from there.
  private var hint = Place(index: 0, start: 0)

  init(_ text: String) {
    let bytes = Array(text.utf8)
    buffer = GapBuffer(bytes)
    pieces = PieceCutter(bytes).pieces(endsText: true)
    lineBreaks = pieces.count { $0.endsLine }
  }

  /// Bytes of UTF-8.
  var count: Int { buffer.count }
  /// A last line without a line break counts, an empty one does not.
  var lineCount: Int { lineBreaks + ((pieces.last?.length ?? 0) > 0 ? 1 : 0) }
  var string: String { string(in: 0..<count) }

  subscript(offset: Int) -> UInt8 { buffer[offset] }

  func bytes(in range: Range<Int>) -> [UInt8] { buffer.bytes(in: range) }
  func string(in range: Range<Int>) -> String { String(decoding: buffer.bytes(in: range), as: UTF8.self) }

  /// The piece that a place in the text belongs to; between two that is the one behind.
  func find(_ offset: Int) -> Place {
    let last = Place(index: pieces.count - 1, start: count - pieces[pieces.count - 1].length)
    if offset >= last.start { return last }
    var place = offset < hint.start / 2 ? Place(index: 0, start: 0) : hint
    while offset < place.start { place = piece(before: place) ?? Place(index: 0, start: 0) }
    while offset >= place.start + pieces[place.index].length, let next = piece(after: place) { place = next }
    return place
  }

  func piece(after place: Place) -> Place? {
    guard place.index + 1 < pieces.count else { return nil }
    return Place(index: place.index + 1, start: place.start + pieces[place.index].length)
  }

  func piece(before place: Place) -> Place? {
    guard place.index > 0 else { return nil }
    return Place(index: place.index - 1, start: place.start - pieces[place.index - 1].length)
  }

  /// Remembers where the reader is, so that places near it are found at once.
  mutating func stay(at place: Place) { hint = place }

  mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) {
    let first = find(range.lowerBound)
    var last = find(range.upperBound)
    var length = last.start + pieces[last.index].length - first.start - range.count + bytes.count
    buffer.replace(range, with: bytes)
    while length < EditedText.shortest, length == 0 || buffer[first.start + length - 1] != 0x0A,
      last.index + 1 < pieces.count
    {
      last.index += 1
      length += pieces[last.index].length
    }
    let isEnd = last.index == pieces.count - 1
    let changed = PieceCutter(buffer.bytes(in: first.start..<first.start + length)).pieces(endsText: isEnd)
    let old = first.index...last.index
    lineBreaks += changed.count { $0.endsLine } - pieces[old].count { $0.endsLine }
    if old.count == 1, changed.count == 1 {
      pieces[first.index] = changed[0]
    } else {
      pieces.replaceSubrange(old, with: changed)
    }
    hint = first
  }

  /// The rows of a piece, made where they are missing.
  mutating func layout(_ place: Place) -> PieceLayout {
    if let known = pieces[place.index].layout, known.width == width { return known }
    let made = makeLayout(place)
    pieces[place.index].layout = made
    return made
  }

  /// The same for those who only look.
  func shownLayout(_ place: Place) -> PieceLayout {
    if let known = pieces[place.index].layout, known.width == width { return known }
    return makeLayout(place)
  }

  private func makeLayout(_ place: Place) -> PieceLayout {
    let piece = pieces[place.index]
    var end = place.start + piece.length
    if piece.endsLine { end -= 1 }
    if piece.endsLine, end > place.start, buffer[end - 1] == 0x0D { end -= 1 }
    return PieceLayout(
      buffer.bytes(in: place.start..<end), width: width, hasEnd: piece.endsLine || place.index == pieces.count - 1)
  }
}
