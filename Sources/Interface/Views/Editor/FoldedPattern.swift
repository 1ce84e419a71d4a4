/// Words to look for in UTF-8, each letter as small and as capital.
struct FoldedPattern {
  /// For each scalar the ways in which it can stand there.
  private let parts: [[[UInt8]]]

  init(_ words: String) {
    parts = words.unicodeScalars.map { scalar in
      let forms = [String(scalar), scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping]
      return forms.reduce(into: []) { all, form in
        let bytes = Array(form.utf8)
        if !all.contains(bytes) { all.append(bytes) }
      }
    }
  }

  func first(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    guard !parts.isEmpty, start < bytes.count else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in start..<bytes.count { if let end = match(bytes, at: index) { return index..<end } }
      return nil
    }
  }

  /// The last place that begins before an offset.
  func last(in bytes: [UInt8], before end: Int) -> Range<Int>? {
    guard !parts.isEmpty else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      var index = min(end, bytes.count) - 1
      while index >= 0 {
        if let end = match(bytes, at: index) { return index..<end }
        index -= 1
      }
      return nil
    }
  }

  /// What stands from the first place to the last with other bytes in the place of all; nil where there is none.
  func replacing(in bytes: [UInt8], with new: [UInt8]) -> (range: Range<Int>, replaced: [UInt8], count: Int)? {
    guard let first = first(in: bytes, from: 0), !first.isEmpty else { return nil }
    var all = (range: first, replaced: new, count: 1)
    while let found = self.first(in: bytes, from: all.range.upperBound), !found.isEmpty {
      all.replaced += bytes[all.range.upperBound..<found.lowerBound]
      all.replaced += new
      all.range = all.range.lowerBound..<found.upperBound
      all.count += 1
    }
    return all
  }

  private func match(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    var index = start
    search: for forms in parts {
      for form in forms where index + form.count <= bytes.count {
        var length = 0
        while length < form.count, bytes[index + length] == form[length] { length += 1 }
        if length == form.count {
          index += length
          continue search
        }
      }
      return nil
    }
    return index
  }
}
