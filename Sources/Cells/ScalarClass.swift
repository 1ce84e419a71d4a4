/// What becomes of one scalar on the screen, in a byte so that a table of them stays small.
enum ScalarClass: UInt8, Sendable {
  /// Never shown: joiners, variation selectors, zero-width and bidi controls, tags, soft hyphens.
  case dropped
  /// A combining mark that stands on the glyph before it.
  case mark
  /// Not printable, shown as U+FFFD in one column.
  case unprintable
  /// A blank in one column, whatever its typographic width.
  case space
  /// Half of a flag, shown as the letter that it stands for.
  case regional
  /// A skin tone: part of the emoji before it, which is shown without.
  case skinTone
  case narrow
  /// A narrow character that a skin tone may follow.
  case narrowPicture
  case wide
  /// A wide character that a skin tone may follow.
  case widePicture
}
