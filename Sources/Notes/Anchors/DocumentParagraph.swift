import Markup

/// A paragraph of a document as it is found again in another version: what it is called by, and what it says.
public struct DocumentParagraph: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// From level 1, the highest.
    case heading(level: Int)
    case paragraph, item, row, code

    /// Nil for all that is no heading.
    var level: Int? {
      guard case .heading(let level) = self else { return nil }
      return level
    }
  }

  /// What it is called by, unique in its document: `12` as in `[¶ 12]`, or `12+1` for what comes behind the author's 12
  /// and has no number itself.
  public var number: String
  public var kind: Kind
  /// Its words on one line, without Markdown and without a number of the author's that stands in the margin.
  public var text: String

  public init(number: String, kind: Kind, text: String) { (self.number, self.kind, self.text) = (number, kind, text) }

  /// The paragraphs of a document in Markdown, as its page numbers them; none where it is too long or hostile to be read.
  public static func all(in markdown: String) -> [DocumentParagraph] {
    guard let tree = MarkdownTree(markdown) else { return [] }
    return MarkdownParagraphs(tree).all.map { DocumentParagraph(number: $0.number, kind: Kind($0.kind), text: $0.text) }
  }
}

extension DocumentParagraph.Kind {
  fileprivate init(_ kind: MarkdownParagraph.Kind) {
    switch kind {
    case .heading(let level): self = .heading(level: level)
    case .paragraph: self = .paragraph
    case .item: self = .item
    case .row: self = .row
    case .code: self = .code
    }
  }
}
