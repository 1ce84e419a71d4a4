/// Cuts bytes of a text into the pieces of `EditedText`: at line breaks, and in long lines behind a word.
struct PieceCutter {
  private let bytes: [UInt8]
  private var pieces: [EditedText.Piece] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// All pieces; those that end the text end with one without a line break, which may be empty.
  consuming func pieces(endsText: Bool) -> [EditedText.Piece] {
    var start = 0
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      add(start..<end + 1, endsLine: true)
      start = end + 1
    }
    if endsText || start < bytes.count { add(start..<bytes.count, endsLine: false) }
    return pieces
  }

  private mutating func add(_ line: Range<Int>, endsLine: Bool) {
    var start = line.lowerBound
    while line.upperBound - start > EditedText.longest {
      let end = cut(from: start)
      pieces.append(EditedText.Piece(length: end - start, endsLine: false, layout: nil))
      start = end
    }
    pieces.append(EditedText.Piece(length: line.upperBound - start, endsLine: endsLine, layout: nil))
  }

  private func cut(from start: Int) -> Int {
    let middle = start + EditedText.longest / 2
    for end in stride(from: middle, to: start + EditedText.longest / 4, by: -1) where bytes[end - 1] == 0x20 {
      return end
    }
    return graphemeEnd(from: start, notAfter: middle)
  }

  /// Graphemes are found from the front, which never has to look back.
  private func graphemeEnd(from start: Int, notAfter middle: Int) -> Int {
    var end = start
    for character in String(decoding: bytes[start..<scalarEnd(middle + 64)], as: UTF8.self) {
      let next = end + character.utf8.count
      if next > middle { break }
      end = next
    }
    // One that is longer than a piece is cut too.
    return end > start ? end : scalarEnd(middle)
  }

  private func scalarEnd(_ index: Int) -> Int {
    var index = min(index, bytes.count)
    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }
}
