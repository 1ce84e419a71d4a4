import Agenda

/// Finds pages and notes by the words in them.
final class Searcher {
  /// From so many hits on, their order is that of the pages: ranking reads every one of them, and a letter or two
  /// find nearly everything.
  static let rankedAtMost = 1_000

  private let reader: Reader
  private let conference: ConferenceCard
  let tokenizer: SearchTokenizer
  private let notes: NoteIndex

  init(_ reader: Reader, _ conference: ConferenceCard) throws(CatalogueError) {
    (self.reader, self.conference) = (reader, conference)
    let database = reader.database
    tokenizer = try SearchTokenizer.register(in: database)
    notes = NoteIndex(database)
  }

  func query(_ typed: String, months: [String] = []) -> SearchQuery {
    SearchQuery(typed, tokenizer: tokenizer, months: MonthWords(months, tokenizer: tokenizer))
  }

  func setNotes(_ texts: [(target: Subject, text: String)]) throws(CatalogueError) { try notes.replace(with: texts) }

  /// Pages whose title has every word come first, then the other pages, then notes; within each the best first.
  ///
  /// Notes have a quarter of the limit for themselves, if there are so many.
  func search(_ query: SearchQuery, limit: Int) throws(CatalogueError) -> [SearchHit] {
    if query.isEmpty || limit <= 0 { return [] }
    let noteHits = try notes.find(query.expression, limit: limit)
    let pageLimit = limit - min(noteHits.count, limit / 4)
    var numbers = pages("title : (\(query.expression))", limit: pageLimit)
    if numbers.count < pageLimit {
      let inTitles = Set(numbers)
      let others = pages(query.expression, limit: pageLimit).filter { !inTitles.contains($0) }
      numbers += others.prefix(pageLimit - numbers.count)
    }
    var hits = numbers.compactMap { hit($0, query) }
    for (target, text) in noteHits.prefix(limit - hits.count) { hits.append(hit(target, text, query)) }
    return hits
  }

  private func pages(_ expression: String, limit: Int) -> [RowID] {
    let bound = Searcher.rankedAtMost
    let first = reader.rows(.count, [.text(expression), .integer(bound)]) { $0.integer(0) }
    if first.count >= bound { return Array(first.prefix(limit)) }
    return reader.rows(.find, [.text(expression), .integer(limit)]) { $0.integer(0) }
  }

  private func hit(_ number: RowID, _ query: SearchQuery) -> SearchHit? {
    reader.first(.page, [.integer(number)]) { row in
      let type = reader.decode(row.integer(0), else: Subject.Kind.session)
      let title = row.text(3)
      // The text tells most; where the words are elsewhere, that is shown.
      let context = [Int32(6), 4, 5].lazy.compactMap {
        Excerpt.fragments(of: query, in: row.text($0), tokenizer: self.tokenizer)
      }.first
      return SearchHit(
        source: .page(Subject(type, id: row.text(1))), title: marked(title, query),
        detail: conference.detail(type, row.text(2), row.integer(7)), context: context ?? [])
    }
  }

  private func hit(_ target: Subject, _ text: String, _ query: SearchQuery) -> SearchHit {
    let page = reader.number(of: target).flatMap { number in
      reader.first(.page, [.integer(number)]) {
        (title: $0.text(3), detail: conference.detail(target.kind, $0.text(2), $0.integer(7)))
      }
    }
    return SearchHit(
      source: .note(target), title: marked(page?.title ?? target.id, query), detail: page?.detail ?? .text(""),
      context: Excerpt.fragments(of: query, in: text, tokenizer: tokenizer) ?? [])
  }

  private func marked(_ text: String, _ query: SearchQuery) -> [SearchHit.Fragment] {
    var text = text
    let ranges = Matcher.ranges(of: query, in: text, tokenizer: tokenizer)
    return text.withUTF8 { bytes in
      var fragments: [SearchHit.Fragment] = []
      var start = 0
      func add(_ range: Range<Int>, isMatch: Bool) {
        if range.isEmpty { return }
        fragments.append(.init(text: String(decoding: bytes[range], as: UTF8.self), isMatch: isMatch))
      }
      for range in ranges {
        add(start..<range.lowerBound, isMatch: false)
        add(range, isMatch: true)
        start = range.upperBound
      }
      add(start..<bytes.count, isMatch: false)
      return fragments
    }
  }
}
