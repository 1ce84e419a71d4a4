import Agenda

/// Takes out of a note whoever is named in it: a word stands where a name was, and nothing else is touched.
struct NameRemoval {
  let finder: NameFinder
  /// Stands where a name was.
  let somebody: String
  /// What has been said of places that may name somebody.
  let answers: NameAnswers
  /// Lines that may name somebody stay.
  let keepsDoubtful: Bool

  /// A note without whoever is named in it.
  struct Removed {
    var text = ""
    /// For each line of it the number, from 1, that it had in the text.
    var lineNumbers: [Int] = []
    /// Places of which nobody has said anything.
    var doubts: [NameDoubt] = []
    var linesLeftOut = 0
    /// Lines are in it that may name somebody.
    var keepsDoubtful = false
  }

  /// - Parameter numbers: for each line of the text the number, from 1, under which a doubt is told; by themselves where
  ///   there are none.
  func removed(from text: String, of subject: NoteSubject, lines numbers: [Int] = []) -> Removed {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    for mark in NoteMark.all(in: text) where !mark.person.isEmpty {
      for number in mark.lines where lines.indices.contains(number - 1) {
        lines[number - 1] = NameRemoval.withoutPerson(mark.person, lines[number - 1])
      }
    }
    var removed = Removed()
    var kept: [String] = []
    for (number, line) in lines.enumerated() {
      let told = numbers.indices.contains(number) ? numbers[number] : number + 1
      guard let line = self.line(line, number: told, of: subject, &removed) else { continue }
      kept.append(line)
      removed.lineNumbers.append(number + 1)
    }
    removed.text = kept.joined(separator: "\n")
    return removed
  }

  /// Nil for a line that is left out.
  private func line(
    _ line: String, number: Int, of subject: NoteSubject, _ removed: inout Removed
  ) -> String? {
    var result = ""
    var copied = line.startIndex
    var isLeftOut = false
    for place in finder.places(in: line) {
      if !place.isSure {
        let bytes = line.utf8.distance(from: line.startIndex, to: place.range.lowerBound)
        let count = line.utf8.distance(from: place.range.lowerBound, to: place.range.upperBound)
        let doubt = NameDoubt(
          target: subject.target, title: subject.title, line: number, text: line, range: bytes..<bytes + count,
          name: place.name)
        switch answers[doubt] {
        case .keep: continue
        case .replace: break
        case nil:
          removed.doubts.append(doubt)
          if keepsDoubtful { removed.keepsDoubtful = true } else { isLeftOut = true }
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
}
