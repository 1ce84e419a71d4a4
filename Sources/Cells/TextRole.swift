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
