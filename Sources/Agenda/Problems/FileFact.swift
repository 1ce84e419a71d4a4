import Messages

/// The file as a whole.
public enum FileFact: ProblemArea {
  case notRead(String, FileFailure)
  /// A file with nothing in it that could be a schedule.
  case emptyFile
  case unknownFormat(looksLike: Lookalike?)
  /// JSON, but no schedule that is known.
  case unknownJSON(fields: [String])
  /// JSON whose objects, with these fields, are like sessions, but all lack that.
  case incompleteJSON(lacks: SessionPart, fields: [String])
  /// XML, but no `<schedule>`.
  case unknownXML(root: String)
  case documentType
  /// A text, but none with days and times of sessions.
  case noAgenda(UnlikeAgenda)
  /// None of the columns is called as the user has said.
  case noColumn(String)
  /// What a helper program was to make readable.
  case notConverted(ConversionFailure)
  /// Cut off before anything in it was whole.
  case cutShort(expected: String)
  /// It is well formed, and there is no session in it.
  case noSessions
  /// The same of what is a schedule all the same, whose sessions are still to come.
  case noSessionYet
  /// A bundle has its agenda twice, as JSON and in words.
  case twoAgendas
  case tooManySessions(limit: Int)
  case tooManyValues(limit: Int)
  /// Those after the first so many are not shown.
  case tooManyNotices(count: Int, limit: Int)
  /// A text so long that it is none of a schedule.
  case endlessText(limit: Int)
  /// Nothing came from a pipe.
  case silent(seconds: Int)
  case noMemory
  case cancelled
  /// There are so many more problems than are kept.
  case further(count: Int)

  enum Name: String, CaseIterable {
    case file, unknownFormat, unknownJSON, unknownXML, documentType, noAgenda, noColumn, notConverted, cutShort,
      noSessions,
      twoAgendas
    case tooManySessions, tooManyValues, endlessText, silent, noMemory, cancelled, further
  }

  var traits: ProblemTraits<Name> {
    switch self {
    case .notRead: (.file, .error, .lost)
    case .emptyFile: (.file, .error, .refused)
    case .unknownFormat: (.unknownFormat, .error, .refused)
    case .unknownJSON, .incompleteJSON: (.unknownJSON, .error, .refused)
    case .unknownXML: (.unknownXML, .error, .refused)
    case .documentType: (.documentType, .error, .refused)
    case .noAgenda: (.noAgenda, .error, .refused)
    case .noColumn: (.noColumn, .error, .refused)
    case .notConverted: (.notConverted, .error, .refused)
    case .cutShort: (.cutShort, .error, .refused)
    case .noSessions: (.noSessions, .error, .refused)
    case .noSessionYet: (.noSessions, .warning, .odd)
    case .twoAgendas: (.twoAgendas, .error, .odd)
    case .tooManySessions: (.tooManySessions, .error, .refused)
    case .tooManyValues: (.tooManyValues, .error, .refused)
    case .tooManyNotices: (.tooManyValues, .error, .lost)
    case .endlessText: (.endlessText, .error, .refused)
    case .silent: (.silent, .error, .refused)
    case .noMemory: (.noMemory, .error, .refused)
    case .cancelled: (.cancelled, .error, .refused)
    case .further: (.further, .warning, .lost)
    }
  }

  var message: Message {
    switch self {
    case .notRead(let name, let failure): failure.message(name)
    case .emptyFile: Message("found nothing in it, expected %s", ProblemWords.formats)
    case .unknownFormat(.spreadsheet?):
      Message("found a spreadsheet, expected a table as CSV: in Excel or LibreOffice choose File, Save As, CSV (UTF-8)")
    case .unknownFormat(let like?): Message("found %s, expected %s", like.message, ProblemWords.formats)
    case .unknownFormat(nil): Message("found something else, expected %s", ProblemWords.formats)
    case .unknownJSON(let fields) where fields.isEmpty: Message("found JSON, expected %s", ProblemWords.formats)
    case .unknownJSON(let fields):
      Message(
        "found JSON with %s, expected %s; --map title=NAME,start=NAME reads a list of sessions whose fields are called otherwise",
        fields.joined(separator: ", "), ProblemWords.formats)
    case .incompleteJSON(let part, let fields): part.message(fields.joined(separator: ", "))
    case .unknownXML(let root): Message("found XML whose root is <%s>, expected <schedule>", root)
    case .documentType: Message("found a document type (<!DOCTYPE), expected XML without one; refused")
    case .noAgenda(let kind) where kind == .rooms || kind == .people:
      Message("found %s, expected the sessions, each with a title and a start", kind.message)
    case .noAgenda(let kind): Message("found %s, expected %s", kind.message, ProblemWords.agenda)
    case .noColumn(let name): Message("found no column or field \"%s\", expected one: --map names it", name)
    case .notConverted(let failure): failure.message
    case .cutShort(let expected): Message("found the end of the file, expected %s", expected)
    case .noSessions: Message("found no session, expected at least one")
    case .noSessionYet: Message("found no session yet")
    case .twoAgendas: Message("found an agenda.json and an agenda.md, expected one of them; agenda.json is read")
    case .tooManySessions(let limit): Message("found more than %d sessions, expected fewer", limit)
    case .tooManyNotices(let count, let limit):
      Message("found %d notices, expected %d at the most; the others are not shown", count, limit)
    case .tooManyValues(let limit): Message("found more than %d values, expected fewer", limit)
    case .endlessText(let limit):
      Message("found a text of more than %s, expected a schedule's; refused", ProblemWords.size(limit))
    case .silent(let seconds):
      Message(
        "found nothing for 1 second, expected a file", "found nothing for %d seconds, expected the rest of the file",
        count: seconds)
    case .noMemory: Message("found no more memory")
    case .cancelled: Message("cancelled; nothing is written")
    case .further(let count):
      Message(
        "found 1 more problem, which is not listed", "found %d more problems, which are not listed", count: count)
    }
  }
}
