import Messages

/// Of iCalendar (RFC 5545) only.
public enum CalendarFact: ProblemArea {
  case badLine(found: String)
  case missingEndOfComponent(name: String)
  case badFolding
  case cutRecurrence(limit: Int)
  case badRecurrence(found: String)
  case superseded(sequence: Int)
  case orphanedOverride
  case withoutStamp

  enum Name: String, CaseIterable {
    case badLine, missingEnd, badFolding, cutRecurrence, badRecurrence, superseded, orphanedOverride, withoutStamp
  }

  var traits: ProblemTraits<Name> {
    switch self {
    case .badLine: (.badLine, .error, .lost)
    case .missingEndOfComponent: (.missingEnd, .warning, .odd)
    case .badFolding: (.badFolding, .warning, .odd)
    case .cutRecurrence: (.cutRecurrence, .warning, .lost)
    case .badRecurrence: (.badRecurrence, .error, .lost)
    case .superseded: (.superseded, .note, .odd)
    case .orphanedOverride: (.orphanedOverride, .warning, .odd)
    case .withoutStamp: (.withoutStamp, .note, .odd)
    }
  }

  var message: Message {
    switch self {
    case .badLine(let found): Message("found \"%s\", expected NAME:VALUE; not read", found)
    case .missingEndOfComponent(let name): Message("found no END:%s; what there is of it is read", name)
    case .badFolding: Message("found lines that are folded wrongly; put together")
    case .cutRecurrence(let limit): Message("found a recurrence that goes on and on; the first %d are read", limit)
    case .badRecurrence(let found):
      Message("found \"%s\", expected a rule such as FREQ=DAILY;COUNT=3; read once", found)
    case .superseded(let sequence): Message("found again with a newer SEQUENCE (%d); the newer one is read", sequence)
    case .orphanedOverride: Message("found an exception of a series that is not there; read as a session of its own")
    case .withoutStamp: Message("found entries without DTSTAMP")
    }
  }

  func message(count: Int) -> Message? {
    switch self {
    case .badLine: Message("a line that cannot be read", "%d lines that cannot be read", count: count)
    case .missingEndOfComponent:
      Message("a component that does not end", "%d components that do not end", count: count)
    case .cutRecurrence:
      Message("a recurrence without an end, cut", "%d recurrences without an end, cut", count: count)
    case .badRecurrence:
      Message("a recurrence that cannot be read", "%d recurrences that cannot be read", count: count)
    case .superseded:
      Message("an entry that a newer one replaces", "%d entries that newer ones replace", count: count)
    case .orphanedOverride:
      Message("an exception without its series", "%d exceptions without their series", count: count)
    case .badFolding, .withoutStamp: nil
    }
  }
}
