import Agenda
import Messages

/// Finds the day by which something is to be done, as people write it: `by 15 December`, `due 2017-12-15`, `by Friday`.
///
/// It is read in English and in the language of the report. A day stands behind a word such as "by", or behind a comma in
/// the parenthesis of a name; what could be two days, as 05/06/2018, is none. Weekdays and days without a year are the next
/// ones after the day of the session.
struct DueDateReader {
  /// What stands before a day, each as its words in small letters; the longest first.
  private let signs: [[String]]
  private let months: [String: Int]
  private let weekdays: [String: Int]
  private let tomorrow: Set<String>
  /// Words that may stand between the sign and the day, and inside a day: "on", "the", "of".
  private let fillers: Set<String>

  init(_ messages: Messages) {
    let languages = messages.language == "en" ? [messages] : [messages, .english]
    var (months, weekdays): ([String: Int], [String: Int]) = ([:], [:])
    var signs: [[String]] = []
    var (tomorrow, fillers): (Set<String>, Set<String>) = ([], [])
    for messages in languages {
      func name(_ message: Message) -> String {
        DueDateReader.words(of: messages.text(message)).first.map { String($0.text) } ?? ""
      }
      func list(_ message: Message) -> [[String]] {
        messages.text(message).split(separator: "|").map { DueDateReader.words(of: String($0)).map(\.text) }
      }
      for number in 1...12 {
        months[name(.month(number))] = number
        months[name(.shortMonth(number))] = number
      }
      for day in (0..<7).map({ CalendarDate(dayNumber: $0) }) {
        weekdays[name(.weekday(day))] = day.weekday
        weekdays[name(.shortWeekday(day))] = day.weekday
      }
      signs += list(Message.within("before a day, between bars", "by|due|due by|before|until|not later than|deadline"))
      tomorrow.formUnion(list(Message.within("a day, between bars", "tomorrow")).joined())
      fillers.formUnion(list(Message.within("in a day, between bars", "on|the|of")).joined())
    }
    (self.months, self.weekdays, self.tomorrow, self.fillers) = (months, weekdays, tomorrow, fillers)
    self.signs = signs.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
  }

  /// The first day that is told in an action's text; nil where there is none.
  /// - Parameter day: of the session.
  func date(in text: String, after day: CalendarDate) -> CalendarDate? {
    let words = DueDateReader.words(of: text)
    for index in words.indices {
      guard let sign = signs.first(where: { words[index...].map(\.text).starts(with: $0) }) else { continue }
      if let date = date(words[(index + sign.count)...], after: day) { return date }
    }
    return nil
  }

  /// Who has to act and by when, of what stands in the parenthesis of a mark: `Jane Doe, 15 December`.
  ///
  /// The name is without the day; nothing is taken from a name that has none.
  func split(_ person: String, after day: CalendarDate) -> (name: String, due: CalendarDate?) {
    guard let comma = person.lastIndex(where: { $0 == "," || $0 == ";" || $0 == "、" || $0 == "،" }) else {
      // `Jane Doe by 15 December`, or the day alone.
      let parts = person.split(separator: " ")
      for index in parts.indices {
        let rest = parts[index...].joined(separator: " ")
        let words = DueDateReader.words(of: rest).map(\.text)
        guard signs.contains(where: { words.starts(with: $0) }), let date = date(in: rest, after: day) else { continue }
        return (parts[..<index].joined(separator: " "), date)
      }
      return (person, nil)
    }
    let rest = String(person[person.index(after: comma)...])
    guard let date = date(in: rest, after: day) ?? date(DueDateReader.words(of: rest)[...], after: day) else {
      return (person, nil)
    }
    return (String(person[..<comma]).trimmed, date)
  }

  // A day

  /// A word in small letters, or a number, and whether a sign stands right behind it.
  private struct Word {
    var text: String
    /// `-`, `/` or `.` with a digit behind it.
    var link: Character?
    var number: Int? { Int(text) }
  }

  private func date(_ words: ArraySlice<Word>, after day: CalendarDate) -> CalendarDate? {
    var rest = words
    while let word = rest.first, fillers.contains(word.text) { rest = rest.dropFirst() }
    guard let first = rest.first else { return nil }
    if tomorrow.contains(first.text) { return day.advanced(by: 1) }
    if let weekday = weekdays[first.text] {
      // `Friday 15 December` says more than its first word.
      if let exact = exactDate(rest.dropFirst(), after: day) { return exact }
      let ahead = (weekday - day.weekday + 7) % 7
      return day.advanced(by: ahead == 0 ? 7 : ahead)
    }
    return exactDate(rest, after: day)
  }

  /// `2017-12-15`, `15.12.2017`, `15/12/2017`, `15 December 2017`, `December 15th`.
  private func exactDate(_ words: ArraySlice<Word>, after day: CalendarDate) -> CalendarDate? {
    let rest = Array(words.filter { !fillers.contains($0.text) }.prefix(3))
    guard let first = rest.first else { return nil }
    if rest.count == 3, let link = first.link, rest[1].link == link, let a = first.number, let b = rest[1].number,
      let c = rest[2].number
    {
      if first.text.utf8.count == 4 { return CalendarDate(year: a, month: b, day: c) }
      guard rest[2].text.utf8.count == 4, link != "-" else { return nil }
      // With strokes some write the month first; only a day that can be no month is sure.
      guard link == "." || a > 12 || a == b else { return nil }
      return CalendarDate(year: c, month: b, day: a)
    }
    guard rest.count > 1, first.link == nil else { return nil }
    let pair: (day: Int, month: Int)?
    if let number = DueDateReader.ordinal(first.text), let month = months[rest[1].text] {
      pair = (number, month)
    } else if let month = months[first.text], let number = DueDateReader.ordinal(rest[1].text) {
      pair = (number, month)
    } else {
      pair = nil
    }
    guard let (number, month) = pair else { return nil }
    if rest.count > 2, rest[2].text.utf8.count == 4, let year = rest[2].number {
      return CalendarDate(year: year, month: month, day: number)
    }
    guard let date = CalendarDate(year: day.year, month: month, day: number), date >= day else {
      return CalendarDate(year: day.year + 1, month: month, day: number)
    }
    return date
  }

  /// `15`, `15th`, `1er`; nil for what is no day of a month.
  private static func ordinal(_ word: String) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), (1...31).contains(number), word.utf8.count - digits.utf8.count <= 3 else {
      return nil
    }
    return number
  }

  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    let signs = Array(text)
    var word = ""
    for (index, sign) in signs.enumerated() {
      if sign.isLetter || sign.isNumber {
        word += sign.lowercased()
        continue
      }
      guard !word.isEmpty else { continue }
      let isLinked =
        "-/.".contains(sign) && index + 1 < signs.count && signs[index + 1].isNumber && word.last?.isNumber == true
      words.append(Word(text: word, link: isLinked ? sign : nil))
      word = ""
    }
    if !word.isEmpty { words.append(Word(text: word)) }
    return words
  }
}
