import Agenda

/// The names of a book by the words in which they are met.
struct NameIndex {
  struct Entry {
    var name: Int
    var part: NameBook.Name.Word.Part
  }

  let book: NameBook
  /// Where in the names a word stands: the name's index, and the word's part in it.
  private var index: [String: [Entry]] = [:]
  private(set) var organisations: [String: [[String]]] = [:]
  private(set) var initials: Set<String> = []
  /// The same where each letter has its point, so that no other word is meant.
  private(set) var pointed: Set<String> = []
  /// Of first names, as they stand before a family name.
  private(set) var givenInitials: Set<String> = []
  /// Beginnings of family names that languages hang cases on to, by their first letters.
  private var stems: [String: [String]] = [:]
  /// Names in scripts that part no words, with whether that is surely somebody.
  private(set) var unparted: [(name: String, isSure: Bool)] = []

  init(_ book: NameBook) {
    self.book = book
    for (number, name) in book.names.enumerated() { add(name, number) }
    for organisation in book.organisations { organisations[organisation[0], default: []].append(organisation) }
    for first in organisations.keys { organisations[first]?.sort { $0.count > $1.count } }
    unparted.sort { ($0.name.count, $0.name) > ($1.name.count, $1.name) }
  }

  private mutating func add(_ name: NameBook.Name, _ number: Int) {
    if NameIndex.isUnparted(name) { return addUnparted(name) }
    for (place, word) in name.words.enumerated() {
      for form in NameLine.forms(of: word.folded) {
        index[form, default: []].append(Entry(name: number, part: word.part))
      }
      // An article, or another particle, may be run together with the word behind it.
      guard word.part == .particle, place + 1 < name.words.count else { continue }
      for particle in ["al", "el", "ul"].contains(word.folded) ? ["al", "el", "ul"] : [word.folded] {
        let joined = particle + name.words[place + 1].folded
        index[joined, default: []].append(Entry(name: number, part: name.words[place + 1].part))
      }
    }
    for article in ["al", "el", "ul"] where name.words.contains(where: { ["al", "el", "ul"].contains($0.folded) }) {
      index[article, default: []].append(Entry(name: number, part: .particle))
    }
    let plain = name.words.filter { $0.part != .particle }.map(\.folded)
    // One word that a whole name is run together to: `mariedubois`, `jdubois`.
    if plain.count > 1, let family = plain.last, let first = plain.first, let letter = first.first {
      for joined in [
        plain.joined(), plain.reversed().joined(), name.words.map(\.folded).joined(), "\(letter)\(family)",
      ]
      where joined.count > 4 && !book.isCommon(joined) {
        index[joined, default: []].append(Entry(name: number, part: .family))
      }
    }
    for letters in [plain, name.words.map(\.folded)].map({ $0.compactMap(\.first) })
    where (2...4).contains(letters.count) {
      let letters = letters.map { String($0) }.joined()
      pointed.insert(letters)
      givenInitials.insert(String(letters.dropLast()))
      if !NameWords.acronyms.contains(letters), letters.utf8.allSatisfy({ $0 < 0x80 }) { initials.insert(letters) }
    }
    for word in name.words where word.part == .family && !book.isCommon(word.folded) && Script.hasCase(word.folded) {
      let stem = String(
        word.folded.reversed().drop { $0 == "σ" }.drop { "aeiouyаеиоуыэюяйьαειουηω".contains($0) }.reversed())
      if stem.count > 4 { stems[String(stem.prefix(4)), default: []].append(stem) }
    }
  }

  /// Whether a name is of a script that parts no words.
  static func isUnparted(_ name: NameBook.Name) -> Bool { name.words.allSatisfy { Script.isUnparted($0.folded) } }

  private mutating func addUnparted(_ name: NameBook.Name) {
    let words = name.words.map(\.folded)
    let whole = words.joined()
    unparted.append((whole, whole.count > 1))
    guard whole.count > 1 else { return }
    let family = words.count > 1 ? words[0] : String(whole.prefix(1))
    let given = words.count > 1 ? words[words.count - 1] : String(whole.dropFirst())
    for title in NameWords.suffixTitles {
      for part in [family, given] { unparted += [(part + title, true), ("\(part) \(title)", true)] }
    }
    if family.count == 1 { unparted.append((family, false)) }
    if given.count > 1 { unparted.append((given, false)) }
    if words.count > 1, family.count > 1 { unparted.append((family, false)) }
  }

  // MARK: - What is asked

  /// Where a word stands as it is written.
  subscript(folded: String) -> [Entry] { index[folded] ?? [] }

  /// Where a word stands in any of its forms.
  func entries(_ word: NameLine.Word) -> [Entry] { word.forms.flatMap { self[$0] } }

  /// Whether a word is a family name with an ending of its language.
  func isInflected(_ word: NameLine.Word) -> Bool {
    word.folded.count > 4 && !book.isCommon(word.folded)
      && (stems[String(word.folded.prefix(4))] ?? []).contains {
        word.folded.hasPrefix($0) && word.folded.count - $0.count <= 3
      }
  }
}
