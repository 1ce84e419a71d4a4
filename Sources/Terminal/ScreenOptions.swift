/// What the user asked of the screen.
public struct ScreenOptions: Sendable {
  /// The colours to use at most; nil takes what terminfo and NO_COLOR (https://no-color.org) say.
  ///
  /// A depth that the terminal does not have is lowered to the one that it has.
  public var colors: ColorDepth?
  /// Shows ASCII only, whatever the locale.
  public var ascii: Bool
  /// Whether the mouse is captured from the start.
  public var mouse: Bool

  public init(colors: ColorDepth? = nil, ascii: Bool = false, mouse: Bool = true) {
    (self.colors, self.ascii, self.mouse) = (colors, ascii, mouse)
  }
}
