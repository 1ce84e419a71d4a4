import Glibc

/// The bytes of a file that was read whole, at an address that does not change.
///
/// Memory is never mapped from a file: it could be cut short under us, and touching the lost part kills the process.
package final class FileBytes {
  private var base: UnsafeMutablePointer<UInt8>
  package private(set) var count: Int

  /// Gives the bytes for as long as the closure runs; their memory goes with this object, which a bare pointer would
  /// not keep.
  package func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(UnsafeBufferPointer(start: base, count: count))
  }

  /// What a text in UTF-8 may begin with.
  package var byteOrderMarkLength: Int { withBytes { $0.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 } }

  package init(_ bytes: some Collection<UInt8>) {
    count = bytes.count
    base = .allocate(capacity: max(count, 1))
    _ = UnsafeMutableBufferPointer(start: base, count: count).initialize(from: bytes)
  }

  /// Reads a descriptor to its end, from where it stands; the descriptor stays open.
  ///
  /// - Parameters:
  ///   - expected: the size that the file said it has; the file may have grown or shrunk since.
  ///   - limit: one byte more than this is `tooLarge`.
  package init(reading descriptor: Int32, expected: Int, limit: Int) throws(Problem.FileFailure) {
    var capacity = min(max(expected, 0), limit) + 1
    base = .allocate(capacity: capacity)
    count = 0
    while true {
      if count == capacity {
        if count > limit { throw .tooLarge(bytes: count, limit: limit) }
        let larger = min(capacity * 2, limit + 1)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.moveInitialize(from: base, count: count)
        base.deallocate()
        (base, capacity) = (moved, larger)
      }
      let got = Glibc.read(descriptor, base + count, capacity - count)
      if got == 0 { break }
      if got < 0 {
        let failure = errno
        if failure == EINTR { continue }
        throw .unreadable(failure)
      }
      count += got
    }
  }

  deinit { base.deallocate() }
}
