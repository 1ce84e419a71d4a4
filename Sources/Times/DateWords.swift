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

  /// The month, from 1, that a word names: whole, or by its first three letters at least; nil for any other word.
  public static func month(_ word: String) -> Int? { number(of: word, in: months, shortest: 3) }

  /// The day of the week, 1 for Monday, that a word names: whole, or by its first three letters at least (German has
  /// two); nil for any other word.
  public static func weekday(_ word: String) -> Int? {
    if let short = words("mo di mi do fr sa so").firstIndex(of: word) { return short + 1 }
    if word == "samedi" || word == "sonnabend" { return 6 }
    return number(of: word, in: weekdays, shortest: 3)
  }

  /// One language after the other: `mar` is March before it is a Tuesday in French, whoever asks for which.
  private static func number(of word: String, in languages: [[String]], shortest: Int) -> Int? {
    guard word.utf8.count >= shortest else { return nil }
    for names in languages { if let index = names.firstIndex(of: word) { return index + 1 } }
    guard word.utf8.count <= 6 else { return nil }
    for names in languages { if let index = names.firstIndex(where: { $0.hasPrefix(word) }) { return index + 1 } }
    return nil
  }

  private static func words(_ line: String) -> [String] { line.split(separator: " ").map { String($0) } }
}

extension Substring {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
