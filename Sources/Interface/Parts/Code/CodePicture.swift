import Cells

/// A QR code as cells: dark on light whatever the theme, with the quiet zone that readers need (ISO/IEC 18004 §9.1).
struct CodePicture: Equatable, Sendable {
  /// Light modules around the code.
  static let quiet = 4
  /// Half of them, with which readers still find it, where a whole screen would be too small by two rows.
  static let scarceQuiet = 2

  private let quiet: Int
  private let code: QRCode
  /// Whether every module takes two columns of a row of its own: for large screens, and for those without half blocks.
  private let isLarge: Bool
  /// What light and dark are made of.
  private let ink: Ink

  /// How light and dark come about.
  enum Ink: Equatable, Sendable {
    case colors
    /// Without colours: light is the terminal's foreground where that is light, else its background.
    case mono(isLightTerminal: Bool)
  }

  /// Nil where the text is too long for a code.
  init?(_ text: String, isLarge: Bool, quiet: Int = CodePicture.quiet, ink: Ink) {
    guard let code = QRCode(text) else { return nil }
    (self.code, self.isLarge, self.quiet, self.ink) = (code, isLarge, quiet, ink)
  }

  /// The largest picture of an address that fits; nil where none does, or where the address is too long.
  static func largest(_ address: String, in size: Size, isASCII: Bool, ink: Ink) -> CodePicture? {
    for isLarge in isASCII ? [true] : [true, false] {
      guard let picture = CodePicture(address, isLarge: isLarge, ink: ink) else { return nil }
      if picture.size.width <= size.width, picture.size.height <= size.height { return picture }
    }
    return nil
  }

  /// The smallest picture of a text, with less light around it where there is no room for more; nil where it does not fit,
  /// or where the text is too long.
  static func smallest(_ text: String, in size: Size, isASCII: Bool, ink: Ink) -> CodePicture? {
    for quiet in [CodePicture.quiet, CodePicture.scarceQuiet] {
      guard let picture = CodePicture(text, isLarge: isASCII, quiet: quiet, ink: ink) else { return nil }
      if picture.size.width <= size.width, picture.size.height <= size.height { return picture }
    }
    return nil
  }

  /// Columns and rows that the smallest picture of a text needs; nil where the text is too long.
  static func needed(for text: String, isASCII: Bool) -> Size? {
    CodePicture(text, isLarge: isASCII, quiet: CodePicture.scarceQuiet, ink: .colors)?.size
  }

  private var side: Int { code.size + 2 * quiet }
  /// Columns and rows that it takes.
  var size: Size { isLarge ? Size(width: side * 2, height: side) : Size(width: side, height: (side + 1) / 2) }

  func draw(at point: Point, into buffer: inout CellBuffer) {
    let all = buffer.bounds
    for row in 0..<size.height {
      var x = point.x
      for column in 0..<side {
        let upper = isDark(column, isLarge ? row : row * 2)
        let lower = isLarge ? upper : isDark(column, row * 2 + 1)
        let cell = cell(upper, lower)
        x += buffer.put(cell.text, at: Point(x: x, y: point.y + row), style: cell.style, in: all)
      }
    }
  }

  private func isDark(_ column: Int, _ row: Int) -> Bool {
    code[column - quiet, row - quiet]
  }

  private func cell(_ upper: Bool, _ lower: Bool) -> (text: String, style: Style) {
    if isLarge {
      switch ink {
      case .colors:
        return ("  ", Style(foreground: .indexed(16), background: .indexed(upper ? 16 : 231)))
      case .mono(let isLight):
        return ("  ", Style(attributes: upper == isLight ? .reverse : []))
      }
    }
    var drawn = (upper, lower)
    var style = Style(foreground: .indexed(16), background: .indexed(231))
    if case .mono(let isLight) = ink {
      style = .plain
      if !isLight { drawn = (!upper, !lower) }
    }
    switch drawn {
    case (true, true): return ("█", style)
    case (true, false): return ("▀", style)
    case (false, true): return ("▄", style)
    case (false, false): return (" ", style)
    }
  }
}
