import Files
import Glibc
import Support
import Testing

@testable import Notes

/// A user's folder of a test's own, removed with all that is in it at the end.
final class Scratch {
  private let folder: TemporaryFolder
  let user: UserFolder

  init(inMemory: Bool = false) throws {
    let folder = try TemporaryFolder(in: inMemory && access("/dev/shm", W_OK) == 0 ? "/dev/shm" : P_tmpdir)
    let path = folder.path
    self.folder = folder
    user = try #require(UserFolder(conference: "c", environment: { $0 == "XDG_DATA_HOME" ? path : nil }))
  }

  var path: String { folder.path }

  /// Writes a file, its folders made before it.
  func write(_ path: String, _ bytes: [UInt8]) throws {
    try Folder.make(Path.split(path).folder)
    try TemporaryFolder.write(bytes, to: path)
  }

  func write(_ path: String, _ text: String) throws { try write(path, Array(text.utf8)) }

  /// A file's text wherever it is; nil where there is none.
  static func read(_ path: String) throws -> String? {
    try RegularFile.read(path, limit: 1 << 24).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// Nil where there is no file.
  func text(_ path: String) throws -> String? { try Scratch.read(path) }

  func names(in path: String) -> [String] { TemporaryFolder.names(in: path) }
}
