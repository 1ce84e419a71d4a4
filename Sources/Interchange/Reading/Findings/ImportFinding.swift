public import Agenda

/// Something about a file that was imported: facts only, worded by `FindingWording`.
public struct ImportFinding: Equatable, Sendable {
  /// Where it is in the file.
  public struct Place: Equatable, Sendable {
    /// From 1; nil for the file as a whole.
    public var line: Int?
    /// `$.schedule.conference.days[0]`; nil outside JSON.
    public var path: String?
    /// What the session there is called.
    public var title: String?

    public init(line: Int? = nil, path: String? = nil, title: String? = nil) {
      (self.line, self.path, self.title) = (line, path, title)
    }
  }

  /// What sort of finding it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// The file does not say it, or not clearly: it was chosen.
    case guessed
    /// The file has it, but not as it should be.
    case odd
    /// Not read.
    case lost
  }

  public var place: Place
  public var fact: Fact

  public init(place: Place = Place(), fact: Fact) { (self.place, self.fact) = (place, fact) }

  public var kind: Kind { fact.kind }
  public var severity: Problem.Severity { fact.severity }
}

extension ImportFinding {
  public enum Fact: Equatable, Sendable {
    // The conference.
    case noTitle
    case zoneOfCity(zone: String, city: String)
    case zoneOfPlaces(zone: String, city: String)
    case zoneOfOffsets(zone: String)
    case zoneOfWindows(zone: String, name: String)
    case zoneRenamed(zone: String, name: String)
    case noZone
    case unknownZone(name: String)
    case dayChangeGuessed(minutes: Int)
    case dayChangeIgnored(found: Int, used: Int)
    case unreadableConferenceDate(found: String)

    // A session.
    case sessionWithoutStart(found: String?, date: CalendarDate)
    case unreadableTime(found: String)
    case unreadableLength(found: String)
    case threePartLength(found: String, seconds: Int64)
    case lengthDisagrees(seconds: Int64, end: Int64)
    case endBeforeStart
    case noEnd
    case noTitleOfSession
    case noRoom
    case offsetDisagrees(found: Int, zone: String, expected: Int)
    case otherDay(listed: CalendarDate, date: CalendarDate)
    case outsideConference(date: CalendarDate, start: CalendarDate, end: CalendarDate)
    case sharedID(id: String, first: Int?)
    case sharedGUID(guid: String, first: Int?)
    case otherRoom(listed: String, found: String)
    case cancelledByTitle
    case languageChosen(found: String, tag: String)
    case unknownLanguage(found: String)
    case personTwice(name: String, other: String)
    case addressLeftOut(found: String)
    case wholeDay

    // Texts.
    case htmlRead
    case longText(bytes: Int, limit: Int)
    case hiddenCharacters(Unicode.Scalar, count: Int)
    case invalidUTF8
    case mendedCharacters(count: Int)

    // Values of JSON that are of another type than they should be.
    case wrongType(name: String)
    case deadReference(id: String, to: String)

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
  }
}
