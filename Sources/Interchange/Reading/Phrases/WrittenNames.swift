import Agenda
import Markup

/// Names of people in a line.
enum WrittenNames {
  /// Names parted by commas, semicolons, `and`, `&`, `et`, `und`, `·`; what stands in brackets behind one is its role.
  static func list(_ text: some StringProtocol) -> [PersonDraft] {
    guard text.utf8.count <= 1_000 else { return [] }
    if let people = withAffiliations(String(text)) { return people }
    var parts: [String] = []
    var part = ""
    var depth = 0
    let hasDots = text.contains(" · ")
    func flush() {
      let trimmed = part.trimmingBlanks
      if !trimmed.isEmpty { parts.append(trimmed) }
      part = ""
    }
    for character in text {
      switch character {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case ",", ";", "·", "&", "\n", "/":
        if depth <= 0, !hasDots || character == "·" {
          flush()
          continue
        }
      case " " where depth <= 0 && !hasDots:
        for word in [" and", " et", " und", " y", " +"] where part.hasSuffix(word) {
          part.removeLast(word.count); flush()
        }
      default: break
      }
      part.append(character)
    }
    flush()
    return parts.compactMap(person).prefix(40).map { $0 }
  }

  /// People one below the other, or parted by semicolons, with where they are from behind a comma, `Ann Lee, Physics Lab;
  /// Bob Ray, CNRS`, and one alone whose place is no name, `Ann Lee, CNRS`; nil of any other text.
  private static func withAffiliations(_ text: String) -> [PersonDraft]? {
    let parts = text.split { $0 == "\n" || $0 == "\r\n" || $0 == ";" }.map { String($0).trimmingBlanks }.filter {
      !$0.isEmpty
    }
    let pairs = parts.map { part -> (name: String, place: String)? in
      guard let comma = part.firstIndex(of: ",") else { return nil }
      let (name, place) = (String(part[..<comma]), String(part[part.index(after: comma)...]).trimmingBlanks)
      return isName(name) && !place.isEmpty && !place.contains(" and ") && !place.contains(",") ? (name, place) : nil
    }
    let found = pairs.compactMap(\.self)
    guard found.count == parts.count, let first = found.first else { return nil }
    // A single word in capitals is a house; two words could be somebody else.
    let isHouse = found.count > 1 || first.place.allSatisfy { $0.isUppercase || !$0.isLetter }
    guard isHouse else { return nil }
    return found.prefix(40).compactMap { pair in
      var person = person(pair.name)
      person?.affiliation = pair.place
      return person
    }
  }

  /// One name, with its role behind it in brackets; nil where there are no letters.
  static func person(_ text: String) -> PersonDraft? {
    var name = text[...]
    for word in ["and ", "et ", "und "] where name.hasPrefix(word) { name.removeFirst(word.count) }
    var role: String?
    if name.last == ")", let open = name.lastIndex(of: "("), open > name.startIndex {
      role = String(name[name.index(after: open)...].dropLast()).trimmingBlanks
      name = name[..<open]
    }
    let trimmed = String(name).trimmingBlanks
    guard trimmed.contains(where: \.isLetter), !WrittenWords.isUnknownPlace(trimmed) else { return nil }
    var person = PersonDraft(name: trimmed)
    person.role = role
    return person
  }

  /// The names at the end of a title, behind `by` or its like, and the title before them; nil where no names stand there.
  static func byline(_ title: String) -> (title: String, people: [PersonDraft])? {
    for word in [" by ", " par ", " von "] where title.has(part: word) {
      guard let place = title.range(ofLast: word) else { continue }
      let people = list(title[place.upperBound...])
      guard !people.isEmpty, people.allSatisfy({ isName($0.name) }) else { continue }
      var head = title[..<place.lowerBound]
      while let last = head.last, last == " " || last == "," || last == "–" || last == "-" || last == "—" || last == ":"
      {
        head.removeLast()
      }
      return head.isEmpty ? nil : (String(head), people)
    }
    return nil
  }

  /// Words that stand with a small letter inside names.
  private static let particles: Set<String> = [
    "de", "del", "della", "di", "da", "dos", "du", "des", "la", "le", "van", "von", "der", "den", "zu", "bin", "ibn",
    "al", "el",
    "y", "e", "ten", "ter", "af", "av", "president", "professor", "former",
  ]

  /// Whether this looks like somebody's whole name: two to six words, the first and the last with a capital.
  static func isName(_ text: String) -> Bool {
    let words = text.split { $0 == " " || $0 == "\u{A0}" }
    guard (2...6).contains(words.count), let first = words.first?.first, let last = words.last?.first,
      first.isUppercase,
      last.isUppercase
    else { return false }
    let isPlain = words.allSatisfy { word in
      word.first.map { !$0.isLowercase } ?? false || particles.contains(word.lowercased())
    }
    return isPlain && !text.contains { $0.isNumber || $0 == "?" || $0 == "!" || $0 == ":" }
  }
}

extension String {
  /// Where a part stands for the last time.
  func range(ofLast part: String) -> Range<Index>? {
    var index = endIndex
    while index > startIndex {
      index = self.index(before: index)
      if self[index...].hasPrefix(part) { return index..<self.index(index, offsetBy: part.count) }
    }
    return nil
  }
}
