/// Many texts one behind the other, so that thousands are read at once and searched in one go; each is made into a
/// string when it is asked for.
public struct PackedTexts: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [UInt32] = []

  public init() {}

  /// Nil for bytes that are not those of so many texts.
  init?(_ source: UnsafeRawBufferPointer, count: Int) {
    let head = count * MemoryLayout<UInt32>.stride
    guard count >= 0, source.count >= head else { return nil }
    ends = [UInt32](unsafeUninitializedCapacity: count) { buffer, filled in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: UnsafeRawBufferPointer(rebasing: source[..<head]))
      filled = count
    }
    bytes = Array(source[head...])
    var last: UInt32 = 0
    for end in ends {
      guard end >= last else { return nil }
      last = end
    }
    guard last == bytes.count else { return nil }
  }

  /// So many empty texts, in the place of what is damaged.
  init(emptyTexts count: Int) { ends = [UInt32](repeating: 0, count: count) }

  /// In the order of this machine's bytes: a catalogue is never carried to another.
  var packed: [UInt8] { ends.withUnsafeBytes { Array($0) } + bytes }

  /// One text of some parts with blanks between them; `folded` takes accents and case from a part, which plain letters
  /// do not need.
  public mutating func append(_ parts: [String], folded: (String) -> String) {
    for (index, part) in parts.enumerated() {
      if index > 0 { bytes.append(0x20) }
      add(part, folded)
    }
    close()
  }

  public mutating func append(_ others: PackedTexts) {
    let base = UInt32(truncatingIfNeeded: bytes.count)
    bytes += others.bytes
    ends += others.ends.lazy.map { base &+ $0 }
  }

  /// The texts at some places.
  func kept(_ places: [Int]) -> PackedTexts {
    var texts = PackedTexts()
    for index in places {
      texts.bytes += bytes[place(of: index)]
      texts.close()
    }
    return texts
  }

  private mutating func close() { ends.append(UInt32(truncatingIfNeeded: bytes.count)) }

  private func place(of index: Int) -> Range<Int> { Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index]) }

  private mutating func add(_ text: String, _ folded: (String) -> String) {
    var text = text
    let isPlain = text.withUTF8 { source in
      guard source.allSatisfy({ $0 < 0x80 }) else { return false }
      for byte in source { bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
      return true
    }
    if !isPlain { bytes += folded(text).utf8 }
  }

  /// The text at a place, as it was folded.
  func text(_ place: Int) -> String { String(decoding: bytes[self.place(of: place)], as: UTF8.self) }

  /// Gives every run of letters and digits, with the place of its text.
  func eachWord(_ visit: (Int, UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes { bytes in
      var start = 0
      for (index, end) in ends.enumerated() {
        for place in start...Int(end) {
          let isWord = place < Int(end) && PackedTexts.isWord(bytes[place])
          if isWord { continue }
          if place > start { visit(index, UnsafeRawBufferPointer(rebasing: bytes[start..<place])) }
          start = place + 1
        }
        start = Int(end)
      }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x80...0xFF: true
    default: false
    }
  }

  /// The texts that have all of these words in them, in order; no words are in every text.
  public func matches(_ words: [[UInt8]]) -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      var found: [Int] = []
      var start = 0
      for (index, end) in ends.enumerated() {
        let text = UnsafeBufferPointer(rebasing: bytes[start..<Int(end)])
        if words.allSatisfy({ PackedTexts.has($0, in: text) }) { found.append(index) }
        start = Int(end)
      }
      return found
    }
  }

  private static func has(_ word: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Bool {
    word.withUnsafeBufferPointer { word in
      guard let first = word.first else { return true }
      var place = 0
      let last = text.count - word.count
      while place <= last {
        if text[place] == first {
          var offset = 1
          while offset < word.count, text[place + offset] == word[offset] { offset += 1 }
          if offset == word.count { return true }
        }
        place += 1
      }
      return false
    }
  }
}
