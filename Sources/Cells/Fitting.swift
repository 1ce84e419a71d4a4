/// Shortens a text to a width in columns, with an ellipsis where something is cut off.
///
/// The cut is made after a word if one ends behind the first two fifths, else after a glyph, never within one. Where the
/// ellipsis itself does not fit, nothing but what fits of the text is left. A width below 1 gives an empty text.
public func fitted(_ text: String, width: Int, ellipsis: String = "…") -> String {
  guard width > 0 else { return "" }
  let ellipsisWidth = displayWidth(ellipsis)
  let tail = ellipsisWidth < width ? ellipsis : ""
  let room = tail.isEmpty ? width : width - ellipsisWidth
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
