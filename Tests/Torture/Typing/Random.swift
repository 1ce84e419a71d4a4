import Dice

/// Random numbers that a seed repeats.
struct Random: RandomNumberGenerator {
  private var dice: Dice

  /// Those of one case of a run: another seed or another case gives others.
  init(seed: UInt64, case number: Int) {
    dice = Dice(seed: seed &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(bitPattern: Int64(number)) &* 0xD1B5_4A32_D192_ED03)
    for _ in 0..<2 { _ = next() }
  }

  mutating func next() -> UInt64 { dice.next() }

  /// True so often in a hundred.
  mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
