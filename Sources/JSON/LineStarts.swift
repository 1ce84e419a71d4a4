import Glibc

/// Where the lines of a text begin, to tell the line and the column of a byte.
public struct LineStarts {
  private let offsets: [Int]

  /// A line ends with `\n`; the last need not.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) {
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
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = offsets.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if offsets[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The column of a byte, from 1, in Unicode scalars; a byte order mark is none.
  public func column(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let line = line(at: offset)
    let start = offsets[line - 1]
    var before = bytes[start..<max(start, min(offset, bytes.count))]
    if line == 1, before.starts(with: [0xEF, 0xBB, 0xBF]) { before = before.dropFirst(3) }
    return LineStarts.characters(in: before) + 1
  }

  /// How many Unicode scalars begin in a piece of UTF-8.
  static func characters(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}
