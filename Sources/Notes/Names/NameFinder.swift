import Agenda

/// Finds in a note who is named, by name or by what they speak for, and takes it out.
///
/// What is surely a name is replaced by a word that says so. What may be one is left to whoever is asked. Nothing else is
/// touched.
struct NameFinder {
  let book: NameBook
  /// Stands where a name was.
  private let somebody: String
  /// Where in the names a word stands: the name's index, and the word's part in it.
  private var index: [String: [Entry]] = [:]
  private var organisations: [String: [[String]]] = [:]
  private var initials: Set<String> = []
  /// The same where each letter has its point, so that no other word is meant.
  private var pointed: Set<String> = []
  /// Of first names, as they stand before a family name.
  private var givenInitials: Set<String> = []
  /// Beginnings of family names that languages hang cases on to, by their first letters.
  private var stems: [String: [String]] = [:]
  /// Names in scripts that part no words, with whether that is surely somebody.
  private var unparted: [(name: String, isSure: Bool)] = []
  private var addresses: AddressNames

  private struct Entry {
    var name: Int
    var part: NameBook.Name.Word.Part
  }

  /// - Parameter people: of the session, who may not be in the agenda any more.
  init(_ book: NameBook, people: [String], somebody: String) {
    var book = book
    for person in people { book.add(person: person) }
    (self.book, self.somebody) = (book, somebody)
    addresses = AddressNames()
    for (number, name) in book.names.enumerated() { add(name, number) }
    for organisation in book.organisations { organisations[organisation[0], default: []].append(organisation) }
    for first in organisations.keys { organisations[first]?.sort { $0.count > $1.count } }
    unparted.sort { ($0.name.count, $0.name) > ($1.name.count, $1.name) }
  }

  private mutating func add(_ name: NameBook.Name, _ number: Int) {
    let isUnparted = name.words.allSatisfy { Script.isUnparted($0.folded) }
    if isUnparted { return addUnparted(name) }
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
    addresses.add(name)
  }

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

  // MARK: - Finding

  /// Everybody who is named in a line, in its order; no two places touch the same letter.
  func places(in text: String) -> [NamePlace] {
    guard text.utf8.contains(where: { $0 >= 0x41 }) else { return [] }
    let line = NameLine(text)
    var found = addresses.places(in: text, book)
    found += RolePhrases(line, book).places
    found += names(in: line)
    found += unpartedNames(in: line)
    found += others(in: line)
    return NameFinder.settled(found)
  }

  /// What is sure goes before what is not, the longer before the shorter.
  private static func settled(_ found: [NamePlace]) -> [NamePlace] {
    let sorted = found.sorted { a, b in
      if a.isSure != b.isSure { return a.isSure }
      return a.range.lowerBound == b.range.lowerBound
        ? a.range.upperBound > b.range.upperBound : a.range.lowerBound < b.range.lowerBound
    }
    var kept: [NamePlace] = []
    for place in sorted {
      if let index = kept.firstIndex(where: { $0.range.overlaps(place.range) }) {
        // Two that are sure and overlap are one.
        if place.isSure {
          let range = kept[index].range
          kept[index].range =
            min(range.lowerBound, place.range.lowerBound)..<max(range.upperBound, place.range.upperBound)
        }
      } else {
        kept.append(place)
      }
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func entries(_ word: NameLine.Word) -> [Entry] {
    word.forms.flatMap { index[$0] ?? [] }
  }

  /// Names word by word: a run of words of one name, with its initials and the titles before it.
  private func names(in line: NameLine) -> [NamePlace] {
    var places: [NamePlace] = []
    var start = 0
    while start < line.words.count {
      guard let run = run(in: line, from: start) else {
        start += 1
        continue
      }
      if let isSure = isSure(run, in: line) { places.append(place(run, isSure, in: line)) }
      start = run.end
    }
    return places
  }

  /// Words of a line that stand in one name.
  private struct Run {
    var start: Int
    /// Behind the last word.
    var end: Int
    /// The words that are no particles and no initials.
    var content: [Int]
    var hasInitials: Bool
    var isFamily: Bool
  }

  private func run(in line: NameLine, from first: Int) -> Run? {
    var names = Set(entries(line.words[first]).map(\.name))
    let isInitial = line.words[first].folded.count == 1 && line.words[first].isCapital
    if names.isEmpty, !isInitial { return nil }
    var run = Run(start: first, end: first, content: [], hasInitials: isInitial, isFamily: false)
    if isInitial { names = [] }
    var next = first
    while next < line.words.count, next == first || line.isJoined(after: next - 1) {
      let word = line.words[next]
      let here = entries(word)
      if word.folded.count == 1, word.isCapital, here.isEmpty {
        // An initial: some name must go on behind it, or have begun before it.
        run.hasInitials = true
        next += 1
        continue
      }
      // `Grant will meet`: among capitals a small word is a word.
      let isSmallWord = !word.isCapital && book.isCommon(word.folded) && here.contains { $0.part != .particle }
      if isSmallWord, run.content.contains(where: { line.words[$0].isCapital }) { break }
      if word.isCapital, let last = run.content.last, !line.words[last].isCapital,
        book.isCommon(line.words[last].folded)
      {
        break
      }
      let common = names.isEmpty && run.content.isEmpty ? Set(here.map(\.name)) : names.intersection(here.map(\.name))
      guard !common.isEmpty else { break }
      names = common
      let parts = here.filter { names.contains($0.name) }.map(\.part)
      if parts.contains(where: { $0 != .particle }) {
        run.content.append(next)
        if parts.contains(.family) { run.isFamily = true }
      }
      next += 1
      run.end = next
    }
    guard let last = run.content.last else { return nil }
    run.end = max(last + 1, min(run.end, last + 1))
    // Initials and particles that stand before it without a name between them are none of it.
    run.hasInitials = run.hasInitials && run.content[0] > run.start
    if run.content[0] - run.start > 3 { run.start = run.content[0] }
    return run
  }

  /// Nil where it is no name at all.
  private func isSure(_ run: Run, in line: NameLine) -> Bool? {
    let words = run.content.map { line.words[$0] }
    let isPlain = words.allSatisfy { book.isCommon($0.folded) && !$0.isCapital }
    let hasColon = line.hasColon(after: run.end - 1)
    let title = titles(before: run.start, in: line)
    let speaks = run.end < line.words.count && NameWords.speech.contains(line.words[run.end].folded)
    if words.count > 1, isPlain, !hasColon, title == run.start {
      // `will grant` may be somebody who was typed in small letters.
      return speaks || line.beginsSentence(run.start) ? false : nil
    }
    if words.count > 1 { return true }
    let word = words[0]
    let isCommon = book.isCommon(word.folded)
    if title < run.start {
      // `M.`, `sr`, `president` and the like are other words too.
      let isPlainTitle = NameWords.plainTitles.contains(line.words[run.start - 1].folded)
      if word.isCapital || isPlainTitle || !word.folded.utf8.allSatisfy({ $0 < 0x80 }) { return true }
    }
    if run.hasInitials, word.isCapital { return true }
    if hasColon {
      let speaks = word.isCapital || !isCommon || line.beginsSentence(run.start)
      return run.isFamily && speaks && !isMonthOrWord(run, in: line)
    }
    if isCommon {
      if !word.isCapital { return speaks ? false : nil }
      return isMonthOrWord(run, in: line) ? nil : false
    }
    let isShort = word.folded.count < 3 && Script.hasCase(word.folded)
    if isShort, !word.isCapital, !speaks { return nil }
    if Script.isArabic(word.folded) { return run.isFamily && word.folded.count > 4 }
    return run.isFamily && !isShort
  }

  /// Whether a word that is a name too is certainly the word here: a month, an auxiliary that begins a question, an
  /// article that begins a sentence.
  private func isMonthOrWord(_ run: Run, in line: NameLine) -> Bool {
    let place = run.content[0]
    let word = line.words[place].folded
    let before = place > 0 ? line.words[place - 1].folded : ""
    let after = run.end < line.words.count ? line.words[run.end] : nil
    switch word {
    case "may", "april", "june", "august", "mai":
      if NameWords.beforeMonth.contains(before) || before.first?.isNumber == true { return true }
      if let after, after.folded.first?.isNumber == true, !line.hasColon(after: place) { return true }
    default: break
    }
    guard line.beginsSentence(place), let after, !after.isCapital, !line.hasColon(after: place) else { return false }
    // `Mark the date`: a name has no article behind it.
    if NameWords.determiners.contains(after.folded), line.gap(after: place) == " " { return true }
    switch word {
    case "will", "may", "can", "might", "do", "did", "does", "have", "shall", "would", "could", "should":
      return NameWords.afterAuxiliary.contains(after.folded)
    case "an", "a", "the", "so", "no", "in", "on", "and", "or", "to", "if", "we", "it":
      return !NameWords.speech.contains(after.folded)
    default: return false
    }
  }

  /// The first of the titles that stand before a word; the word itself where there are none.
  private func titles(before start: Int, in line: NameLine) -> Int {
    var first = start
    while first > 0 {
      let gap = line.gap(after: first - 1)
      guard gap.utf8.count <= 3, gap.allSatisfy({ " .-\u{A0}*_".contains($0) }) else { break }
      let word = line.words[first - 1]
      let isLetters =
        first > 1
        && (word.folded == "e" && line.words[first - 2].folded == "h"
          || ["н", "жа"].contains(word.folded) && line.words[first - 2].folded == "г")
      if isLetters {
        first -= 2
        continue
      }
      let isLetter = word.folded == "m" && word.isCapital && gap.hasPrefix(".")
      let isTitle = word.forms.contains { NameWords.titles.contains($0) }
      guard
        isLetter
          || isTitle && (word.isCapital || NameWords.plainTitles.contains(word.folded) || !Script.hasCase(word.folded))
      else { break }
      first -= 1
    }
    return first
  }

  private func place(_ run: Run, _ isSure: Bool, in line: NameLine) -> NamePlace {
    var start = run.start
    // Particles before a family name that a name has go with it.
    while start > 0, line.isJoined(after: start - 1), line.gap(after: start - 1).utf8.count == 1,
      NameWords.particles.contains(line.words[start - 1].folded), line.words[start - 1].folded.count > 1,
      index[line.words[start - 1].folded]?.contains(where: { $0.part == .particle }) ?? false
    {
      start -= 1
    }
    if start > 0, line.gap(after: start - 1) == ".", case let letter = line.words[start - 1].folded, letter.count == 1,
      letter.first?.isLetter ?? false
    {
      start -= 1
    }
    if start > 0, line.isJoined(after: start - 1), line.words[start - 1].isInCapitals,
      givenInitials.contains(line.words[start - 1].folded)
    {
      start -= 1
    }
    let first = titles(before: start, in: line)
    let lower = line.words[first].range.lowerBound
    let upper = line.words[run.end - 1].range.upperBound
    return NamePlace(
      range: lower..<upper, isSure: isSure,
      name: run.content.map { line.words[$0].folded }.joined(separator: " "))
  }

  /// Names of scripts that part no words, wherever they stand in what is written without a blank.
  private func unpartedNames(in line: NameLine) -> [NamePlace] {
    guard !unparted.isEmpty, line.text.unicodeScalars.contains(where: { !$0.isASCII }) else { return [] }
    var places: [NamePlace] = []
    for (name, isSure) in unparted {
      for range in line.text.places(of: name) {
        // One letter is a name only before a colon.
        if name.count == 1, !":：".contains(line.text[range.upperBound...].first ?? " ") { continue }
        places.append(NamePlace(range: range, isSure: isSure, name: name))
      }
    }
    return places
  }

  /// Initials, organisations, and people with a title whom nobody knows.
  private func others(in line: NameLine) -> [NamePlace] {
    var places: [NamePlace] = []
    for (number, word) in line.words.enumerated() {
      if let count = organisations[word.folded].flatMap({ matched($0, in: line, at: number) }) {
        let range = word.range.lowerBound..<line.words[number + count - 1].range.upperBound
        places.append(doubt(line, number, number + count - 1, range))
      }
      if word.isInCapitals, book.acronyms.contains(word.folded) || initials.contains(word.folded) {
        places.append(doubt(line, number, number, word.range))
      } else if initials.contains(word.folded) || book.places.contains(word.folded), line.hasColon(after: number) {
        places.append(doubt(line, number, number, word.range))
      }
      // `L. said`.
      if word.folded.count == 1, word.isCapital, line.gap(after: number) == ". ", number + 1 < line.words.count,
        NameWords.speech.contains(line.words[number + 1].folded)
      {
        places.append(doubt(line, number, number, word.range))
      }
      if let end = country(in: line, at: number) {
        places.append(doubt(line, number, end, word.range.lowerBound..<line.words[end].range.upperBound))
      }
      if let end = parted(in: line, at: number) {
        places.append(doubt(line, number, end, word.range.lowerBound..<line.words[end].range.upperBound))
      }
      if word.isCapital, index[word.folded] == nil, isInflected(word) {
        places.append(doubt(line, number, number, word.range))
      }
      if let end = spelledInitials(in: line, at: number) {
        places.append(doubt(line, number, end, word.range.lowerBound..<line.words[end].range.upperBound))
      }
      if let end = unknownWithTitle(in: line, at: number) {
        places.append(doubt(line, number, end, word.range.lowerBound..<line.words[end].range.upperBound))
      }
    }
    return places
  }

  /// A country that speaks: its name and a colon, at the beginning.
  private func country(in line: NameLine, at start: Int) -> Int? {
    guard line.beginsSentence(start), line.words[start].isCapital else { return nil }
    var name = ""
    for end in start..<min(start + 4, line.words.count) {
      name += (name.isEmpty ? "" : " ") + line.words[end].folded
      if line.hasColon(after: end), Countries.names.contains(name) { return end }
    }
    return nil
  }

  /// A family name that was written in two words, `du Bois`.
  private func parted(in line: NameLine, at start: Int) -> Int? {
    guard line.isJoined(after: start), line.gap(after: start).utf8.count == 1,
      index[line.words[start].folded] == nil || index[line.words[start + 1].folded] == nil
    else { return nil }
    let whole = line.words[start].folded + line.words[start + 1].folded
    let isName = whole.count > 4 && (index[whole] ?? []).contains { $0.part == .family }
    return isName && !book.isCommon(whole) ? start + 1 : nil
  }

  /// Whether a word is a family name with an ending of its language.
  private func isInflected(_ word: NameLine.Word) -> Bool {
    word.folded.count > 4 && !book.isCommon(word.folded)
      && (stems[String(word.folded.prefix(4))] ?? []).contains {
        word.folded.hasPrefix($0) && word.folded.count - $0.count <= 3
      }
  }

  private func doubt(_ line: NameLine, _ first: Int, _ last: Int, _ range: Range<String.Index>) -> NamePlace {
    NamePlace(range: range, isSure: false, name: line.words[first...last].map(\.folded).joined(separator: " "))
  }

  private func matched(_ organisations: [[String]], in line: NameLine, at start: Int) -> Int? {
    organisations.first { organisation in
      guard start + organisation.count <= line.words.count else { return false }
      // One word that is also another one has to look like a name.
      if organisation.count == 1, !line.words[start].isCapital, book.isCommon(organisation[0]) { return false }
      return organisation.indices.allSatisfy { line.words[start + $0].forms.contains(organisation[$0]) }
    }?.count
  }

  /// `J.D.`, `J. D.`: the last of the letters.
  private func spelledInitials(in line: NameLine, at start: Int) -> Int? {
    var letters = ""
    var end = start
    while end < line.words.count, line.words[end].folded.count == 1, line.words[end].isCapital, letters.count < 4 {
      letters += line.words[end].folded
      let gap = line.gap(after: end)
      guard gap.hasPrefix(".") || gap.hasPrefix("-") else { break }
      if pointed.contains(letters), !(gap == "." || gap == ". " || gap == "-") { return letters.count > 1 ? end : nil }
      end += 1
    }
    let last = min(end, line.words.count - 1)
    guard letters.count > 1, pointed.contains(letters) else { return nil }
    return min(last, start + letters.count - 1)
  }

  /// `Mr Tremblay`, who is nobody of the agenda.
  private func unknownWithTitle(in line: NameLine, at start: Int) -> Int? {
    let title = line.words[start]
    let isLetters =
      title.folded == "h" && start + 1 < line.words.count && line.words[start + 1].folded == "e" && title.isCapital
    let isM = title.folded == "m" && title.isCapital && line.gap(after: start) == ". "
    guard title.forms.contains(where: { NameWords.plainTitles.contains($0) }) || isLetters || isM else { return nil }
    var end = isLetters ? start + 1 : start
    while end + 1 < line.words.count, end - start < 4 {
      let gap = line.gap(after: end)
      guard gap.utf8.count <= 3, gap.allSatisfy({ " .-'’\u{A0}".contains($0) }) else { break }
      let word = line.words[end + 1]
      let isWord = NameWords.roles.contains(word.folded) || NameWords.titles.contains(word.folded)
      guard word.isCapital || end == start && !book.isCommon(word.folded), !isWord || end > start else { break }
      if isM, !word.isCapital { break }
      end += 1
    }
    return end > (isLetters ? start + 1 : start) ? end : nil
  }
}

// MARK: - Taking out

extension NameFinder {
  /// A note without whoever is named in it.
  struct Removed {
    var text = ""
    /// For each line of it the number, from 1, that it had in the note.
    var lineNumbers: [Int] = []
    /// Places of which nobody has said anything.
    var doubts: [NameDoubt] = []
    var linesLeftOut = 0
    /// Lines are in it that may name somebody.
    var keepsDoubtful = false
  }

  func removed(from text: String, of subject: NoteSubject, _ options: Report.Options) -> Removed {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    for mark in NoteMark.all(in: text) where !mark.person.isEmpty {
      for number in mark.lines where lines.indices.contains(number - 1) {
        lines[number - 1] = NameFinder.withoutPerson(mark.person, lines[number - 1])
      }
    }
    var removed = Removed()
    var kept: [String] = []
    for (number, line) in lines.enumerated() {
      guard let line = self.line(line, number: number + 1, of: subject, options, &removed) else { continue }
      kept.append(line)
      removed.lineNumbers.append(number + 1)
    }
    removed.text = kept.joined(separator: "\n")
    return removed
  }

  /// Nil for a line that is left out.
  private func line(
    _ line: String, number: Int, of subject: NoteSubject, _ options: Report.Options, _ removed: inout Removed
  ) -> String? {
    var result = ""
    var copied = line.startIndex
    var isLeftOut = false
    for place in places(in: line) {
      if !place.isSure {
        let bytes = line.utf8.distance(from: line.startIndex, to: place.range.lowerBound)
        let count = line.utf8.distance(from: place.range.lowerBound, to: place.range.upperBound)
        let doubt = NameDoubt(
          target: subject.target, title: subject.title, line: number, text: line, range: bytes..<bytes + count,
          name: place.name)
        switch options.answers[doubt] {
        case .keep: continue
        case .replace: break
        case nil:
          removed.doubts.append(doubt)
          if options.keepsDoubtful { removed.keepsDoubtful = true } else { isLeftOut = true }
          continue
        }
      }
      let gap = line[copied..<place.range.lowerBound]
      // One name after another is one person.
      if !result.hasSuffix(somebody) || !["-", " ", ", "].contains(gap) { result += gap + somebody }
      copied = place.range.upperBound
    }
    if isLeftOut { removed.linesLeftOut += 1 }
    return isLeftOut ? nil : result + line[copied...]
  }

  /// `Action (Jane Doe):` becomes `Action:`, and what stands behind a quote's dash goes with the dash.
  private static func withoutPerson(_ person: String, _ line: String) -> String {
    for sign in [" (\(person))", "(\(person))"] {
      if let range = line.place(of: sign) { return String(line[..<range.lowerBound] + line[range.upperBound...]) }
    }
    for dash in ["—", "–", "--"] {
      let tail = " \(dash) \(person)"
      let end = line.trimmedEnd
      if end.hasSuffix(tail) { return String(end.dropLast(tail.count)) }
    }
    return line
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var end = self[...]
    while let last = end.last, last == " " || last == "\t" || last == "\r" { end.removeLast() }
    return String(end)
  }

  /// Every place where a text stands, whole characters.
  fileprivate func places(of part: String) -> [Range<String.Index>] {
    var places: [Range<String.Index>] = []
    var rest = self[...]
    while let place = rest.place(of: part) {
      places.append(place)
      rest = rest[place.upperBound...]
    }
    return places
  }
}
