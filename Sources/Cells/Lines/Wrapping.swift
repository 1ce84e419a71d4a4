/// Wraps text into lines of words at a width in columns.
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
  return breaker.lines()
}

/// Wraps plain text into lines of words at a width in columns, by the same rules.
///
/// A line that would pass for one of another direction than the whole text has begins with a mark that says so.
public func wrap(_ text: String, width: Int) -> [String] {
  wrap([Span(text)], width: width).map { $0.direction?.marked($0.plain) ?? $0.plain }
}

/// Shortens a text to a width in columns, with an ellipsis where something is cut off.
///
/// The cut is made after a word if one ends behind the first two fifths, else after a glyph, never within one. Where the
/// ellipsis itself does not fit, nothing but what fits of the text is left. A width below 1 gives an empty text.
public func fitted(_ text: String, width: Int, ellipsis: String = "…") -> String {
  guard width > 0 else { return "" }
  let ellipsisWidth = displayWidth(ellipsis)
  let tail = ellipsisWidth < width ? ellipsis : ""
  let room = tail.isEmpty ? width : width - ellipsisWidth
  if let plain = plainFitted(text, width: width, room: room, tail: tail) { return plain }
  var (all, kept, upToWord) = ("", "", "")
  var (columns, keptColumns, wordColumns) = (0, 0, 0)
  for glyph in Glyphs(text) {
    if glyph.base == 0x20, keptColumns == columns, columns <= room, all.utf8.last != 0x20 {
      (upToWord, wordColumns) = (all, columns)
    }
    columns += glyph.width
    guard columns <= width else {
      let isNear = wordColumns > 0 && wordColumns * 5 >= room * 2
      return (isNear ? upToWord : kept).withoutTrailingSpaces + tail
    }
    all.append(glyph)
    if columns <= room { (kept, keptColumns) = (all, columns) }
  }
  return all
}

/// The same for a text of ASCII alone, where a byte is a column; nil for any other.
private func plainFitted(_ text: String, width: Int, room: Int, tail: String) -> String? {
  var text = text
  return text.withUTF8 { bytes -> String? in
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
    if bytes.count <= width { return String(decoding: bytes, as: UTF8.self) }
    var end = room
    // The last place up to there where a word ends.
    var word = room
    while word > 0, bytes[word] != 0x20 || bytes[word - 1] == 0x20 { word -= 1 }
    if word * 5 >= room * 2, word > 0 { end = word }
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    return String(decoding: bytes[..<end], as: UTF8.self) + tail
  }
}

/// What a scalar does between words.
enum WordSeparator: Hashable, Sendable {
  /// It belongs to a word; so do no-break spaces.
  case none
  case space
  case newLine
  /// Allows a break and is never seen.
  case invisible
  /// Allows a break and is seen as a hyphen if the line is broken there.
  case softHyphen

  @inline(__always)
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x21..<0x7F: self = .none
    case 0x20, 0x09: self = .space
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: self = .newLine
    case 0xAD: self = .softHyphen
    case 0x200B: self = .invisible
    case 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x205F, 0x3000: self = .space
    default: self = .none
    }
  }
}

/// Where a line may be broken without a space.
package enum WideBreaks {
  /// The signs after which a word that no line can hold is best broken.
  static let addressSigns: Set<UInt32> = Set("/-?&._=".unicodeScalars.map(\.value))

  /// Signs that never begin a line: closing brackets, stops, and marks that lengthen or repeat.
  private static let closing: Set<UInt32> = Set(
    ",.;:!?)]}%'\"’”»›…、。，．・：；？！％）］｝〉》」』】〕〗〙〛ー々ゝゞヽヾ～".unicodeScalars.map(\.value))
  /// Signs that never end a line: opening brackets and currency signs.
  private static let opening: Set<UInt32> = Set("([{'\"‘“«‹$£¥€（［｛〈《「『【〔〖〘〚￥￡".unicodeScalars.map(\.value))

  /// Between wide characters, and between a wide and a narrow one, except beside their punctuation.
  @inline(__always)
  package static func allowed(between left: Glyph, and right: Glyph) -> Bool {
    guard left.width == 2 || right.width == 2 else { return false }
    return !closing.contains(right.base) && !opening.contains(left.base)
  }

  /// Whether two characters stand together where a line of the source ended between them: both wide, and neither
  /// Hangul, which has spaces, nor an emoji.
  static func joins(_ left: Unicode.Scalar?, _ right: Unicode.Scalar?) -> Bool {
    guard let left, let right else { return false }
    return [left, right].allSatisfy {
      ScalarTable.shared.scalarClass($0.value) == .wide && !(0xAC00...0xD7A3).contains($0.value)
    }
  }
}
