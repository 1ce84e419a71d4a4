import Cells

/// A screen full of signs of every width in every style, thrown together; the same for the same seed.
struct Patchwork {
  let seed: UInt64

  private static let texts = [
    "a", "Z", "~", " ", "  ", "      ", "            ", "─", "│", "é", "漢", "字", "👍", "e\u{301}", "…", "█", "·", "–",
    "word", "two words", "שלום",
  ]

  func picture(size: Size) -> CellBuffer {
    var state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    func color() -> Color { next(3) == 0 ? .indexed(UInt8(next(256))) : .terminal }
    var buffer = CellBuffer(size: size)
    for y in 0..<size.height {
      var x = 0
      while x < size.width {
        let style = Style(
          foreground: color(), background: color(),
          attributes: next(2) == 0 ? [] : Style.Attributes(rawValue: UInt8(next(32))))
        let text = Self.texts[next(Self.texts.count)]
        x += max(1, buffer.put(text, at: Point(x: x, y: y), style: next(4) == 0 ? .plain : style, in: buffer.bounds))
      }
    }
    return buffer
  }
}
