/// Makes texts from outside safe to show: what a terminal would obey, or would hide, becomes visible.
///
/// C0 and DEL become their pictures (U+2400 block), C1, bidi overrides and isolates (U+202A-202E, U+2066-2069), U+FEFF
/// and interlinear annotations become `‹U+202E›`, a run of tag characters becomes one U+FFFD, and so does each invalid
/// piece of UTF-8. Tabs become spaces, `\r\n`, `\r`, U+2028 and U+2029 become `\n`. Joiners (U+200C, U+200D) stay, since
/// scripts need them. A text cleaned twice is as it was cleaned once.
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
    /// The first byte that was not clean, in the bytes that were given.
    public var offset: Int?

    public init() {}

    public var isClean: Bool { !hasInvalidUTF8 && firstHidden == nil }
  }

  public let lines: Lines

  public init(lines: Lines) { self.lines = lines }

  /// The text to show, and what was found in it; the same string, without a copy, where it is clean.
  public func clean(_ string: String) -> (string: String, finding: Finding) {
    var string = string
    return string.withUTF8 { bytes in isClean(bytes) ? nil : rewritten(bytes) } ?? (string, Finding())
  }

  /// The text to show of bytes that should be UTF-8.
  public func clean(utf8 bytes: UnsafeBufferPointer<UInt8>) -> (string: String, finding: Finding) {
    isClean(bytes) ? (String(decoding: bytes, as: UTF8.self), Finding()) : rewritten(bytes)
  }

  /// Whether nothing at all has to be changed; what lies outside ASCII is looked at closely only where its lead byte is
  /// one of those that hidden characters have.
  private func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if lines == .single, bytes.first == 0x20 || bytes.last == 0x20 { return false }
    let isMultiple = lines == .multiple
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        guard (byte >= 0x20 && byte != 0x7F) || (isMultiple && byte == 0x0A) else { return false }
        index += 1
        continue
      }
      guard let (scalar, length) = TextCleaner.scalar(in: bytes, at: index), treatment(of: scalar) == .keep else {
        return false
      }
      index += length
    }
    return true
  }

  private func rewritten(_ bytes: UnsafeBufferPointer<UInt8>) -> (string: String, finding: Finding) {
    var finding = Finding()
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var index = 0
    var isInTags = false
    while index < bytes.count {
      guard let (scalar, length) = TextCleaner.scalar(in: bytes, at: index) else {
        finding.hasInvalidUTF8 = true
        finding.offset = finding.offset ?? index
        result.append(contentsOf: "\u{FFFD}".utf8)
        index += TextCleaner.invalidLength(in: bytes, at: index)
        isInTags = false
        continue
      }
      let wasInTags = isInTags
      isInTags = false
      let treatment = treatment(of: scalar)
      switch treatment {
      case .keep: result.append(contentsOf: bytes[index..<index + length])
      case .space: result.append(0x20)
      case .lineBreak:
        if scalar == "\r", index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        result.append(lines == .single ? 0x20 : 0x0A)
      case .picture: result.append(contentsOf: TextCleaner.picture(of: scalar).utf8)
      case .number: result.append(contentsOf: "‹U+\(TextCleaner.hex(scalar))›".utf8)
      case .tag:
        isInTags = true
        if !wasInTags { result.append(contentsOf: "\u{FFFD}".utf8) }
      }
      if treatment == .picture || treatment == .number || treatment == .tag {
        if finding.firstHidden == nil { finding.firstHidden = scalar }
        finding.hiddenCount += 1
        finding.offset = finding.offset ?? index
      }
      index += length
    }
    var kept = result[...]
    if lines == .single {
      kept = kept.drop { $0 == 0x20 }
      while kept.last == 0x20 { kept.removeLast() }
    }
    return (String(decoding: kept, as: UTF8.self), finding)
  }

  private enum Treatment { case keep, space, lineBreak, picture, number, tag }

  private func treatment(of scalar: Unicode.Scalar) -> Treatment {
    switch scalar.value {
    case 0x09: .space
    case 0x0A: lines == .multiple ? .keep : .lineBreak
    case 0x0D, 0x2028, 0x2029: .lineBreak
    case 0..<0x20, 0x7F: .picture
    case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: .number
    case 0xE0000...0xE007F: .tag
    default: .keep
    }
  }

  private static func picture(of scalar: Unicode.Scalar) -> String {
    let value = scalar.value == 0x7F ? 0x2421 : 0x2400 + scalar.value
    return Unicode.Scalar(value).map { String($0) } ?? "\u{FFFD}"
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
