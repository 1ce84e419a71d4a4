public import Cells

/// `"q"` is the key that types q, so that a story reads as what somebody does.
extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  public init(extendedGraphemeClusterLiteral character: Character) { self = .character(character) }
}
