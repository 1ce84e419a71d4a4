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
