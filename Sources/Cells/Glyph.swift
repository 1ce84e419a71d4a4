/// What fills one or two columns: a base character and the marks that stand on it.
public struct Glyph: Hashable, Sendable {
  /// The scalar to show, which is not always the source's: a control is shown as U+FFFD, a tab as a space.
  public var base: UInt32
  public var marks: Cell.Marks
  /// 1 or 2 columns.
  public var width: Int
  /// Bytes of the source's UTF-8 that this glyph stands for, with everything dropped after it (at the start of a
  /// text also before it).
  public var utf8Length: Int

  public init(base: UInt32, marks: Cell.Marks = .none, width: Int, utf8Length: Int) {
    (self.base, self.marks, self.width, self.utf8Length) = (base, marks, width, utf8Length)
  }
}

extension Cell.Marks {
  /// How many marks are held, 0 to 4.
  public var count: Int { a == 0 ? 0 : (b == 0 ? 1 : (c == 0 ? 2 : (d == 0 ? 3 : 4))) }

  /// Adds a mark; a fifth is left out.
  public mutating func append(_ mark: UInt32) {
    switch count {
    case 0: a = mark
    case 1: b = mark
    case 2: c = mark
    case 3: d = mark
    default: break
    }
  }
}

extension String {
  /// Appends a glyph's base and marks.
  mutating func append(_ glyph: Glyph) {
    if glyph.marks == .none {
      if let scalar = Unicode.Scalar(glyph.base) { unicodeScalars.append(scalar) }
      return
    }
    for value in [glyph.base, glyph.marks.a, glyph.marks.b, glyph.marks.c, glyph.marks.d] where value != 0 {
      if let scalar = Unicode.Scalar(value) { unicodeScalars.append(scalar) }
    }
  }
}
