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
