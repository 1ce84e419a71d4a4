import Glibc

/// What stands behind the last page of a cached catalogue: whose it is, and that it is whole.
///
/// SQLite reads as many pages as its header says and never looks behind them. The seal is written last, so a file
/// without a good one was never finished, or was damaged.
struct Seal {
  /// What the catalogue was compiled with: format, program, languages.
  var key: UInt64
  /// The bundle's signature when it was read.
  var signature: UInt64
  /// False where the signature says too little to be trusted at the next start.
  var isSettled: Bool
  var bundle: String

  private static let magic: UInt64 = 0x3145_4C41_4553_4C50  // PLSEALE1
  private static let fields = 8
  private static let chunk = 16_384
  /// Bytes of the database that the checksum covers.
  ///
  /// The pages that a start reads are the first ones; behind this,
  /// SQLite's own checks must do, since a start cannot read tens of megabytes.
  private static let covered = 1 << 20

  /// Puts the seal behind a finished database and the whole on disk.
  func close(file path: String) throws(CatalogueError) {
    let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw Seal.failure("open") }
    defer { Glibc.close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, let checksum = Seal.checksum(descriptor, size: Int(info.st_size)) else {
      throw Seal.failure("read")
    }
    let path = Array(bundle.utf8)
    var words = [
      Seal.magic, key, signature, isSettled ? 1 : 0, UInt64(info.st_size), checksum, UInt64(path.count),
    ]
    words.append(Seal.hash(words, path))
    let bytes = path + words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written, info.st_size + off_t(written))
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Seal.failure("write") }
      written += count
    }
    // A cut of power must not leave a seal before pages that were never written.
    guard fdatasync(descriptor) == 0 else { throw Seal.failure("sync") }
  }

  /// The seal of a file that is whole, regular and our own; nil for any other.
  init?(ofFile path: String, checkingPages isChecking: Bool = true) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { Glibc.close(descriptor) }
    var info = stat()
    let tail = Seal.fields * 8
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_uid == geteuid(),
      info.st_size >= tail, let words = Seal.words(descriptor, at: Int(info.st_size) - tail),
      words[0] == Seal.magic, words[6] <= 4_096
    else { return nil }
    let length = Int(words[6])
    let size = Int(info.st_size) - tail - length
    guard size > 0, words[4] == UInt64(size), let path = Seal.bytes(descriptor, at: size, count: length),
      words[7] == Seal.hash(Array(words[0..<7]), path)
    else { return nil }
    if isChecking, Seal.checksum(descriptor, size: size) != words[5] { return nil }
    (key, signature, isSettled) = (words[1], words[2], words[3] == 1)
    bundle = String(decoding: path, as: UTF8.self)
  }

  init(key: UInt64, signature: UInt64, isSettled: Bool, bundle: String) {
    (self.key, self.signature, self.isSettled, self.bundle) = (key, signature, isSettled, bundle)
  }

  private static func hash(_ words: [UInt64], _ path: [UInt8]) -> UInt64 {
    var hash = StableHash()
    for word in words { hash.add(word) }
    path.withUnsafeBytes { hash.add($0) }
    return hash.value
  }

  private static func checksum(_ descriptor: Int32, size: Int) -> UInt64? {
    var hash = StableHash()
    hash.add(UInt64(size))
    var offset = 0
    let end = min(size, covered)
    var buffer = [UInt8](repeating: 0, count: chunk)
    while offset < end {
      let count = min(chunk, end - offset)
      guard fill(&buffer, descriptor, at: offset, count: count) else { return nil }
      buffer.withUnsafeBytes { hash.add(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      offset += count
    }
    return hash.value
  }

  private static func words(_ descriptor: Int32, at offset: Int) -> [UInt64]? {
    guard let bytes = bytes(descriptor, at: offset, count: fields * 8) else { return nil }
    return (0..<fields).map { field in
      (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[field * 8 + $1]) << (8 * UInt64($1)) }
    }
  }

  private static func bytes(_ descriptor: Int32, at offset: Int, count: Int) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: count)
    return fill(&buffer, descriptor, at: offset, count: count) ? buffer : nil
  }

  private static func fill(_ buffer: inout [UInt8], _ descriptor: Int32, at offset: Int, count: Int) -> Bool {
    var done = 0
    while done < count {
      let got = buffer.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
      }
      if got < 0 && errno == EINTR { continue }
      if got <= 0 { return false }
      done += got
    }
    return true
  }

  private static func failure(_ call: String) -> CatalogueError {
    let code = errno
    return CatalogueError(operation: .seal, code: code, message: call)
  }
}
