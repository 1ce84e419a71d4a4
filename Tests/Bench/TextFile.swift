import Glibc

/// Whole files, small ones.
enum TextFile {
  /// Nil when it cannot be read.
  static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer.prefix(count) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// - Throws: `BenchError.cannotWrite` when the folder is missing or the disk is full.
  static func write(_ text: String, to path: String) throws(BenchError) {
    guard let file = fopen(path, "w") else { throw .cannotWrite(path) }
    let isWritten = fputs(text, file) >= 0
    guard fclose(file) == 0, isWritten else { throw .cannotWrite(path) }
  }

  /// What a folder holds, without the two names that every folder has; nothing where there is none.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Makes a folder where there is none.
  static func makeFolder(_ path: String) throws(BenchError) {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .cannotWrite(path) }
  }
}
