import JSON
package import Messages

/// What sentences about problems are made of.
package enum ProblemWords {
  /// What can be read, for a file that is none of it.
  package static let formats = Message(
    "an agenda in words, a table as CSV, schedule XML or JSON, iCalendar, or an agenda.json")

  /// What makes a text an agenda.
  package static let agenda = Message(
    "an agenda: a line with a date, and below it lines that begin with a time, such as 9:00-10:30 Welcome")

  /// `U+202E`.
  package static func number(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// `-05:00`.
  package static func offset(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return (seconds < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60)
  }

  /// `300 bytes`, `1.5 MiB`: powers of 1,024, to one decimal, rounded up so that what is over a limit looks so.
  package static func size(_ bytes: Int) -> Message {
    for (unit, shift) in [("GiB", 30), ("MiB", 20), ("KiB", 10)] where bytes >= 1 << shift {
      let tenths = (bytes / (1 << shift)) * 10 + (bytes % (1 << shift) * 10 + (1 << shift) - 1) / (1 << shift)
      return .data(tenths % 10 == 0 ? "\(tenths / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)")
    }
    return Message("1 byte", "%d bytes", count: bytes)
  }

  /// `09:00` of minutes after midnight.
  static func clock(_ minutes: Int) -> String {
    LocalTime(date: CalendarDate(dayNumber: 0), secondOfDay: minutes * 60).clock
  }

  /// `1 h 30 min`.
  package static func length(_ seconds: Int64) -> Message {
    let (hours, minutes) = (Int(seconds / 3_600), Int(seconds % 3_600 / 60))
    if hours == 0 { return Message("%d min", minutes) }
    return minutes == 0 ? Message("%d h", hours) : Message("%d h %d min", hours, minutes)
  }
}

extension FileFailure {
  func message(_ name: String) -> Message {
    switch self {
    case .missing: Message("found no file \"%s\", expected one", name)
    case .unreadable(let number):
      Message("found that \"%s\" cannot be read (%s)", name, Message.systemError(number))
    case .notRegular: Message("found that \"%s\" is no regular file, expected one", name)
    case .empty: Message("found that \"%s\" is empty, expected JSON", name)
    case .notText: Message("found that \"%s\" is no text, expected one", name)
    case .encoding(let encoding): Message("found that \"%s\" is in %s, expected UTF-8", name, encoding.rawValue)
    case .tooLarge(let bytes, let limit) where bytes == limit + 1 && limit >= 1 << 20:
      // What was read only so far as to know that it is too much has no size that anybody knows.
      Message("found that \"%1$s\" has more than %2$s, expected at most %2$s", name, ProblemWords.size(limit))
    case .tooLarge(let bytes, let limit):
      Message("found that \"%s\" has %s, expected at most %s", name, ProblemWords.size(bytes), ProblemWords.size(limit))
    case .unsafePath: Message("found \"%s\", expected a path inside the bundle's folder", name)
    case .link: Message("found \"%s\", whose way goes through a symbolic link, expected a file inside the bundle", name)
    case .tooMuchText(let limit):
      Message("found \"%s\" after %s of texts, expected fewer; not read", name, ProblemWords.size(limit))
    }
  }
}

extension Lookalike {
  var message: Message {
    switch self {
    case .zip: Message("a zip archive")
    case .gzip: Message("a gzip archive")
    case .bzip2: Message("a bzip2 archive")
    case .xz: Message("an xz archive")
    case .zstd: Message("a zstd archive")
    case .pdf: Message("a PDF")
    case .picture: Message("a picture")
    case .program: Message("a program")
    case .spreadsheet: Message("a spreadsheet")
    case .presentation: Message("a presentation")
    case .database: Message("a database")
    }
  }
}

extension SessionPart {
  /// That it lacks in the objects of a list, which have these fields.
  func message(_ fields: String) -> Message {
    switch self {
    case .title:
      Message(
        "found a list in JSON with %s, expected a title in each; --map title=NAME says which field is that", fields)
    case .start:
      Message(
        "found a list in JSON with %s, expected a date and a time in each; --map start=NAME says which field is that",
        fields)
    case .date:
      Message(
        "found a list in JSON with %s, but no date; if it is an agenda, --map title=NAME,time=NAME reads it", fields)
    }
  }
}

extension UnlikeAgenda {
  var message: Message {
    switch self {
    case .text: Message("a text without days and times of sessions")
    case .log: Message("what looks like a log")
    case .timetable: Message("what looks like a timetable of departures")
    case .prices: Message("what looks like a list of prices")
    case .webPage: Message("a web page without days and times of sessions")
    case .rooms: Message("a list of rooms without sessions")
    case .people: Message("a list of people without sessions")
    }
  }
}

extension ConversionFailure {
  var message: Message {
    switch self {
    case .noProgram:
      Message(
        "found a document of a word processor, which is read with the program pandoc; expected that to be installed")
    case .refused(let said?, _): Message("found a document that pandoc cannot read: %s", said)
    case .refused(nil, let status): Message("found a document that pandoc cannot read (exit status %d)", status)
    case .tooSlow(let seconds):
      Message("found a document that pandoc has not read after %d seconds, expected a smaller one", seconds)
    case .tooLarge(let limit):
      Message("found a document that becomes more than %s, expected a smaller one", ProblemWords.size(limit))
    case .notStarted(let number):
      Message("found that the program pandoc cannot be started (%s)", Message.systemError(number))
    }
  }
}

extension Referent {
  /// What is referred to is not there.
  ///
  /// A sentence for each noun, since languages bend them and their articles.
  func deadReference(_ id: String) -> Message {
    switch self {
    case .room: Message("found \"%s\", expected the id of a room in this file; left out", id)
    case .track: Message("found \"%s\", expected the id of a track in this file; left out", id)
    case .person: Message("found \"%s\", expected the id of a person in this file; left out", id)
    case .session: Message("found \"%s\", expected the id of a session in this file; left out", id)
    case .meeting: Message("found \"%s\", expected the id of a meeting in this file; left out", id)
    case .document: Message("found \"%s\", expected the id of a document in this file; left out", id)
    case .speaker: Message("found \"%s\", expected the id of a speaker in this file; left out", id)
    case .category: Message("found \"%s\", expected the id of a category in this file; left out", id)
    }
  }
}

extension JSONFound {
  /// What stood in the file.
  var message: Message {
    switch self {
    case .nothing: Message("nothing")
    case .endOfFile: Message("the end of the file")
    case .null: .data("null")
    case .boolean(let value): .data(value ? "true" : "false")
    case .number(let digits): .data(digits)
    case .text(let text): .data("\"\(text)\"")
    case .list: Message("a list")
    case .object: Message("an object")
    case .piece(let piece): .data("'\(piece)'")
    case .comment: Message("a comment")
    case .controlCharacter(let byte): Message("the control character %s", ProblemWords.number(Unicode.Scalar(byte)))
    case .unfinishedText: Message("a text without its closing quotation mark")
    case .badEscape: Message("a backslash that begins no escape")
    }
  }
}

extension JSONExpected {
  /// What JSON's grammar allows.
  var message: Message {
    switch self {
    case .value: Message("a value")
    case .fieldName: Message("a field's name in quotation marks")
    case .fieldNameOrEnd: Message("a field's name in quotation marks or '}'")
    case .valueOrEnd: Message("a value or ']'")
    case .colon: .data("':'")
    case .commaOrBrace: Message("',' or '}'")
    case .commaOrBracket: Message("',' or ']'")
    case .endOfFile: Message("the end of the file")
    case .closedText: Message("a text as JSON has it")
    }
  }
}

extension ExpectedValue {
  /// What the place asks for.
  var message: Message {
    switch self {
    case .text: Message("a text (a string, or a map from language tags to strings)")
    case .textOrFile: Message("a text, or {\"file\": path}")
    case .line: Message("a string")
    case .boolean: Message("true or false")
    case .list: Message("a list")
    case .object: Message("an object")
    case .identifier: Message("an id (letters, digits, '.', '_', '-')")
    case .date: Message("a date (YYYY-MM-DD)")
    case .partialDate: Message("a date (YYYY, YYYY-MM or YYYY-MM-DD)")
    case .time: Message("a time (YYYY-MM-DDTHH:MM)")
    case .timeOfDay: Message("a time of day (HH:MM)")
    case .color: Message("a color (#rrggbb)")
    case .languageTag: Message("a language tag such as en or pt-BR")
    case .zone: Message("a time zone such as America/New_York")
    case .address: Message("an address such as https://example.org/")
    case .path: Message("a path inside the bundle's folder")
    case .version(let version): .data("\(version)")
    case .minutes: Message("a whole number of minutes from 1 to 720")
    }
  }
}
