public import JSON
import Messages

/// What a file has against its grammar, JSON's, XML's or the bundle's own.
public enum GrammarFact: ProblemArea {
  case syntax(column: Int, found: JSONFound, expected: JSONExpected)
  /// The reason in the words of the XML parser.
  case xmlSyntax(column: Int, reason: String, isCutShort: Bool)
  case tooDeep(limit: Int, isLeftOut: Bool)
  case mendedCharacters(count: Int)
  case wrongFormat(found: JSONFound, expected: String)
  case missingConference
  case wrongVersion(found: JSONFound, known: Int)
  case duplicateField(name: String, firstLine: Int)
  case unknownField(name: String)

  enum Name: String, CaseIterable {
    case syntax, xmlSyntax, tooDeep, mendedCharacters, wrongFormat, missingConference, wrongVersion
    case duplicateField, unknownField
  }

  var traits: ProblemTraits<Name> {
    switch self {
    case .syntax: (.syntax, .error, .odd)
    case .xmlSyntax: (.xmlSyntax, .error, .refused)
    case .tooDeep(_, let isLeftOut): (.tooDeep, .error, isLeftOut ? .lost : .refused)
    case .mendedCharacters: (.mendedCharacters, .warning, .odd)
    case .wrongFormat: (.wrongFormat, .error, .odd)
    case .missingConference: (.missingConference, .error, .refused)
    case .wrongVersion: (.wrongVersion, .warning, .odd)
    case .duplicateField: (.duplicateField, .warning, .odd)
    case .unknownField: (.unknownField, .note, .lost)
    }
  }

  var message: Message {
    switch self {
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
    case .wrongFormat(.nothing, let expected):
      Message("found no \"format\", expected an object with the format \"%s\"", expected)
    case .wrongFormat(let found, let expected):
      Message("found %s, expected an object with the format \"%s\"", found.message, expected)
    case .missingConference: Message("found no \"conference\", expected an object")
    case .wrongVersion(let found, let known):
      Message("found version %s, expected %d; what is known was read", found.message, known)
    case .duplicateField(let name, let first):
      Message("found \"%s\" again, expected it once (first in line %d); the last one counts", name, first)
    case .unknownField(let name): Message("found \"%s\", a field that the format does not have; not read", name)
    }
  }

  func message(count: Int) -> Message? {
    switch self {
    case .syntax: Message("a place that is no JSON", "%d places that are no JSON", count: count)
    case .xmlSyntax, .tooDeep, .mendedCharacters, .wrongFormat, .missingConference, .wrongVersion, .duplicateField,
      .unknownField:
      nil
    }
  }
}
