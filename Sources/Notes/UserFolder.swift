/// Where what the user writes about one conference lives: `$XDG_DATA_HOME/plenary/<conference>/`.
public struct UserFolder: Equatable, Sendable {
  /// Without a slash at the end. It may not exist yet.
  public let path: String

  /// Nil where neither `XDG_DATA_HOME` nor `HOME` holds an absolute path.
  public init?(conference id: String, environment: [String: String]) { return nil }
}
