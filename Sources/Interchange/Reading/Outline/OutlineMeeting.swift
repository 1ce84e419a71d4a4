import Agenda
import Times

/// An earlier meeting that a paragraph tells of, as in "The second workshop was held in June 2016 in Geneva".
struct OutlineMeeting {
  private(set) var draft: MeetingDraft

  private static let nouns: Set<String> = [
    "workshop", "conference", "meeting", "seminar", "atelier", "conférence", "réunion", "séminaire",
  ]
  private static let ordinals: [String: String] = [
    "first": "First", "second": "Second", "third": "Third", "fourth": "Fourth", "fifth": "Fifth", "sixth": "Sixth",
    "premier": "Premier", "première": "Première", "deuxième": "Deuxième", "troisième": "Troisième",
    "quatrième": "Quatrième",
  ]

  /// Nil where no meeting, or none with a month before that day, is told of in the first sentences.
  init?(_ paragraph: String, before day: CalendarDate) {
    let words = paragraph.split { $0 == " " || $0 == "\n" }.prefix(60).map { Substring($0) }
    let plain = words.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
    guard let held = plain.firstIndex(where: { ["held", "tenu", "tenue", "lieu"].contains($0) }),
      let month = plain.indices.dropLast().first(where: {
        DateWords.month(plain[$0]) != nil && Int(plain[$0 + 1]).map { (1_900...2_200).contains($0) } ?? false
      }),
      abs(month - held) <= 8, let number = DateWords.month(plain[month]), let year = Int(plain[month + 1]),
      (year, number) < (day.year, day.month), let date = PartialDate(year: year, month: number)
    else { return nil }
    let isNoun: (String) -> Bool = { word in
      OutlineMeeting.nouns.contains(word)
        || (word.hasSuffix("s") && OutlineMeeting.nouns.contains(String(word.dropLast())))
    }
    guard var noun = plain[..<held].last(where: isNoun) ?? plain[..<month].last(where: isNoun) else { return nil }
    if noun.hasSuffix("s") { noun.removeLast() }
    let isLaunch =
      plain[..<month].contains { ["launched", "launch", "lancée", "lancement"].contains($0) }
      && !plain[..<held].contains { $0 == "following" || $0 == "après" }
    // The nearest: `Following the 2015 launch, the first of three workshops`.
    let ordinal = plain[..<held].last { OutlineMeeting.ordinals[$0] != nil }.flatMap { OutlineMeeting.ordinals[$0] }
    let title = isLaunch ? "Launch \(noun)" : [ordinal, noun].compactMap(\.self).joined(separator: " ")
    draft = MeetingDraft(
      title: title.prefix(1).uppercased() + title.dropFirst(), kind: isLaunch ? .launch : .workshop, date: date)
    draft.place =
      OutlineMeeting.place(words, plain, after: month + 1) ?? OutlineMeeting.place(words, plain, after: held)
    draft.text = Text(paragraph)
  }

  /// The words with a capital behind `in` or `at` that comes next.
  private static func place(_ words: [Substring], _ plain: [String], after index: Int) -> String? {
    // A sentence that has ended says no more of it.
    guard index + 2 < words.count, words[index].last != ".", ["in", "at", "à", "au"].contains(plain[index + 1]) else {
      return nil
    }
    var name: [String] = []
    for word in words[(index + 2)...].prefix(5) {
      guard word.first?.isUppercase ?? false, DateWords.month(word.lowercased()) == nil else { break }
      name.append(String(word.filter { $0 != "," && $0 != "." }))
      if word.last == "." || word.last == "," { break }
    }
    return name.isEmpty ? nil : name.joined(separator: " ")
  }
}
