/// Bytes with a gap where they were last changed, so that the next change there moves nothing.
struct GapBuffer: Sendable {
  /// Bytes of room that are added when the gap is full, at least.
  private static let room = 4_096

  private var storage: [UInt8]
  /// Places in the storage that hold nothing.
  private var gap: Range<Int>

  init(_ bytes: [UInt8]) {
    storage = bytes
    gap = bytes.count..<bytes.count
  }

  var count: Int { storage.count - gap.count }

  subscript(index: Int) -> UInt8 { storage[index < gap.lowerBound ? index : index + gap.count] }

  func bytes(in range: Range<Int>) -> [UInt8] {
    if range.upperBound <= gap.lowerBound { return Array(storage[range]) }
    let (low, high) = (range.lowerBound + gap.count, range.upperBound + gap.count)
    if range.lowerBound >= gap.lowerBound { return Array(storage[low..<high]) }
    return Array(storage[range.lowerBound..<gap.lowerBound]) + Array(storage[gap.upperBound..<high])
  }

  mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) {
    move(to: range.lowerBound)
    gap = gap.lowerBound..<gap.upperBound + range.count
    if gap.count < bytes.count { grow(by: bytes.count - gap.count) }
    let start = gap.lowerBound
    storage.withUnsafeMutableBufferPointer { storage in
      bytes.withUnsafeBufferPointer { bytes in
        guard let source = bytes.baseAddress, let target = storage.baseAddress else { return }
        (target + start).update(from: source, count: bytes.count)
      }
    }
    gap = start + bytes.count..<gap.upperBound
  }

  private mutating func move(to index: Int) {
    let distance = index - gap.lowerBound
    guard distance != 0 else { return }
    let gap = gap
    storage.withUnsafeMutableBufferPointer { storage in
      guard let base = storage.baseAddress else { return }
      if distance < 0 {
        (base + gap.upperBound + distance).update(from: base + index, count: -distance)
      } else {
        (base + gap.lowerBound).update(from: base + gap.upperBound, count: distance)
      }
    }
    self.gap = gap.lowerBound + distance..<gap.upperBound + distance
  }

  /// Grows by a part of what there is, so that typing on and on costs the same for each key.
  private mutating func grow(by missing: Int) {
    let more = missing + max(GapBuffer.room, count / 4)
    storage.replaceSubrange(gap.upperBound..<gap.upperBound, with: repeatElement(0, count: more))
    gap = gap.lowerBound..<gap.upperBound + more
  }
}
