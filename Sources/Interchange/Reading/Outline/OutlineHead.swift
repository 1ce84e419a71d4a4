import Agenda
import Markup
import Times

/// What stands before the first day of an agenda in words: what the conference is, where, and in which zone.
struct OutlineHead {
  /// What is left of the lines, which says nothing of these.
  private(set) var lines: [OutlineLine]
  private(set) var draft = ScheduleDraft()
  private(set) var days: WrittenDays
  /// Names of rooms that are known before the first session.
  private(set) var rooms: Set<String> = []

  init(_ lines: [OutlineLine], _ days: WrittenDays) { (self.lines, self.days) = (lines, days) }

  private enum Fact {
    case title, zone, rooms, venue, city, country, dates, language, organizers, id, version, url, notice, subtitle
  }

  private static let facts: [String: Fact] = {
    var table: [String: Fact] = [:]
    for (fact, phrases) in [
      (Fact.title, "title|titre|titel|subject|objet|betreff"),
      (.zone, "time zone|timezone|zone|times in|heures selon|fuseau horaire|fuseau|zeitzone"),
      (.rooms, "rooms|room|salles|räume"), (.venue, "venue|place|location|where|lieu|ort|tagungsort"),
      (.city, "city|ville|stadt"), (.country, "country|pays|land"),
      (.dates, "dates|date|when|quand|datum|termin"), (.language, "language|langue|sprache"),
      (
        .organizers,
        "organised by|organized by|organisers|organizers|organisation|organisé par|organisateurs|veranstalter|hosts"
      ),
      (.id, "id|identifier|acronym|identifiant"), (.version, "version"), (.url, "website|url|web|site|page"),
      (.notice, "notice|note|remarque|hinweis|avis"), (.subtitle, "subtitle|sous-titre|untertitel"),
    ] { for phrase in phrases.split(separator: "|") { table[String(phrase)] = fact } }
    return table
  }()

  /// Takes what the lines before the first day say of the conference; what is left of them is text.
  mutating func read() {
    for line in lines {
      guard let dates = DateLine(line.text), dates.others.count <= 12 else { continue }
      days.note(dates)
    }
    var rest: [OutlineLine] = []
    let title = titleLine()
    for (index, line) in lines.enumerated() {
      if line.number == title?.number {
        draft.title = Text(WrittenTitle.plain(line.text))
      } else if line.isBlank || line.isCode || line.isRule || !takes(line, title, index) {
        rest.append(line)
      }
    }
    if days.year == nil { days.year = lines.lazy.compactMap(OutlineHead.year).first }
    if days.span == nil { findMention() }
    if let span = days.span { (draft.start, draft.end) = (.day(span.lowerBound), .day(span.upperBound)) }
    lines = rest
  }

  /// The day that a line or a sentence speaks of: the first with its weekday, else the first.
  private mutating func findMention() {
    var found: (date: DateLine, line: Int)?
    for line in lines where !line.isCode {
      let words = line.text.split { $0 == " " || $0 == "\u{A0}" }
      for (index, word) in words.enumerated() {
        guard OutlineHead.isOfDate(word) else { continue }
        let around = words[max(0, index - 3)..<min(words.count, index + 4)].joined(separator: " ")
        guard let date = DateLine(around), let only = date.dates.first, only.year != nil || date.weekday != nil,
          found == nil || date.weekday != nil && found?.date.weekday == nil,
          !words[max(0, index - 8)..<index].contains(where: OutlineHead.isAside)
        else { continue }
        found = (date, line.number)
      }
    }
    guard let (date, line) = found else { return }
    days.mentioned = days.date(of: date, after: nil, at: Problem.Place(line: line))
  }

  /// A month's name, or a date in numbers.
  private static func isOfDate(_ word: Substring) -> Bool {
    guard word.utf8.count <= 24 else { return false }
    let letters = word.lowercased().filter(\.isLetter)
    if !letters.isEmpty { return DateWords.month(letters) != nil }
    return word.utf8.count { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") } >= 2
  }

  /// Words of dates that are of something else than the meeting itself.
  private static func isAside(_ word: Substring) -> Bool {
    let word = word.lowercased().filter(\.isLetter)
    return [
      "publish", "updat", "version", "deadline", "regist", "draft", "due", "clos", "submi", "held", "previous", "since",
      "modif", "inscri", "mise", "publi", "delai", "délai", "anmeld", "stand", "frist", "until", "before", "after",
    ].contains { word.hasPrefix($0) }
  }

  /// A year that stands anywhere in a line of a title's length.
  private static func year(_ line: OutlineLine) -> Int? {
    guard line.text.utf8.count <= 200 else { return nil }
    return line.text.split { !$0.isNumber }.lazy.filter { $0.utf8.count == 4 }.compactMap { Int($0) }
      .first { (1_950...2_200).contains($0) }
  }

  /// The heading that names a conference; else the first heading; else the first line of a title's length.
  private func titleLine() -> OutlineLine? {
    let headings = lines.filter {
      $0.level != nil && !$0.isBlank && $0.text.utf8.count <= 200 && OutlineHead.isTitle($0)
    }
    let top = headings.filter { $0.level == 1 }
    if top.count == 1 { return top[0] }
    let words = [
      "conference", "conférence", "konferenz", "workshop", "atelier", "summit", "sommet", "forum", "meeting",
      "congress", "congrès", "kongress", "colloque", "symposium", "tagung", "seminar", "séminaire", "days", "journées",
      "camp",
    ]
    if let named = headings.first(where: { line in
      let text = line.text.lowercased()
      return words.contains { text.has(part: $0) }
    }) {
      return named
    }
    if let first = headings.first { return first }
    if lines.contains(where: { fact(of: $0).map { $0.0 == .title } ?? false }) { return nil }
    return lines.first {
      !$0.isBlank && !$0.isRule && $0.text.utf8.count <= 120 && OutlineHead.isTitle($0) && fact(of: $0) == nil
        && $0.text.last != "."
    }
  }

  private static func isTitle(_ line: OutlineLine) -> Bool {
    guard line.text.contains(where: \.isLetter) else { return false }
    let date = DateLine(line.text)
    return date.map { $0.dates.isEmpty || $0.others.count > 1 } ?? true
  }

  private func fact(of line: OutlineLine) -> (Fact, Substring)? {
    let text = line.text
    for prefix in ["Times in ", "Heures selon ", "Organised by ", "Organized by "] where text.hasPrefix(prefix) {
      return (prefix.hasPrefix("O") ? .organizers : .zone, text.dropFirst(prefix.count))
    }
    guard text.utf8.count <= 400, let colon = text.prefix(40).firstIndex(of: ":") else { return nil }
    let label = text[..<colon].lowercased().filter { $0 != "*" && $0 != "_" }.split { $0 == " " || $0 == "\u{A0}" }
      .joined(separator: " ")
    guard let fact = OutlineHead.facts[label] else { return nil }
    let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\u{A0}" || $0 == "*" }
    return value.isEmpty ? nil : (fact, value)
  }

  private mutating func takes(_ line: OutlineLine, _ title: OutlineLine?, _ index: Int) -> Bool {
    let plain = WrittenTitle.plain(line.text)
    if let (fact, value) = fact(of: line) { return take(fact, value) }
    if isNotice(line) {
      if draft.notice == nil { draft.notice = Text(String(plain.trimmingBrackets)) }
      draft.isProvisional = true
      return true
    }
    if line.isQuote, title != nil, draft.notice == nil, draft.about == nil, line.text.utf8.count <= 400 {
      draft.notice = Text(plain)
      return true
    }
    let words = Set(plain.lowercased().split { !$0.isLetter })
    if plain.utf8.count <= 80, words.contains("draft") || words.contains("projet") || words.contains("entwurf") {
      draft.isProvisional = true
    }
    // `**3–5 December 2017 · The House, Town, Country**`, and `3–5 December 2017` alone.
    let parts = plain.split(separator: "·").map { String($0).trimmingBlanks }
    if plain.utf8.count <= 300, let first = parts.first, let date = DateLine(first), !date.dates.isEmpty,
      date.others.count <= 2
    {
      if date.dates.count == 1, parts.count == 1, !date.isSpan {
        guard date.others.isEmpty, let only = date.dates[0].year.flatMap({ date.dates[0].date(in: $0) }) else {
          return false
        }
        if date.weekday == nil { draft.published = draft.published ?? only }
        return true
      }
      if date.dates.count == 1, let only = date.dates[0].date(in: days.year ?? 0) {
        days.span = days.span ?? only...only
      }
      if parts.count > 1 { takeVenue(parts[1]) }
      return true
    }
    if title?.level == 1, line.isItalic, draft.subtitle == nil, draft.start == nil,
      lines[..<index].allSatisfy({ $0.isBlank || $0.number == title?.number })
    {
      draft.subtitle = Text(plain)
      return true
    }
    if line.text.hasPrefix("<http"), line.text.hasSuffix(">") {
      draft.url = String(line.text.dropFirst().dropLast())
      return true
    }
    // The agenda's own heading, right above it.
    let isLast = lines[(index + 1)...].allSatisfy { $0.isBlank || $0.text.utf8.count <= 120 }
    if isLast, let title, plain.utf8.count <= 120 {
      if plain == WrittenTitle.plain(title.text) { return true }
      let isAgenda = words.contains {
        ["agenda", "programme", "program", "schedule", "programm", "tagesordnung", "ablauf"].contains($0)
      }
      return isAgenda && line.level != nil
    }
    return false
  }

  private func isNotice(_ line: OutlineLine) -> Bool {
    guard line.text.utf8.count <= 200 else { return false }
    let text = line.text.lowercased()
    return [
      "subject to change", "are tentative", "may still change", "may change", "sous réserve", "susceptible de",
      "provisoire",
      "peut encore changer", "änderungen vorbehalten", "vorläufig",
    ].contains { text.has(part: $0) }
  }

  private mutating func take(_ fact: Fact, _ value: Substring) -> Bool {
    let plain = WrittenTitle.plain(value)
    switch fact {
    case .title: draft.title = draft.title ?? Text(plain)
    case .subtitle: draft.subtitle = Text(plain)
    case .zone: return takeZone(plain)
    case .rooms:
      draft.rooms = plain.split { $0 == "," || $0 == ";" || $0 == "·" }.map { String($0).trimmingBlanks }.filter {
        !$0.isEmpty
      }
      rooms.formUnion(draft.rooms)
    case .venue: takeVenue(plain)
    case .city: draft.city = plain
    case .country: draft.country = plain
    case .dates:
      guard let line = DateLine(plain), let first = line.dates.first else { return false }
      days.note(line)
      if days.span == nil, let only = first.date(in: days.year ?? 0) { days.span = only...only }
    case .language: draft.language = ReadingWords.languages[plain.lowercased()] ?? plain
    case .organizers: draft.organizers = plain.split { $0 == "·" || $0 == ";" }.map { String($0).trimmingBlanks }
    case .id: draft.acronym = plain
    case .version: draft.version = plain
    case .url: draft.url = String(plain.drop { $0 == "<" }.prefix { $0 != ">" && $0 != " " })
    case .notice: draft.notice = Text(plain)
    }
    return true
  }

  private mutating func takeVenue(_ text: String) {
    let parts = text.split(separator: ",").map { String($0).trimmingBlanks }
    draft.venue = parts.first
    if parts.count > 2 { draft.country = parts.last }
    if parts.count > 1 {
      draft.city = parts[1..<(parts.count > 2 ? parts.count - 1 : parts.count)].joined(separator: ", ")
    }
  }

  /// Takes a zone, and what exports say of the version in the same line.
  private mutating func takeZone(_ text: String) -> Bool {
    let name = text.prefix { $0 != " " && $0 != "." }
    draft.zoneName = name.contains("/") || name == "UTC" ? String(name) : text
    let rest = text.dropFirst(name.utf8.count)
    for word in ["published ", "publiée le ", "publié le "] {
      guard let place = rest.utf8.place(of: word.utf8) else { continue }
      draft.published = DateLine(rest[place.upperBound...])?.dates.first.flatMap { $0.date(in: 0) }
    }
    if let place = rest.utf8.place(of: ". Version ".utf8) {
      var version = rest[place.upperBound...]
      for word in [", published ", ", publiée le "] {
        if let end = version.utf8.place(of: word.utf8) { version = version[..<end.lowerBound] }
      }
      if version.last == "." { version.removeLast() }
      draft.version = String(version)
    }
    return true
  }
}
