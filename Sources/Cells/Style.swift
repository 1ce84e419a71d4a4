/// A colour as a terminal knows it.
///
/// Screens with fewer colours show the nearest that they have.
public enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case terminal
  /// One of the 256 of xterm: 0-7 the plain colours, 8-15 the bright ones, 16-231 a cube, 232-255 greys.
  case indexed(UInt8)
}

/// How a cell looks.
public struct Style: Hashable, Sendable {
  public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let italic = Attributes(rawValue: 4)
    public static let underline = Attributes(rawValue: 8)
    public static let reverse = Attributes(rawValue: 16)
  }

  public var foreground: Color
  public var background: Color
  public var attributes: Attributes

  public static let plain = Style()

  public init(foreground: Color = .terminal, background: Color = .terminal, attributes: Attributes = []) {
    (self.foreground, self.background, self.attributes) = (foreground, background, attributes)
  }

  /// This style with another laid over it: colours that the other names win, attributes add up.
  public func overlaid(by other: Style) -> Style {
    Style(
      foreground: other.foreground == .terminal ? foreground : other.foreground,
      background: other.background == .terminal ? background : other.background,
      attributes: attributes.union(other.attributes))
  }
}
