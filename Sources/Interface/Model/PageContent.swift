public import Cells

/// A page composed for one width: lines to show and links to follow.
public struct PageContent: Equatable, Sendable {
  public struct Link: Equatable, Sendable {
    /// As the page shows it: `[3]`.
    public var number: Int
    public var destination: Destination
    public var label: String
    /// The first line that it stands on.
    public var line: Int
    /// A name in the text, which is not what the page leads to: Enter reads on past it, and it has no number beside it.
    public var isAside = false
  }

  public var lines: [TextLine] = []
  /// By number, from 1.
  public var links: [Link] = []

  /// What the page leads to.
  var mainLinks: [Link] { links.filter { !$0.isAside } }

  public static let empty = PageContent()
}
