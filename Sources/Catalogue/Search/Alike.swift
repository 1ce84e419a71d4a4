import Agenda

extension Catalogue {
  /// Words that are on more pages than this tell nothing of any.
  private static let commonFrom = 1_500
  /// So many words of a title are looked for.
  private static let wordLimit = 12

  /// Other sessions that have words of a session's title, those of its track first, the likest first of both; without
  /// what is cancelled.
  public func alike(to row: SessionRow, limit: Int) -> [SessionRow] {
    var words: [String] = []
    for word in searcher.tokenizer.words(of: row.title) {
      let text = String(decoding: word, as: UTF8.self)
      if text.utf8.count >= 3, !words.contains(text), words.count < Catalogue.wordLimit { words.append(text) }
    }
    let telling = words.map { "\"\($0)\"" }.filter { word in
      let values: [Statement.Value] = [.text(word), .integer(0), .integer(RowID.max), .integer(Catalogue.commonFrom)]
      let count = reader.rows(.count, values) { $0.integer(0) }.count
      return count > 1 && count < Catalogue.commonFrom
    }
    guard !telling.isEmpty, limit > 0 else { return [] }
    let expression = telling.joined(separator: " OR ")
    let values: [Statement.Value] = [.text(expression), .integer(0), .integer(RowID.max)]
    let numbers = reader.rows(.find, values, atMost: 8 * limit) { $0.integer(0) }
    let rows = numbers.filter { $0 <= RowID(facets.count) && $0 != row.row }.compactMap(sessionReader.row)
      .filter { $0.status != .cancelled }
    let own = rows.filter { $0.trackNumber >= 0 && $0.trackNumber == row.trackNumber }
    let others = rows.filter { $0.trackNumber < 0 || $0.trackNumber != row.trackNumber }
    return Array((own + others).prefix(limit))
  }

  /// Other sessions that somebody of a session takes part in, each with who that is, by start.
  public func sessions(besides page: SessionPage) -> [(row: SessionRow, names: [String])] {
    var found: [(row: SessionRow, names: [String])] = []
    var seen: Set<Person.ID> = []
    for person in page.people + page.items.flatMap(\.people) where seen.insert(person.id).inserted {
      for appearance in self.person(person.id)?.appearances ?? [] where appearance.row.id != page.row.id {
        if let known = found.firstIndex(where: { $0.row.id == appearance.row.id }) {
          if !found[known].names.contains(person.name) { found[known].names.append(person.name) }
        } else {
          found.append((appearance.row, [person.name]))
        }
      }
    }
    return found.sorted { ($0.row.start, $0.row.row) < ($1.row.start, $1.row.row) }
  }
}
