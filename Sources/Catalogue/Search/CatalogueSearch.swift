public import Agenda

extension Catalogue {
  /// The pages and notes that have every word typed, the last word being the beginning of one.
  ///
  /// Accents and case do not matter; nothing that is typed is syntax. Hits in titles come first, then the other pages,
  /// then sessions that are over, then notes. A word that nothing says is taken for one that is a letter away. Without a
  /// letter or digit nothing is found but, where the scope narrows, the sessions of it. Quick enough to be called at
  /// every key.
  public func answer(_ question: SearchQuestion) -> SearchAnswer {
    answer(SearchAnswer()) { () throws(CatalogueError) in
      try searcher.answer(
        searcher.query(question.words, months: question.months), in: reach(of: question.scope, at: question.now),
        limit: question.limit)
    }
  }

  /// Makes these the notes that are searched, in place of the earlier ones; their Markdown is not shown in hits.
  public func setNotes(_ notes: [(target: Subject, text: String)]) {
    answer(()) { () throws(CatalogueError) in try searcher.setNotes(notes) }
  }

  /// Where in a text the words of a query are: ranges of its UTF-8, in order, not overlapping.
  ///
  /// The rules are the search's own: what it finds is marked, and nothing else. A word that is cut further (one with
  /// a hyphen) is marked only where its parts follow one another.
  public func matches(of query: String, in text: String) -> [Range<Int>] {
    Matcher.ranges(of: searcher.query(query), in: text, tokenizer: searcher.tokenizer)
  }

  /// A text with its words as they are searched, without accents and case, and with all between them as it is.
  public func folded(_ text: String) -> String { searcher.tokenizer.folded(text) }

  private func answer<Answer>(
    _ nothing: Answer, _ question: () throws(CatalogueError) -> Answer
  ) -> Answer {
    do throws(CatalogueError) {
      return try question()
    } catch {
      reader.report(error)
      return nothing
    }
  }

  /// The sessions of a scope, those that are over at a moment last; with them all else where the scope is empty.
  func reach(of scope: SearchScope, at now: Instant?) -> SearchReach {
    var reach = SearchReach()
    if scope.isEmpty, now == nil { return reach }
    let ends = facets.ends
    let count = RowID(ends.count)
    let allowed = scope.isEmpty ? nil : scope.allowed(in: self)
    reach.isNarrowed = allowed != nil
    let last = allowed == nil ? RowID.max : count
    func isAllowed(_ number: RowID) -> Bool { allowed.map { number <= count && $0[Int(number) - 1] } ?? true }
    if count == 0 {
      if allowed != nil { reach.parts = [] }
      return reach
    }
    guard let now, let coming = ends.firstIndex(where: { $0 > now.seconds }),
      let over = ends.lastIndex(where: { $0 <= now.seconds })
    else {
      // Before and after a conference all its sessions are alike.
      if allowed != nil { reach.parts = [.init(span: 1...last, accepts: isAllowed)] }
      return reach
    }
    func isOver(_ number: RowID) -> Bool { number <= count && ends[Int(number) - 1] <= now.seconds }
    reach.parts = [
      .init(span: RowID(coming) + 1...last) { !isOver($0) && isAllowed($0) },
      .init(span: 1...RowID(over) + 1) { isOver($0) && isAllowed($0) },
    ]
    return reach
  }

  /// The names that have every one of some words, each the beginning of one of theirs; where some have them whole, only
  /// these.
  ///
  /// A word of several parts (`K.1`) is found where these follow one another.
  /// - Parameter names: folded, as `folded` does it.
  public func names(with words: [String], in names: PackedTexts) -> FoundNames {
    let tokenizer = searcher.tokenizer
    let phrases = words.map { tokenizer.words(of: $0) }.filter { !$0.isEmpty }
    var found = FoundNames()
    guard !phrases.isEmpty else { return found }
    var whole: [Int] = []
    for place in names.matches(phrases.flatMap { $0 }) {
      let parts = tokenizer.words(of: names.text(place))
      guard phrases.allSatisfy({ NamePhrase.isIn(parts, $0, isOpen: true) }) else { continue }
      found.places.append(place)
      if phrases.allSatisfy({ NamePhrase.isIn(parts, $0, isOpen: false) }) { whole.append(place) }
    }
    if !whole.isEmpty { found.places = whole }
    if found.places.isEmpty { found.nearest = FoundNames.nearest(to: phrases.flatMap { $0 }, in: names) }
    return found
  }
}

extension SearchScope {
  /// Whether each session is one of it, in their order.
  fileprivate func allowed(in catalogue: Catalogue) -> [Bool] {
    let (facets, names) = (catalogue.facets, catalogue.names)
    var allowed = [Bool](repeating: true, count: facets.count)
    func keep(_ isKept: (Int) -> Bool) {
      for index in allowed.indices where allowed[index] { allowed[index] = isKept(index) }
    }
    if let days {
      let all = catalogue.days
      let spans = all.indices.filter { days.contains(all[$0].date) }.map(catalogue.span(ofDay:))
      keep { index in spans.contains { $0.contains(RowID(index) + 1) } }
    }
    if let ids = rooms {
      let numbers = Set(names.rooms.indices.filter { ids.contains(names.rooms[$0].id) }.map { Int32($0) })
      keep { numbers.contains(facets.rooms[$0]) }
    }
    if let ids = tracks {
      let numbers = Set(names.tracks.indices.filter { ids.contains(names.tracks[$0].id) }.map { Int32($0) })
      keep { numbers.contains(facets.tracks[$0]) }
    }
    if let ids = people {
      let numbers = Set(ids.flatMap { id in catalogue.reader.rows(.sessionsOfPerson, [.text(id)]) { $0.integer(0) } })
      keep { numbers.contains(RowID($0) + 1) }
    }
    return allowed
  }
}

extension FoundNames {
  /// The names of which a word is most like one of these.
  fileprivate static func nearest(to words: [[UInt8]], in names: PackedTexts) -> [Int] {
    var nearest: [Int] = []
    for word in words.prefix(4) {
      var found = NearestWords(String(decoding: word, as: UTF8.self))
      names.eachWord { _, bytes in _ = found.visit(bytes) }
      let best = Set(found.words.map { Array($0.utf8) })
      if best.isEmpty { continue }
      names.eachWord { place, bytes in
        if nearest.count < 3, !nearest.contains(place), best.contains(Array(bytes)) { nearest.append(place) }
      }
    }
    return nearest
  }
}
