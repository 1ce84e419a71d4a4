import Agenda

/// Finds pages and notes by the words in them.
final class Searcher {
  /// From so many hits on, their order is that of the pages: ranking reads every one of them, and a letter or two
  /// find nearly everything.
  static let rankedAtMost = 1_000
  /// Words that are not looked for nearly: a text that was pasted has many that nobody says.
  private static let mostUnknown = 4
  /// Up to so many hits are few.
  private static let few = 2

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

  /// Pages whose title has every word come first, then the other pages, then sessions that are over, then notes; within
  /// each the best first.
  ///
  /// Notes have a quarter of the limit for themselves, if there are so many. Where words are said nowhere, those that are
  /// nearly the same are looked for in their place; where they are found seldom, beside them, and behind.
  func answer(_ query: SearchQuery, in reach: SearchReach, limit: Int) throws(CatalogueError) -> SearchAnswer {
    var answer = SearchAnswer()
    answer.marked = query.marked
    if limit <= 0 { return answer }
    if query.isEmpty {
      if reach.isNarrowed { answer.hits = reach.first(limit).compactMap { hit($0, query) } }
      return answer
    }
    answer.hits = try find(query, in: reach, limit: limit)
    if answer.hits.count > Searcher.few { return answer }
    let unknown = answer.hits.isEmpty ? try unsaid(query) : []
    if unknown.count > Searcher.mostUnknown { return answer }
    if !answer.hits.isEmpty || unknown.isEmpty {
      let places = query.parts.indices.filter { _ in query.parts.count <= Searcher.mostUnknown }
      let near = try self.near(query, places, isBeside: true)
      try add(query.with(near, isReplacing: false), near, in: reach, limit: limit, to: &answer)
      return answer
    }
    let near = try self.near(query, unknown, isBeside: false)
    if near.count == unknown.count {
      try add(query.with(near, isReplacing: true), near, in: reach, limit: limit, to: &answer)
      if !answer.hits.isEmpty { return answer }
    }
    for place in unknown {
      let part = query.parts[place]
      let nearest = if let found = near[place] { found } else { try nearest(to: part) }
      answer.unknown.append(.init(typed: part.typed, nearest: Array(nearest.prefix(3))))
    }
    return answer
  }

  // MARK: - Words that are nearly the same

  /// The places of words that nothing says.
  private func unsaid(_ query: SearchQuery) throws(CatalogueError) -> [Int] {
    var unsaid: [Int] = []
    for (place, part) in query.parts.enumerated() {
      let values: [Statement.Value] = [.text(part.expression), .integer(0), .integer(RowID.max), .integer(1)]
      if reader.first(.count, values, { _ in true }) == true { continue }
      if try !notes.has(part.expression) { unsaid.append(place) }
    }
    return unsaid
  }

  /// What is nearly the words at some places of a query; nothing for words that have nothing near.
  private func near(
    _ query: SearchQuery, _ places: [Int], isBeside: Bool
  ) throws(CatalogueError) -> [Int: [String]] {
    var near: [Int: [String]] = [:]
    for place in places {
      let part = query.parts[place]
      guard let word = part.single else { continue }
      var found = NearWords(word, isOpen: part.isOpen && !isBeside, stopsAtItself: isBeside)
      try visit { found.visit($0) }
      // What goes on with the word itself was found with it.
      let best = isBeside ? found.whole.filter { !part.isOpen || !$0.hasPrefix(word) } : found.best
      if !best.isEmpty { near[place] = best }
    }
    return near
  }

  private func nearest(to part: SearchQuery.Part) throws(CatalogueError) -> [String] {
    guard let word = part.single else { return [] }
    var found = NearestWords(word)
    try visit { found.visit($0) }
    return found.words
  }

  /// Gives the words of all pages, then those of notes, until `visit` says false.
  private func visit(_ visit: (UnsafeRawBufferPointer) -> Bool) throws(CatalogueError) {
    reader.each(.vocabulary) { row in row.bytes(0) { Vocabulary.each($0, visit) } }
    let words = try notes.words()
    words.packed.withUnsafeBytes { Vocabulary.each($0, visit) }
  }

  /// Adds what is found by words that are nearly those of a query, behind what there is.
  private func add(
    _ query: SearchQuery, _ near: [Int: [String]], in reach: SearchReach, limit: Int, to answer: inout SearchAnswer
  ) throws(CatalogueError) {
    if near.isEmpty { return }
    let found = try find(query, in: reach, limit: limit)
    let known = Set(answer.hits.map(\.source))
    let added = found.filter { !known.contains($0.source) }
    if added.isEmpty { return }
    answer.hits += added.prefix(limit - answer.hits.count)
    answer.marked = query.marked
    let said = words(markedIn: added)
    for place in near.keys.sorted() {
      let part = query.parts[place]
      let found = part.near.compactMap { said[$0] }
      if found.isEmpty { continue }
      answer.replacements.append(.init(typed: part.typed, found: found, isAdded: !part.isReplaced))
    }
  }

  /// The words that are marked in hits, as they stand there, by how the index has them.
  private func words(markedIn hits: [SearchHit]) -> [String: String] {
    var words: [String: String] = [:]
    for fragment in hits.lazy.flatMap({ $0.title + $0.context }) where fragment.isMatch {
      let folded = tokenizer.folded(fragment.text)
      if words[folded] == nil { words[folded] = fragment.text }
    }
    return words
  }

  // MARK: - Pages and notes

  private func find(_ query: SearchQuery, in reach: SearchReach, limit: Int) throws(CatalogueError) -> [SearchHit] {
    let expression = query.expression
    let noteHits = try notes.find(expression, limit: limit).filter { reach.accepts($0.target, reader) }
    let pageLimit = limit - min(noteHits.count, limit / 4)
    var numbers: [RowID] = []
    var known: Set<RowID> = []
    for part in reach.parts {
      // Titles first, then all else.
      for words in ["title : (\(expression))", expression] where numbers.count < pageLimit {
        for number in pages(words, in: part, limit: pageLimit) where known.insert(number).inserted {
          if numbers.count < pageLimit { numbers.append(number) }
        }
      }
    }
    var hits = numbers.compactMap { hit($0, query) }
    for (target, text) in noteHits.prefix(limit - hits.count) { hits.append(hit(target, text, query)) }
    return hits
  }

  private func pages(_ expression: String, in part: SearchReach.Part, limit: Int) -> [RowID] {
    let bound = Searcher.rankedAtMost
    let (span, accepts) = (part.span, part.accepts)
    func number(_ row: Statement) -> RowID? {
      let number = row.integer(0)
      return span.contains(number) && accepts?(number) != false ? number : nil
    }
    let values: [Statement.Value] = [.text(expression), .integer(span.lowerBound), .integer(span.upperBound)]
    // A few out of very many are not worth the ranking of all.
    var seen = 0
    let first = reader.rows(.count, values + [.integer(-1)], atMost: bound) { row in
      seen += 1
      return number(row)
    }
    if first.count <= 1 || seen >= bound { return Array(first.prefix(limit)) }
    return reader.rows(.find, values, atMost: limit, number)
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
