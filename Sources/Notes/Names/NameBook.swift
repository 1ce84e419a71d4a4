import Agenda

/// All people whose names can stand in a note, by whatever name, and what they belong to.
struct NameBook: Sendable {
  /// Somebody's name in one language, taken apart.
  struct Name: Hashable, Sendable {
    struct Word: Hashable, Sendable {
      enum Part: Hashable, Sendable {
        case given, family, particle
      }

      var folded: String
      var part: Part
    }

    var words: [Word]
  }

  private(set) var names: Set<Name> = []
  /// Words of organisations that somebody belongs to.
  private(set) var organisations: Set<[String]> = []
  /// Their letters, as they are written for short.
  private(set) var acronyms: Set<String> = []
  /// What tells an organisation only before a colon: a country, a city.
  private(set) var places: Set<String> = []
  /// Words of names that the agenda has in small letters too.
  private var common: Set<String> = []

  init() {}

  init(of agenda: Agenda) {
    for person in agenda.people {
      for name in person.name.variants { add(name.string) }
      for organisation in person.affiliation?.variants ?? [] { add(organisation: organisation.string) }
    }
    readWords(of: agenda)
  }

  /// With those whom marks of notes name.
  func adding(_ notes: [NoteText]) -> NameBook {
    var book = self
    for note in notes {
      for mark in NoteMark.all(in: note.text) where !mark.person.isEmpty { book.add(person: mark.person) }
    }
    return book
  }

  /// Whether a word is one beside being a name.
  func isCommon(_ word: String) -> Bool {
    common.contains(word) || NameWords.isCommon(word) || NameWords.particles.contains(word)
  }

  // MARK: - Taking names apart

  /// Somebody as a mark names them: several people, a role, an organisation in parentheses or behind a comma.
  mutating func add(person: String) {
    let parts = person.split { "/&;+".contains($0) }.flatMap { $0.split(separator: ",") }
    let list = parts.flatMap { NameBook.parted($0, at: [" and ", " et ", " und ", " y "]) }
    for (index, part) in list.enumerated() {
      let outside = part.prefix { $0 != "(" && $0 != "[" }
      let words = Folding.words(outside)
      guard let first = words.first, !words.contains(where: ReportWords.groups.contains),
        !NameWords.articles.contains(first), !words.contains(where: NameWords.roles.contains),
        !words.contains(where: NameWords.groupRoles.contains), !NameBook.officeWords.contains(first)
      else { continue }
      // Behind a comma there is a first name, or what somebody belongs to.
      if index > 0, person.contains(","), words.count > 2 {
        add(organisation: String(outside))
      } else {
        add(String(outside))
      }
      let inside = part.dropFirst(outside.count + 1).prefix { $0 != ")" && $0 != "]" }
      if !inside.isEmpty { add(organisation: String(inside)) }
    }
  }

  private static let officeWords: Set<String> = [
    "secretariat", "rapporteur", "moderator", "staff", "host", "hosts", "organizers", "organisers", "committee",
    "board",
    "panel", "participants", "participant", "audience", "members", "member", "states", "you", "me", "myself", "i",
    "self",
    "tbd", "tbc", "unknown", "anonymous", "everyone",
  ]

  private static func parted(_ text: Substring, at signs: [String]) -> [Substring] {
    for sign in signs {
      if let place = text.utf8.place(of: sign.utf8) {
        return [text[..<place.lowerBound]] + parted(text[place.upperBound...], at: signs)
      }
    }
    return [text]
  }

  mutating func add(_ name: String) {
    // Titles, and what stands behind a name, are no part of it.
    var groups = name.prefix { $0 != "(" && $0 != "[" }.split { $0 == " " || $0 == "\u{A0}" || $0 == "," || $0 == "　" }
    while groups.count > 1, let first = groups.first, NameWords.titles.contains(Folding.words(first).joined()) {
      groups.removeFirst()
    }
    let words = groups.map { group in (raw: group, folded: Folding.words(group)) }.filter { !$0.folded.isEmpty }
    guard !words.isEmpty else { return }
    let isCapital = words.map { NameBook.isInCapitals($0.raw) }
    // Names in capitals are family names where others are not; else it is the last one.
    let marked = isCapital.contains(true) && isCapital.contains(false)
    var parts: [Name.Word] = []
    for (index, word) in words.enumerated() {
      let isFamily = marked ? isCapital[index] : index == words.count - 1
      for folded in word.folded {
        // `An Nguyen` is called An, `El Masri` has an article.
        let isAlone = index == 0 && word.folded.count == 1 && !NameBook.prefixes.contains(folded)
        let isParticle = NameWords.particles.contains(folded) && !isAlone
        parts.append(Name.Word(folded: folded, part: isParticle ? .particle : isFamily ? .family : .given))
      }
    }
    // A name of particles alone is one all the same.
    if parts.allSatisfy({ $0.part == .particle }) { parts = parts.map { Name.Word(folded: $0.folded, part: .family) } }
    names.insert(Name(words: parts))
    // People write in Latin letters whom the agenda has in others.
    let latin = parts.map { Name.Word(folded: Transcription.latin(of: $0.folded), part: $0.part) }
    if latin != parts { names.insert(Name(words: latin)) }
  }

  private static let prefixes: Set<String> = [
    "el", "abu", "abou", "umm", "bin", "ibn", "van", "von", "de", "da", "ال", "ابو",
  ]

  private static func isInCapitals(_ word: Substring) -> Bool {
    let letters = word.unicodeScalars.filter(\.properties.isAlphabetic)
    return letters.count > 1 && letters.allSatisfy { $0.properties.isUppercase }
  }

  mutating func add(organisation: String) {
    for (index, part) in organisation.split(whereSeparator: { ",;/()".contains($0) }).enumerated() {
      var words = Folding.words(part)
      if let first = words.first, NameWords.articles.contains(first) { words.removeFirst() }
      guard let only = words.first, !(words.count == 1 && NameWords.noOrganisation.contains(only)) else { continue }
      if words.count == 1, NameBook.isInCapitals(part.drop { $0 == " " }), only.count < 9 {
        acronyms.insert(only)
      } else if words.count == 1, index > 0 {
        places.insert(only)
      } else {
        organisations.insert(words)
        let letters = words.filter { !NameWords.joints.contains($0) }.compactMap(\.first).map { String($0) }.joined()
        if letters.count > 2, !NameWords.acronyms.contains(letters) { acronyms.insert(letters) }
      }
    }
  }

  /// Looks which words of names stand in the agenda in small letters.
  private mutating func readWords(of agenda: Agenda) {
    let wanted = Set(names.flatMap { $0.words.map(\.folded) })
    var texts: [Text?] = []
    for session in agenda.sessions {
      texts += [session.title, session.summary, session.details] + session.items.map(\.title)
    }
    for document in agenda.documents { texts += [document.title, document.text] }
    for meeting in agenda.meetings { texts += [meeting.title, meeting.focus, meeting.text] }
    for text in texts {
      for variant in text?.variants ?? [] {
        for word in variant.string.split(whereSeparator: { !$0.isLetter }) where word.first?.isLowercase == true {
          let folded = Folding.folded(word)
          if wanted.contains(folded) { common.insert(folded) }
        }
      }
    }
  }
}
