import Agenda

/// Whom somebody speaks for: `the delegate of Ruritania`, `Ruritania's ambassador`, as a whole.
struct RolePhrases {
  private let line: NameLine
  private let book: NameBook
  private(set) var places: [NamePlace] = []

  init(_ line: NameLine, _ book: NameBook) {
    (self.line, self.book) = (line, book)
    for index in line.words.indices { read(at: index) }
  }

  private mutating func read(at index: Int) {
    let word = line.words[index]
    if word.forms.contains(where: NameWords.arabicRoles.contains), isSpaced(index), index + 1 < line.words.count {
      // What has an article goes on with what says which.
      let next =
        line.words[index + 1].folded.hasPrefix("ال") && index + 2 < line.words.count && isSpaced(index + 1)
        && line.words[index + 2].folded.hasPrefix("ال")
      return add(index, index + (next ? 2 : 1), isSure: true)
    }
    let isGroup = NameWords.groupRoles.contains(word.folded)
    let isOffice = RolePhrases.highOffices.contains(word.folded)
    guard NameWords.roles.contains(word.folded) || isGroup || isOffice else { return }
    let start = beginning(before: index)
    if let end = represented(after: index) {
      if isOffice {
        // These are spoken about more than they speak.
        let speaks = end + 1 < line.words.count && NameWords.speech.contains(line.words[end + 1].folded)
        return speaks || line.hasColon(after: end) ? add(start, end, isSure: false) : ()
      }
      // `Representative of` may say what something is like.
      let isPlain =
        NameWords.plainRoles.contains(word.folded) || start < index || word.isCapital || line.beginsSentence(index)
      return add(start, end, isSure: isPlain && !isGroup)
    }
    if isGroup { return }
    if RolePhrases.highOffices.contains(word.folded) { return }
    if let owner = owner(before: start) { return add(owner, index, isSure: true) }
    // Typed without a capital at all.
    if !line.words.contains(where: \.isCapital), let end = smallName(after: index) {
      add(start, end, isSure: false)
    }
  }

  private mutating func add(_ first: Int, _ last: Int, isSure: Bool) {
    let range = line.words[first].range.lowerBound..<line.words[last].range.upperBound
    let name = line.words[first...last].map(\.folded).filter { !NameWords.articles.contains($0) }
    places.append(NamePlace(range: range, isSure: isSure, name: name.joined(separator: " ")))
  }

  /// Whether there is nothing but a blank, a hyphen or an apostrophe behind a word.
  private func isSpaced(_ index: Int) -> Bool {
    guard index >= 0, index + 1 < line.words.count else { return false }
    let gap = line.gap(after: index)
    if gap == ". ", ["rep", "amb", "perm"].contains(line.words[index].folded) { return true }
    return gap.utf8.count <= 3 && gap.allSatisfy { " -'’\u{A0}".contains($0) }
  }

  /// The article and the modifiers before a role.
  private func beginning(before index: Int) -> Int {
    var start = index
    while isSpaced(start - 1), NameWords.modifiers.contains(line.words[start - 1].folded), index - start < 4 {
      start -= 1
    }
    if isSpaced(start - 1), NameWords.articles.contains(line.words[start - 1].folded) { start -= 1 }
    if isSpaced(start - 1), isSpaced(start - 2), line.words[start - 1].folded == "of",
      line.words[start - 2].folded == "head"
    {
      start -= 2
      if isSpaced(start - 1), NameWords.articles.contains(line.words[start - 1].folded) { start -= 1 }
    }
    if start > 1, line.words[start - 1].folded == "e", line.words[start - 2].folded == "h" { start -= 2 }
    return start
  }

  /// The last word of a country or an organisation behind `of`; nil where there is none with a capital.
  private func represented(after index: Int) -> Int? {
    var next = index + 1
    let isCyrillic = line.words[index].folded.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
    guard isSpaced(index) else { return nil }
    if NameWords.links.contains(line.words[next].folded), !line.words[next].isCapital || line.words[index].isInCapitals
    {
      next += 1
    } else if !isCyrillic {
      return nil
    }
    while next < line.words.count, isSpaced(next - 1),
      NameWords.articles.contains(line.words[next].folded) || NameWords.links.contains(line.words[next].folded)
    {
      next += 1
    }
    return capitals(from: next)
  }

  /// The last of the words with a capital from here on; small words stand between them.
  private func capitals(from first: Int) -> Int? {
    var last: Int?
    var next = first
    while next < line.words.count, next - first < 10, next == first || isSpaced(next - 1) || isAmpersand(next - 1) {
      guard next > 0, next != first || isSpaced(next - 1) else { break }
      let word = line.words[next]
      // Behind a possessive there is something of theirs.
      if word.folded == "s", let last, last == next - 1,
        "'’".contains(where: { line.gap(after: last).hasPrefix(String($0)) })
      {
        break
      }
      if word.isCapital || word.folded.first?.isNumber == true && last != nil {
        last = next
      } else if !NameWords.joints.contains(word.folded) || last == nil {
        break
      }
      next += 1
    }
    return last
  }

  private func isAmpersand(_ index: Int) -> Bool { line.gap(after: index) == " & " }

  /// The first word of what stands before a role as its owner: `Ruritania's`, `the Ruritanian`.
  private func owner(before start: Int) -> Int? {
    guard start > 0, isSpaced(start - 1),
      let role = line.words[start...].first(where: { NameWords.roles.contains($0.folded) }),
      !RolePhrases.offices.contains(role.folded)
    else { return nil }
    var last = start - 1
    if line.words[last].folded == "s", isSpaced(last - 1) { last -= 1 }
    let word = line.words[last]
    let hasArticle = isSpaced(last - 1) && NameWords.articles.contains(line.words[last - 1].folded)
    let isName =
      word.isCapital && (hasArticle || !book.isCommon(word.folded)) && !NameWords.articles.contains(word.folded)
      && !NameWords.titles.contains(word.folded) && !NameWords.roles.contains(word.folded)
    guard isName || word.isInCapitals else { return nil }
    while last > 0, isSpaced(last - 1), line.words[last - 1].isCapital,
      !NameWords.articles.contains(line.words[last - 1].folded),
      !book.isCommon(line.words[last - 1].folded)
    {
      last -= 1
    }
    if isSpaced(last - 1), NameWords.articles.contains(line.words[last - 1].folded) { last -= 1 }
    return last
  }

  /// Roles that an assembly has too, so that what stands before them is not who they speak for.
  private static let offices: Set<String> = [
    "chair", "chairperson", "chairman", "chairwoman", "chairlady", "cochair", "observer", "counsellor", "deputy",
  ]

  /// Of these only what they say is told under the rule.
  private static let highOffices: Set<String> = [
    "minister", "president", "director", "head", "secretary", "commissioner", "governor", "mayor", "speaker", "leader",
    "ministre", "directeur", "directrice", "presidente", "ministro", "ministra", "directora",
  ]

  /// The last word of `of ruritania`; with an article only a country that is known.
  private func smallName(after index: Int) -> Int? {
    var next = index + 1
    guard isSpaced(index), !RolePhrases.offices.contains(line.words[index].folded),
      NameWords.links.contains(line.words[next].folded)
    else { return nil }
    next += 1
    let isPlain = NameWords.plainRoles.contains(line.words[index].folded)
    let first = next
    while next < line.words.count, isSpaced(next - 1), NameWords.articles.contains(line.words[next].folded) {
      next += 1
    }
    guard next < line.words.count, isSpaced(next - 1) else { return nil }
    if Countries.names.contains(line.words[next].folded) { return next }
    let two = next + 1 < line.words.count ? "\(line.words[next].folded) \(line.words[next + 1].folded)" : ""
    if Countries.names.contains(two) { return next + 1 }
    return isPlain && next == first && !book.isCommon(line.words[next].folded) ? next : nil
  }
}
