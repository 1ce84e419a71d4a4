/// What may name somebody in a line: initials, organisations, countries, and people with a title whom nobody knows.
struct DoubtfulNames {
  private let line: NameLine
  private let names: NameIndex

  init(_ line: NameLine, _ names: NameIndex) { (self.line, self.names) = (line, names) }

  var places: [NamePlace] {
    var places: [NamePlace] = []
    for (number, word) in line.words.enumerated() {
      if let count = names.organisations[word.folded].flatMap({ matched($0, at: number) }) {
        let range = word.range.lowerBound..<line.words[number + count - 1].range.upperBound
        places.append(doubt(number, number + count - 1, range))
      }
      if word.isInCapitals, names.book.acronyms.contains(word.folded) || names.initials.contains(word.folded) {
        places.append(doubt(number, number, word.range))
      } else if names.initials.contains(word.folded) || names.book.places.contains(word.folded),
        line.hasColon(after: number)
      {
        places.append(doubt(number, number, word.range))
      }
      // `L. said`.
      if word.folded.count == 1, word.isCapital, line.gap(after: number) == ". ", number + 1 < line.words.count,
        NameWords.speech.contains(line.words[number + 1].folded)
      {
        places.append(doubt(number, number, word.range))
      }
      if let end = country(at: number) {
        places.append(doubt(number, end, word.range.lowerBound..<line.words[end].range.upperBound))
      }
      if let end = parted(at: number) {
        places.append(doubt(number, end, word.range.lowerBound..<line.words[end].range.upperBound))
      }
      if word.isCapital, names[word.folded].isEmpty, names.isInflected(word) {
        places.append(doubt(number, number, word.range))
      }
      if let end = spelledInitials(at: number) {
        places.append(doubt(number, end, word.range.lowerBound..<line.words[end].range.upperBound))
      }
      if let end = unknownWithTitle(at: number) {
        places.append(doubt(number, end, word.range.lowerBound..<line.words[end].range.upperBound))
      }
    }
    return places
  }

  /// A country that speaks: its name and a colon, at the beginning.
  private func country(at start: Int) -> Int? {
    guard line.beginsSentence(start), line.words[start].isCapital else { return nil }
    var name = ""
    for end in start..<min(start + 4, line.words.count) {
      name += (name.isEmpty ? "" : " ") + line.words[end].folded
      if line.hasColon(after: end), Countries.names.contains(name) { return end }
    }
    return nil
  }

  /// A family name that was written in two words, `du Bois`.
  private func parted(at start: Int) -> Int? {
    guard line.isJoined(after: start), line.gap(after: start).utf8.count == 1,
      names[line.words[start].folded].isEmpty || names[line.words[start + 1].folded].isEmpty
    else { return nil }
    let whole = line.words[start].folded + line.words[start + 1].folded
    let isName = whole.count > 4 && names[whole].contains { $0.part == .family }
    return isName && !names.book.isCommon(whole) ? start + 1 : nil
  }

  private func doubt(_ first: Int, _ last: Int, _ range: Range<String.Index>) -> NamePlace {
    NamePlace(range: range, isSure: false, name: line.words[first...last].map(\.folded).joined(separator: " "))
  }

  private func matched(_ organisations: [[String]], at start: Int) -> Int? {
    organisations.first { organisation in
      guard start + organisation.count <= line.words.count else { return false }
      // One word that is also another one has to look like a name.
      if organisation.count == 1, !line.words[start].isCapital, names.book.isCommon(organisation[0]) { return false }
      return organisation.indices.allSatisfy { line.words[start + $0].forms.contains(organisation[$0]) }
    }?.count
  }

  /// `J.D.`, `J. D.`: the last of the letters.
  private func spelledInitials(at start: Int) -> Int? {
    var letters = ""
    var end = start
    while end < line.words.count, line.words[end].folded.count == 1, line.words[end].isCapital, letters.count < 4 {
      letters += line.words[end].folded
      let gap = line.gap(after: end)
      guard gap.hasPrefix(".") || gap.hasPrefix("-") else { break }
      if names.pointed.contains(letters), !(gap == "." || gap == ". " || gap == "-") {
        return letters.count > 1 ? end : nil
      }
      end += 1
    }
    let last = min(end, line.words.count - 1)
    guard letters.count > 1, names.pointed.contains(letters) else { return nil }
    return min(last, start + letters.count - 1)
  }

  /// Whether a word with a capital letter comes next that is no other word and is not all capitals.
  private func isUnknownName(after start: Int) -> Bool {
    guard start + 1 < line.words.count, line.gap(after: start) == " " else { return false }
    let word = line.words[start + 1]
    return word.isCapital && !word.isInCapitals && word.folded.count > 2 && !names.book.isCommon(word.folded)
      && !NameWords.titles.contains(word.folded) && !NameWords.roles.contains(word.folded)
      && !Countries.names.contains(word.folded) && !names.book.places.contains(word.folded)
  }

  /// `Mr Tremblay`, `Ambassador Tremblay`, who is nobody of the agenda.
  private func unknownWithTitle(at start: Int) -> Int? {
    let title = line.words[start]
    let isLetters =
      title.folded == "h" && start + 1 < line.words.count && line.words[start + 1].folded == "e" && title.isCapital
    let isM = title.folded == "m" && title.isCapital && line.gap(after: start) == ". "
    let isOffice = title.forms.contains { NameWords.namingTitles.contains($0) } && isUnknownName(after: start)
    guard title.forms.contains(where: { NameWords.plainTitles.contains($0) }) || isLetters || isM || isOffice else {
      return nil
    }
    var end = isLetters ? start + 1 : start
    while end + 1 < line.words.count, end - start < 4 {
      let gap = line.gap(after: end)
      guard gap.utf8.count <= 3, gap.allSatisfy({ " .-'’\u{A0}".contains($0) }) else { break }
      let word = line.words[end + 1]
      let isWord = NameWords.roles.contains(word.folded) || NameWords.titles.contains(word.folded)
      guard word.isCapital || end == start && !names.book.isCommon(word.folded), !isWord || end > start else { break }
      if isM, !word.isCapital { break }
      end += 1
    }
    return end > (isLetters ? start + 1 : start) ? end : nil
  }
}
