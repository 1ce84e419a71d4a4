/// One place of the screen: what stands in it and how it looks.
public struct Cell: Hashable, Sendable {
  /// Up to four marks that combine with a base character; 0 where there is none.
  ///
  /// More than four are left out, as ncurses holds no more in a cell.
  public struct Marks: Hashable, Sendable {
    public var a: UInt32 = 0
    public var b: UInt32 = 0
    public var c: UInt32 = 0
    public var d: UInt32 = 0

    public static let none = Marks()

    public init() {}
  }

  /// The base character's scalar value; 0 in the second half of a wide character.
  public var base: UInt32
  public var marks: Marks
  /// 1 or 2 columns; 0 in the second half of a wide character.
  public var width: UInt8
  public var style: Style

  public static let blank = Cell(base: 0x20)

  public init(base: UInt32, marks: Marks = .none, width: UInt8 = 1, style: Style = .plain) {
    (self.base, self.marks, self.width, self.style) = (base, marks, width, style)
  }
}

/// What fills one or two columns: a base character and the marks that stand on it.
public struct Glyph: Hashable, Sendable {
  /// The scalar to show, which is not always the source's: a control is shown as U+FFFD, a tab as a space.
  public var base: UInt32
  public var marks: Cell.Marks
  /// What stands before it; only the first glyph of a text has such.
  public var before = Controls.none
  /// What stands between it and the next.
  public var after = Controls.none
  /// 1 or 2 columns.
  public var width: Int
  /// Bytes of the source's UTF-8 that this glyph stands for, with everything dropped after it (at the start of a
  /// text also before it).
  public var utf8Length: Int

  public init(base: UInt32, marks: Cell.Marks = .none, width: Int, utf8Length: Int) {
    (self.base, self.marks, self.width, self.utf8Length) = (base, marks, width, utf8Length)
  }

  static let space = Glyph(base: 0x20, width: 1, utf8Length: 1)

  /// Whether it is a sign of ASCII and nothing else.
  var isPlain: Bool { base < 0x80 && marks == .none && before == .none && after == .none }
}

extension Cell.Marks {
  /// How many marks are held, 0 to 4.
  public var count: Int { a == 0 ? 0 : (b == 0 ? 1 : (c == 0 ? 2 : (d == 0 ? 3 : 4))) }

  /// The marks that are held, in their order.
  public var all: ArraySlice<UInt32> { [a, b, c, d].prefix(count) }

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
  /// Appends a glyph's base and marks, and what says how it joins its neighbours.
  mutating func append(_ glyph: Glyph) {
    if glyph.marks == .none, glyph.before == .none, glyph.after == .none {
      if let scalar = Unicode.Scalar(glyph.base) { unicodeScalars.append(scalar) }
      return
    }
    func add(_ value: UInt32) {
      if value != 0, let scalar = Unicode.Scalar(value) { unicodeScalars.append(scalar) }
    }
    glyph.before.forEach(add)
    for value in [glyph.base, glyph.marks.a, glyph.marks.b, glyph.marks.c, glyph.marks.d] { add(value) }
    glyph.after.forEach(add)
  }
}

/// A colour as a terminal knows it.
///
/// Screens with fewer colours show the nearest that they have.
public enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case terminal
  /// One of the 256 of xterm: 0-7 the plain colours, 8-15 the bright ones, 16-231 a cube, 232-255 greys.
  case indexed(UInt8)
}

/// How a cell looks.
public struct Style: Hashable, Sendable {
  public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let italic = Attributes(rawValue: 4)
    public static let underline = Attributes(rawValue: 8)
    public static let reverse = Attributes(rawValue: 16)
  }

  public var foreground: Color
  public var background: Color
  public var attributes: Attributes

  public static let plain = Style()

  public init(foreground: Color = .terminal, background: Color = .terminal, attributes: Attributes = []) {
    (self.foreground, self.background, self.attributes) = (foreground, background, attributes)
  }

  /// This style with another laid over it: colours that the other names win, attributes add up.
  public func overlaid(by other: Style) -> Style {
    Style(
      foreground: other.foreground == .terminal ? foreground : other.foreground,
      background: other.background == .terminal ? background : other.background,
      attributes: attributes.union(other.attributes))
  }
}
