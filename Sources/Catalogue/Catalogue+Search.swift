public import Agenda

extension Catalogue {
  /// The pages and notes that have every word typed, the last word being the beginning of one.
  ///
  /// Accents and case do not matter; nothing that is typed is syntax. Hits in titles come first, then the other pages,
  /// then notes. Without a letter or digit nothing is found. Quick enough to be called at every key.
  ///
  /// `months` are the names of the twelve as they are shown, January first: a meeting is found by the month of its date,
  /// of which the catalogue knows the number only.
  public func search(_ query: String, months: [String] = [], limit: Int = 50) -> [SearchHit] {
    asking([]) { searcher throws(CatalogueError) in
      try searcher.search(searcher.query(query, months: months), limit: limit)
    }
  }

  /// Makes these the notes that are searched, in place of the earlier ones; their Markdown is not shown in hits.
  public func setNotes(_ notes: [(target: Subject, text: String)]) {
    asking(()) { searcher throws(CatalogueError) in try searcher.setNotes(notes) }
  }

  /// Where in a text the words of a query are: ranges of its UTF-8, in order, not overlapping.
  ///
  /// The rules are the search's own: what it finds is marked, and nothing else. A word that is cut further (one with
  /// a hyphen) is marked only where its parts follow one another.
  public func matches(of query: String, in text: String) -> [Range<Int>] {
    asking([]) { searcher throws(CatalogueError) in
      Matcher.ranges(of: searcher.query(query), in: text, tokenizer: searcher.tokenizer)
    }
  }

  /// A text with its words as they are searched, without accents and case, and with all between them as it is.
  public func folded(_ text: String) -> String {
    asking(text.lowercased()) { searcher in searcher.tokenizer.folded(text) }
  }

  private func asking<Answer>(
    _ nothing: Answer, _ body: (Searcher) throws(CatalogueError) -> Answer
  ) -> Answer {
    do throws(CatalogueError) {
      if let searcher { return try body(searcher) }
      let made = try Searcher(reader, conference)
      searcher = made
      return try body(made)
    } catch {
      reader.report(error)
      return nothing
    }
  }
}
