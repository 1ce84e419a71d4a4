import Glibc

/// Where the lines of a text begin, to tell the line of a byte.
package struct LineStarts {
  private let offsets: [Int]

  /// A line ends with `\n`; the last need not.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var offsets = [0]
    if let base = bytes.baseAddress {
      var position = 0
      while position < bytes.count, let found = memchr(base + position, 0x0A, bytes.count - position) {
        position = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found)) + 1
        offsets.append(position)
      }
    }
    self.offsets = offsets
  }

  /// The line of a byte, from 1; the last line for anything behind the end.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = offsets.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if offsets[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Where a line (from 1) begins.
  func start(ofLine line: Int) -> Int { offsets[min(max(line, 1), offsets.count) - 1] }
}
