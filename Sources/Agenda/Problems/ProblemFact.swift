extension Problem {
  /// What was found, and what the place asks for.
  public enum Fact: Equatable, Sendable {
    // The file as a whole.
    case file(String, FileFailure)

    // The file as JSON.
    case syntax(column: Int, found: Found, expected: Expected)
    case tooDeep(limit: Int)
    case tooManyValues(limit: Int)
    case wrongFormat(found: Found)
    case missingConference
    case wrongVersion(found: Found, known: Int)
    case duplicateField(name: String, firstLine: Int)
    case unknownField(name: String)

    // A value.
    case missingField(name: String, expected: Expected)
    case wrongType(found: Found, expected: Expected)
    case notAllowed(found: String, allowed: [String])
    case malformed(found: String, expected: Expected)
    case impossibleDate(found: String)
    case impossibleTime(found: String)
    case unknownZone(found: String)
    case offsetDisagrees(found: Int, zone: String, expected: Int)
    case unsafeAddress(found: String, schemes: [String])
    case tooLongText(bytes: Int, limit: Int)
    case invalidUTF8
    case hiddenCharacter(Unicode.Scalar, count: Int)

    // Values beside each other.
    case duplicateID(id: String, firstLine: Int, replacement: String)
    case unusableID(found: String, replacement: String)
    case missingID(replacement: String)
    case deadReference(id: String, to: Noun)
    case endBeforeStart(start: String, end: String)
    case outsideConference(date: CalendarDate, start: CalendarDate, end: CalendarDate)

    /// There are so many more problems than are kept.
    case further(count: Int)
  }

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
  }

  /// What can be referred to.
  public enum Noun: Equatable, Sendable {
    case room, track, person, session, meeting, document
  }

  /// What stood in the file.
  public enum Found: Equatable, Sendable {
    case nothing
    case endOfFile
    case null
    case boolean(Bool)
    case number(String)
    case text(String)
    case list
    case object
    /// A piece of the file that is no JSON value: a sign, a word, a comment.
    case piece(String)
    case comment
    case controlCharacter(UInt8)
    case unfinishedText
    case badEscape
  }

  /// What the place asks for.
  public enum Expected: Equatable, Sendable {
    case value
    case fieldName
    case fieldNameOrEnd
    case valueOrEnd
    case colon
    case commaOrBrace
    case commaOrBracket
    case endOfFile
    case closedText
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
