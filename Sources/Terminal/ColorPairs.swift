import CNcurses
import Cells

/// Styles as ncurses wants them: attributes and a colour pair, allocated when a style first needs it.
@MainActor
struct ColorPairs {
  private struct Colors: Equatable {
    var foreground: Int16
    var background: Int16
  }

  private let depth: ColorDepth
  private let limit: Int
  /// A list, since a screen has a dozen or two.
  private var pairs: [(colors: Colors, pair: Int32)] = []

  /// For a screen of that depth with room for `limit` pairs, the first of which is the terminal's own colours.
  init(depth: ColorDepth, limit: Int) { (self.depth, self.limit) = (depth, limit) }

  /// Once every pair is taken, a style loses its background first and then its foreground, but keeps its attributes:
  /// giving out a pair twice would recolour what is already on the screen.
  mutating func look(of style: Style) -> (attributes: attr_t, pair: Int32) {
    let mapped = depth.mapped(style)
    return (Self.attributes(mapped.attributes), pair(for: mapped))
  }

  private mutating func pair(for style: Style) -> Int32 {
    let wanted = Colors(foreground: Self.number(style.foreground), background: Self.number(style.background))
    if wanted.foreground < 0 && wanted.background < 0 { return 0 }
    if let pair = known(wanted) { return pair }
    if pairs.count + 1 < limit {
      let pair = alloc_pair(Int32(wanted.foreground), Int32(wanted.background))
      if pair > 0 {
        pairs.append((wanted, pair))
        return pair
      }
    }
    return known(Colors(foreground: wanted.foreground, background: -1)) ?? 0
  }

  private func known(_ colors: Colors) -> Int32? {
    // A loop: in a closure each step would ask whether it is on the main actor.
    for entry in pairs where entry.colors == colors { return entry.pair }
    return nil
  }

  private static func number(_ color: Color) -> Int16 {
    switch color {
    case .terminal: -1
    case .indexed(let index): Int16(index)
    }
  }

  private static func attributes(_ attributes: Style.Attributes) -> attr_t {
    var result: attr_t = 0
    if attributes.contains(.bold) { result |= plenary_bold() }
    if attributes.contains(.dim) { result |= plenary_dim() }
    if attributes.contains(.italic) { result |= plenary_italic() }
    if attributes.contains(.underline) { result |= plenary_underline() }
    if attributes.contains(.reverse) { result |= plenary_reverse() }
    return result
  }
}
