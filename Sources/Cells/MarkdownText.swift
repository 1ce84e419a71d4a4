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
    /// The word before an image's description, as in `[image: the hall]`.
    public var imageWord: String

    public init(
      numbersParagraphs: Bool = false, firstLinkNumber: Int = 1, asciiOnly: Bool = false, imageWord: String = "image"
    ) {
      self.numbersParagraphs = numbersParagraphs
      self.firstLinkNumber = firstLinkNumber
      self.asciiOnly = asciiOnly
      self.imageWord = imageWord
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
  ///
  /// CommonMark with GitHub's tables, task lists, crossed-out words and bare addresses. Containers are set with
  /// margins as long as these leave half of the width to the text. Raw HTML is shown as the text in it. A text that
  /// is over 4 MiB, or made so that parsing it would take long, is set as it stands, without its Markdown.
  public static func set(_ markdown: String, width: Int, options: Options = Options()) -> MarkdownText {
    let width = max(1, width)
    guard MarkdownEffort.isReasonable(markdown), let tree = MarkdownTree(markdown) else {
      return MarkdownText(lines: wrap([Span(markdown)], width: width))
    }
    var setter = MarkdownSetter(width: width, options: options)
    return setter.set(tree)
  }
}
