// What facts are made of.

/// Why a file was not read.
public enum FileFailure: Error, Equatable, Sendable {
  case missing
  /// The system's error number.
  case unreadable(Int32)
  /// A folder, a pipe, a device.
  case notRegular
  case empty
  /// Bytes that are no text.
  case notText
  /// Not UTF-8 but this.
  case encoding(OtherEncoding)
  case tooLarge(bytes: Int, limit: Int)
  /// The path is absolute, has `..` in it, or is none.
  case unsafePath
  /// The way to it goes through a symbolic link.
  case link
  /// The text files together have more bytes than this.
  case tooMuchText(limit: Int)
}

/// An encoding that is not UTF-8.
public enum OtherEncoding: String, Equatable, Sendable {
  case utf16 = "UTF-16"
  case utf32 = "UTF-32"

  /// The encoding that bytes are in where it is visibly not UTF-8: a byte order mark, or zeros where a text that
  /// begins with ASCII has them (RFC 4627 §3).
  package static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> OtherEncoding? {
    let first = Array(bytes.prefix(4))
    if first.starts(with: [0xFF, 0xFE, 0, 0]) || first.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32 }
    if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) { return .utf16 }
    guard first.count == 4 else { return nil }
    switch first.map({ $0 == 0 }) {
    case [false, true, true, true], [true, true, true, false]: return .utf32
    case [false, true, false, true], [true, false, true, false]: return .utf16
    default: return nil
    }
  }
}

/// What a file is by its first bytes, where that is no schedule.
public enum Lookalike: Equatable, Sendable {
  case zip, gzip, bzip2, xz, zstd, pdf, picture, program, spreadsheet, presentation, database
}

/// What every session must have.
public enum SessionPart: Equatable, Sendable {
  case title, start
  /// Times of the day are there, but no day.
  case date
}

/// What a text with times in it is, where that is no agenda.
public enum UnlikeAgenda: Equatable, Sendable { case text, log, timetable, prices, webPage, rooms, people }

/// Why the program pandoc has made no text of a document.
public enum ConversionFailure: Equatable, Sendable {
  case noProgram
  /// It has said so, or ended with this status.
  case refused(said: String?, status: Int)
  case tooSlow(seconds: Int)
  case tooLarge(limit: Int)
  /// The system's error number.
  case notStarted(Int32)
}

/// What can be referred to.
public enum Referent: Equatable, Sendable { case room, track, person, session, meeting, document, speaker, category }

/// What the place asks for.
public enum ExpectedValue: Equatable, Sendable {
  case text
  case textOrFile
  case line
  case boolean
  case list
  case object
  case identifier
  case date
  case partialDate
  case time
  case timeOfDay
  case color
  case languageTag
  case zone
  case address
  case path
  case version(Int)
  /// Whole ones, 1 to 720.
  case minutes
}
