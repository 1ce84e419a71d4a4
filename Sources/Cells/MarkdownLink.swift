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
