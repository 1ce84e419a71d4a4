/// Borders that share edges: where lines meet, the character that joins them is drawn.
public struct BoxLines: Hashable, Sendable {
  /// A line of cells, both ends included, in its own direction.
  private struct Line: Hashable, Sendable {
    var isHorizontal: Bool
    var across: Int
    var from: Int
    var to: Int
  }

  public let set: BoxSet
  private var lines: [Line] = []

  public init(set: BoxSet) { self.set = set }

  /// Adds the border of a rectangle, on its outermost cells.
  ///
  /// One that is a single column or row is a line, an empty one nothing.
  public mutating func add(rect: Rect) {
    guard !rect.isEmpty else { return }
    let (right, bottom) = (rect.maxX - 1, rect.maxY - 1)
    if rect.width > 1 || rect.height == 1 {
      addHorizontal(y: rect.y, from: rect.x, to: right)
      if bottom > rect.y { addHorizontal(y: bottom, from: rect.x, to: right) }
    }
    if rect.height > 1 {
      addVertical(x: rect.x, from: rect.y, to: bottom)
      if right > rect.x { addVertical(x: right, from: rect.y, to: bottom) }
    }
  }

  /// Adds a line along a row, both ends included, in either order.
  ///
  /// It joins the lines that its ends stand on.
  public mutating func addHorizontal(y: Int, from: Int, to: Int) {
    lines.append(Line(isHorizontal: true, across: y, from: min(from, to), to: max(from, to)))
  }

  /// Adds a line along a column, both ends included, in either order.
  ///
  /// It joins the lines that its ends stand on.
  public mutating func addVertical(x: Int, from: Int, to: Int) {
    lines.append(Line(isHorizontal: false, across: x, from: min(from, to), to: max(from, to)))
  }

  /// Draws all lines, clipped at the buffer's edges.
  public func draw(into buffer: inout CellBuffer, style: Style) {
    let arms = arms(in: buffer.size)
    for y in 0..<buffer.size.height {
      for x in 0..<buffer.size.width {
        draw(arms[y * buffer.size.width + x], x, y, into: &buffer, style)
      }
    }
  }

  /// Draws only the cells on a rectangle's border, with the joints that all lines give them.
  public func draw(edgeOf rect: Rect, into buffer: inout CellBuffer, style: Style) {
    let area = rect.intersection(buffer.bounds)
    guard !area.isEmpty else { return }
    let arms = arms(in: buffer.size)
    for y in area.y..<area.maxY {
      let isWholeRow = y == rect.y || y == rect.maxY - 1
      for x in area.x..<area.maxX where isWholeRow || x == rect.x || x == rect.maxX - 1 {
        draw(arms[y * buffer.size.width + x], x, y, into: &buffer, style)
      }
    }
  }

  private func draw(_ arms: BoxSet.Arms, _ x: Int, _ y: Int, into buffer: inout CellBuffer, _ style: Style) {
    guard !arms.isEmpty else { return }
    buffer[x, y] = Cell(base: set.scalar(arms), style: style)
  }

  /// The arms of every cell, row by row.
  private func arms(in size: Size) -> [BoxSet.Arms] {
    var arms = [BoxSet.Arms](repeating: [], count: size.width * size.height)
    for line in lines {
      let (across, along) = line.isHorizontal ? (size.height, size.width) : (size.width, size.height)
      let (first, last) = (max(line.from, 0), min(line.to, along - 1))
      guard line.across >= 0, line.across < across, first <= last else { continue }
      let (back, forth): (BoxSet.Arms, BoxSet.Arms) = line.isHorizontal ? (.left, .right) : (.up, .down)
      for place in first...last {
        var here: BoxSet.Arms = []
        if place > line.from || line.from == line.to { here.insert(back) }
        if place < line.to || line.from == line.to { here.insert(forth) }
        arms[line.isHorizontal ? line.across * size.width + place : place * size.width + line.across].formUnion(here)
      }
    }
    return arms
  }
}

/// The characters that borders are drawn with.
public enum BoxSet: Hashable, Sendable, CaseIterable {
  /// The light lines of Unicode's box drawing block.
  case unicode
  /// `+`, `-` and `|`, for terminals and locales without lines.
  case ascii

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
