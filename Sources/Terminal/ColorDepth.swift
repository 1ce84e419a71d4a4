import Cells

/// How many colours a screen shows.
public enum ColorDepth: Int, Comparable, Sendable {
  case none = 0
  case eight = 8
  case sixteen = 16
  case full256 = 256

  public static func < (a: ColorDepth, b: ColorDepth) -> Bool { a.rawValue < b.rawValue }
}

extension ColorDepth {
  /// The style as this depth can show it: the nearest colours, or none.
  ///
  /// With eight colours a bright foreground becomes a bold plain one, but for grey: as bold black it would be black on
  /// black in many terminals, so it is the colour of ordinary text. Bold black, in turn, would be grey in others.
  func mapped(_ style: Style) -> Style {
    var style = style
    switch self {
    case .full256:
      break
    case .sixteen:
      style.foreground = Self.sixteen(style.foreground)
      style.background = Self.sixteen(style.background, isGround: true)
    case .eight:
      if case .indexed(let index) = Self.sixteen(style.background, isGround: true) {
        style.background = .indexed(index & 7)
      }
      if case .indexed(let index) = Self.sixteen(style.foreground) {
        switch index {
        case 0: style.attributes.remove(.bold)
        case 8...: if index != Self.grey { style.attributes.insert(.bold) }
        default: break
        }
        style.foreground = index == Self.grey ? Self.ordinary(on: style.background) : .indexed(index & 7)
      }
    case .none:
      style.foreground = .terminal
      style.background = .terminal
    }
    return style
  }

  private static let grey: UInt8 = 8

  private static func ordinary(on background: Color) -> Color {
    switch background {
    case .terminal: .terminal
    case .indexed(let index): .indexed(index == 0 || index == 4 ? 7 : 0)
    }
  }

  private static func sixteen(_ color: Color, isGround: Bool = false) -> Color {
    switch color {
    case .terminal: .terminal
    case .indexed(let index): .indexed(nearest(to: index, isGround: isGround))
    }
  }

  /// The one of the 16 colours that lies nearest to one of the 256 in xterm's standard palette.
  ///
  /// The 16 have no dark mixed colours: dark ochre on white, or under white, would become a light yellow. So a ground and
  /// a dark colour keep their strongest parts alone.
  static func nearest(to index: UInt8, isGround: Bool = false) -> UInt8 {
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
    let isDark = high <= 135 || low == 0 && high <= 175
    let least = isGround || isDark ? high * 3 / 4 : (high + low) / 2
    let color = UInt8((red > least ? 1 : 0) + (green > least ? 2 : 0) + (blue > least ? 4 : 0))
    let isDarkYellow = color == 3 && isDark
    return isDarkYellow ? 0 : high >= 215 ? color + 8 : color
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
