package import JSON

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

extension JSONValue {
  /// The beginning of a string or number, safe to show; empty for anything else.
  package var excerpt: String {
    withBytes { bytes in
      let limit = 80
      let beginning = UnsafeBufferPointer(rebasing: bytes.prefix(limit * 4))
      return Excerpt.of(TextCleaner(lines: .single).clean(utf8: beginning).string, limit: limit)
    }
  }

  /// Its path, safe to show.
  package var shownPath: String { TextCleaner(lines: .single).clean(path).string }

  /// What stands here, for a problem.
  package var found: JSONFound {
    switch kind {
    case .null, .omitted: .null
    case .false: .boolean(false)
    case .true: .boolean(true)
    case .number: .number(excerpt)
    case .string: .text(excerpt)
    case .array: .list
    case .object: .object
    }
  }
}

extension JSONFound {
  /// The same, safe to show.
  package var shown: JSONFound {
    switch self {
    case .piece(let piece): .piece(Excerpt.shown(piece, limit: 40))
    case .text(let text): .text(Excerpt.shown(text, limit: 40))
    case .number(let digits): .number(Excerpt.shown(digits, limit: 40))
    case .nothing, .endOfFile, .null, .boolean, .list, .object, .comment, .controlCharacter, .unfinishedText,
      .badEscape:
      self
    }
  }
}
