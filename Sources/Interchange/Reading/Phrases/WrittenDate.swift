import Agenda
import Times

/// A date as people write it in a line: `Monday, December 4, 2017`, `lundi 4 décembre`, `4.-5. Dezember 2017`, `04/12/17`.
struct WrittenDate: Equatable {
  /// Nil where none stands there.
  var year: Int?
  var month: Int
  var day: Int
  /// Of `04/05/2017`: that the first number may be the month as well.
  var isAmbiguous = false

  /// The date in a year; nil where that has no such day.
  func date(in year: Int) -> CalendarDate? { CalendarDate(year: self.year ?? year, month: month, day: day) }

  var swapped: WrittenDate { WrittenDate(year: year, month: day, day: month, isAmbiguous: isAmbiguous) }
}

/// What dates stand in a line, and what else.
struct DateLine {
  private(set) var dates: [WrittenDate] = []
  /// Whether the second date is the end of a span that the first begins: `4–5 December`.
  private(set) var isSpan = false
  /// 1 for Monday; nil where none is named.
  private(set) var weekday: Int?
  /// `Day 2`, `Jour 2`; nil where none is counted.
  private(set) var number: Int?
  /// Words and numbers that are none of these.
  private(set) var others: [String] = []

  private enum Token: Equatable {
    case number(Int, digits: Int)
    case word(String)
    case sign(Unicode.Scalar)
  }

  private static let dayWords: Set<String> = ["day", "jour", "journée", "tag", "día", "giorno", "dag", "dia"]
  /// `First Day`, `Zweiter Tag`.
  private static let ordinals: [String: Int] = {
    var table: [String: Int] = [:]
    for (index, words) in [
      "first|premier|première|erster|primer|primero", "second|deuxième|seconde|zweiter|segundo",
      "third|troisième|dritter|tercer", "fourth|quatrième|vierter|cuarto", "fifth|cinquième|fünfter|quinto",
      "sixth|sixième|sechster|sexto", "seventh|septième|siebter|séptimo",
    ].enumerated() {
      for word in words.split(separator: "|") { table[String(word)] = index + 1 }
    }
    return table
  }()
  /// What stands beside dates and means nothing more.
  private static let fillers: Set<String> = [
    "on", "the", "of", "le", "la", "les", "du", "au", "de", "den", "der", "am", "und", "and", "et", "to", "bis", "el",
    "st", "nd", "rd", "th", "er", "ème", "e", "from", "vom", "date", "feira",
  ]
  /// No line of a date is longer than so many bytes.
  static let limit = 160

  /// Nil where the line is too long to be of dates, or has neither digit nor name of a day.
  init?(_ line: some StringProtocol) {
    guard line.utf8.count <= DateLine.limit, line.utf8.count >= 4 else { return nil }
    let tokens = DateLine.tokens(of: line)
    guard tokens.contains(where: { if case .word(let word) = $0 { return word.utf8.count > 1 } else { return true } })
    else { return nil }
    read(tokens)
    if dates.isEmpty && number == nil && weekday == nil { return nil }
  }

  /// A day and a month without a year, `9/29`, whose day of the week stands elsewhere; nil of any other text.
  init?(short text: String, weekday: Int?) {
    let tokens = DateLine.tokens(of: text)
    guard tokens.count == 3, let (date, _) = DateLine.short(tokens, 0) else { return nil }
    (dates, self.weekday) = ([date], weekday)
  }

  /// A cell, or another text that can only be a date: `Mo`.
  init?(cell: String) {
    self.init(cell.utf8.count < 4 ? cell + "    " : cell)
  }

  /// Whether it says nothing but a day, of which the month may be missing: `Monday 8`.
  var isDay: Bool {
    others.isEmpty || weekday != nil && dates.isEmpty && others.count == 1 && dayOfMonth != nil
  }

  /// The number beside a day of the week.
  var dayOfMonth: Int? { others.first.flatMap { Int($0) }.flatMap { (1...31).contains($0) ? $0 : nil } }

  /// Words of dates that say when a text was written, and not when anybody meets.
  static func isOfText(_ word: String) -> Bool {
    [
      "updat", "publish", "publi", "version", "draft", "modif", "mise", "deadline", "due", "délai", "frist", "stand",
      "revis",
    ].contains { word.hasPrefix($0) }
  }

  private static func tokens(of line: some StringProtocol) -> [Token] {
    var tokens: [Token] = []
    var word = ""
    var (number, digits) = (0, 0)
    func flush() {
      if !word.isEmpty { tokens.append(.word(word.lowercased())) }
      if digits > 0 { tokens.append(.number(number, digits: digits)) }
      (word, number, digits) = ("", 0, 0)
    }
    for scalar in line.unicodeScalars {
      if let digit = digit(scalar) {
        if !word.isEmpty { flush() }
        digits += 1
        number = digits > 9 ? number : number * 10 + digit
      } else if scalar.properties.isAlphabetic || scalar.value == 0x301 {
        if digits > 0 { flush() }
        word.unicodeScalars.append(scalar)
      } else {
        flush()
        if scalar != " " && scalar != "\u{A0}" && scalar != "\t" && scalar != "*" && scalar != "_" {
          tokens.append(.sign(scalar == "–" || scalar == "—" ? "-" : scalar))
        }
      }
    }
    flush()
    return tokens
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    (0x30...0x39).contains(scalar.value) ? Int(scalar.value) - 0x30 : nil
  }

  private mutating func read(_ tokens: [Token]) {
    var index = 0
    /// Days before the month that they are of: the `4` of `4–5 December`.
    var open: [Int] = []
    while index < tokens.count {
      if let (date, end) = DateLine.numeric(tokens, index) ?? DateLine.named(tokens, index) {
        for day in open.suffix(1) {
          dates.append(WrittenDate(year: date.year, month: date.month, day: day))
          isSpan = true
        }
        open = []
        if let last = dates.last, last.year == nil, date.year != nil { dates[dates.count - 1].year = date.year }
        dates.append(date)
        index = end
        // `December 4–5, 2017`
        if index + 1 < tokens.count, tokens[index] == .sign("-"), case .number(let day, 1...2) = tokens[index + 1],
          (1...31).contains(day), date.year == nil, DateLine.named(tokens, index + 1) == nil
        {
          index += 2
          let year = DateLine.year(tokens, &index)
          dates[dates.count - 1].year = year
          dates.append(WrittenDate(year: year, month: date.month, day: day))
          isSpan = true
        } else if date.year == nil {
          dates[dates.count - 1].year = DateLine.year(tokens, &index)
        }
        continue
      }
      switch tokens[index] {
      case .word(let word):
        if let known = DateWords.weekday(word) {
          weekday = weekday ?? known
        } else if let count = DateLine.ordinals[word], index + 1 < tokens.count,
          case .word(let next) = tokens[index + 1], DateLine.dayWords.contains(next)
        {
          number = count
          index += 1
        } else if DateLine.dayWords.contains(word), index + 1 < tokens.count,
          case .number(let count, 1...2) = tokens[index + 1],
          DateLine.named(tokens, index + 1) == nil || DateLine.isCount(tokens, index + 1)
        {
          number = count
          index += 1
        } else if !DateLine.fillers.contains(word) {
          others.append(word)
        }
      case .number(let value, let digits):
        if weekday != nil, let (date, end) = DateLine.short(tokens, index) {
          dates.append(date)
          index = end
          continue
        }
        if digits <= 2, (1...31).contains(value), DateLine.isOpen(tokens, index) {
          open.append(value)
        } else {
          others.append("\(value)")
        }
      case .sign: break
      }
      index += 1
    }
    others += open.map { "\($0)" }
    if dates.count == 2, !isSpan, dates[0].month != dates[1].month || dates[0].year != dates[1].year { isSpan = true }
  }

  /// Two numbers that are a day and a month where something says that they are a date, as in `Monday (03/25)`.
  private static func short(_ tokens: [Token], _ index: Int) -> (WrittenDate, Int)? {
    guard index + 2 < tokens.count, case .number(let a, 1...2) = tokens[index],
      tokens[index + 1] == .sign("/"), case .number(let b, 1...2) = tokens[index + 2], (1...31).contains(a),
      (1...31).contains(b), min(a, b) <= 12
    else { return nil }
    let isMonthFirst = b > 12
    return (
      WrittenDate(month: isMonthFirst ? a : b, day: isMonthFirst ? b : a, isAmbiguous: max(a, b) <= 12 && a != b),
      index + 3
    )
  }

  /// Whether the number behind `Day` counts days, although a month follows it: that has a day of its own behind it,
  /// `Day 2. October 16th`.
  private static func isCount(_ tokens: [Token], _ index: Int) -> Bool {
    guard let month = tokens[(index + 1)...].firstIndex(where: { if case .sign = $0 { false } else { true } }) else {
      return false
    }
    if case .word = tokens[month] { return named(tokens, month) != nil }
    return false
  }

  /// Whether a number is the first day of a span: `4–5`, `4 and 5`, `4./5.`.
  private static func isOpen(_ tokens: [Token], _ index: Int) -> Bool {
    var index = index + 1
    var hasLink = false
    while index < tokens.count {
      switch tokens[index] {
      case .sign("-"), .sign("/"), .sign("&"), .word("and"), .word("to"), .word("et"), .word("au"), .word("und"),
        .word("bis"), .sign("+"):
        hasLink = true
      case .sign("."), .word("st"), .word("nd"), .word("rd"), .word("th"), .word("er"): break
      case .word(let word) where DateWords.weekday(word) != nil: break
      case .number(let day, 1...2): return hasLink && (1...31).contains(day)
      default: return false
      }
      index += 1
    }
    return false
  }

  /// `2017-12-04`, `4/12/2017`, `4.12.17`.
  private static func numeric(_ tokens: [Token], _ index: Int) -> (WrittenDate, Int)? {
    guard index + 4 < tokens.count, case .number(let a, let aDigits) = tokens[index],
      case .sign(let sign) = tokens[index + 1],
      sign == "-" || sign == "/" || sign == ".", tokens[index + 3] == .sign(sign),
      case .number(let b, 1...2) = tokens[index + 2], case .number(let c, let cDigits) = tokens[index + 4]
    else { return nil }
    if aDigits == 4, cDigits <= 2, (1...12).contains(b), (1...31).contains(c) {
      return (WrittenDate(year: a, month: b, day: c), index + 5)
    }
    guard aDigits <= 2, cDigits == 4 || (cDigits == 2 && sign != "-"), (1...31).contains(a), (1...31).contains(b),
      min(a, b) <= 12
    else { return nil }
    let year = cDigits == 2 ? 2_000 + c : c
    // `13/4` and `4/13` say themselves which is the month.
    if b > 12 { return (WrittenDate(year: year, month: a, day: b), index + 5) }
    return (WrittenDate(year: year, month: b, day: a, isAmbiguous: sign == "/" && a <= 12 && a != b), index + 5)
  }

  /// `4 December`, `4th of December`, `December 4`; the year, where one follows, is read by whoever asks.
  private static func named(_ tokens: [Token], _ index: Int) -> (WrittenDate, Int)? {
    var next = index + 1
    func skip(_ passes: (Token) -> Bool) { while next < tokens.count, passes(tokens[next]) { next += 1 } }
    let suffixes: (Token) -> Bool = { token in
      switch token {
      case .sign("."), .sign("º"), .sign("ª"), .sign(","), .word("st"), .word("nd"), .word("rd"), .word("th"),
        .word("er"), .word("of"),
        .word("de"), .word("e"):
        true
      default: false
      }
    }
    switch tokens[index] {
    case .number(let day, 1...2) where (1...31).contains(day):
      skip(suffixes)
      guard next < tokens.count, case .word(let word) = tokens[next], let month = DateWords.month(word) else {
        return nil
      }
      next += 1
      var date = WrittenDate(month: month, day: day)
      date.year = year(tokens, &next)
      return (date, next)
    case .word(let word):
      guard let month = DateWords.month(word) else { return nil }
      skip { $0 == .sign(".") || $0 == .word("the") }
      guard next < tokens.count, case .number(let day, 1...2) = tokens[next], (1...31).contains(day) else { return nil }
      // `mar. 4 déc.` is a Tuesday.
      if named(tokens, next) != nil { return nil }
      next += 1
      // The month may have been a year's: `December 17` of `in December 17:00` is neither.
      if next < tokens.count, tokens[next] == .sign(":") { return nil }
      skip { token in [.word("st"), .word("nd"), .word("rd"), .word("th")].contains(token) }
      var date = WrittenDate(month: month, day: day)
      date.year = year(tokens, &next)
      return (date, next)
    default: return nil
    }
  }

  /// A year of four digits that comes next, which is passed.
  private static func year(_ tokens: [Token], _ index: inout Int) -> Int? {
    var next = index
    while next < tokens.count, [.sign(","), .sign("."), .word("de")].contains(tokens[next]) { next += 1 }
    guard next < tokens.count, case .number(let year, 4) = tokens[next], (1_900...2_200).contains(year) else {
      return nil
    }
    index = next + 1
    return year
  }
}
