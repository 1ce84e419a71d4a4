/// One line of set text.
public struct TextLine: Hashable, Sendable {
  public var spans: [Span]
  /// The number of the document's paragraph that begins on this line; nil on all others.
  public var paragraph: Int?
  /// That of the paragraph that it is a line of; nil takes that of its first strong character.
  public var direction: TextDirection?
  /// Columns at the left that are no part of the text, such as a number: they stay where they are.
  public var fixedColumns = 0

  public static let empty = TextLine([])

  public init(_ spans: [Span], paragraph: Int? = nil, direction: TextDirection? = nil) {
    (self.spans, self.paragraph, self.direction) = (spans, paragraph, direction)
  }

  public var plain: String { spans.reduce(into: "") { $0 += $1.text } }
  public var width: Int { spans.reduce(0) { $0 + $1.width } }

  /// Draws the line from a point on and gives the columns used.
  ///
  /// `style` looks a span's role up; its own attributes are added here. Clips as `CellBuffer.put` does.
  @discardableResult
  public func draw(
    into buffer: inout CellBuffer, at point: Point, in clip: Rect, style: (Span) -> Style
  ) -> Int {
    if holdsRightToLeft {
      let (fixed, text) = parts { style($0).overlaid(by: Style(attributes: $0.attributes)) }
      let x = point.x.saturatingAdding(buffer.put(fixed, .leftToRight, at: point, in: clip))
      let used = buffer.put(text, direction, at: Point(x: x, y: point.y), in: clip)
      return x.saturatingAdding(used).saturatingSubtracting(point.x)
    }
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
    var marked = TextLine([], paragraph: paragraph, direction: direction)
    marked.fixedColumns = fixedColumns
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

// Lines that hold what is written from the right.
extension TextLine {
  var holdsRightToLeft: Bool { spans.contains { $0.text.holdsRightToLeft } }

  /// The glyphs of what is fixed and of the text, each with what `value` gives for its span.
  private func parts<Value>(_ value: (Span) -> Value) -> (fixed: [(Glyph, Value)], text: [(Glyph, Value)]) {
    var (fixed, text): ([(Glyph, Value)], [(Glyph, Value)]) = ([], [])
    var columns = 0
    for span in spans {
      let value = value(span)
      for glyph in Glyphs(span.text) {
        if columns < fixedColumns { fixed.append((glyph, value)) } else { text.append((glyph, value)) }
        columns += glyph.width
      }
    }
    return (fixed, text)
  }

  /// The span that is seen at a column of the line; nil behind its end.
  public func span(at column: Int) -> Span? {
    guard holdsRightToLeft else {
      var end = 0
      return spans.first { span in
        end += span.width
        return column < end
      }
    }
    let (fixed, text): ([(Glyph, Span)], [(Glyph, Span)]) = parts { $0 }
    var x = 0
    for (glyph, span) in fixed {
      x += glyph.width
      if column < x { return span }
    }
    let places = VisualLine(text.map(\.0), direction: direction).places
    return places.first { column < x + $0.x + $0.glyph.width }.map { text[$0.source].1 }
  }

  /// The line as a part of one that goes from the left, within which it keeps its own order.
  var isolated: TextLine {
    guard let direction, !spans.isEmpty else { return self }
    var line = self
    line.spans[0].text = (direction == .rightToLeft ? "\u{2067}" : "\u{2066}") + line.spans[0].text
    line.spans[spans.count - 1].text += "\u{2069}"
    return line
  }

  /// The line in a place of so many columns: what is written from the right begins at its right edge.
  public func aligned(in width: Int) -> TextLine {
    guard direction == .rightToLeft else { return self }
    let blank = width - self.width
    guard blank > 0 else { return self }
    var line = self
    line.spans = []
    let (fixed, text): ([(Glyph, Span)], [(Glyph, Span)]) = parts { $0 }
    for (glyph, span) in fixed { line.append(glyph, like: span, role: span.role) }
    line.spans.append(Span(String(repeating: " ", count: blank)))
    let start = line.spans.count
    for (index, (glyph, span)) in text.enumerated() {
      // Not into the blank, whose look is its own.
      if index == 0 { line.spans.append(Span("", role: span.role, attributes: span.attributes, link: span.link)) }
      line.append(glyph, like: span, role: span.role)
    }
    if line.spans.count > start, line.spans[start].text.isEmpty { line.spans.remove(at: start) }
    line.fixedColumns += blank
    return line
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
