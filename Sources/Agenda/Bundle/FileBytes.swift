import Glibc
package import JSON

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

  /// Gives the memory of the bytes before a place back, which will not be looked at again and read as zeros from now on.
  ///
  /// Whole pages only, and only of what is large.
  package func release(upTo position: Int) {
    guard count >= FileBytes.large else { return }
    let page = UInt(sysconf(Int32(_SC_PAGESIZE)))
    let start = (UInt(bitPattern: base) + page - 1) / page * page
    let end = (UInt(bitPattern: base) + UInt(min(max(position, 0), count))) / page * page
    guard end > start, let pointer = UnsafeMutableRawPointer(bitPattern: start) else { return }
    madvise(pointer, Int(end - start), MADV_DONTNEED)
  }

  /// Bytes that are looked at before the rest is read.
  private static let head = 4_096

  /// Of so many bytes the C library maps memory for them alone.
  package static let large = 32 << 20

  /// What a text in UTF-8 may begin with.
  package var byteOrderMarkLength: Int { withBytes { $0.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 } }

  package init(_ bytes: some Collection<UInt8>) {
    count = bytes.count
    base = FileBytes.memory(nil, max(count, 1))
    _ = UnsafeMutableBufferPointer(start: base, count: count).initialize(from: bytes)
  }

  /// Reads a descriptor to its end, from where it stands; the descriptor stays open.
  ///
  /// - Parameters:
  ///   - expected: the size that the file said it has; the file may have grown or shrunk since.
  ///   - limit: one byte more than this is `tooLarge`.
  package convenience init(reading descriptor: Int32, expected: Int, limit: Int) throws(FileFailure) {
    try self.init(expected: expected, limit: limit) { memory, room throws(FileFailure) in
      while true {
        let got = Glibc.read(descriptor, memory, room)
        if got >= 0 { return got }
        if errno != EINTR { throw .unreadable(errno) }
      }
    }
  }

  /// Reads to the end of a source, which gives how many bytes it has put into the memory: 0 at its end.
  package init(
    expected: Int, limit: Int, read: (UnsafeMutablePointer<UInt8>, Int) throws(FileFailure) -> Int
  ) throws(FileFailure) {
    var capacity = min(max(expected, 0), limit) + 1
    base = FileBytes.memory(nil, capacity)
    count = 0
    while true {
      if count == capacity {
        if count > limit { throw .tooLarge(bytes: count, limit: limit) }
        capacity = min(capacity * 2, limit + 1)
        base = FileBytes.memory(base, capacity)
      }
      // Its beginning tells of a file that was cut off from its blocks, and how large that is then does not matter.
      let got = try read(base + count, count == 0 ? min(capacity, FileBytes.head) : capacity - count)
      if got == 0 { break }
      if count == 0, got >= 16, UnsafeBufferPointer(start: base, count: 16).allSatisfy({ $0 == 0 }) { throw .notText }
      count += got
    }
  }

  deinit { free(base) }

  /// So many bytes, the old ones kept, which the kernel moves without copying where there are many.
  private static func memory(_ old: UnsafeMutablePointer<UInt8>?, _ size: Int) -> UnsafeMutablePointer<UInt8> {
    guard let memory = realloc(old, size) else { fatalError("no memory for \(size) bytes") }
    return memory.bindMemory(to: UInt8.self, capacity: size)
  }
}

extension JSONReader {
  /// Reads the bytes of a file, without a copy.
  package func read(_ file: FileBytes) throws(Failure) -> JSONDocument {
    try file.withBytes { bytes throws(Failure) in try read(bytes, ownedBy: file) }
  }
}
