import Cells

/// What large letters are drawn with: the drawings of the house, and a font's where they have none.
public struct Letters: Sendable {
  /// For all that the house has no drawing of: Chinese, Arabic, and other scripts.
  private let font: FontFile?
  /// The sizes that the terminal shows, the largest first; none of them plain.
  let sizes: [LetterSize]

  /// - Parameter hasQuarters: whether the terminal shows quarters of a cell.
  public init(font: FontFile? = nil, hasQuarters: Bool = true) {
    self.font = font
    sizes = LetterSize.allCases.reversed().filter { $0 != .plain && (hasQuarters || !$0.needsQuarters) }
  }

  /// The same for a terminal that shows quarters of a cell, or none.
  public func shown(hasQuarters: Bool) -> Letters { Letters(font: font, hasQuarters: hasQuarters) }

  /// The smallest of the sizes whose letters are four rows high, which is what is read from the end of a hall.
  var afar: LetterSize { sizes.last { $0 >= .narrow } ?? .regular }

  /// The largest of the sizes that is no larger than one.
  func size(upTo most: LetterSize) -> LetterSize { sizes.first { $0 <= most } ?? .plain }

  /// The text in letters of a size; nil where a character has no drawing, or a word is wider than a line.
  func text(_ text: String, size: LetterSize, width: Int) -> LargeText? {
    guard sizes.contains(size) else { return nil }
    if let large = LargeText(text, size: size, width: width) { return large }
    guard let font, !PixelFont.letters.draws(text) else { return nil }
    return LargeText(text, font: font, size: size, width: width)
  }

  /// The same by itself, with nothing blank above it and below it.
  func title(_ text: String, size: LetterSize, width: Int) -> LargeText? {
    self.text(text, size: size, width: width)?.cropped
  }

  /// Whether it can be drawn at all.
  public func draws(_ text: String) -> Bool { PixelFont.letters.draws(text) || font?.columns(of: text) != nil }

  /// The text in the largest letters that take no more than a place of columns and rows; nil where none do.
  ///
  /// - Parameter lines: at the most.
  func largest(
    _ text: String, width: Int, rows: Int, most: LetterSize = .quadruple, lines: Int = .max
  ) -> LargeText? {
    for size in sizes where size <= most {
      if let large = title(text, size: size, width: width), large.height <= rows, large.lines.count <= lines {
        return large
      }
    }
    return nil
  }
}
