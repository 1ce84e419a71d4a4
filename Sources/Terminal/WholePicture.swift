import CPosix
import Cells

/// A first picture in the sequences of ECMA-48 and xterm, which nearly every terminal understands.
///
/// To open ncurses, and to have it work out a whole screen, takes longer than everything else that a start does. So the
/// first picture is written down without it; ncurses follows while the user already reads, and its first bytes, which
/// say the same, are thrown away. What is shown is what ncurses would show, sign for sign.
struct WholePicture {
  private let depth: ColorDepth
  private let entering: [UInt8]
  private let shownCursor: [UInt8]
  private let hiddenCursor: [UInt8]

  /// Nil where terminfo says that the terminal wants anything else, or shows another number of colours.
  init?(_ capabilities: Capabilities, depth: ColorDepth) {
    guard depth == .none || depth == .full256, capabilities.isXterm(withColors: depth == .full256) else { return nil }
    self.depth = depth
    func strings(_ names: String...) -> [UInt8] { names.flatMap { Capabilities.string($0) ?? [] } }
    // As ncurses begins: the alternate screen, scrolled as a whole, in plain letters, with the keypad's sequences on.
    entering =
      strings("smcup") + Array("\u{1B}[r".utf8) + strings("sgr0", "rmir", "smam", "smkx") + strings("clear")
    shownCursor = strings("cnorm")
    hiddenCursor = strings("civis")
  }

  /// Takes the terminal over and shows the buffer, and the cursor at that place; nil hides it.
  func bytes(_ buffer: CellBuffer, cursor: Point?) -> [UInt8] {
    var pen = Pen(depth: depth)
    pen.bytes.reserveCapacity(2 * buffer.size.width * buffer.size.height + 512)
    pen.bytes += entering
    for y in 0..<buffer.size.height { pen.draw(buffer.cells(inRow: y), y: y) }
    pen.take(.plain)
    if let cursor {
      pen.place(x: cursor.x, y: cursor.y)
      pen.bytes += shownCursor
    } else {
      pen.bytes += hiddenCursor
    }
    return pen.bytes
  }
}

/// Writes cells, and remembers how the terminal would set the next one.
private struct Pen {
  let depth: ColorDepth
  var bytes: [UInt8] = []
  private var style = Style.plain

  init(depth: ColorDepth) { self.depth = depth }

  /// Columns of a gap that are fewer bytes than to jump over it.
  private static let shortGap = 4

  /// Draws a row on a screen that is blank.
  mutating func draw(_ cells: ArraySlice<Cell>, y: Int) {
    var column = 0
    /// Where the terminal stands; nil on another row.
    var reached: Int?
    for cell in cells {
      let x = column
      column += 1
      if cell.width == 0 { continue }
      let wanted = depth.mapped(cell.style)
      let isBlank = cell.base == 0x20 && cell.marks == .none
      if isBlank, wanted.leavesNoTrace { continue }
      if let reached {
        pass(x - reached)
      } else {
        place(x: x, y: y)
      }
      // A change of colour that nobody can see would cost bytes.
      if !isBlank || wanted.background != style.background || !style.hasPlainBlanks || !wanted.hasPlainBlanks {
        take(wanted)
      }
      put(cell)
      reached = x + Int(cell.width)
    }
  }

  mutating func place(x: Int, y: Int) {
    begin()
    number(y + 1)
    if x > 0 {
      bytes.append(UInt8(ascii: ";"))
      number(x + 1)
    }
    bytes.append(UInt8(ascii: "H"))
  }

  /// Goes on over blanks.
  private mutating func pass(_ columns: Int) {
    if columns <= 0 { return }
    if columns <= Pen.shortGap, style.leavesNoTrace {
      for _ in 0..<columns { bytes.append(0x20) }
      return
    }
    begin()
    if columns > 1 { number(columns) }
    bytes.append(UInt8(ascii: "C"))
  }

  /// Sets everything from here on in this style (ECMA-48 §8.3.117, and xterm's 256 colours).
  mutating func take(_ wanted: Style) {
    if wanted == style { return }
    begin()
    if wanted != .plain {
      var isFirst = true
      func add(_ parameter: Int, to pen: inout Pen) {
        if !isFirst { pen.bytes.append(UInt8(ascii: ";")) }
        isFirst = false
        pen.number(parameter)
      }
      if !wanted.attributes.isSuperset(of: style.attributes) {
        add(0, to: &self)
        style = .plain
      }
      let added = wanted.attributes.subtracting(style.attributes)
      if added.contains(.bold) { add(1, to: &self) }
      if added.contains(.dim) { add(2, to: &self) }
      if added.contains(.italic) { add(3, to: &self) }
      if added.contains(.underline) { add(4, to: &self) }
      if added.contains(.reverse) { add(7, to: &self) }
      func add(_ color: Color, base: Int, to pen: inout Pen) {
        switch color {
        case .terminal: add(base + 9, to: &pen)
        case .indexed(let index) where index < 8: add(base + Int(index), to: &pen)
        case .indexed(let index) where index < 16: add(base + 52 + Int(index), to: &pen)
        case .indexed(let index):
          add(base + 8, to: &pen)
          add(5, to: &pen)
          add(Int(index), to: &pen)
        }
      }
      if wanted.foreground != style.foreground { add(wanted.foreground, base: 30, to: &self) }
      if wanted.background != style.background { add(wanted.background, base: 40, to: &self) }
    }
    bytes.append(UInt8(ascii: "m"))
    style = wanted
  }

  private mutating func put(_ cell: Cell) {
    if cell.base < 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: cell.base))
    } else {
      // The same rule as for ncurses: what the C library holds for another width than the buffer is not sent.
      let width = plenary_wcwidth(cell.base)
      if width == cell.width {
        scalar(cell.base)
      } else {
        if width == 1 { scalar(cell.base) } else { bytes.append(UInt8(ascii: "?")) }
        if cell.width == 2 { bytes.append(0x20) }
        return
      }
    }
    if cell.marks == .none { return }
    let marks = [cell.marks.a, cell.marks.b, cell.marks.c, cell.marks.d].filter { $0 != 0 }
    if marks.allSatisfy({ plenary_wcwidth($0) == 0 }) { marks.forEach { scalar($0) } }
  }

  private mutating func scalar(_ value: UInt32) {
    guard let scalar = Unicode.Scalar(value) else { return bytes.append(UInt8(ascii: "?")) }
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func begin() {
    bytes.append(0x1B)
    bytes.append(UInt8(ascii: "["))
  }

  /// In decimal, 0 to 9,999.
  private mutating func number(_ value: Int) {
    if value >= 10 { number(value / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
  }
}

extension Style {
  /// Whether a blank shows its background and nothing more.
  fileprivate var hasPlainBlanks: Bool { attributes.isDisjoint(with: [.underline, .reverse]) }

  /// Whether a blank looks like a screen that was cleared.
  fileprivate var leavesNoTrace: Bool { background == .terminal && hasPlainBlanks }
}
