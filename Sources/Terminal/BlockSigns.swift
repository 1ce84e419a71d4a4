/// Parts of a cell that are shown filled.
public struct BlockSigns: Sendable {
  /// The upper and the lower half, of which codes and large letters can be made.
  public let hasHalves: Bool
  /// Quarters, of which narrow letters can be made; a console's own font has seldom any.
  public let hasQuarters: Bool

  /// - Parameter font: the console's, where it can be read.
  init(isUnicode: Bool, font: ConsoleFont?, isLinuxConsole: Bool) {
    let quarters: [UInt32] = [0x258C, 0x2590] + Array(0x2596...0x259F)
    hasHalves = isUnicode && (font.map { $0.has(0x2580) && $0.has(0x2584) } ?? true)
    hasQuarters = isUnicode && (font.map { font in quarters.allSatisfy { font.has($0) } } ?? !isLinuxConsole)
  }
}
