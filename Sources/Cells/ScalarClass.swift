/// What becomes of one scalar on the screen, in a byte so that a table of them stays small.
struct ScalarClass: RawRepresentable, Hashable, Sendable {
  let rawValue: UInt8

  /// Never shown: joiners, variation selectors, zero-width and bidi controls, tags, soft hyphens.
  static let dropped = ScalarClass(rawValue: 1)
  /// A combining mark that stands on the glyph before it.
  static let mark = ScalarClass(rawValue: 2)
  /// Not printable, shown as U+FFFD in one column.
  static let unprintable = ScalarClass(rawValue: 3)
  /// A blank in one column, whatever its typographic width.
  static let space = ScalarClass(rawValue: 4)
  /// Half of a flag, shown as the letter that it stands for.
  static let regional = ScalarClass(rawValue: 5)
  /// A skin tone: part of the emoji before it, which is shown without.
  static let skinTone = ScalarClass(rawValue: 6)
  static let narrow = ScalarClass(rawValue: 7)
  /// A narrow character that a skin tone may follow.
  static let narrowPicture = ScalarClass(rawValue: 8)
  static let wide = ScalarClass(rawValue: 9)
  /// A wide character that a skin tone may follow.
  static let widePicture = ScalarClass(rawValue: 10)

  var isPicture: Bool { self == .narrowPicture || self == .widePicture }
}
