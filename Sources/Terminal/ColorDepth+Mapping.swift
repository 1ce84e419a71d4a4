import Cells

extension ColorDepth {
  /// The style as this depth can show it: the nearest colours, or none.
  ///
  /// With eight colours a bright foreground becomes a bold plain one. Bold black would then be grey, so black is never
  /// bold; and as blue is then a dark one, black on blue becomes white.
  func mapped(_ style: Style) -> Style {
    var style = style
    switch self {
    case .full256:
      break
    case .sixteen:
      style.foreground = Self.sixteen(style.foreground)
      style.background = Self.sixteen(style.background)
    case .eight:
      if case .indexed(let index) = Self.sixteen(style.foreground) {
        if index >= 8 { style.attributes.insert(.bold) } else if index == 0 { style.attributes.remove(.bold) }
        style.foreground = .indexed(index & 7)
      }
      if case .indexed(let index) = Self.sixteen(style.background) { style.background = .indexed(index & 7) }
      if style.foreground == .indexed(0), style.background == .indexed(4) {
        style.foreground = .indexed(7)
        style.attributes.insert(.bold)
      }
    case .none:
      style.foreground = .terminal
      style.background = .terminal
    }
    return style
  }

  private static func sixteen(_ color: Color) -> Color {
    switch color {
    case .terminal: .terminal
    case .indexed(let index): .indexed(nearest(to: index))
    }
  }

  /// The one of the 16 colours that lies nearest to one of the 256 in xterm's standard palette.
  static func nearest(to index: UInt8) -> UInt8 {
    if index < 16 { return index }
    let (red, green, blue) = components(of: index)
    // Greys are told from colours first: by distance alone a dark blue would become black.
    let high = max(red, green, blue)
    let low = min(red, green, blue)
    if high - low < 40 {
      switch high {
      case ..<64: return 0
      case ..<160: return 8
      case ..<224: return 7
      default: return 15
      }
    }
    let middle = (high + low) / 2
    let color = UInt8((red > middle ? 1 : 0) + (green > middle ? 2 : 0) + (blue > middle ? 4 : 0))
    return high >= 215 ? color + 8 : color
  }

  /// Red, green and blue of one of xterm's colours 16-255.
  private static func components(of index: UInt8) -> (Int, Int, Int) {
    if index >= 232 {
      let grey = 8 + (Int(index) - 232) * 10
      return (grey, grey, grey)
    }
    let cube = Int(index) - 16
    func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + step * 40 }
    return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
  }
}
