/// Many texts without accents and case, one behind the other, to look for words in.
struct FoldedTexts: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [Int] = []

  /// `folded` takes accents and case from a text; plain letters need no such care.
  init(_ count: Int, text: (Int) -> (String, String), folded: (String) -> String) {
    ends.reserveCapacity(count)
    for index in 0..<count {
      let (first, second) = text(index)
      add(first, folded)
      bytes.append(0x20)
      add(second, folded)
      ends.append(bytes.count)
    }
  }

  private mutating func add(_ text: String, _ folded: (String) -> String) {
    var text = text
    let isPlain = text.withUTF8 { source in
      guard source.allSatisfy({ $0 < 0x80 }) else { return false }
      for byte in source { bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
      return true
    }
    if !isPlain { bytes += folded(text).utf8 }
  }

  /// The texts that have all of these words in them, in order; no words are in every text.
  func matches(_ words: [[UInt8]]) -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      var found: [Int] = []
      var start = 0
      for (index, end) in ends.enumerated() {
        let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if words.allSatisfy({ FoldedTexts.has($0, in: text) }) { found.append(index) }
        start = end
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
