import JSON
public import Messages

extension Problem {
  /// What was found and what was expected, without the place.
  public var message: Message { fact.message }

  /// The place, what was found and what was expected.
  ///
  /// `agenda.json:41: $.sessions[3].start: found "2017-02-30", expected a date that exists (YYYY-MM-DD)`,
  /// `schedule.xml:41: "Opening": found no end`; safe to print, whatever the file holds.
  ///
  /// - Parameter file: what the file is called where the place does not say it.
  public func line(file: String = "", in messages: Messages) -> String {
    let file = place.file ?? file
    var parts = [place.line.map { "\(file):\($0)" } ?? file]
    if let path = place.path { parts.append(path) }
    if let session = place.session { parts.append("\"\(Excerpt.shown(session, limit: 40))\"") }
    parts.append(messages.text(message))
    return TextCleaner(lines: .single).clean(parts.joined(separator: ": ")).string
  }
}

extension Problem.Kind {
  public var message: Message {
    switch self {
    case .guessed: Message("guessed")
    case .odd: Message("odd")
    case .lost: Message("not read")
    case .refused: Message("refused")
    }
  }
}

extension Problem.Fact {
  /// What was found and what was expected, or what became of it: the one place with words for it.
  public var message: Message {
    switch self {
    case .file(let name, let failure): failure.message(name)
    case .emptyFile: Message("found nothing in it, expected %s", Problem.formats)
    case .unknownFormat(let like?): Message("found %s, expected %s", like.message, Problem.formats)
    case .unknownFormat(nil): Message("found something else, expected %s", Problem.formats)
    case .unknownJSON(let fields) where fields.isEmpty: Message("found JSON, expected %s", Problem.formats)
    case .unknownJSON(let fields):
      Message("found JSON with %s, expected %s", fields.joined(separator: ", "), Problem.formats)
    case .unknownXML(let root): Message("found XML whose root is <%s>, expected <schedule>", root)
    case .documentType: Message("found a document type (<!DOCTYPE), expected XML without one; refused")
    case .cutShort(let expected): Message("found the end of the file, expected %s", expected)
    case .noSessions: Message("found no session, expected at least one")
    case .tooManySessions(let limit): Message("found more than %d sessions, expected fewer", limit)
    case .tooManyValues(let limit): Message("found more than %d values, expected fewer", limit)
    case .endlessText(let limit):
      Message("found a text of more than %s, expected a schedule's; refused", Problem.size(limit))
    case .silent(let seconds): Message("found nothing for %d seconds, expected the rest of the file", seconds)
    case .noMemory: Message("found no more memory")
    case .cancelled: Message("cancelled; nothing is written")

    case .syntax(let column, let found, let expected):
      Message("column %d: found %s, expected %s", column, found.message, expected.message)
    case .xmlSyntax(_, let reason, true):
      Message("found the end of the file, expected the rest of the XML (%s)", reason)
    case .xmlSyntax(let column, let reason, false):
      Message("column %d: found %s, expected well-formed XML", column, reason)
    case .tooDeep(let limit, true):
      Message("found values inside each other more than %d levels deep, expected fewer; left out", limit)
    case .tooDeep(let limit, false): Message("found values inside each other, expected at most %d levels", limit)
    case .mendedCharacters(let count):
      Message(
        "found a character that the format does not allow; mended",
        "found %d characters that the format does not allow; mended", count: count)
    case .wrongFormat(.nothing):
      Message("found no \"format\", expected an object with the format \"%s\"", BundleFormat.name)
    case .wrongFormat(let found):
      Message("found %s, expected an object with the format \"%s\"", found.message, BundleFormat.name)
    case .missingConference: Message("found no \"conference\", expected an object")
    case .wrongVersion(let found, let known):
      Message("found version %s, expected %d; what is known was read", found.message, known)
    case .duplicateField(let name, let first):
      Message("found \"%s\" again, expected it once (first in line %d); the last one counts", name, first)
    case .unknownField(let name): Message("found \"%s\", a field that the format does not have; not read", name)

    case .missingField(let name, let expected): Message("found no \"%s\", expected %s", name, expected.message)
    case .wrongType(let found, let expected): Message("found %s, expected %s", found.message, expected.message)
    case .fieldNotRead(let name): Message("found \"%s\" with a value of another type; not read", name)
    case .notAllowed(let found, let allowed):
      Message("found \"%s\", expected one of %s", found, allowed.joined(separator: ", "))
    case .malformed(let found, let expected): Message("found \"%s\", expected %s", found, expected.message)
    case .impossibleDate(let found): Message("found \"%s\", expected a date that exists (YYYY-MM-DD)", found)
    case .impossibleTime(let found): Message("found \"%s\", expected a time that exists (00:00 to 23:59)", found)
    case .unknownZone(let found):
      Message("found \"%s\", expected %s; UTC is used", found, Problem.Expected.zone.message)
    case .offsetDisagrees(let found, let zone, let expected):
      Message(
        "found the offset %s, expected %s as in %s at that time; the offset rules", Problem.offset(found),
        Problem.offset(expected), zone)
    case .unsafeAddress(let found, let schemes):
      Message("found \"%s\", expected an address with %s; left out", found, schemes.joined(separator: ", "))
    case .addressLeftOut(let found):
      Message("found \"%s\", expected an address such as https://example.org/; kept as text", found)
    case .longText(let bytes, let limit):
      Message("found a text of %s, expected at most %s; cut", Problem.size(bytes), Problem.size(limit))
    case .invalidUTF8: Message("found bytes that are no UTF-8, expected text; shown as �")
    case .hiddenCharacters(let scalar, let count):
      count > 1
        ? Message(
          "found %s and %d more, expected no control characters; made visible", Problem.number(scalar), count - 1)
        : Message("found %s, expected no control characters; made visible", Problem.number(scalar))
    case .htmlRead: Message("found HTML in texts; read as Markdown")

    case .duplicateID(let id, let first, let replacement):
      Message(
        "found the id \"%s\" again (first in line %d), expected one of its own; read as \"%s\"", id, first, replacement)
    case .unusableID(let found, let replacement):
      Message("found \"%s\", expected %s; read as \"%s\"", found, Problem.Expected.identifier.message, replacement)
    case .missingID(let replacement):
      Message("found no \"id\", expected %s; read as \"%s\"", Problem.Expected.identifier.message, replacement)
    case .deadReference(let id, let noun): noun.deadReference(id)
    case .endBeforeStart(let start, let end):
      Message("found \"%s\", expected an end after the start (%s); left out", end, start)
    case .endLeftOut: Message("found an end before the start; left out")
    case .outsideConference(let date, let start, let end):
      Message(
        "found a session on %s, expected one on the conference's days (%s to %s)", date.description, start.description,
        end.description)

    case .noTitle: Message("found no title of the conference; the file's name serves")
    case .zoneOfCity(let zone, let city): Message("found no time zone; %s is taken for %s", zone, city)
    case .zoneOfPlaces(let zone, let city):
      Message("found all times in UTC, and the places in %s; %s is taken", city, zone)
    case .zoneOfOffsets(let zone): Message("found no time zone; %s is taken, as the offsets are", zone)
    case .zoneOfWindows(let zone, let name), .zoneRenamed(let zone, let name):
      Message("found the time zone \"%s\"; read as %s", name, zone)
    case .noZone: Message("found no time zone and no offsets; UTC is taken")
    case .zoneNotRead(let name): Message("found \"%s\", expected a time zone such as Europe/Berlin", name)
    case .dayChangeGuessed(let minutes):
      Message("found no day change; %s is taken, as the sessions are listed", Problem.clock(minutes))
    case .dayChangeIgnored(let found, let used):
      Message(
        "found the day change %s; %s is taken, as the sessions are listed", Problem.clock(found), Problem.clock(used))
    case .unreadableConferenceDate(let found): Message("found \"%s\", expected a date (YYYY-MM-DD)", found)

    case .sessionWithoutStart(nil, let date):
      Message("found no start, expected one; kept as tentative at the beginning of %s", date.description)
    case .sessionWithoutStart(let found?, let date):
      Message(
        "found the start \"%s\", expected a time (YYYY-MM-DDTHH:MM); kept as tentative at the beginning of %s", found,
        date.description)
    case .unreadableTime(let found): Message("found \"%s\", expected a time (YYYY-MM-DDTHH:MM)", found)
    case .unreadableLength(let found): Message("found \"%s\", expected a duration (HH:MM or PT1H30M)", found)
    case .threePartLength(let found, let seconds):
      Message("found the duration \"%s\", expected HH:MM; read as %s", found, Problem.length(seconds))
    case .lengthDisagrees(let seconds, let end):
      Message(
        "found a duration of %s, but an end after %s; the end rules", Problem.length(seconds), Problem.length(end))
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

    case .badLine(let found): Message("found \"%s\", expected NAME:VALUE; not read", found)
    case .missingEndOfComponent(let name): Message("found no END:%s; what there is of it is read", name)
    case .badFolding: Message("found lines that are folded wrongly; put together")
    case .cutRecurrence(let limit): Message("found a recurrence that goes on and on; the first %d are read", limit)
    case .badRecurrence(let found):
      Message("found \"%s\", expected a rule such as FREQ=DAILY;COUNT=3; read once", found)
    case .superseded(let sequence): Message("found again with a newer SEQUENCE (%d); the newer one is read", sequence)
    case .orphanedOverride: Message("found an exception of a series that is not there; read as a session of its own")
    case .withoutStamp: Message("found entries without DTSTAMP")

    case .overlap(let room, let other): Message("found at the same time in %s as \"%s\"", room, other)
    case .sameAgain(nil): Message("found the same session again")
    case .sameAgain(let first?): Message("found the same session again (first in line %d)", first)
    case .spelling(let name, let other): Message("found \"%s\" and \"%s\": one person spelt in two ways?", name, other)
    case .further(let count):
      Message("found 1 more problem, which is not listed", "found %d more problems, which are not listed", count: count)
    }
  }
}
