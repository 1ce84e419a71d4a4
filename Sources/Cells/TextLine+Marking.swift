extension TextLine {
  /// This line with parts of it in the role `.match`, links and attributes kept.
  ///
  /// Ranges are UTF-8 offsets into `plain`, in any order; they are widened to whole glyphs, and what lies outside the
  /// line is left out.
  public func marking(_ ranges: [Range<Int>]) -> TextLine {
    let sorted = ranges.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
    guard !sorted.isEmpty else { return self }
    var marked = TextLine([], paragraph: paragraph)
    var rest = sorted[...]
    var offset = 0
    for span in spans {
      for glyph in Glyphs(span.text) {
        let end = offset + glyph.utf8Length
        while let first = rest.first, first.upperBound <= offset { rest.removeFirst() }
        let isMatch = rest.first.map { $0.lowerBound < end } ?? false
        marked.append(glyph, like: span, role: isMatch ? .match : span.role)
        offset = end
      }
    }
    return marked
  }

  private mutating func append(_ glyph: Glyph, like span: Span, role: TextRole) {
    let empty = Span("", role: role, attributes: span.attributes, link: span.link)
    if spans.last?.looksLike(empty) != true { spans.append(empty) }
    spans[spans.count - 1].text.append(glyph)
  }
}
