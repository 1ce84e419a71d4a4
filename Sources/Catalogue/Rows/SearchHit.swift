public import Agenda

/// A place that a search found.
public struct SearchHit: Equatable, Sendable {
  public enum Source: Hashable, Sendable {
    case page(Subject)
    /// The user's note on a page.
    case note(Subject)
  }

  /// A piece of the context, marked where it is what was searched for.
  public struct Fragment: Equatable, Sendable {
    public var text: String
    public var isMatch: Bool

    public init(text: String, isMatch: Bool) { (self.text, self.isMatch) = (text, isMatch) }
  }

  public var source: Source
  /// The title of the page, with the matches marked.
  public var title: [Fragment]
  public var detail: PageDetail
  /// Some words around the first match in the text; empty where only the title matches.
  public var context: [Fragment]

  public init(source: Source, title: [Fragment], detail: PageDetail, context: [Fragment]) {
    (self.source, self.title, self.detail, self.context) = (source, title, detail, context)
  }
}
