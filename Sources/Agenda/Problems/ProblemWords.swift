extension ProblemWording {
  /// What stood in the file, in words.
  package static func words(_ found: Problem.Found) -> String {
    switch found {
    case .nothing: "nothing"
    case .endOfFile: "the end of the file"
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let digits): digits
    case .text(let text): "\"\(text)\""
    case .list: "a list"
    case .object: "an object"
    case .piece(let piece): "'\(piece)'"
    case .comment: "a comment"
    case .controlCharacter(let byte): "the control character \(number(Unicode.Scalar(byte)))"
    case .unfinishedText: "a text without its closing quotation mark"
    case .badEscape: "a backslash that begins no escape"
    }
  }

  /// What the place asks for, in words.
  package static func words(_ expected: Problem.Expected) -> String {
    switch expected {
    case .value: "a value"
    case .fieldName: "a field's name in quotation marks"
    case .fieldNameOrEnd: "a field's name in quotation marks or '}'"
    case .valueOrEnd: "a value or ']'"
    case .colon: "':'"
    case .commaOrBrace: "',' or '}'"
    case .commaOrBracket: "',' or ']'"
    case .endOfFile: "the end of the file"
    case .closedText: "a text as JSON has it"
    case .text: "a text (a string, or a map from language tags to strings)"
    case .textOrFile: "a text, or {\"file\": path}"
    case .line: "a string"
    case .boolean: "true or false"
    case .list: "a list"
    case .object: "an object"
    case .identifier: "an id (letters, digits, '.', '_', '-')"
    case .date: "a date (\(form(expected)))"
    case .partialDate: "a date (\(form(expected)))"
    case .time: "a time (\(form(expected)))"
    case .timeOfDay: "a time of day (\(form(expected)))"
    case .color: "a color (#rrggbb)"
    case .languageTag: "a language tag such as en or pt-BR"
    case .zone: "a time zone such as America/New_York"
    case .address: "an address such as https://example.org/"
    case .path: "a path inside the bundle's folder"
    case .version(let version): "\(version)"
    case .minutes: "a whole number of minutes from 1 to 720"
    }
  }

  /// How a date or time is written; empty for anything else.
  static func form(_ expected: Problem.Expected) -> String {
    switch expected {
    case .date: "YYYY-MM-DD"
    case .partialDate: "YYYY, YYYY-MM or YYYY-MM-DD"
    case .time: "YYYY-MM-DDTHH:MM"
    case .timeOfDay: "HH:MM"
    case .value, .fieldName, .fieldNameOrEnd, .valueOrEnd, .colon, .commaOrBrace, .commaOrBracket, .endOfFile,
      .closedText, .text, .textOrFile, .line, .boolean, .list, .object, .identifier, .color, .languageTag, .zone,
      .address, .path, .version, .minutes:
      ""
    }
  }

  static func word(_ noun: Problem.Noun) -> String {
    switch noun {
    case .room: "room"
    case .track: "track"
    case .person: "person"
    case .session: "session"
    case .meeting: "meeting"
    case .document: "document"
    }
  }

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
  package static func size(_ bytes: Int) -> String {
    for (unit, shift) in [("GiB", 30), ("MiB", 20), ("KiB", 10)] where bytes >= 1 << shift {
      let tenths = (bytes / (1 << shift)) * 10 + (bytes % (1 << shift) * 10 + (1 << shift) - 1) / (1 << shift)
      return tenths % 10 == 0 ? "\(tenths / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
    }
    return bytes == 1 ? "1 byte" : "\(bytes) bytes"
  }
}
