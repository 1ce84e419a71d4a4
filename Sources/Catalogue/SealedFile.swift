import CSQLite
import Glibc

/// A cached catalogue as it lies on disk: what its seal says, its start record, and later its database.
///
/// A start looks at the end of the file alone. The pages are looked through when the database is first wanted, and
/// the file stays open until then, so that nothing can take its place in between without being noticed.
final class SealedFile {
  let seal: Seal
  /// Empty where the conference has none.
  let record: ArraySlice<UInt8>
  private let path: String
  private let descriptor: Int32
  private let identity: stat
  /// Of the database, behind which the bodies stand.
  private let size: Int
  private let bodiesCount: Int
  private let checksum: UInt64

  /// Nil for a file that is not regular, not our own, or has no good seal.
  init?(_ path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_uid == geteuid(),
      let end = SealedFile.readEnd(descriptor, of: Int(info.st_size))
    else {
      Glibc.close(descriptor)
      return nil
    }
    (self.path, identity) = (path, info)
    (seal, record, size, bodiesCount, checksum) = end
  }

  deinit { close(descriptor) }

  /// Opens the database, whose pages are as they were sealed.
  func database() throws(CatalogueError) -> Database {
    guard Seal.checksum(descriptor, size: size, bodies: bodiesCount) == checksum else {
      throw CatalogueError(operation: .seal, code: EILSEQ, message: "pages")
    }
    let database = try Database(.finished(path: path))
    // SQLite opens the file by its name, which may have come to mean another one.
    var info = stat()
    guard lstat(path, &info) == 0, info.st_ino == identity.st_ino, info.st_dev == identity.st_dev else {
      throw CatalogueError(operation: .seal, code: ESTALE, message: "name")
    }
    return database
  }

  /// A part of the bodies; nil where there are not so many bytes.
  func body(at offset: Int, count: Int) -> [UInt8]? {
    guard offset >= 0, count >= 0, offset <= bodiesCount, count <= bodiesCount - offset else { return nil }
    return Seal.read(descriptor, at: size + offset, count: count)
  }

  /// Longest path, and more than a record has.
  private static let mostBehind = 4_096 + StartRecord.limit * 2

  /// Most seals, records among them, are read at once with so many bytes of the end.
  private static let guess = 24_576

  private static func readEnd(
    _ descriptor: Int32, of total: Int
  ) -> (seal: Seal, record: ArraySlice<UInt8>, size: Int, bodies: Int, checksum: UInt64)? {
    let tail = Seal.fields * 8
    guard total >= tail else { return nil }
    guard var bytes = Seal.read(descriptor, at: total - min(total, guess), count: min(total, guess)) else { return nil }
    let words = bytes.withUnsafeBytes { bytes in
      (0..<Seal.fields).map {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: bytes.count - tail + 8 * $0, as: UInt64.self))
      }
    }
    guard words[0] == Seal.magic, words[6] <= 4_096, words[7] <= mostBehind, words[8] <= UInt64(total) else {
      return nil
    }
    let (pathCount, recordCount, bodiesCount) = (Int(words[6]), Int(words[7]), Int(words[8]))
    let size = total - tail - pathCount - recordCount - bodiesCount
    guard size > 0, words[4] == UInt64(size) else { return nil }
    let count = pathCount + recordCount + tail
    if count > bytes.count {
      guard let all = Seal.read(descriptor, at: size + bodiesCount, count: count) else { return nil }
      bytes = all
    }
    let start = bytes.count - count
    let isWhole = bytes.withUnsafeBytes {
      Seal.hash(words.dropLast(), UnsafeRawBufferPointer(rebasing: $0[start..<$0.count - tail])) == words[9]
    }
    guard isWhole else { return nil }
    let seal = Seal(
      key: words[1], signature: words[2], isSettled: words[3] == 1,
      bundle: String(decoding: bytes[start..<start + pathCount], as: UTF8.self))
    return (seal, bytes[start + pathCount..<bytes.count - tail], size, bodiesCount, words[5])
  }
}
