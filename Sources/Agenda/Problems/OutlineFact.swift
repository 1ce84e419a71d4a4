import Messages

/// What an agenda that people have written for people leaves open, or says in a place of its own.
public enum OutlineFact: ProblemArea {
  case twoDates(first: String)
  case dayFirst(date: CalendarDate, isMonthFirst: Bool)
  case yearGuessed(date: CalendarDate)
  case otherWeekday(date: CalendarDate)
  case dayBeforeLast(date: CalendarDate)
  case noDate(date: CalendarDate)
  case ruleFound(Session.Attribution)
  case afternoonGuessed(found: String)
  /// Fields and the headings that they are below, as `--map` takes them.
  case columns(String)
  /// The same by the numbers of columns without headings.
  case columnsByValues(String)
  case columnsLeftOut(String, count: Int)
  /// A cell that begins with a quotation mark which none ends.
  case openQuote
  case encodingGuessed
  /// Sessions that were proposed, but are in no programme.
  case stateLeftOut(count: Int)

  enum Name: String, CaseIterable {
    case twoDates, dateOrder, yearGuessed, otherWeekday, dayBeforeLast, noDate, ruleFound, afternoonGuessed
    case columns, columnsLeftOut, openQuote
    case encoding, stateLeftOut
  }

  var traits: ProblemTraits<Name> {
    switch self {
    case .twoDates: (.twoDates, .warning, .odd)
    case .dayFirst: (.dateOrder, .note, .guessed)
    case .yearGuessed: (.yearGuessed, .warning, .guessed)
    case .otherWeekday: (.otherWeekday, .warning, .odd)
    case .dayBeforeLast: (.dayBeforeLast, .note, .odd)
    case .noDate: (.noDate, .warning, .guessed)
    case .ruleFound: (.ruleFound, .note, .guessed)
    case .afternoonGuessed: (.afternoonGuessed, .warning, .guessed)
    case .columns, .columnsByValues: (.columns, .note, .guessed)
    case .columnsLeftOut: (.columnsLeftOut, .note, .lost)
    case .openQuote: (.openQuote, .warning, .odd)
    case .encodingGuessed: (.encoding, .note, .guessed)
    case .stateLeftOut: (.stateLeftOut, .note, .lost)
    }
  }

  var message: Message {
    switch self {
    case .twoDates(let first): Message("found two dates in one line; %s is taken", first)
    case .dayFirst(let date, isMonthFirst: true):
      Message("found a date whose month stands first, as in others; read as %s", date.description)
    case .dayFirst(let date, isMonthFirst: false):
      Message("found a date of which day and month look alike; read as %s", date.description)
    case .yearGuessed(let date): Message("found no year; %s is taken", date.description)
    case .otherWeekday(let date): Message("found another day of the week than %s has; the date rules", date.description)
    case .dayBeforeLast(let date): Message("found %s after a later day", date.description)
    case .noDate(let date): Message("found no date; the first day is taken to be %s", date.description)
    case .ruleFound(let rule):
      Message("found words on what may be reported; taken as: %s", rule.rule ?? .data(""))
    case .afternoonGuessed(let found):
      Message("found %s after a later time; taken as in the afternoon", found)
    case .columns(let parts): Message("columns: %s; --map corrects it, as in --map title=Name,start=Begin", parts)
    case .columnsByValues(let parts): Message("columns by what is in them, since there are no headings: %s", parts)
    case .columnsLeftOut(let names, let count):
      Message("1 column, %2$s", "%1$d columns, %2$s", count: count, names)
    case .stateLeftOut(let count):
      Message("1 session that is not accepted", "%d sessions that are not accepted", count: count)
    case .openQuote:
      Message("found a quotation mark at the beginning of a cell, expected another at its end; taken as a sign of it")
    case .encodingGuessed: Message("found a text that is no UTF-8; read as windows-1252")
    }
  }

  func message(count: Int) -> Message? {
    switch self {
    case .ruleFound:
      Message(
        "a session with a rule on what may be reported", "%d sessions with a rule on what may be reported", count: count
      )
    case .afternoonGuessed:
      Message("a time taken as in the afternoon", "%d times taken as in the afternoon", count: count)
    case .openQuote:
      Message("a quotation mark without its fellow", "%d quotation marks without their fellows", count: count)
    case .yearGuessed: Message("a date without a year", "%d dates without a year", count: count)
    case .twoDates, .dayFirst, .otherWeekday, .dayBeforeLast, .noDate, .columns, .columnsByValues, .columnsLeftOut,
      .encodingGuessed, .stateLeftOut:
      nil
    }
  }
}
