import CPosix
import Glibc
import Testing

@testable import Notes

/// A folder of a test's own, removed with all that is in it at the end.
final class Scratch {
  let path: String
  let user: UserFolder

  init(inMemory: Bool = false) throws {
    let above = inMemory && access("/dev/shm", W_OK) == 0 ? "/dev/shm" : P_tmpdir
    var template = Array("\(above)/plenary-notes-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template).map { String(cString: $0) })
    path = made
    user = try #require(UserFolder(conference: "c", environment: { $0 == "XDG_DATA_HOME" ? made : nil }))
  }

  deinit { Scratch.remove(path) }

  /// Writes a file, its folders made before it.
  func write(_ path: String, _ bytes: [UInt8]) throws {
    try DurableFile.makeFolder(DurableFile.split(path).folder)
    let file = try #require(fopen(path, "w"))
    defer { fclose(file) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }

  func write(_ path: String, _ text: String) throws { try write(path, Array(text.utf8)) }

  /// Nil where there is no file.
  func text(_ path: String) throws -> String? {
    try RegularFile.read(path, limit: 1 << 24).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  func names(in path: String) -> [String] { Scratch.names(in: path) }

  private static func names(in path: String) -> [String] {
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

  private static func remove(_ path: String) {
    for name in names(in: path) {
      let child = "\(path)/\(name)"
      if unlink(child) != 0 { remove(child) }
    }
    rmdir(path)
  }
}
