/// What months and days of the week are called where people write dates by hand, and in standards that use English names.
public enum DateWords {
  /// Of English, French, German, Spanish, Italian, Dutch and Portuguese, in small letters, January first.
  private static let months = [
    "january february march april may june july august september october november december",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  ].map(words)

  /// The same languages, Monday first.
  private static let weekdays = [
    "monday tuesday wednesday thursday friday saturday sunday", "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lunes martes miércoles jueves viernes sábado domingo",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "segunda terça quarta quinta sexta sábado domingo",
  ].map(words)

  /// `Jan` to `Dec`, as the standards of the Internet write them (RFC 5322 §3.3).
  public static let shortEnglishMonths = months[0].map { $0.prefix(3).capitalized }

  private static let monthNumbers = numbers(months, shortest: 3)

  private static let weekdayNumbers = numbers(
    [words("mo di mi do fr sa so")] + weekdays + [
      ["", "", "", "", "", "samedi", ""], ["", "", "", "", "", "sonnabend", ""],
    ],
    shortest: 3)

  /// The month, from 1, that a word names: whole, or by its first three letters at least; nil for any other word.
  public static func month(_ word: String) -> Int? { monthNumbers[word] }

  /// The day of the week, 1 for Monday, that a word names: whole, or by its first three letters at least (German has
  /// two); nil for any other word.
  public static func weekday(_ word: String) -> Int? { weekdayNumbers[word] }

  /// One language after the other: `mar` is March before it is a Tuesday in French, whoever asks for which.
  private static func numbers(_ languages: [[String]], shortest: Int) -> [String: Int] {
    var numbers: [String: Int] = [:]
    for names in languages {
      for (index, name) in names.enumerated() where !name.isEmpty && numbers[name] == nil { numbers[name] = index + 1 }
    }
    for names in languages {
      for (index, name) in names.enumerated() where name.count > shortest {
        for count in shortest...min(6, name.count) {
          let part = String(name.prefix(count))
          if numbers[part] == nil, !plainWords.contains(part) { numbers[part] = index + 1 }
        }
      }
    }
    return numbers
  }

  /// Beginnings of months in other languages that are words of English.
  private static let plainWords: Set<String> = ["out", "set", "ago"]

  private static func words(_ line: String) -> [String] { line.split(separator: " ").map { String($0) } }
}

extension Substring {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
