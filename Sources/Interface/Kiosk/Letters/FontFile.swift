import Cells

/// A font of dots as it lies in a file: BDF (Adobe's Glyph Bitmap Distribution Format 2.1), PSF 1 and 2 (the Linux
/// console's, with their table of characters), or Unifont's own `.hex`, a line a character.
///
/// The file stays as it is, and a character is looked up in it: fonts of all scripts have tens of thousands.
public struct FontFile: Sendable {
  /// Dots high at the most: what a column of dots holds.
  public static let highest = 32

  private let bytes: [UInt8]
  /// Where each character's drawing begins in the file, by scalar.
  private let places: [(scalar: UInt32, place: Int)]
  private let format: Format
  /// Dots from the highest to the lowest.
  let height: Int
  /// Dots that a column of a terminal's is wide.
  let cell: Int

  private enum Format: Sendable {
    case hex
    /// Dots of the baseline above the lowest.
    case bdf(descent: Int)
    case psf(width: Int)
  }

  /// How many characters it draws.
  public var count: Int { places.count }

  /// Nil where the bytes are of none of these formats, or have no character of at most 32 dots.
  public init?(_ bytes: [UInt8]) {
    var places: [(scalar: UInt32, place: Int)] = []
    if bytes.starts(with: "STARTFONT".utf8) {
      guard let box = FontFile.readBDF(bytes, into: &places) else { return nil }
      (height, cell) = (box.height, max(1, box.width))
      format = .bdf(descent: box.descent)
    } else if bytes.starts(with: [0x36, 0x04]) || bytes.starts(with: [0x72, 0xB5, 0x4A, 0x86]) {
      guard let size = FontFile.readPSF(bytes, into: &places) else { return nil }
      (height, cell) = (size.height, size.width)
      format = .psf(width: size.width)
    } else {
      FontFile.readHex(bytes, into: &places)
      (height, cell, format) = (16, 8, .hex)
    }
    guard !places.isEmpty, height > 0, height <= FontFile.highest, cell <= 64 else { return nil }
    places.sort { $0.scalar < $1.scalar }
    (self.places, self.bytes) = (places, bytes)
  }

  /// A line of text in the order in which it is seen, as columns of dots; nil where a character has no drawing.
  func columns(of text: String) -> [UInt32]? {
    var columns: [UInt32] = []
    for place in VisualLine(Array(Glyphs(text))).places {
      let glyph = place.glyph
      let isBlank = [0x20, 0xA0, 0x202F, 0x3000].contains(glyph.base)
      guard var drawing = isBlank ? Array(repeating: 0, count: glyph.width * cell) : drawing(of: glyph.base) else {
        return nil
      }
      for mark in glyph.marks.all {
        guard let dots = self.drawing(of: mark) else { return nil }
        for (index, bits) in dots.enumerated() where drawing.indices.contains(index) { drawing[index] |= bits }
      }
      columns += drawing
    }
    return columns
  }

  /// Columns of dots of a character, a column's lowest bit being its highest dot.
  private func drawing(of scalar: UInt32) -> [UInt32]? {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].scalar < scalar { low = middle + 1 } else { high = middle }
    }
    guard low < places.count, places[low].scalar == scalar else { return nil }
    let place = places[low].place
    switch format {
    case .hex: return hexDrawing(at: place)
    case .bdf(let descent): return bdfDrawing(at: place, descent: descent)
    case .psf(let width):
      let size = (width + 7) / 8
      guard place + size * height <= bytes.count else { return nil }
      return FontFile.columns(width: width, height: height) { x, y in
        bytes[place + y * size + x / 8] & 0x80 >> UInt8(x % 8) != 0
      }
    }
  }

  private func hexDrawing(at place: Int) -> [UInt32]? {
    let end = bytes[place...].firstIndex { FontFile.digit($0) == nil } ?? bytes.count
    let perRow = (end - place) / 16
    guard perRow > 0, perRow <= 8, (end - place) % 16 == 0 else { return nil }
    return FontFile.columns(width: perRow * 4, height: 16) { x, y in
      (FontFile.digit(bytes[place + y * perRow + x / 4]) ?? 0) & 8 >> UInt8(x % 4) != 0
    }
  }

  /// The lines from a character's DWIDTH to its bitmap.
  private func bdfDrawing(at place: Int, descent: Int) -> [UInt32]? {
    var lines = FontFile.Lines(bytes, from: place)
    var (advance, box) = (cell, [cell, height, 0, -descent])
    while let line = lines.next() {
      let words = FontFile.words(bytes[line])
      if words.first == "DWIDTH", words.count > 1 { advance = min(64, max(1, Int(words[1]) ?? cell)) }
      if words.first == "BBX", words.count > 4 {
        box = words.dropFirst().map { min(64, max(-64, Int($0) ?? 0)) }
      }
      if words.first == "BITMAP" { break }
      if words.first == "ENDCHAR" { return nil }
    }
    var columns = [UInt32](repeating: 0, count: advance)
    let top = height - descent - box[3] - box[1]
    for row in 0..<max(0, box[1]) {
      guard let line = lines.next() else { return nil }
      for x in 0..<max(0, box[0]) {
        let (digit, column, dot) = (line.lowerBound + x / 4, x + box[2], top + row)
        guard digit < line.upperBound, columns.indices.contains(column), (0..<height).contains(dot) else { continue }
        if (FontFile.digit(bytes[digit]) ?? 0) & 8 >> UInt8(x % 4) != 0 { columns[column] |= 1 << UInt32(dot) }
      }
    }
    return columns
  }

  private static func columns(width: Int, height: Int, _ isSet: (_ x: Int, _ y: Int) -> Bool) -> [UInt32] {
    (0..<width).map { x in (0..<height).reduce(UInt32(0)) { isSet(x, $1) ? $0 | 1 << UInt32($1) : $0 } }
  }
}

// The formats

extension FontFile {
  /// The lines of a text from a place in it, without their ends.
  private struct Lines: IteratorProtocol {
    private let bytes: [UInt8]
    private(set) var place: Int

    init(_ bytes: [UInt8], from place: Int = 0) { (self.bytes, self.place) = (bytes, place) }

    mutating func next() -> Range<Int>? {
      guard place < bytes.count else { return nil }
      let start = place
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      place = end + 1
      return start..<(end > start && bytes[end - 1] == 0x0D ? end - 1 : end)
    }
  }

  private static func words(_ line: ArraySlice<UInt8>) -> [Substring] {
    Substring(decoding: line.prefix(200), as: UTF8.self).split(separator: " ")
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// `0041:0000…`, 32 digits or 64.
  private static func readHex(_ bytes: [UInt8], into places: inout [(scalar: UInt32, place: Int)]) {
    var lines = Lines(bytes)
    while let line = lines.next() {
      guard let colon = bytes[line].prefix(9).firstIndex(of: 0x3A), [32, 64].contains(line.upperBound - colon - 1)
      else { continue }
      var scalar: UInt32 = 0
      for byte in bytes[line.lowerBound..<colon] {
        guard let digit = digit(byte) else { return }
        scalar = scalar << 4 | UInt32(digit)
      }
      places.append((scalar, colon + 1))
    }
  }

  private static func readBDF(
    _ bytes: [UInt8], into places: inout [(scalar: UInt32, place: Int)]
  ) -> (width: Int, height: Int, descent: Int)? {
    var box: (width: Int, height: Int, descent: Int)?
    var lines = Lines(bytes)
    var narrow = 0
    while let line = lines.next() {
      // Rows of a bitmap are most of the file.
      if line.count <= 6 { continue }
      if bytes[line].starts(with: "FONTBOUNDINGBOX".utf8) {
        let numbers = words(bytes[line]).dropFirst().compactMap { Int($0) }
        guard numbers.count == 4, (1...highest).contains(numbers[1]), (1...64).contains(numbers[0]),
          (-highest...highest).contains(numbers[3])
        else { return nil }
        box = (numbers[0], numbers[1], -numbers[3])
      } else if bytes[line].starts(with: "ENCODING ".utf8), box != nil {
        guard let number = words(bytes[line]).dropFirst().first.flatMap({ UInt32($0) }) else { continue }
        places.append((number, lines.place))
      } else if bytes[line].starts(with: "DWIDTH ".utf8), narrow == 0, places.last.map({ $0.scalar > 0x20 }) ?? false {
        narrow = words(bytes[line]).dropFirst().first.flatMap { Int($0) } ?? 0
      }
    }
    guard var found = box else { return nil }
    // Fonts with wide characters have a box of theirs: a letter of Latin tells the column's width.
    if narrow > 0, narrow < found.width { found.width = narrow }
    return found
  }

  /// PSF 1 has 256 or 512 characters of eight dots, PSF 2 any number; the table says which each of them is.
  private static func readPSF(
    _ bytes: [UInt8], into places: inout [(scalar: UInt32, place: Int)]
  ) -> (width: Int, height: Int)? {
    func number(_ place: Int) -> Int? {
      guard place + 4 <= bytes.count else { return nil }
      return (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    let isFirst = bytes[0] == 0x36
    var (start, count, size, height, width, hasTable) = (4, 256, 0, 0, 8, false)
    if isFirst {
      guard bytes.count > 4 else { return nil }
      count = bytes[2] & 1 != 0 ? 512 : 256
      hasTable = bytes[2] & 6 != 0
      (size, height) = (Int(bytes[3]), Int(bytes[3]))
    } else {
      guard let header = number(8), let flags = number(12), let glyphs = number(16), let each = number(20),
        let rows = number(24), let columns = number(28)
      else { return nil }
      (start, count, size, height, width, hasTable) = (header, glyphs, each, rows, columns, flags & 1 != 0)
    }
    guard (1...highest).contains(height), (1...64).contains(width), size == height * ((width + 7) / 8),
      (1...0x110000).contains(count), start >= 4, start <= bytes.count, count <= (bytes.count - start) / size
    else { return nil }
    guard hasTable else {
      for index in 0..<min(count, 128) { places.append((UInt32(index), start + index * size)) }
      return (width, height)
    }
    var (place, glyph) = (start + count * size, 0)
    // Behind the first sequence of several characters (PSF 2: FE) nothing stands for one alone.
    var isSequence = false
    while place < bytes.count, glyph < count {
      if isFirst {
        guard place + 1 < bytes.count else { break }
        let unit = UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8
        place += 2
        if unit == 0xFFFF { (glyph, isSequence) = (glyph + 1, false) } else if unit == 0xFFFE { isSequence = true }
        if unit < 0xFFFE, !isSequence { places.append((unit, start + glyph * size)) }
      } else {
        let end = bytes[place...].firstIndex { $0 >= 0xFE } ?? bytes.count
        if !isSequence {
          for scalar in String(decoding: bytes[place..<end], as: UTF8.self).unicodeScalars {
            places.append((scalar.value, start + glyph * size))
          }
        }
        isSequence = end < bytes.count && bytes[end] == 0xFE
        if !isSequence { glyph += 1 }
        place = end + 1
      }
    }
    return (width, height)
  }
}
