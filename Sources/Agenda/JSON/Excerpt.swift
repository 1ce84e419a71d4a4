/// The beginning of a text, for showing it inside a sentence.
package enum Excerpt {
  /// Of a text that is not cleaned yet: its beginning, safe to show.
  package static func shown(_ string: String, limit: Int = 80) -> String {
    of(TextCleaner(lines: .single).clean(of(string, limit: 4 * limit)).string, limit: limit)
  }

  /// At most so many scalars, with `…` where something is left out.
  package static func of(_ string: String, limit: Int) -> String {
    let scalars = string.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      end != scalars.endIndex
    else { return string }
    return String(scalars[..<end]) + "…"
  }
}
