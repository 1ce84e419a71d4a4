import Markup

/// Makes texts from outside safe to show: what a terminal would obey, or would hide, becomes visible.
///
/// C0 and DEL become their pictures (U+2400 block), C1, bidi overrides and isolates (U+202A-202E, U+2066-2069), U+FEFF
/// and interlinear annotations become `‹U+202E›`, a run of tag characters becomes one U+FFFD, and so does each invalid
/// piece of UTF-8. Tabs become spaces, `\r\n`, `\r`, U+2028 and U+2029 become `\n`. Joiners, LRM and RLM stay, since
/// scripts need them, and so do the tags of an emoji. A text cleaned twice is as it was cleaned once.
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
      index += length + TextCleaner.emojiTags(behind: scalar, in: bytes, at: index + length)
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
      case .keep:
        let whole = length + TextCleaner.emojiTags(behind: scalar, in: bytes, at: index + length)
        result.append(contentsOf: bytes[index..<index + whole])
        index += whole - length
      case .space: result.append(0x20)
      case .lineBreak:
        if scalar == "\r", index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        result.append(lines == .single ? 0x20 : 0x0A)
      case .hidden(let hidden):
        isInTags = hidden == .tag
        if !(isInTags && wasInTags) { result.append(contentsOf: hidden.shown(scalar).utf8) }
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

  private enum Treatment: Equatable {
    case keep, space, lineBreak
    case hidden(HiddenCharacter)
  }

  private func treatment(of scalar: Unicode.Scalar) -> Treatment {
    switch scalar.value {
    case 0x09: .space
    case 0x0A: lines == .multiple ? .keep : .lineBreak
    case 0x0D, 0x2028, 0x2029: .lineBreak
    default: HiddenCharacter(scalar).map { .hidden($0) } ?? .keep
    }
  }

  /// How many bytes of tags behind a scalar are an emoji's.
  private static func emojiTags(
    behind scalar: Unicode.Scalar, in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Int {
    scalar == "\u{1F3F4}" ? HiddenCharacter.emojiTags(in: bytes, at: index) ?? 0 : 0
  }
}

extension TextCleaner {
  /// The scalar that begins at an index and how many bytes it has; nil where the bytes are no UTF-8 (Unicode 15 §3.9,
  /// table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF).
  package static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, Int)? {
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = sequenceLength(first)
    guard length > 0, index + length <= bytes.count, wellFormed(in: bytes, at: index, length) == length else {
      return nil
    }
    var value = UInt32(first & (0x7F >> UInt8(length)))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return Unicode.Scalar(value).map { ($0, length) }
  }

  /// How many bytes at an index make one U+FFFD: the longest beginning of a sequence, at least one.
  static func invalidLength(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    max(1, wellFormed(in: bytes, at: index, sequenceLength(bytes[index])))
  }

  /// How many bytes a sequence has by its first; 0 where none begins with it.
  private static func sequenceLength(_ first: UInt8) -> Int {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// How many bytes of a sequence of a given length are as they should be.
  private static func wellFormed(in bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ length: Int) -> Int {
    var count = 1
    while count < length, index + count < bytes.count {
      let byte = bytes[index + count]
      let allowed: ClosedRange<UInt8> =
        switch (bytes[index], count) {
        case (0xE0, 1): 0xA0...0xBF
        case (0xED, 1): 0x80...0x9F
        case (0xF0, 1): 0x90...0xBF
        case (0xF4, 1): 0x80...0x8F
        default: 0x80...0xBF
        }
      guard allowed.contains(byte) else { break }
      count += 1
    }
    return count
  }
}
