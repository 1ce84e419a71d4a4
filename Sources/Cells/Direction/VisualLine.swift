import CFriBidi

/// A line as it is seen, from left to right: glyphs in the order of Unicode's bidirectional algorithm (UAX #9), Arabic
/// letters in the forms in which they join, brackets turned to the side that they open to (L4).
///
/// Here alone the order of writing becomes that of the screen; everywhere else a text is as it was written. Every glyph
/// keeps its columns: a ligature would take some away.
public struct VisualLine: Sendable {
  public struct Place: Sendable {
    /// As it is shown.
    public var glyph: Glyph
    /// Which glyph of the line as it was written.
    public var source: Int
    /// Columns left of it.
    public var x: Int
  }

  public private(set) var places: [Place] = []
  public let direction: TextDirection

  /// Whether a letter is one of a script that is written from the right.
  public static func isRightToLeft(_ scalar: UInt32) -> Bool { plenary_is_right_to_left(scalar) != 0 }

  /// - Parameter direction: that of the paragraph; nil takes that of the first strong character.
  public init(_ glyphs: [Glyph], direction: TextDirection? = nil) {
    var scalars: [UInt32] = []
    // The glyph of each scalar; -1 for a control between glyphs.
    var sources: [Int] = []
    scalars.reserveCapacity(glyphs.count)
    sources.reserveCapacity(glyphs.count)
    for (index, glyph) in glyphs.enumerated() {
      glyph.before.forEach {
        scalars.append($0)
        sources.append(-1)
      }
      scalars.append(glyph.base)
      sources.append(index)
      glyph.after.forEach {
        scalars.append($0)
        sources.append(-1)
      }
    }
    let order = VisualLine.order(&scalars, direction)
    self.direction = order.direction
    places.reserveCapacity(glyphs.count)
    var x = 0
    for index in order.map {
      let source = sources[Int(index)]
      guard source >= 0 else { continue }
      var glyph = glyphs[source]
      glyph.base = scalars[Int(index)]
      places.append(Place(glyph: glyph, source: source, x: x))
      x += glyph.width
    }
  }

  /// Shapes the scalars, and gives which of them stands at each place; their own order where memory is missing.
  private static func order(
    _ scalars: inout [UInt32], _ direction: TextDirection?
  ) -> (map: [FriBidiStrIndex], direction: TextDirection) {
    let count = FriBidiStrIndex(scalars.count)
    var map = (0..<count).map { $0 }
    var types = [FriBidiCharType](repeating: FriBidiCharType(rawValue: 0), count: scalars.count)
    var brackets = [FriBidiBracketType](repeating: 0, count: scalars.count)
    var levels = [FriBidiLevel](repeating: 0, count: scalars.count)
    var joining = [FriBidiArabicProp](repeating: 0, count: scalars.count)
    var base =
      switch direction {
      case nil: plenary_paragraph_auto()
      case .leftToRight: plenary_paragraph_left()
      case .rightToLeft: plenary_paragraph_right()
      }
    fribidi_get_bidi_types(scalars, count, &types)
    fribidi_get_bracket_types(scalars, count, types, &brackets)
    guard count > 0, fribidi_get_par_embedding_levels_ex(types, brackets, count, &base, &levels) != 0 else {
      return (map, direction ?? .leftToRight)
    }
    fribidi_get_joining_types(scalars, count, &joining)
    fribidi_join_arabic(types, count, levels, &joining)
    fribidi_shape(plenary_shaping(), levels, count, &joining, &scalars)
    let isOrdered = fribidi_reorder_line(0, types, count, 0, base, &levels, nil, &map) != 0
    if !isOrdered { map = (0..<count).map { $0 } }
    return (map, base == plenary_paragraph_right() ? .rightToLeft : .leftToRight)
  }
}
