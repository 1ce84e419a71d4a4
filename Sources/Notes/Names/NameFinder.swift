import Agenda

/// Finds in a line of a note who is named, by name or by what they speak for.
///
/// What is surely a name needs no question. What may be one is left to whoever is asked.
struct NameFinder {
  private let names: NameIndex
  private var addresses = AddressNames()

  /// - Parameter people: of the session, who may not be in the agenda any more.
  init(_ book: NameBook, people: [String]) {
    var book = book
    for person in people { book.add(person: person) }
    names = NameIndex(book)
    for name in book.names where !NameIndex.isUnparted(name) { addresses.add(name) }
  }

  /// Everybody who is named in a line, in its order; no two places touch the same letter.
  func places(in text: String) -> [NamePlace] {
    guard text.utf8.contains(where: { $0 >= 0x41 }) else { return [] }
    let line = NameLine(text)
    var found = addresses.places(in: text, names.book)
    found += RolePhrases(line, names.book).places
    found += NameRuns(line, names).places
    found += unpartedNames(in: text)
    found += DoubtfulNames(line, names).places
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

  /// Names of scripts that part no words, wherever they stand in what is written without a blank.
  private func unpartedNames(in text: String) -> [NamePlace] {
    guard !names.unparted.isEmpty, text.unicodeScalars.contains(where: { !$0.isASCII }) else { return [] }
    var places: [NamePlace] = []
    for (name, isSure) in names.unparted {
      for range in text.places(of: name) {
        // One letter is a name only before a colon.
        if name.count == 1, !":：".contains(text[range.upperBound...].first ?? " ") { continue }
        places.append(NamePlace(range: range, isSure: isSure, name: name))
      }
    }
    return places
  }
}

extension String {
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
