public import JSON
import Messages

/// A value, alone or beside others.
public enum ValueFact: ProblemArea {
  case missingField(name: String, expected: ExpectedValue)
  case wrongType(found: JSONFound, expected: ExpectedValue)
  case fieldNotRead(name: String)
  case notAllowed(found: String, allowed: [String])
  case malformed(found: String, expected: ExpectedValue)
  case impossibleDate(found: String)
  case impossibleTime(found: String)
  case unknownZone(found: String)
  case zoneNotRead(name: String)
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
  case deadReference(id: String, to: Referent)
  case endBeforeStart(start: String, end: String)
  case endLeftOut
  case outsideConference(date: CalendarDate, start: CalendarDate, end: CalendarDate)

  enum Name: String, CaseIterable {
    case missingField, wrongType, notAllowed, malformed, impossibleDate, impossibleTime, unknownZone
    case offsetDisagrees, unsafeAddress, addressLeftOut, longText, invalidUTF8, hiddenCharacters, htmlRead
    case duplicateID, unusableID, missingID, deadReference, endBeforeStart, outsideConference
  }

  var traits: ProblemTraits<Name> {
    switch self {
    case .missingField: (.missingField, .error, .odd)
    case .wrongType: (.wrongType, .error, .lost)
    case .fieldNotRead: (.wrongType, .warning, .lost)
    case .notAllowed: (.notAllowed, .error, .lost)
    case .malformed: (.malformed, .error, .lost)
    case .impossibleDate: (.impossibleDate, .error, .lost)
    case .impossibleTime: (.impossibleTime, .error, .lost)
    case .unknownZone, .zoneNotRead: (.unknownZone, .error, .odd)
    case .offsetDisagrees: (.offsetDisagrees, .warning, .odd)
    case .unsafeAddress: (.unsafeAddress, .error, .lost)
    case .addressLeftOut: (.addressLeftOut, .warning, .odd)
    case .longText: (.longText, .error, .lost)
    case .invalidUTF8: (.invalidUTF8, .warning, .odd)
    case .hiddenCharacters: (.hiddenCharacters, .warning, .odd)
    case .htmlRead: (.htmlRead, .note, .guessed)
    case .duplicateID: (.duplicateID, .error, .odd)
    case .unusableID: (.unusableID, .warning, .odd)
    case .missingID: (.missingID, .warning, .odd)
    case .deadReference: (.deadReference, .error, .lost)
    case .endBeforeStart, .endLeftOut: (.endBeforeStart, .error, .odd)
    case .outsideConference: (.outsideConference, .warning, .odd)
    }
  }

  var message: Message {
    switch self {
    case .missingField(let name, let expected): Message("found no \"%s\", expected %s", name, expected.message)
    case .wrongType(let found, let expected): Message("found %s, expected %s", found.message, expected.message)
    case .fieldNotRead(let name): Message("found \"%s\" with a value of another type; not read", name)
    case .notAllowed(let found, let allowed):
      Message("found \"%s\", expected one of %s", found, allowed.joined(separator: ", "))
    case .malformed(let found, let expected): Message("found \"%s\", expected %s", found, expected.message)
    case .impossibleDate(let found): Message("found \"%s\", expected a date that exists (YYYY-MM-DD)", found)
    case .impossibleTime(let found): Message("found \"%s\", expected a time that exists (00:00 to 23:59)", found)
    case .unknownZone(let found):
      Message("found \"%s\", expected %s; UTC is used", found, ExpectedValue.zone.message)
    case .offsetDisagrees(let found, let zone, let expected):
      Message(
        "found the offset %s, expected %s as in %s at that time; the offset rules", ProblemWords.offset(found),
        ProblemWords.offset(expected), zone)
    case .unsafeAddress(let found, let schemes):
      Message("found \"%s\", expected an address with %s; left out", found, schemes.joined(separator: ", "))
    case .addressLeftOut(let found):
      Message("found \"%s\", expected an address such as https://example.org/; kept as text", found)
    case .longText(let bytes, let limit):
      Message("found a text of %s, expected at most %s; cut", ProblemWords.size(bytes), ProblemWords.size(limit))
    case .invalidUTF8: Message("found bytes that are no UTF-8, expected text; shown as �")
    case .hiddenCharacters(let scalar, let count):
      count > 1
        ? Message(
          "found %s and %d more, expected no control characters; made visible", ProblemWords.number(scalar), count - 1)
        : Message("found %s, expected no control characters; made visible", ProblemWords.number(scalar))
    case .htmlRead: Message("found HTML in texts; read as Markdown")
    case .duplicateID(let id, let first, let replacement):
      Message(
        "found the id \"%s\" again (first in line %d), expected one of its own; read as \"%s\"", id, first,
        replacement)
    case .unusableID(let found, let replacement):
      Message("found \"%s\", expected %s; read as \"%s\"", found, ExpectedValue.identifier.message, replacement)
    case .missingID(let replacement):
      Message("found no \"id\", expected %s; read as \"%s\"", ExpectedValue.identifier.message, replacement)
    case .deadReference(let id, let noun): noun.deadReference(id)
    case .endBeforeStart(let start, let end):
      Message("found \"%s\", expected an end after the start (%s); left out", end, start)
    case .endLeftOut: Message("found an end before the start; left out")
    case .outsideConference(let date, let start, let end):
      Message(
        "found a session on %s, expected one on the conference's days (%s to %s)", date.description,
        start.description,
        end.description)
    case .zoneNotRead(let name): Message("found \"%s\", expected a time zone such as Europe/Berlin", name)
    }
  }

  func message(count: Int) -> Message? {
    switch self {
    case .endBeforeStart, .endLeftOut: Message("an end before its start", "%d ends before their start", count: count)
    case .offsetDisagrees:
      Message("an offset that disagrees with the zone", "%d offsets that disagree with the zone", count: count)
    case .outsideConference:
      Message("a session outside the conference's days", "%d sessions outside the conference's days", count: count)
    case .addressLeftOut, .unsafeAddress:
      Message("an address that cannot be opened", "%d addresses that cannot be opened", count: count)
    case .longText: Message("a text that is too long", "%d texts that are too long", count: count)
    case .hiddenCharacters: Message("a text with hidden characters", "%d texts with hidden characters", count: count)
    case .invalidUTF8: Message("a text that is no UTF-8", "%d texts that are no UTF-8", count: count)
    case .fieldNotRead, .wrongType: Message("a value of another type", "%d values of another type", count: count)
    case .deadReference: Message("a reference that leads nowhere", "%d references that lead nowhere", count: count)
    case .missingField, .notAllowed, .malformed, .impossibleDate, .impossibleTime, .unknownZone, .htmlRead,
      .duplicateID, .unusableID, .missingID, .zoneNotRead:
      nil
    }
  }
}
