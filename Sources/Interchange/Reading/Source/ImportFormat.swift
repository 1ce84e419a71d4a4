import Agenda

/// What a file is, found by what stands in it; its name plays no part.
public enum ImportFormat: String, CaseIterable, Sendable {
  /// A bundle's agenda.json.
  case bundle
  /// frab's, Pentabarf's and their kin's `<schedule>`.
  case scheduleXML = "frab-xml"
  /// `{"schedule": {"conference": {"days": [{"rooms": …}]}}}`.
  case scheduleJSON = "schedule-json"
  /// The second version of it, with a flat list of events.
  case scheduleJSON2 = "schedule-json-2"
  case iCalendar = "ics"
  /// Sessionize's view "All": lists of sessions, speakers, rooms that refer to each other by id.
  case sessionizeAll = "sessionize-all"
  /// Sessionize's view "GridSmart": days with rooms with sessions.
  case sessionizeGrid = "sessionize-gridsmart"
  /// JSON of no known format whose objects have titles and starts.
  case sessionList = "session-list"
}

/// Finds what a file is by its first bytes.
enum FormatGuess {
  enum Family {
    case xml, json, calendar
  }

  /// What files that people have beside schedules begin with.
  private static let others: [(Lookalike, [UInt8])] = [
    (.zip, [0x50, 0x4B, 0x03, 0x04]), (.zip, [0x50, 0x4B, 0x05, 0x06]),
    (.gzip, [0x1F, 0x8B]), (.bzip2, Array("BZh".utf8)),
    (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A]), (.pdf, Array("%PDF".utf8)),
    (.picture, [0x89, 0x50, 0x4E, 0x47]), (.picture, [0xFF, 0xD8, 0xFF]), (.picture, Array("GIF8".utf8)),
    (.program, [0x7F, 0x45, 0x4C, 0x46]), (.zstd, [0x28, 0xB5, 0x2F, 0xFD]),
  ]

  static func format(of source: FileBytes) throws(ImportFailure) -> Family {
    try source.withBytes { bytes throws(ImportFailure) in try format(of: bytes) }
  }

  static func format(of bytes: UnsafeBufferPointer<UInt8>) throws(ImportFailure) -> Family {
    if bytes.isEmpty { throw ImportFailure(.file(.emptyFile)) }
    for (like, head) in others where bytes.starts(with: head) {
      throw ImportFailure(.file(.unknownFormat(looksLike: like)))
    }
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    rest = rest.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    if rest.isEmpty { throw ImportFailure(.file(.emptyFile)) }
    switch rest.first {
    case UInt8(ascii: "<"): return try markup(rest)
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "/"): return .json
    default: break
    }
    let head = String(decoding: rest.prefix(6), as: UTF8.self).uppercased()
    if head == "BEGIN:" { return .calendar }
    // expat reads UTF-16 by itself, where it says by a mark that it is that.
    if bytes.starts(with: [0xFF, 0xFE, 0x3C, 0]) || bytes.starts(with: [0xFE, 0xFF, 0, 0x3C]) { return .xml }
    if let encoding = OtherEncoding.guess(bytes) { throw ImportFailure(.encoding(encoding)) }
    throw ImportFailure(.file(.unknownFormat(looksLike: nil)))
  }

  private static func markup(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence) throws(ImportFailure) -> Family {
    let head = String(decoding: bytes.prefix(15), as: UTF8.self).lowercased()
    if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") {
      throw ImportFailure(.file(.unknownFormat(looksLike: .webPage)))
    }
    return .xml
  }
}
