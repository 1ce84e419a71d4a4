import Cells

/// What large letters are drawn with: the drawings of the house, and a font's where they have none.
public struct Letters: Sendable {
  /// For all that the house has no drawing of: Chinese, Arabic, and other scripts.
  private let font: FontFile?

  public init(font: FontFile? = nil) { self.font = font }

  /// The text in letters of a size; nil where a character has no drawing, or a word is wider than a line.
  func text(_ text: String, scale: Int, width: Int) -> LargeText? {
    if let large = LargeText(text, scale: scale, width: width) { return large }
    guard let font, !PixelFont.letters.draws(text) else { return nil }
    return LargeText(text, font: font, scale: scale, width: width)
  }

  /// Whether it can be drawn at all.
  public func draws(_ text: String) -> Bool { PixelFont.letters.draws(text) || font?.columns(of: text) != nil }

  /// The text in the largest letters that take no more than a place of columns and rows; nil where none do.
  func largest(_ text: String, width: Int, rows: Int, most: Int = Letters.largestScale) -> LargeText? {
    for scale in stride(from: most, to: 0, by: -1) {
      if let large = self.text(text, scale: scale, width: width), large.height <= rows { return large }
    }
    return nil
  }

  /// Dots of the screen that a dot of the letters is wide and high, at the most.
  static let largestScale = 4
}
