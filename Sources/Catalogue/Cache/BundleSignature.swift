import Agenda
import Glibc

/// What the files of a bundle look like from outside, in one number: names, sizes, times and inodes, not contents.
///
/// Equal signatures mean an unchanged bundle, unless a file changed twice within one tick of the file system's clock;
/// `isSettled` says that this cannot be. Hidden files are no part of a bundle, and links are not followed, since the
/// bundle reader refuses them.
public struct BundleSignature: Equatable {
  private static let fileLimit = 10_000
  private static let depthLimit = 8
  /// Two seconds, the coarsest clock of a file system in use (FAT).
  public static let tick: Int64 = 2_000_000_000

  public private(set) var value: UInt64 = 0
  /// No file was changed so shortly before the look, that another change could have gone unseen.
  private(set) var isSettled = true
  /// False where there are too many files or folders to look at all of them.
  private(set) var isComplete = true
  private var fileCount = 0
  private let now: Int64
  private let tick: Int64

  /// Of a folder, or of one file that is a conference by itself.
  ///
  /// Nil where the path is neither, or cannot be read.
  public init?(of path: String, tick: Int64 = BundleSignature.tick) {
    self.tick = tick
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    now = BundleSignature.nanoseconds(time)
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 {
      var info = stat()
      guard errno == ENOTDIR, stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
      add(info, StableHash())
    } else {
      guard walk(descriptor, parent: 0, depth: 1) else { return nil }
    }
    var hash = StableHash()
    hash.add(value)
    hash.add(UInt64(fileCount))
    value = hash.value
  }

  /// Looks at a folder and takes its descriptor over.
  ///
  /// The order in which a folder gives its files means nothing, so theirs are summed up.
  @discardableResult
  private mutating func walk(_ descriptor: Int32, parent: UInt64, depth: Int) -> Bool {
    guard let stream = fdopendir(descriptor) else {
      close(descriptor)
      return false
    }
    defer { closedir(stream) }
    while isComplete, let entry = readdir(stream) {
      withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { name in
          if name.pointee != CChar(UInt8(ascii: ".")) { look(at: name, in: descriptor, parent: parent, depth: depth) }
        }
      }
    }
    return true
  }

  private mutating func look(at name: UnsafePointer<CChar>, in folder: Int32, parent: UInt64, depth: Int) {
    // The staff's notices are no part of the agenda, and change while it does not.
    if depth == 1, strcmp(name, NoticeReader.file) == 0 { return }
    var info = stat()
    guard fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0 else { return }
    var hash = StableHash()
    hash.add(parent)
    hash.add(UnsafeRawBufferPointer(start: name, count: strlen(name)))
    switch info.st_mode & S_IFMT {
    case S_IFREG:
      add(info, hash)
    case S_IFDIR:
      if depth == BundleSignature.depthLimit {
        isComplete = false
        return
      }
      let descriptor = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      if descriptor >= 0 { walk(descriptor, parent: hash.value, depth: depth + 1) }
    default: break
    }
  }

  private mutating func add(_ info: stat, _ place: StableHash) {
    var hash = place
    fileCount += 1
    if fileCount > BundleSignature.fileLimit { isComplete = false }
    let modified = BundleSignature.nanoseconds(info.st_mtim)
    let changed = BundleSignature.nanoseconds(info.st_ctim)
    for word in [UInt64(bitPattern: Int64(info.st_size)), UInt64(bitPattern: modified), UInt64(bitPattern: changed)] {
      hash.add(word)
    }
    hash.add(UInt64(info.st_ino))
    value &+= hash.value
    // A time of modification can be set at will, far ahead even; that of the last change cannot.
    if changed >= now - tick || (modified >= now - tick && modified <= now + tick) { isSettled = false }
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000).partialValue &+ Int64(time.tv_nsec)
  }
}

/// A 64-bit hash that is the same in every process and on every machine: for names and checksums, not for secrets.
struct StableHash {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func add(_ word: UInt64) {
    value = (value ^ word) &* 0xD6E8_FEB8_6659_FD93
    value ^= value >> 32
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var offset = 0
    while offset + 8 <= bytes.count {
      add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    var last: UInt64 = 0
    while offset < bytes.count {
      last = last << 8 | UInt64(bytes[offset])
      offset += 1
    }
    add(last)
    add(UInt64(bytes.count))
  }

  mutating func add(_ string: String) {
    var string = string
    string.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// Sixteen hexadecimal digits.
  var digits: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
