/// The characters that borders are drawn with.
public enum BoxSet: Hashable, Sendable, CaseIterable {
  /// The light lines of Unicode's box drawing block.
  case unicode
  /// `+`, `-` and `|`, for terminals and locales without lines.
  case ascii

  public var horizontal: UInt32 { scalar([.left, .right]) }
  public var vertical: UInt32 { scalar([.up, .down]) }

  /// The directions in which a line leaves the middle of a cell.
  struct Arms: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let up = Arms(rawValue: 1)
    static let down = Arms(rawValue: 2)
    static let left = Arms(rawValue: 4)
    static let right = Arms(rawValue: 8)
  }

  func scalar(_ arms: Arms) -> UInt32 {
    switch self {
    case .unicode: Self.lines[Int(arms.rawValue & 15)]
    case .ascii: Self.signs[Int(arms.rawValue & 15)]
    }
  }

  // In the order of the arms' bits; a single arm is drawn as a whole line.
  private static let lines = " │││─┘┐┤─└┌├─┴┬┼".unicodeScalars.map(\.value)
  private static let signs = " |||-+++-+++-+++".unicodeScalars.map(\.value)
}
