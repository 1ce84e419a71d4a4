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

/// The form of language tags (RFC 5646 §2.1), without asking whether the language exists.
package enum LanguageTag {
  /// A first part of 2 or 3 letters, further ones of 1 to 8 letters and digits, 35 characters at most.
  package static func isWellFormed(_ tag: String) -> Bool {
    guard tag.utf8.count <= 35 else { return false }
    for (index, part) in tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).enumerated() {
      guard (index == 0 ? 2...3 : 1...8).contains(part.count) else { return false }
      for byte in part {
        let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        guard isLetter || (isDigit && index > 0) else { return false }
      }
    }
    return true
  }
}

extension Collection where Element: Equatable {
  /// Where a part stands for the first time; nil where it does not.
  ///
  /// An empty part stands at the beginning.
  @inlinable public func place(of part: some Collection<Element>) -> Range<Index>? {
    var start = startIndex
    while true {
      var (index, place) = (start, part.startIndex)
      while place != part.endIndex, index != endIndex, self[index] == part[place] {
        formIndex(after: &index)
        part.formIndex(after: &place)
      }
      if place == part.endIndex { return start..<index }
      // What is left is shorter than the part.
      if index == endIndex { return nil }
      formIndex(after: &start)
    }
  }
}

extension StringProtocol {
  /// Whether a text stands in this one, byte for byte.
  public func has(part: String) -> Bool { utf8.place(of: part.utf8) != nil }
}
