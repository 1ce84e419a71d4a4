/// Makes texts from outside safe to show: what a terminal would obey, or would hide, becomes visible.
public struct TextCleaner: Sendable {
  public enum Lines: Sendable {
    /// Titles, names, places: line breaks become spaces, the ends are trimmed.
    case single
    /// Line breaks stay, as `\n`.
    case multiple
  }

  /// What was made visible.
  public struct Finding: Equatable, Sendable {
    /// Bytes that are no UTF-8 became U+FFFD.
    public var hasInvalidUTF8 = false
    /// The first character that was made visible.
    public var firstHidden: Unicode.Scalar?
    /// How many were made visible.
    public var hiddenCount = 0

    public init() {}

    public var isClean: Bool { !hasInvalidUTF8 && firstHidden == nil }
  }

  public let lines: Lines

  public init(lines: Lines) { self.lines = lines }

  /// The text to show, and what was found in it.
  public func clean(_ string: String) -> (string: String, finding: Finding) {
    (string, Finding())
  }

  /// The text to show of bytes that should be UTF-8.
  public func clean(utf8 bytes: UnsafeBufferPointer<UInt8>) -> (string: String, finding: Finding) {
    (String(decoding: bytes, as: UTF8.self), Finding())
  }
}
