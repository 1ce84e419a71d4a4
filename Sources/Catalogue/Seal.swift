import Glibc

/// What stands behind the last page of a cached catalogue: whose it is, and that it is whole.
///
/// SQLite reads as many pages as its header says and never looks behind them. There the bodies of the start record stand,
/// the path of the bundle, the record, and the seal's numbers. They are written last, so a file without a good seal was never finished, or was
/// damaged.
struct Seal {
  /// What the catalogue was compiled with: format, program, languages.
  var key: UInt64
  /// The bundle's signature when it was read.
  var signature: UInt64
  /// False where the signature says too little to be trusted at the next start.
  var isSettled: Bool
  var bundle: String

  static let magic: UInt64 = 0x3345_4C41_4553_4C50  // PLSEALE3
  /// Numbers of the seal: magic, key, signature, whether it is settled, the size of the database, the checksum of it and
  /// of the bodies, the lengths of path, record and bodies, and the checksum of all behind these.
  static let fields = 10
  private static let chunk = 16_384
  /// Bytes of the database, and of the bodies, that the checksum covers.
  ///
  /// Behind this, SQLite's own checks must do, since nobody waits for tens of megabytes.
  private static let covered = 1 << 18

  /// Puts record and seal behind a finished database and the whole on disk.
  func close(file path: String, record: StartRecord.Parts) throws(CatalogueError) {
    let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw Seal.failure("open") }
    defer { Glibc.close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw Seal.failure("read") }
    let size = Int(info.st_size)
    try Seal.write(record.bodies, descriptor, at: size)
    guard let checksum = Seal.checksum(descriptor, size: size, bodies: record.bodies.count) else {
      throw Seal.failure("read")
    }
    let path = Array(bundle.utf8)
    var words = [
      Seal.magic, key, signature, isSettled ? 1 : 0, UInt64(size), checksum, UInt64(path.count),
      UInt64(record.head.count), UInt64(record.bodies.count),
    ]
    let behind = path + record.head
    words.append(behind.withUnsafeBytes { Seal.hash(words, $0) })
    let numbers = words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
    try Seal.write(behind + numbers, descriptor, at: size + record.bodies.count)
    // A cut of power must not leave a seal before pages that were never written.
    guard fdatasync(descriptor) == 0 else { throw Seal.failure("sync") }
  }

  private static func write(_ bytes: [UInt8], _ descriptor: Int32, at offset: Int) throws(CatalogueError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written, off_t(offset + written))
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Seal.failure("write") }
      written += count
    }
  }

  init(key: UInt64, signature: UInt64, isSettled: Bool, bundle: String) {
    (self.key, self.signature, self.isSettled, self.bundle) = (key, signature, isSettled, bundle)
  }

  /// Over all that stands behind pages and bodies.
  static func hash(_ words: some Sequence<UInt64>, _ behind: UnsafeRawBufferPointer) -> UInt64 {
    var hash = StableHash()
    for word in words { hash.add(word) }
    hash.add(behind)
    return hash.value
  }

  /// Of the pages of a database of that size and of the bodies behind it; nil where they cannot be read.
  static func checksum(_ descriptor: Int32, size: Int, bodies: Int) -> UInt64? {
    var hash = StableHash()
    hash.add(UInt64(size))
    guard add(0..<min(size, covered), of: descriptor, to: &hash),
      add(size..<size + min(bodies, covered), of: descriptor, to: &hash)
    else { return nil }
    return hash.value
  }

  /// False where they cannot be read.
  private static func add(_ bytes: Range<Int>, of descriptor: Int32, to hash: inout StableHash) -> Bool {
    var offset = bytes.lowerBound
    var isRead = true
    withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 16) { buffer in
      while isRead, offset < bytes.upperBound {
        let count = min(chunk, bytes.upperBound - offset)
        isRead = fill(buffer, descriptor, at: offset, count: count)
        if isRead { hash.add(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
        offset += count
      }
    }
    return isRead
  }

  /// Nil where there are not so many bytes.
  static func read(_ descriptor: Int32, at offset: Int, count: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = fill(UnsafeMutableRawBufferPointer(buffer), descriptor, at: offset, count: count) ? count : 0
    }
    return bytes.count == count ? bytes : nil
  }

  /// False where there are not so many bytes.
  private static func fill(
    _ buffer: UnsafeMutableRawBufferPointer, _ descriptor: Int32, at offset: Int, count: Int
  ) -> Bool {
    var done = 0
    while done < count {
      let got = pread(descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
      if got < 0 && errno == EINTR { continue }
      if got <= 0 { return false }
      done += got
    }
    return true
  }

  static func failure(_ call: String) -> CatalogueError {
    let code = errno
    return CatalogueError(operation: .seal, code: code, message: call)
  }
}
