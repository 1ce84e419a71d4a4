import Glibc

/// Where the checkout is, and what may lie beside it.
enum Checkout {
  static let root: String = {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// Schedules of real conferences, kept outside the checkout; nil where they are not there.
  static let data: String? = {
    let folder = root + "/../shared/data"
    return access(folder + "/MANIFEST.tsv", R_OK) == 0 ? folder : nil
  }()

  static func lines(_ path: String) -> [[String]] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
    }
  }
}
