import Agenda

/// Finds what a file is by its first bytes.
enum FormatGuess {
  enum Family {
    case xml, json, calendar
  }

  /// What files that people have beside schedules begin with.
  private static let others: [(String, [UInt8])] = [
    ("a zip archive", [0x50, 0x4B, 0x03, 0x04]), ("a zip archive", [0x50, 0x4B, 0x05, 0x06]),
    ("a gzip archive", [0x1F, 0x8B]), ("a bzip2 archive", Array("BZh".utf8)),
    ("an xz archive", [0xFD, 0x37, 0x7A, 0x58, 0x5A]), ("a PDF", Array("%PDF".utf8)),
    ("a picture", [0x89, 0x50, 0x4E, 0x47]), ("a picture", [0xFF, 0xD8, 0xFF]), ("a picture", Array("GIF8".utf8)),
    ("a program", [0x7F, 0x45, 0x4C, 0x46]), ("a zstd archive", [0x28, 0xB5, 0x2F, 0xFD]),
  ]

  static func format(of source: FileBytes) throws(ImportFailure) -> Family {
    try source.withBytes { bytes throws(ImportFailure) in try format(of: bytes) }
  }

  static func format(of bytes: UnsafeBufferPointer<UInt8>) throws(ImportFailure) -> Family {
    if bytes.isEmpty { throw .file(.empty) }
    for (name, head) in others where bytes.starts(with: head) { throw .unknownFormat(looksLike: name) }
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    rest = rest.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    if rest.isEmpty { throw .file(.empty) }
    switch rest.first {
    case UInt8(ascii: "<"): return try markup(rest)
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "/"): return .json
    default: break
    }
    let head = String(decoding: rest.prefix(6), as: UTF8.self).uppercased()
    if head == "BEGIN:" { return .calendar }
    // expat reads UTF-16 by itself, where it says by a mark that it is that.
    if bytes.starts(with: [0xFF, 0xFE, 0x3C, 0]) || bytes.starts(with: [0xFE, 0xFF, 0, 0x3C]) { return .xml }
    if let encoding = Problem.Encoding.guess(bytes) { throw .file(.encoding(encoding)) }
    throw .unknownFormat(looksLike: nil)
  }

  private static func markup(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence) throws(ImportFailure) -> Family {
    let head = String(decoding: bytes.prefix(15), as: UTF8.self).lowercased()
    if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") { throw .unknownFormat(looksLike: "a web page") }
    return .xml
  }
}
