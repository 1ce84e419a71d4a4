import Agenda
import Markup

/// What a file is, found by what stands in it; its name plays no part.
public enum ImportFormat: String, CaseIterable, Sendable {
  /// A bundle's agenda.json.
  case bundle
  /// frab's, Pentabarf's and their kin's `<schedule>`.
  case scheduleXML = "frab-xml"
  /// EuroPython's own `<schedule>`: days with entries.
  case europythonXML = "europython-xml"
  /// conf.researchr.org's `<event>`, with a `<subevent>` for each block.
  case researchrXML = "researchr-xml"
  /// `{"schedule": {"conference": {"days": [{"rooms": …}]}}}`.
  case scheduleJSON = "schedule-json"
  /// The second version of it, with a flat list of events.
  case scheduleJSON2 = "schedule-json-2"
  case iCalendar = "ics"
  /// Sessionize's view "All": lists of sessions, speakers, rooms that refer to each other by id.
  case sessionizeAll = "sessionize-all"
  /// Sessionize's view "GridSmart": days with rooms with sessions.
  case sessionizeGrid = "sessionize-gridsmart"
  /// What Indico's HTTP API gives of an event: its contributions, or its timetable.
  case indico
  /// Events of schema.org, as pages have them for search engines.
  case linkedEvents = "json-ld"
  /// JSON of no known format whose objects have titles and starts.
  case sessionList = "session-list"
  /// An agenda that people have written for people, as Markdown, plain text or HTML.
  case agendaText = "agenda-text"
  /// The same from a word processor, by way of pandoc.
  case document
  /// A table, as CSV or with other signs between its columns.
  case table
}

/// Finds what a file is by its first bytes.
enum FormatGuess {
  enum Family {
    case xml, json, calendar, text, webPage
    case document(Pandoc.Format)
  }

  /// What files that people have beside schedules begin with.
  private static let others: [(Lookalike, [UInt8])] = [
    (.zip, [0x50, 0x4B, 0x05, 0x06]), (.spreadsheet, [0xD0, 0xCF, 0x11, 0xE0]),
    (.database, Array("SQLite format 3".utf8)),
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
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return try archive(bytes) }
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    rest = rest.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    if rest.isEmpty { throw ImportFailure(.file(.emptyFile)) }
    // A page of a site that is made of templates begins with what these are told.
    if rest.starts(with: "{%".utf8) {
      rest = behind(rest, "{%", "%}")
      return rest.first == UInt8(ascii: "<") ? try markup(rest) : .text
    }
    switch rest.first {
    case UInt8(ascii: "<"): return try markup(rest)
    case UInt8(ascii: "{"), UInt8(ascii: "/"): return .json
    // `[09:00] Welcome` and `[Agenda](…)` are none.
    case UInt8(ascii: "[") where isList(rest): return .json
    default: break
    }
    // Of a calendar or one of its components; `Begin: 9:00` is a text.
    let head = String(decoding: rest.prefix(7), as: UTF8.self).uppercased()
    if head == "BEGIN:V" { return .calendar }
    // expat reads UTF-16 by itself, where it says by a mark that it is that.
    if bytes.starts(with: [0xFF, 0xFE, 0x3C, 0]) || bytes.starts(with: [0xFE, 0xFF, 0, 0x3C]) { return .xml }
    if let encoding = OtherEncoding.guess(bytes), encoding == .utf32 { throw ImportFailure(.encoding(encoding)) }
    return .text
  }

  /// Whether a bracket begins a list of JSON: what comes next is a value or the end.
  private static func isList(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence) -> Bool {
    let next = bytes.dropFirst().first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    guard let next else { return true }
    if (0x30...0x39).contains(next) || next == UInt8(ascii: "-") {
      // Numbers are values too, but no clock and no date is a number.
      let rest = bytes.dropFirst().drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
      let behind = rest.dropFirst().drop { (0x30...0x39).contains($0) }.first { $0 > 0x20 }
      return behind.map { ",].eE".utf8.contains($0) } ?? true
    }
    return "{[\"]/tfn".utf8.contains(next) && !bytes.dropFirst().starts(with: "[".utf8) || next == UInt8(ascii: "[")
  }

  /// What a zip archive holds: documents are such.
  private static func archive(_ bytes: UnsafeBufferPointer<UInt8>) throws(ImportFailure) -> Family {
    // OpenDocument says first of all what it is, uncompressed (OpenDocument 1.2, part 3, §3.3).
    if bytes.dropFirst(30).starts(with: "mimetypeapplication/vnd.oasis.opendocument.".utf8) {
      let kind = bytes.dropFirst(30 + 43).prefix(5)
      if kind.starts(with: "text".utf8) { return .document(.openDocument) }
      throw ImportFailure(
        .file(.unknownFormat(looksLike: kind.starts(with: "sprea".utf8) ? .spreadsheet : .presentation)))
    }
    // The others are known by the names in the archive's directory, at its end.
    let tail = Array(bytes.suffix(1 << 20))
    if tail.place(of: "word/document.xml".utf8) != nil { return .document(.word) }
    if tail.place(of: "xl/workbook.".utf8) != nil {
      throw ImportFailure(.file(.unknownFormat(looksLike: .spreadsheet)))
    }
    if tail.place(of: "ppt/presentation.xml".utf8) != nil {
      throw ImportFailure(.file(.unknownFormat(looksLike: .presentation)))
    }
    throw ImportFailure(.file(.unknownFormat(looksLike: .zip)))
  }

  /// What comes behind marks at the beginning and the blanks around them; all of it where one does not end.
  private static func behind(
    _ bytes: UnsafeBufferPointer<UInt8>.SubSequence, _ begin: String, _ end: String
  ) -> UnsafeBufferPointer<UInt8>.SubSequence {
    var rest = bytes
    while rest.starts(with: begin.utf8) {
      guard let behind = rest.place(of: end.utf8)?.upperBound else { return bytes }
      rest = rest[behind...].drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }
    return rest
  }

  private static func markup(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence) throws(ImportFailure) -> Family {
    // Comments stand before pages and Markdown as well as before XML.
    let bytes = behind(bytes, "<!--", "-->")
    if let first = bytes.first, first != UInt8(ascii: "<") { return .text }
    let head = String(decoding: bytes.prefix(15), as: UTF8.self).lowercased()
    if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") {
      return .webPage
    }
    // Markdown may begin with an address, and a piece of HTML with any tag of it.
    if head.hasPrefix("<http") { return .text }
    if head.hasPrefix("<?php") || head.hasPrefix("<?=") { return .webPage }
    guard !head.hasPrefix("<?xml"), !head.hasPrefix("<!"), !head.hasPrefix("<schedule") else { return .xml }
    let name = String(
      decoding: bytes.dropFirst().prefix { $0 != 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }.prefix(
        12), as: UTF8.self)
    return TextKind.elements.contains(name.lowercased()) ? .webPage : .xml
  }
}
