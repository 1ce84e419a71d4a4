/// Sets text as lines of words at a width in columns.
///
/// Lines break at spaces (a run of them counts as one), at line breaks in the text, at zero-width spaces, at soft
/// hyphens if it helps, and between wide characters; no-break spaces do not break and are shown as spaces. A word that
/// no line can hold is broken, after one of `/ - ? & . _ =` if there is one. A width below 1 counts as 1, where a wide
/// character stands out over the edge. A text without a word gives one line.
/// - Parameters:
///   - firstIndent: what the first line begins with, a bullet or number; left out where it would fill the width.
///   - hangingIndent: the columns left blank at the beginning of all other lines, half of the width at most.
public func wrap(_ spans: [Span], width: Int, firstIndent: [Span] = [], hangingIndent: Int = 0) -> [TextLine] {
  var breaker = LineBreaker(spans: spans, width: width, firstIndent: firstIndent, hangingIndent: hangingIndent)
  return breaker.set()
}

/// Sets plain text as lines of words at a width in columns, by the same rules.
public func wrap(_ text: String, width: Int) -> [String] {
  wrap([Span(text)], width: width).map(\.plain)
}
