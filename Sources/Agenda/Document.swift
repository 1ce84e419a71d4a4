/// A text to read beside the programme; its paragraphs are numbered.
public struct Document: Equatable, Sendable, Identifiable {
  public let id: String
  public var title: Text
  /// What it is, in a word or two ("concept note").
  public var kind: Text?
  /// Markdown.
  public var text: Text
  public var meetings: [Meeting.ID] = []
  public var links: [WebLink] = []

  public init(id: String, title: Text, text: Text) { (self.id, self.title, self.text) = (id, title, text) }
}
