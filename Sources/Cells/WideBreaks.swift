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
