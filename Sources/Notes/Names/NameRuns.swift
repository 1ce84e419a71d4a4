import Agenda

/// The known names of a line, word by word: runs of words of one name, with its initials and the titles before it.
struct NameRuns {
  private let line: NameLine
  private let names: NameIndex

  init(_ line: NameLine, _ names: NameIndex) { (self.line, self.names) = (line, names) }

  var places: [NamePlace] {
    var places: [NamePlace] = []
    var start = 0
    while start < line.words.count {
      guard let run = run(from: start) else {
        start += 1
        continue
      }
      if let isSure = isSure(run) { places.append(place(run, isSure)) }
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

  private func run(from first: Int) -> Run? {
    var met = Set(names.entries(line.words[first]).map(\.name))
    let isInitial = line.words[first].folded.count == 1 && line.words[first].isCapital
    if met.isEmpty, !isInitial { return nil }
    var run = Run(start: first, end: first, content: [], hasInitials: isInitial, isFamily: false)
    if isInitial { met = [] }
    var next = first
    while next < line.words.count, next == first || line.isJoined(after: next - 1) {
      let word = line.words[next]
      let here = names.entries(word)
      if word.folded.count == 1, word.isCapital, here.isEmpty {
        // An initial: some name must go on behind it, or have begun before it.
        run.hasInitials = true
        next += 1
        continue
      }
      // `Grant will meet`: among capitals a small word is a word.
      let isSmallWord = !word.isCapital && names.book.isCommon(word.folded) && here.contains { $0.part != .particle }
      if isSmallWord, run.content.contains(where: { line.words[$0].isCapital }) { break }
      if word.isCapital, let last = run.content.last, !line.words[last].isCapital,
        names.book.isCommon(line.words[last].folded)
      {
        break
      }
      let common = met.isEmpty && run.content.isEmpty ? Set(here.map(\.name)) : met.intersection(here.map(\.name))
      guard !common.isEmpty else { break }
      met = common
      let parts = here.filter { met.contains($0.name) }.map(\.part)
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
  private func isSure(_ run: Run) -> Bool? {
    let words = run.content.map { line.words[$0] }
    let isPlain = words.allSatisfy { names.book.isCommon($0.folded) && !$0.isCapital }
    let hasColon = line.hasColon(after: run.end - 1)
    let title = titles(before: run.start)
    let speaks = run.end < line.words.count && NameWords.speech.contains(line.words[run.end].folded)
    if words.count > 1, isPlain, !hasColon, title == run.start {
      // `will grant` may be somebody who was typed in small letters.
      return speaks || line.beginsSentence(run.start) ? false : nil
    }
    if words.count > 1 { return true }
    let word = words[0]
    let isCommon = names.book.isCommon(word.folded)
    if title < run.start {
      // `M.`, `sr`, `president` and the like are other words too.
      let isPlainTitle = NameWords.plainTitles.contains(line.words[run.start - 1].folded)
      if word.isCapital || isPlainTitle || !word.folded.utf8.allSatisfy({ $0 < 0x80 }) { return true }
    }
    if run.hasInitials, word.isCapital { return true }
    if hasColon {
      let speaks = word.isCapital || !isCommon || line.beginsSentence(run.start)
      return run.isFamily && speaks && !isMonthOrWord(run)
    }
    if isCommon {
      if !word.isCapital { return speaks ? false : nil }
      return isMonthOrWord(run) ? nil : false
    }
    let isShort = word.folded.count < 3 && Script.hasCase(word.folded)
    if isShort, !word.isCapital, !speaks { return nil }
    if Script.isArabic(word.folded) { return run.isFamily && word.folded.count > 4 }
    return run.isFamily && !isShort
  }

  /// Whether a word that is a name too is certainly the word here: a month, an auxiliary that begins a question, an
  /// article that begins a sentence.
  private func isMonthOrWord(_ run: Run) -> Bool {
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
  private func titles(before start: Int) -> Int {
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

  private func place(_ run: Run, _ isSure: Bool) -> NamePlace {
    var start = run.start
    // Particles before a family name that a name has go with it.
    while start > 0, line.isJoined(after: start - 1), line.gap(after: start - 1).utf8.count == 1,
      NameWords.particles.contains(line.words[start - 1].folded), line.words[start - 1].folded.count > 1,
      names[line.words[start - 1].folded].contains(where: { $0.part == .particle })
    {
      start -= 1
    }
    if start > 0, line.gap(after: start - 1) == ".", case let letter = line.words[start - 1].folded, letter.count == 1,
      letter.first?.isLetter ?? false
    {
      start -= 1
    }
    if start > 0, line.isJoined(after: start - 1), line.words[start - 1].isInCapitals,
      names.givenInitials.contains(line.words[start - 1].folded)
    {
      start -= 1
    }
    let first = titles(before: start)
    let lower = line.words[first].range.lowerBound
    let upper = line.words[run.end - 1].range.upperBound
    return NamePlace(
      range: lower..<upper, isSure: isSure,
      name: run.content.map { line.words[$0].folded }.joined(separator: " "))
  }
}
