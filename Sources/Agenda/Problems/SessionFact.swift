import Messages

/// A session of another program's file.
public enum SessionFact: ProblemArea {
  case sessionWithoutStart(found: String?, date: CalendarDate)
  case unreadableTime(found: String)
  /// Only when it ends stands there.
  case endAsStart(found: String)
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

  enum Name: String, CaseIterable {
    case sessionWithoutStart, unreadableTime, unreadableDuration, threePartDuration, durationDisagrees, noEnd
    case untitledSession, noRoom, otherDay, sharedID, sharedGUID, otherRoom, cancelledByTitle, languageChosen
    case unknownLanguage, personTwice, wholeDay
  }

  var traits: ProblemTraits<Name> {
    switch self {
    case .sessionWithoutStart: (.sessionWithoutStart, .error, .guessed)
    case .unreadableTime: (.unreadableTime, .error, .lost)
    case .endAsStart: (.sessionWithoutStart, .warning, .guessed)
    case .unreadableLength: (.unreadableDuration, .error, .lost)
    case .threePartLength: (.threePartDuration, .warning, .guessed)
    case .lengthDisagrees: (.durationDisagrees, .warning, .odd)
    case .noEnd: (.noEnd, .note, .odd)
    case .noTitleOfSession: (.untitledSession, .warning, .odd)
    case .noRoom: (.noRoom, .note, .odd)
    case .otherDay: (.otherDay, .warning, .odd)
    case .sharedID: (.sharedID, .warning, .odd)
    case .sharedGUID: (.sharedGUID, .warning, .odd)
    case .otherRoom: (.otherRoom, .warning, .odd)
    case .cancelledByTitle: (.cancelledByTitle, .note, .guessed)
    case .languageChosen: (.languageChosen, .note, .guessed)
    case .unknownLanguage: (.unknownLanguage, .note, .odd)
    case .personTwice: (.personTwice, .warning, .odd)
    case .wholeDay: (.wholeDay, .note, .guessed)
    }
  }

  var message: Message {
    switch self {
    case .sessionWithoutStart(nil, let date):
      Message("found no start, expected one; kept as tentative at the beginning of %s", date.description)
    case .sessionWithoutStart(let found?, let date):
      Message(
        "found the start \"%s\", expected a time (YYYY-MM-DDTHH:MM); kept as tentative at the beginning of %s", found,
        date.description)
    case .endAsStart(let found): Message("found no start, but the end %s; it is taken for the start", found)
    case .unreadableTime(let found): Message("found \"%s\", expected a time (YYYY-MM-DDTHH:MM)", found)
    case .unreadableLength(let found): Message("found \"%s\", expected a duration (HH:MM or PT1H30M)", found)
    case .threePartLength(let found, let seconds):
      Message("found the duration \"%s\", expected HH:MM; read as %s", found, ProblemWords.length(seconds))
    case .lengthDisagrees(let seconds, let end):
      Message(
        "found a duration of %s, but an end after %s; the end rules", ProblemWords.length(seconds),
        ProblemWords.length(end))
    case .noEnd: Message("found no end")
    case .noTitleOfSession: Message("found no title")
    case .noRoom: Message("found no room")
    case .otherDay(let listed, let date):
      Message("found under %s, but it begins on %s", listed.description, date.description)
    case .sharedID(let id, nil): Message("found the id \"%s\" again; kept as a session of its own", id)
    case .sharedID(let id, let first?):
      Message("found the id \"%s\" again (first in line %d); kept as a session of its own", id, first)
    case .sharedGUID(let guid, nil): Message("found the guid \"%s\" again; kept as a session of its own", guid)
    case .sharedGUID(let guid, let first?):
      Message("found the guid \"%s\" again (first in line %d); kept as a session of its own", guid, first)
    case .otherRoom(let listed, let found):
      Message("found the room \"%s\" inside \"%s\"; its own rules", found, listed)
    case .cancelledByTitle: Message("found a title that says cancelled; taken as cancelled")
    case .languageChosen(let found, let tag):
      Message("found \"%s\", expected a language tag such as en; read as %s", found, tag)
    case .unknownLanguage(let found): Message("found \"%s\", expected a language tag such as en; left out", found)
    case .personTwice(let name, let other):
      Message("found \"%s\" and \"%s\" with one id; taken as one person", name, other)
    case .wholeDay: Message("found a date without a time; it begins with its day")
    }
  }

  func message(count: Int) -> Message? {
    switch self {
    case .sessionWithoutStart:
      Message(
        "a session without a readable start, kept as tentative",
        "%d sessions without a readable start, kept as tentative", count: count)
    case .endAsStart:
      Message("a session that has only an end", "%d sessions that have only an end", count: count)
    case .unreadableTime: Message("a time that cannot be read", "%d times that cannot be read", count: count)
    case .unreadableLength:
      Message("a duration that cannot be read", "%d durations that cannot be read", count: count)
    case .threePartLength: Message("a duration of three parts", "%d durations of three parts", count: count)
    case .lengthDisagrees:
      Message("a duration that disagrees with the end", "%d durations that disagree with the end", count: count)
    case .noEnd: Message("a session without an end", "%d sessions without an end", count: count)
    case .noTitleOfSession: Message("a session without a title", "%d sessions without a title", count: count)
    case .noRoom: Message("a session without a room", "%d sessions without a room", count: count)
    case .otherDay:
      Message("a session listed under another day", "%d sessions listed under another day", count: count)
    case .sharedID: Message("an id that is used again", "%d ids that are used again", count: count)
    case .sharedGUID:
      Message("a guid or UID that is used again", "%d guids or UIDs that are used again", count: count)
    case .otherRoom:
      Message(
        "a session in another room than it stands in", "%d sessions in another room than they stand in", count: count)
    case .cancelledByTitle:
      Message("a session cancelled by its title", "%d sessions cancelled by their titles", count: count)
    case .languageChosen:
      Message(
        "a language that is no tag, of which one is chosen", "%d languages that are no tag, of which one is chosen",
        count: count)
    case .unknownLanguage: Message("a language that is not known", "%d languages that are not known", count: count)
    case .personTwice: Message("a person spelt in two ways", "%d people spelt in two ways", count: count)
    case .wholeDay: Message("an entry for a whole day", "%d entries for whole days", count: count)
    }
  }
}
