/// Columns and rows, 0 or more.
public struct Size: Hashable, Sendable {
  public var width: Int
  public var height: Int

  public init(width: Int, height: Int) { (self.width, self.height) = (max(0, width), max(0, height)) }
}

/// A cell's place: column `x` from the left and row `y` from the top, both from 0.
public struct Point: Hashable, Sendable {
  public var x: Int
  public var y: Int

  public init(x: Int, y: Int) { (self.x, self.y) = (x, y) }
}

/// A rectangle of cells.
///
/// Width and height are never negative; an empty one contains nothing and draws nothing.
///
/// Sums that leave the range of Int stop at its ends, so that no rectangle, however far out, can trap.
public struct Rect: Hashable, Sendable {
  public var x: Int
  public var y: Int
  public let width: Int
  public let height: Int

  public static let zero = Rect(x: 0, y: 0, width: 0, height: 0)

  public init(x: Int, y: Int, width: Int, height: Int) {
    (self.x, self.y, self.width, self.height) = (x, y, max(0, width), max(0, height))
  }

  public init(_ size: Size) { self.init(x: 0, y: 0, width: size.width, height: size.height) }

  public var maxX: Int { x.saturatingAdding(width) }
  public var maxY: Int { y.saturatingAdding(height) }
  public var size: Size { Size(width: width, height: height) }
  public var isEmpty: Bool { width == 0 || height == 0 }

  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  /// This rectangle without so many columns at its left and right and rows at its top and bottom.
  public func inset(x dx: Int, y dy: Int) -> Rect {
    Rect(
      x: x.saturatingAdding(dx), y: y.saturatingAdding(dy),
      width: width.saturatingSubtracting(dx).saturatingSubtracting(dx),
      height: height.saturatingSubtracting(dy).saturatingSubtracting(dy))
  }

  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(maxX, other.maxX).saturatingSubtracting(left),
      height: min(maxY, other.maxY).saturatingSubtracting(top))
  }
}

extension Int {
  /// The sum, or the nearest Int where it would overflow.
  func saturatingAdding(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? Int.min : Int.max) : sum
  }

  /// The difference, or the nearest Int where it would overflow.
  func saturatingSubtracting(_ other: Int) -> Int {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? (other < 0 ? Int.max : Int.min) : difference
  }
}
