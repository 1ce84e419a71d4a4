public import Cells

/// A code as lines of text, for a terminal without a screen of ours.
public enum CodeText {
  /// Columns and rows that the smallest one takes; nil where the text is too long for a code.
  public static func size(of text: String, isASCII: Bool = false) -> Size? {
    CodePicture.needed(for: text, isASCII: isASCII)
  }

  /// The smallest one, line by line; nil where the text is too long for a code.
  ///
  /// - Parameter isColored: with the sequences that make it dark on light (ECMA-48 §8.3.117); otherwise light is the
  ///   foreground of a dark terminal.
  public static func lines(of text: String, isASCII: Bool = false, isColored: Bool) -> [String]? {
    guard let size = CodePicture.needed(for: text, isASCII: isASCII),
      let picture = CodePicture.smallest(
        text, in: size, isASCII: isASCII, ink: isColored ? .colors : .mono(isLightTerminal: false))
    else { return nil }
    var buffer = CellBuffer(size: picture.size)
    picture.draw(at: Point(x: 0, y: 0), into: &buffer)
    return (0..<size.height).map { row in
      if !isASCII { return isColored ? "\u{1B}[38;5;16;48;5;231m\(buffer.row(row))\u{1B}[m" : buffer.row(row) }
      // Without half blocks a module is two blanks, which differ by nothing but their background.
      var line = ""
      for cell in buffer.cells(inRow: row) {
        let isLight =
          isColored ? cell.style.background == .indexed(231) : cell.style.attributes.contains(.reverse)
        line += isColored ? "\u{1B}[48;5;\(isLight ? 231 : 16)m " : isLight ? "#" : " "
      }
      return isColored ? line + "\u{1B}[m" : line
    }
  }
}
