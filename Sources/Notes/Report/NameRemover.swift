import Agenda

/// Takes out of a note who said what.
///
/// Names that its marks give go whole. Elsewhere the names of the session's people, of those whom the marks name and of
/// everybody in the agenda become a word that says so: of the first two also each part by itself, of the others the last
/// one. Better a word too many than a name too many.
struct NameRemover {
  private let marks: [NoteMark]
  /// Stands where a name was.
  private let somebody: String
  /// Names as words, by their first, the longest first.
  private var names: [String: [[String]]] = [:]

  init(of subject: NoteSubject, marks: [NoteMark], others: [String], somebody: String) {
    (self.marks, self.somebody) = (marks, somebody)
    for name in others {
      add(name)
      // People call each other by the last of their names.
      if let last = NameRemover.words(of: name).last, last.count > 2, last.first?.isLowercase == false { add(last) }
    }
    for name in subject.people.map(\.name) + marks.map(\.person) {
      add(name)
      let words = NameRemover.words(of: name)
      guard words.count > 1 else { continue }
      for word in words where word.count > 2 && word.first?.isLowercase == false { add(word) }
    }
    for first in names.keys { names[first]?.sort { $0.count > $1.count } }
  }

  private mutating func add(_ name: String) {
    let words = NameRemover.words(of: name)
    guard let first = words.first, words.count > 1 || !ReportWords.groups.contains(first.lowercased()) else { return }
    names[first, default: []].append(words)
    let capitals = words.map { $0.uppercased() }
    if capitals != words { names[capitals[0], default: []].append(capitals) }
  }

  func stripped(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for mark in marks where !mark.person.isEmpty {
      for number in mark.lines where lines.indices.contains(number - 1) {
        lines[number - 1] = NameRemover.withoutPerson(mark.person, lines[number - 1])
      }
    }
    return lines.map(replaced).joined(separator: "\n")
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

  private func replaced(_ line: String) -> String {
    guard !names.isEmpty else { return line }
    let words = NameRemover.ranges(of: line)
    var result = ""
    var copied = line.startIndex
    var index = 0
    while index < words.count {
      guard let count = match(line, words, at: index) else {
        index += 1
        continue
      }
      let gap = line[copied..<words[index].lowerBound]
      // One name after another is one person.
      if !result.hasSuffix(somebody) || !["-", " "].contains(gap) { result += gap + somebody }
      copied = words[index + count - 1].upperBound
      index += count
    }
    return result + line[copied...]
  }

  /// How many words of a name stand here.
  private func match(_ line: String, _ words: [Range<String.Index>], at index: Int) -> Int? {
    names[String(line[words[index]])]?.first { name in
      index + name.count <= words.count
        && name.indices.allSatisfy { offset in
          let gap =
            offset == 0 ? 0 : line[words[index + offset - 1].upperBound..<words[index + offset].lowerBound].count
          return gap <= 2 && line[words[index + offset]] == name[offset]
        }
    }?.count
  }

  private static func words(of name: String) -> [String] { ranges(of: name).map { String(name[$0]) } }

  private static func ranges(of text: String) -> [Range<String.Index>] {
    var ranges: [Range<String.Index>] = []
    var start: String.Index?
    for index in text.indices {
      let isPart = text[index].isLetter || text[index].isNumber
      if isPart, start == nil { start = index }
      if !isPart, let begun = start {
        ranges.append(begun..<index)
        start = nil
      }
    }
    if let start { ranges.append(start..<text.endIndex) }
    return ranges
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var end = self[...]
    while let last = end.last, last == " " || last == "\t" || last == "\r" { end.removeLast() }
    return String(end)
  }
}
