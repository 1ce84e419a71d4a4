/// A Markdown text set as lines of a given width.
public struct MarkdownText: Hashable, Sendable {
  /// How a text is set.
  public struct Options: Hashable, Sendable {
    /// Whether the paragraphs at the top level are numbered, as in a document.
    public var numbersParagraphs: Bool
    /// The number of the first link, so that a page of several texts counts its links through.
    public var firstLinkNumber: Int
    /// Whether bullets, bars and rules are drawn in ASCII.
    public var asciiOnly: Bool

    public init(numbersParagraphs: Bool = false, firstLinkNumber: Int = 1, asciiOnly: Bool = false) {
      self.numbersParagraphs = numbersParagraphs
      self.firstLinkNumber = firstLinkNumber
      self.asciiOnly = asciiOnly
    }
  }

  public var lines: [TextLine]
  /// The links in the order of their numbers; the same address stands here once.
  public var links: [MarkdownLink]
  /// The index of the line on which numbered paragraph `i + 1` begins.
  public var paragraphStarts: [Int]

  public init(lines: [TextLine] = [], links: [MarkdownLink] = [], paragraphStarts: [Int] = []) {
    (self.lines, self.links, self.paragraphStarts) = (lines, links, paragraphStarts)
  }

  /// Sets a Markdown text at a width in columns; a width below 1 counts as 1.
  public static func set(_ markdown: String, width: Int, options: Options = Options()) -> MarkdownText {
    MarkdownText(lines: wrap([Span(markdown)], width: width))
  }
}
