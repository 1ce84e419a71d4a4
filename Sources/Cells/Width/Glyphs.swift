/// A text as the glyphs that every terminal shows in the same columns.
///
/// A glyph is one scalar of one or two columns with the combining marks after it, at most four. Joiners, variation
/// selectors, zero-width spaces, bidi controls, tags and soft hyphens take no column; what of them says how letters join
/// or are ordered is kept beside the glyph, the rest is dropped. Emoji that were joined stand side by side, without skin
/// tones; a flag is its two letters; a mark without a base stands on a space; controls (also line breaks) and what is not
/// assigned become U+FFFD, a tab and every one-column blank a space. A decomposed Hangul syllable is composed. Scalars are
/// read one by one, so that the time is linear in any text.
public struct Glyphs: Sequence, Sendable {
  private let scalars: Substring.UnicodeScalarView

  public init(_ text: String) { scalars = text[...].unicodeScalars }
  public init(_ text: Substring) { scalars = text.unicodeScalars }

  public func makeIterator() -> Iterator { Iterator(scalars) }

  public struct Iterator: IteratorProtocol {
    private var scalars: Substring.UnicodeScalarView.Iterator
    private let table = ScalarTable.shared
    /// The scalar after the glyph that was handed out last; nil at the end.
    private var upcoming: Unicode.Scalar?

    init(_ view: Substring.UnicodeScalarView) {
      scalars = view.makeIterator()
      upcoming = scalars.next()
    }

    @inline(__always)
    public mutating func next() -> Glyph? {
      guard let scalar = upcoming else { return nil }
      // Nearly all text: a printable ASCII character before another.
      if scalar.value >= 0x20, scalar.value < 0x7F {
        upcoming = scalars.next()
        let glyph = Glyph(base: scalar.value, width: 1, utf8Length: 1)
        guard let following = upcoming, following.value >= 0x80 else { return glyph }
        return extended(glyph, isPicture: false)
      }
      return slowNext()
    }

    @inline(never)
    private mutating func slowNext() -> Glyph? {
      var skipped = 0
      var controls = Glyph.Controls.none
      while let scalar = upcoming {
        let value = scalar.value
        let length = UTF8.width(scalar)
        let scalarClass = table.scalarClass(value)
        var glyph = Glyph(base: value, width: 1, utf8Length: length + skipped)
        var isPicture = false
        glyph.before = controls
        switch scalarClass {
        case .dropped:
          skipped += length
          controls.append(value)
          upcoming = scalars.next()
          continue
        case .mark:
          // It is taken up as the first mark on a space of its own.
          glyph = Glyph(base: 0x20, width: 1, utf8Length: skipped)
          glyph.before = controls
          return extended(glyph, isPicture: false)
        case .unprintable: glyph.base = 0xFFFD
        case .space: glyph.base = 0x20
        case .regional: glyph.base = value - 0x1F1E6 + 0x41
        // Alone it means a colour; left as it is, a terminal could join it to whatever stands before it.
        case .skinTone: glyph.base = 0x25A0
        case .narrow: break
        case .narrowPicture: isPicture = true
        case .wide: glyph.width = 2
        case .widePicture:
          glyph.width = 2
          isPicture = true
        }
        upcoming = scalars.next()
        return extended(glyph, isPicture: isPicture)
      }
      return nil
    }

    /// The glyph with all that follows it and takes no column of its own.
    @inline(never)
    private mutating func extended(_ start: Glyph, isPicture: Bool) -> Glyph {
      var glyph = start
      var takesTone = isPicture
      while let scalar = upcoming {
        switch table.scalarClass(scalar.value) {
        case .dropped:
          // A tone counts as directly after its emoji also behind a variation selector, never behind a joiner.
          if scalar.value == 0x200D { takesTone = false }
          glyph.after.append(scalar.value)
        case .mark:
          if !Hangul.compose(&glyph, scalar.value) { glyph.marks.append(scalar.value) }
        case .skinTone:
          guard takesTone else { return glyph }
          takesTone = false
        case .unprintable, .space, .regional, .narrow, .narrowPicture, .wide, .widePicture:
          return glyph
        }
        glyph.utf8Length += UTF8.width(scalar)
        upcoming = scalars.next()
      }
      return glyph
    }
  }
}

extension Glyphs {
  /// The text of so many glyphs at the beginning of a text; fewer are left to be taken then.
  public static func prefix(of text: String, count: inout Int) -> String {
    var length = 0
    for glyph in Glyphs(text) {
      guard count > 0 else { break }
      length += glyph.utf8Length
      count -= 1
    }
    return String(decoding: text.utf8.prefix(length), as: UTF8.self)
  }
}

/// The arithmetic of Hangul syllables (The Unicode Standard, section 3.12).
enum Hangul {
  /// Takes a vowel or final consonant into the glyph's syllable; false if the two do not go together.
  static func compose(_ glyph: inout Glyph, _ jamo: UInt32) -> Bool {
    guard glyph.marks == .none else { return false }
    if (0x1100...0x1112).contains(glyph.base), (0x1161...0x1175).contains(jamo) {
      glyph.base = 0xAC00 + ((glyph.base - 0x1100) * 21 + (jamo - 0x1161)) * 28
      return true
    }
    if (0xAC00...0xD7A3).contains(glyph.base), (glyph.base - 0xAC00) % 28 == 0, (0x11A8...0x11C2).contains(jamo) {
      glyph.base += jamo - 0x11A7
      return true
    }
    return false
  }
}

/// The columns that a text takes when it is drawn; line breaks in it count one, as they are drawn as U+FFFD.
public func displayWidth(_ text: String) -> Int {
  (text.utf8.withContiguousStorageIfAvailable(plainWidth) ?? nil) ?? Glyphs(text).reduce(0) { $0 + $1.width }
}

/// The columns that a part of a text takes when it is drawn.
public func displayWidth(_ text: Substring) -> Int {
  (text.utf8.withContiguousStorageIfAvailable(plainWidth) ?? nil) ?? Glyphs(text).reduce(0) { $0 + $1.width }
}

/// That of a text of printable ASCII, where a byte is a column; nil for any other.
private func plainWidth(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? bytes.count : nil
}
