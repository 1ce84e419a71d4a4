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

extension TextLine {
  /// This line with parts of it in the role `.match`, links and attributes kept.
  ///
  /// Ranges are UTF-8 offsets into `plain`, in any order; they are widened to whole glyphs, and what lies outside the
  /// line is left out.
  public func marking(_ ranges: [Range<Int>]) -> TextLine {
    let sorted = ranges.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
    guard !sorted.isEmpty else { return self }
    var marked = TextLine([], paragraph: paragraph)
    var rest = sorted[...]
    var offset = 0
    for span in spans {
      for glyph in Glyphs(span.text) {
        let end = offset + glyph.utf8Length
        while let first = rest.first, first.upperBound <= offset { rest.removeFirst() }
        let isMatch = rest.first.map { $0.lowerBound < end } ?? false
        marked.append(glyph, like: span, role: isMatch ? .match : span.role)
        offset = end
      }
    }
    return marked
  }

  private mutating func append(_ glyph: Glyph, like span: Span, role: TextRole) {
    let empty = Span("", role: role, attributes: span.attributes, link: span.link)
    if spans.last?.looksLike(empty) != true { spans.append(empty) }
    spans[spans.count - 1].text.append(glyph)
  }
}

/// A piece of set text that looks the same throughout.
public struct Span: Hashable, Sendable {
  public var text: String
  public var role: TextRole
  /// Attributes on top of the role's style: an emphasised word inside a link is a link, and italic.
  public var attributes: Style.Attributes
  /// The number of the link that it belongs to, as shown in `[n]`; nil outside links.
  public var link: Int?

  public init(_ text: String, role: TextRole = .body, attributes: Style.Attributes = [], link: Int? = nil) {
    (self.text, self.role, self.attributes, self.link) = (text, role, attributes, link)
  }

  public var width: Int { displayWidth(text) }

  /// Whether two pieces differ in nothing but their text.
  func looksLike(_ other: Span) -> Bool {
    role == other.role && attributes == other.attributes && link == other.link
  }
}

/// What a piece of set text is; the interface's theme says how each looks.
public enum TextRole: Hashable, Sendable, CaseIterable {
  case body
  case heading1
  case heading2
  /// Headings below the second level.
  case heading3
  case emphasis
  case strong
  /// Crossed out by its author; the text carries its own sign, as few terminals can strike.
  case deleted
  case code
  case link
  /// The number behind a link, as in `[1]`.
  case linkNumber
  case image
  case quote
  /// The bar at the left of a quotation.
  case quoteBar
  /// Numbers of paragraphs and of lists, and bullets.
  case number
  case rule
  case tableHeader
  case dim
  /// A part that was searched for.
  case match
}
