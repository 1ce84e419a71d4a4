/// A text in one or several languages, as the bundle gives it: a string, or a map from language tags (BCP 47) to strings.
public struct Text: Hashable, Sendable {
  public struct Variant: Hashable, Sendable {
    /// A language tag; empty where the bundle names no language.
    public var language: String
    public var string: String

    public init(language: String, string: String) { (self.language, self.string) = (language, string) }
  }

  /// In the order of the file.
  public var variants: [Variant]

  public init(variants: [Variant]) { self.variants = variants }

  /// What stands for a title that is missing.
  package static let untitled = Text("(untitled)")

  public init(_ string: String) { variants = [Variant(language: "", string: string)] }

  /// The variant for a reader of these languages, best first; without a match, the first variant.
  ///
  /// `fr` matches `fr` and `fr-CA`, and `fr-CA` falls back to `fr` (RFC 4647 §3.4, lookup). Case does not matter.
  public func string(for languages: [String]) -> String {
    for wanted in languages {
      let tag = wanted.lowercased()
      if let exact = variants.first(where: { $0.language.lowercased() == tag }) { return exact.string }
      let primary = tag.prefix { $0 != "-" && $0 != "_" }
      if let near = variants.first(where: { $0.language.lowercased().prefix { $0 != "-" } == primary }) {
        return near.string
      }
    }
    return variants.first?.string ?? ""
  }
}
