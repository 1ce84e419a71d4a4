public import JSON

extension Problem {
  /// What was found, and what the place asks for.
  ///
  /// Texts in it are safe to show.
  public enum Fact: Equatable, Sendable {
    // The file as a whole.
    case file(String, FileFailure)
    /// A file with nothing in it that could be a schedule.
    case emptyFile
    case unknownFormat(looksLike: Lookalike?)
    /// JSON, but no schedule that is known.
    case unknownJSON(fields: [String])
    /// XML, but no `<schedule>`.
    case unknownXML(root: String)
    case documentType
    /// Cut off before anything in it was whole.
    case cutShort(expected: String)
    /// It is well formed, and there is no session in it.
    case noSessions
    case tooManySessions(limit: Int)
    case tooManyValues(limit: Int)
    /// A text so long that it is none of a schedule.
    case endlessText(limit: Int)
    /// Nothing came from a pipe.
    case silent(seconds: Int)
    case noMemory
    case cancelled

    // Its grammar.
    case syntax(column: Int, found: Found, expected: JSONExpected)
    /// The reason in the words of the XML parser.
    case xmlSyntax(column: Int, reason: String, isCutShort: Bool)
    case tooDeep(limit: Int, isLeftOut: Bool)
    case mendedCharacters(count: Int)
    case wrongFormat(found: Found)
    case missingConference
    case wrongVersion(found: Found, known: Int)
    case duplicateField(name: String, firstLine: Int)
    case unknownField(name: String)

    // A value.
    case missingField(name: String, expected: Expected)
    case wrongType(found: Found, expected: Expected)
    case fieldNotRead(name: String)
    case notAllowed(found: String, allowed: [String])
    case malformed(found: String, expected: Expected)
    case impossibleDate(found: String)
    case impossibleTime(found: String)
    case unknownZone(found: String)
    case offsetDisagrees(found: Int, zone: String, expected: Int)
    case unsafeAddress(found: String, schemes: [String])
    case addressLeftOut(found: String)
    case longText(bytes: Int, limit: Int)
    case invalidUTF8
    case hiddenCharacters(Unicode.Scalar, count: Int)
    case htmlRead

    // Values beside each other.
    case duplicateID(id: String, firstLine: Int, replacement: String)
    case unusableID(found: String, replacement: String)
    case missingID(replacement: String)
    case deadReference(id: String, to: Noun)
    case endBeforeStart(start: String, end: String)
    case endLeftOut
    case outsideConference(date: CalendarDate, start: CalendarDate, end: CalendarDate)

    // The conference of another program's file.
    case noTitle
    case zoneOfCity(zone: String, city: String)
    case zoneOfPlaces(zone: String, city: String)
    case zoneOfOffsets(zone: String)
    case zoneOfWindows(zone: String, name: String)
    case zoneRenamed(zone: String, name: String)
    case noZone
    case zoneNotRead(name: String)
    case dayChangeGuessed(minutes: Int)
    case dayChangeIgnored(found: Int, used: Int)
    case unreadableConferenceDate(found: String)

    // A session of one.
    case sessionWithoutStart(found: String?, date: CalendarDate)
    case unreadableTime(found: String)
    case unreadableLength(found: String)
    case threePartLength(found: String, seconds: Int64)
    case lengthDisagrees(seconds: Int64, end: Int64)
    case noEnd
    case noTitleOfSession
    case noRoom
    case otherDay(listed: CalendarDate, date: CalendarDate)
    case sharedID(id: String, first: Int?)
    case sharedGUID(guid: String, first: Int?)
    case otherRoom(listed: String, found: String)
    case cancelledByTitle
    case languageChosen(found: String, tag: String)
    case unknownLanguage(found: String)
    case personTwice(name: String, other: String)
    case wholeDay

    // iCalendar.
    case badLine(found: String)
    case missingEndOfComponent(name: String)
    case badFolding
    case cutRecurrence(limit: Int)
    case badRecurrence(found: String)
    case superseded(sequence: Int)
    case orphanedOverride
    case withoutStamp

    // What a check looks for besides.
    case overlap(room: String, with: String)
    case sameAgain(first: Int?)
    case spelling(name: String, other: String)

    /// There are so many more problems than are kept.
    case further(count: Int)
  }

  /// What stood in the file, safe to show.
  public typealias Found = JSONFound

  /// Why a file was not read.
  public enum FileFailure: Error, Equatable, Sendable {
    case missing
    /// The system's error number.
    case unreadable(Int32)
    /// A folder, a pipe, a device.
    case notRegular
    case empty
    /// Not UTF-8 but this.
    case encoding(Encoding)
    case tooLarge(bytes: Int, limit: Int)
    /// The path is absolute, has `..` in it, or is none.
    case unsafePath
    /// The way to it goes through a symbolic link.
    case link
    /// The text files together have more bytes than this.
    case tooMuchText(limit: Int)
  }

  /// An encoding that is not UTF-8.
  public enum Encoding: String, Equatable, Sendable {
    case utf16 = "UTF-16"
    case utf32 = "UTF-32"

    /// The encoding that bytes are in where it is visibly not UTF-8: a byte order mark, or zeros where a text that
    /// begins with ASCII has them (RFC 4627 §3).
    package static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> Encoding? {
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
  public enum Lookalike: Equatable, Sendable { case zip, gzip, bzip2, xz, zstd, pdf, picture, program, webPage }

  /// What can be referred to.
  public enum Noun: Equatable, Sendable { case room, track, person, session, meeting, document, speaker, category }

  /// What the place asks for.
  public enum Expected: Equatable, Sendable {
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
}
