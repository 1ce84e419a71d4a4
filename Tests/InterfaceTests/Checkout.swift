import Glibc

/// The files beside the sources.
enum Checkout {
  /// The folder of Package.swift, found from this file.
  static let path = #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/\($1)" }

  static let shippedBundle = "\(path)/Resources/conferences/human-rights-elections-2017"

  /// A whole text file; nil where there is none.
  static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
