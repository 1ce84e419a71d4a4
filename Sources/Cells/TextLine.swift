/// One line of set text.
public struct TextLine: Hashable, Sendable {
  public var spans: [Span]
  /// The number of the document's paragraph that begins on this line; nil on all others.
  public var paragraph: Int?

  public static let empty = TextLine([])

  public init(_ spans: [Span], paragraph: Int? = nil) { (self.spans, self.paragraph) = (spans, paragraph) }

  public var plain: String { spans.reduce(into: "") { $0 += $1.text } }
  public var width: Int { spans.reduce(0) { $0 + $1.width } }

  /// Draws the line from a point on and gives the columns used.
  ///
  /// `style` looks a span's role up; its own attributes are added here. Clips as `CellBuffer.put` does.
  @discardableResult
  public func draw(
    into buffer: inout CellBuffer, at point: Point, in clip: Rect, style: (Span) -> Style
  ) -> Int {
    var x = point.x
    for span in spans {
      let look = style(span).overlaid(by: Style(attributes: span.attributes))
      x = x.saturatingAdding(buffer.put(span.text, at: Point(x: x, y: point.y), style: look, in: clip))
    }
    return x.saturatingSubtracting(point.x)
  }
}
