import Agenda
import CPosix
import Files
import Glibc

/// A text that could not be brought together with a note, in a file beside it.
enum ConflictCopy {
  /// Writes `<note>.conflict-<host>-<time>.md` and gives its path; where one with the same text is there already, that.
  static func keep(_ bytes: [UInt8], of note: String, calls: FileCalls) throws(FileError) -> String {
    let stamp = Stamp.string(Instant(seconds: Int64(time(nil)))).filter { $0 != "-" && $0 != ":" }
    let stem = "\(note.hasSuffix(".md") ? String(note.dropLast(3)) : note).conflict-\(host)-"
    for attempt in 1...100 {
      let path = "\(stem)\(stamp)\(attempt == 1 ? "" : "-\(attempt)").md"
      if let there = try RegularFile.read(path, limit: NoteFiles.limit) {
        if there.bytes == bytes { return path }
        continue
      }
      try DurableFile(path, calls: calls).replace(with: bytes)
      return path
    }
    throw .system(call: "open", path: stem + stamp, errno: EEXIST)
  }

  /// Whether a file name is that of such a copy, which is no note.
  static func isCopy(_ name: String) -> Bool {
    var parts = name.dropLast(3).split(separator: "-", omittingEmptySubsequences: false)
    if let last = parts.last, last.utf8.count < 4, Int(last) != nil { parts.removeLast() }
    guard let stamp = parts.popLast(), isStamp(stamp) else { return false }
    return parts.contains { $0.hasSuffix(".conflict") }
  }

  /// A time as in `20171204T144100Z`.
  private static func isStamp(_ text: Substring) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 16
      && bytes.indices.allSatisfy { place in
        switch place {
        case 8: bytes[place] == UInt8(ascii: "T")
        case 15: bytes[place] == UInt8(ascii: "Z")
        default: (0x30...0x39).contains(bytes[place])
        }
      }
  }

  /// The machine's name, as part of a file name.
  private static var host: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let safe = SafeName.of(String(decoding: bytes, as: UTF8.self).split(separator: ".").first.map(String.init) ?? "")
    return String(safe.prefix(40))
  }
}
