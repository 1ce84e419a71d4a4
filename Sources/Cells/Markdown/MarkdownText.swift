import Markup

/// A Markdown text laid out as lines of a given width.
public struct MarkdownText: Hashable, Sendable {
  /// How a text is laid out.
  public struct Options: Hashable, Sendable {
    /// Whether paragraphs, headings, items and rows are numbered, as in a document.
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
  /// What each numbered paragraph is called by, the author's number or ours.
  public var paragraphNumbers: [String]
  /// Columns of the margin in which the numbers stand; 0 where there is none.
  public var paragraphMargin: Int

  public init(
    lines: [TextLine] = [], links: [MarkdownLink] = [], paragraphStarts: [Int] = [], paragraphNumbers: [String] = [],
    paragraphMargin: Int = 0
  ) {
    (self.lines, self.links) = (lines, links)
    (self.paragraphStarts, self.paragraphNumbers) = (paragraphStarts, paragraphNumbers)
    self.paragraphMargin = paragraphMargin
  }

  /// Lays a Markdown text out at a width in columns; a width below 1 counts as 1.
  ///
  /// CommonMark with GitHub's tables, task lists, crossed-out words and bare addresses. Containers are set with
  /// margins as long as these leave half of the width to the text. Raw HTML is shown as the text in it. A text that
  /// is over 4 MiB, or made so that parsing it would take long, is set as it stands, without its Markdown.
  public static func layout(_ markdown: String, width: Int, options: Options = Options()) -> MarkdownText {
    let width = max(1, width)
    guard let tree = MarkdownTree(markdown) else {
      return MarkdownText(lines: wrap([Span(markdown)], width: width))
    }
    var layout = MarkdownLayout(width: width, options: options)
    return layout.lines(of: tree)
  }
}

/// A link of a set text.
public struct MarkdownLink: Hashable, Sendable {
  /// The number shown behind its label, as in `[1]`.
  public var number: Int
  /// The address as the author wrote it; `session:`, `meeting:` and `document:` lead inside the conference.
  public var url: String
  /// The label of its first place in the text.
  public var label: String
  /// The title that Markdown can give to a link; empty where there is none.
  public var title: String

  public init(number: Int, url: String, label: String, title: String = "") {
    (self.number, self.url, self.label, self.title) = (number, url, label, title)
  }
}

/// The links of a text, numbered as they come; the same address has the same number.
struct LinkList {
  private(set) var links: [MarkdownLink] = []
  private var numbers: [String: Int] = [:]
  private let first: Int

  init(first: Int) { self.first = first }

  /// The number of an address; nil for an empty one.
  mutating func number(of url: String, title: String) -> Int? {
    guard !url.isEmpty else { return nil }
    if let number = numbers[url] { return number }
    let number = first.saturatingAdding(links.count)
    numbers[url] = number
    links.append(MarkdownLink(number: number, url: url, label: "", title: title))
    return number
  }

  /// Notes the label of a link unless an earlier place gave it one.
  mutating func name(_ url: String, _ label: String) {
    guard let number = numbers[url] else { return }
    let index = number - first
    guard links.indices.contains(index), links[index].label.isEmpty else { return }
    links[index].label = label
  }
}
