public import Agenda

/// Where a link leads.
public enum Destination: Hashable, Sendable {
  case page(Subject)
  /// An address outside the bundle.
  case address(String)

  /// An address in a text; `session:`, `meeting:` and `document:` lead to pages of the bundle.
  init(url: String) {
    for (scheme, make) in Destination.schemes where url.hasPrefix(scheme) {
      self = .page(make(String(url.dropFirst(scheme.count))))
      return
    }
    self = .address(url)
  }

  private static let schemes: [(String, @Sendable (String) -> Subject)] = [
    ("session:", { .session($0) }), ("meeting:", { .meeting($0) }), ("document:", { .document($0) }),
  ]
}
