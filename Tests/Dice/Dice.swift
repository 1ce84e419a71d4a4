/// Random numbers that a seed repeats, so that a failure can be seen again (SplitMix64, Steele, Lea and Flood 2014).
///
/// All tests and the programs that measure and torture take theirs from here.
public struct Dice: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to below a limit, which is at least 1.
  public mutating func roll(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }
}
