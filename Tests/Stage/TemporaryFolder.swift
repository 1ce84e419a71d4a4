import CPosix
import Glibc

/// A folder of a test's own, removed with all that is in it at the end.
public final class TemporaryFolder {
  /// What could not be set up.
  public struct Failure: Error {
    public var operation: String
    public var code: Int32
  }

  /// Absolute and without links.
  public let path: String
  /// Leaves it behind, to be looked at.
  public var isKept = false

  /// A new folder below another, such as one that is in memory.
  public init(in parent: String = "/tmp") throws {
    var template = Array("\(parent)/plenary-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Failure(operation: "mkdtemp", code: errno) }
    path = String(cString: made)
  }

  deinit { if !isKept { Self.remove(path) } }

  /// Makes a folder below this one, with those above it, and gives its path.
  @discardableResult
  public func folder(_ name: String) -> String {
    var made = path
    for part in name.split(separator: "/") {
      made += "/" + part
      mkdir(made, 0o755)
    }
    return made
  }

  /// Writes a file below this folder and gives its path.
  @discardableResult
  public func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    if let slash = name.lastIndex(of: "/") { folder(String(name[..<slash])) }
    let file = "\(path)/\(name)"
    try Self.write(bytes, to: file)
    return file
  }

  @discardableResult
  public func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  /// Puts each of two things below this folder in the place of the other, at once.
  public func exchange(_ one: String, _ other: String) { _ = plenary_exchange("\(path)/\(one)", "\(path)/\(other)") }

  /// The bytes of a file below this folder.
  public func read(_ name: String) throws -> [UInt8] { try Self.bytes(of: "\(path)/\(name)") }

  /// Writes a file over whatever is there, in place.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "we") else { throw Failure(operation: "open \(path)", code: errno) }
    let count = fwrite(bytes, 1, bytes.count, file)
    let isClosed = fclose(file) == 0
    guard count == bytes.count, isClosed else { throw Failure(operation: "write \(path)", code: errno) }
  }

  /// The bytes of a file.
  public static func bytes(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "re") else { throw Failure(operation: "open \(path)", code: errno) }
    defer { fclose(file) }
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { all += buffer[..<count] }
    return all
  }

  /// The names in a folder, in order; none where it is missing.
  public static func names(in path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Every regular file below a folder, with its path; links are not followed.
  public static func files(below path: String) -> [String] {
    var info = stat()
    return names(in: path).flatMap { name -> [String] in
      let child = "\(path)/\(name)"
      guard lstat(child, &info) == 0 else { return [] }
      if info.st_mode & S_IFMT == S_IFDIR { return files(below: child) }
      return info.st_mode & S_IFMT == S_IFREG ? [child] : []
    }
  }

  private static func remove(_ path: String) {
    // A test may have taken the right to write away.
    chmod(path, 0o700)
    for name in names(in: path) {
      let child = "\(path)/\(name)"
      if unlink(child) != 0 { remove(child) }
    }
    rmdir(path)
  }
}
