import Agenda

extension FindingWording {
  /// What was found, and what became of it; without the place.
  public static func sentence(_ fact: ImportFinding.Fact) -> String {
    switch fact {
    case .noTitle: "found no title of the conference; the file's name serves"
    case .zoneOfCity(let zone, let city): "found no time zone; \(zone) is taken for \(city)"
    case .zoneOfPlaces(let zone, let city):
      "found all times in UTC, and the places in \(city); \(zone) is taken"
    case .zoneOfOffsets(let zone): "found no time zone; \(zone) is taken, as the offsets are"
    case .zoneOfWindows(let zone, let name), .zoneRenamed(let zone, let name):
      "found the time zone \"\(name)\"; read as \(zone)"
    case .noZone: "found no time zone and no offsets; UTC is taken"
    case .unknownZone(let name): "found \"\(name)\", expected a time zone such as Europe/Berlin"
    case .dayChangeGuessed(let minutes): "found no day change; \(clock(minutes)) is taken, as the sessions are listed"
    case .dayChangeIgnored(let found, let used):
      "found the day change \(clock(found)); \(clock(used)) is taken, as the sessions are listed"
    case .unreadableConferenceDate(let found): "found \"\(found)\", expected a date (YYYY-MM-DD)"
    case .sessionWithoutStart(let found, let date):
      "found \(found.map { "the start \"\($0)\", expected a time (YYYY-MM-DDTHH:MM)" } ?? "no start, expected one"); "
        + "kept as tentative at the beginning of \(date)"
    case .unreadableTime(let found): "found \"\(found)\", expected a time (YYYY-MM-DDTHH:MM)"
    case .unreadableLength(let found): "found \"\(found)\", expected a duration (HH:MM or PT1H30M)"
    case .threePartLength(let found, let seconds):
      "found the duration \"\(found)\", expected HH:MM; read as \(length(seconds))"
    case .lengthDisagrees(let seconds, let end):
      "found a duration of \(length(seconds)), but an end after \(length(end)); the end rules"
    case .endBeforeStart: "found an end before the start; left out"
    case .noEnd: "found no end"
    case .noTitleOfSession: "found no title"
    case .noRoom: "found no room"
    case .offsetDisagrees(let found, let zone, let expected):
      "found the offset \(ProblemWording.offset(found)), expected \(ProblemWording.offset(expected)) as in \(zone); "
        + "the offset rules"
    case .otherDay(let listed, let date): "found under \(listed), but it begins on \(date)"
    case .outsideConference(let date, let start, let end):
      "found a session on \(date), expected one on the conference's days (\(start) to \(end))"
    case .sharedID(let id, let first): "found the id \"\(id)\" again\(firstLine(first)); kept as a session of its own"
    case .sharedGUID(let guid, let first):
      "found the guid \"\(guid)\" again\(firstLine(first)); kept as a session of its own"
    case .otherRoom(let listed, let found): "found the room \"\(found)\" inside \"\(listed)\"; its own rules"
    case .cancelledByTitle: "found a title that says cancelled; taken as cancelled"
    case .languageChosen(let found, let tag): "found \"\(found)\", expected a language tag such as en; read as \(tag)"
    case .unknownLanguage(let found): "found \"\(found)\", expected a language tag such as en; left out"
    case .personTwice(let name, let other): "found \"\(name)\" and \"\(other)\" with one id; taken as one person"
    case .addressLeftOut(let found):
      "found \"\(found)\", expected an address such as https://example.org/; kept as text"
    case .wholeDay: "found a date without a time; it begins with its day"
    case .htmlRead: "found HTML in texts; read as Markdown"
    case .longText(let bytes, let limit):
      "found a text of \(ProblemWording.size(bytes)), expected at most \(ProblemWording.size(limit)); cut"
    case .hiddenCharacters(let scalar, let count):
      "found \(ProblemWording.number(scalar))\(count > 1 ? " and \(count - 1) more" : ""), expected no control "
        + "characters; made visible"
    case .invalidUTF8: "found bytes that are no UTF-8; shown as \u{FFFD}"
    case .mendedCharacters(let count):
      "found \(count > 0 ? "\(count) " : "")characters that the format does not allow; mended"
    case .wrongType(let name): "found \"\(name)\" with a value of another type; not read"
    case .deadReference(let id, let noun): "found \"\(id)\", expected the id of a \(noun) in this file; left out"
    case .badLine(let found): "found \"\(found)\", expected NAME:VALUE; not read"
    case .missingEndOfComponent(let name): "found no END:\(name); what there is of it is read"
    case .badFolding: "found lines that are folded wrongly; put together"
    case .cutRecurrence(let limit): "found a recurrence that goes on and on; the first \(limit) are read"
    case .badRecurrence(let found): "found \"\(found)\", expected a rule such as FREQ=DAILY;COUNT=3; read once"
    case .superseded(let sequence): "found again with a newer SEQUENCE (\(sequence)); the newer one is read"
    case .orphanedOverride: "found an exception of a series that is not there; read as a session of its own"
    case .withoutStamp: "found entries without DTSTAMP"
    case .overlap(let room, let other): "found at the same time in \(room) as \"\(other)\""
    case .sameAgain(let first): "found the same session again\(firstLine(first))"
    case .spelling(let name, let other): "found \"\(name)\" and \"\(other)\": one person spelt in two ways?"
    }
  }

  private static func firstLine(_ line: Int?) -> String { line.map { " (first in line \($0))" } ?? "" }

  /// `09:00` of minutes after midnight.
  private static func clock(_ minutes: Int) -> String {
    LocalTime(date: CalendarDate(dayNumber: 0), secondOfDay: minutes * 60).clock
  }

  /// `1 h 30 min`.
  static func length(_ seconds: Int64) -> String {
    let (hours, minutes) = (seconds / 3_600, seconds % 3_600 / 60)
    if hours == 0 { return "\(minutes) min" }
    return minutes == 0 ? "\(hours) h" : "\(hours) h \(minutes) min"
  }
}
