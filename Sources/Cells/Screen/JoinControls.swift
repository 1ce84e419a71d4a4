extension Glyph {
  /// Up to four characters between two glyphs that take no column and say how their neighbours join or are ordered:
  /// ZWNJ, ZWJ, LRM, RLM, ALM, and the isolates.
  ///
  /// Packed, four bits each, since every glyph has two of these and nearly none is used.
  public struct Controls: Hashable, Sendable {
    private var packed: UInt16 = 0

    public static let none = Controls()

    public init() {}

    private static let scalars: [UInt32] = [
      0x200C, 0x200D, 0x200E, 0x200F, 0x061C, 0x2066, 0x2067, 0x2068, 0x2069,
    ]

    /// Adds one; a fifth, or what is none of them, is left out.
    mutating func append(_ scalar: UInt32) {
      guard scalar == 0x061C || (0x200C...0x2069).contains(scalar), packed < 0x1000,
        let code = Controls.scalars.firstIndex(of: scalar)
      else { return }
      packed = packed << 4 | UInt16(code + 1)
    }

    func forEach(_ body: (UInt32) -> Void) {
      guard packed != 0 else { return }
      for shift in stride(from: 12, through: 0, by: -4) {
        let code = Int(packed >> UInt16(shift) & 0xF)
        if code > 0 { body(Controls.scalars[code - 1]) }
      }
    }
  }
}
