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
