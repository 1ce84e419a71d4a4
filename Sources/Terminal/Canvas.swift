import CNcurses
import CPosix
import Cells
import Glibc

/// The ncurses screen: cells go in, the bytes that bring the terminal up to date come out.
///
/// ncurses writes into memory instead of to the terminal. Whoever sends the bytes on can then do so without blocking,
/// whereas ncurses itself would wait for ever on a terminal that has stopped reading, or spin on one that would block.
/// A Canvas can therefore be made, looked at and thrown away before the terminal has seen a single byte.
@MainActor
final class Canvas {
  private let screen: OpaquePointer
  private let file: UnsafeMutablePointer<FILE>
  private let memory: Int32
  private let ascii: Bool
  /// Nil where every character is shown.
  private let font: ConsoleFont?
  /// Whether the terminal can be told the column of what comes next.
  private let canPlace: Bool
  private var colors: ColorPairs
  private var line: [cchar_t] = []
  private var isCursorShown: Bool?
  private var isClosed = false

  /// Opens ncurses for the terminal of that name, at that size and with so many colours, which it must have.
  init(terminal name: String, size: Size, depth: ColorDepth, ascii: Bool, font: ConsoleFont? = nil)
    throws(ScreenError)
  {
    let memory = memfd_create("plenary-screen", UInt32(MFD_CLOEXEC))
    guard memory >= 0 else { throw .system(code: errno) }
    guard let file = fdopen(memory, "w+") else {
      let code = errno
      _ = Glibc.close(memory)
      throw .system(code: code)
    }
    // The same file serves as input: ncurses never reads here, the keyboard is ours.
    guard !name.isEmpty, let screen = withUnicodeLocale({ newterm(name, file, file) }) else {
      fclose(file)
      throw .unknownTerminal(name)
    }
    (self.memory, self.file, self.screen, self.ascii, self.font) = (memory, file, screen, ascii, font)
    // Without this ncurses looks for typed keys while it paints, and stops half way when it finds some.
    typeahead(-1)
    // The line end that we send moves down and nothing more, so that ncurses may use it for that.
    nonl()
    let hasColors = depth != ColorDepth.none && start_color() == OK
    if hasColors { use_default_colors() }
    let jump = plenary_string_capability("hpa").map { String(cString: $0) }
    canPlace = !ascii && font == nil && jump == "\u{1B}[%i%p1%dG"
    colors = ColorPairs(depth: hasColors ? depth : .none, limit: Int(plenary_color_pairs()))
    keypad(plenary_stdscr(), true)
    resize(to: size)
  }

  /// Takes another size, at least 1x1.
  ///
  /// The next `finish` paints everything.
  func resize(to size: Size) {
    resize_term(Int32(max(1, size.height)), Int32(max(1, size.width)))
    invalidate()
  }

  /// Forgets what the terminal shows, so that the next `finish` clears it and paints everything.
  func invalidate() { clearok(plenary_curscr(), true) }

  /// Forgets what the terminal shows too, but lets the next `finish` paint over it without clearing it first.
  func paintOver() { wredrawln(plenary_stdscr(), 0, getmaxy(plenary_stdscr())) }

  /// Puts a run of cells on a row.
  ///
  /// The run neither begins nor ends inside a wide character.
  func put(_ cells: ArraySlice<Cell>, x: Int, y: Int) {
    // Taken out of the object, since an access to it has its price at each of two thousand cells.
    var line = self.line
    self.line = []
    line.removeAll(keepingCapacity: true)
    var template = cchar_t()
    var last: Style?
    var (attributes, pair): (attr_t, Int32) = (0, 0)
    var index = cells.startIndex
    while index < cells.endIndex {
      let cell = cells[index]
      index += 1
      if cell.width == 0 { continue }
      let style = cell.isBlank ? Self.unseen(cell.style, after: last, at: index, of: cells) : cell.style
      if style != last {
        (attributes, pair) = colors.look(of: style)
        last = style
        template = character(0x20, .none, attributes, pair)
      }
      if cell.base >= 0x20, cell.base < 0x7F, cell.marks == .none, cell.width == 1 {
        // Nine cells of ten: nothing but the letter differs from the blank.
        template.chars.0 = wchar_t(bitPattern: cell.base)
        line.append(template)
      } else {
        let next = x + index - cells.startIndex + (cell.width == 2 ? 1 : 0)
        append(cell, before: next, attributes: attributes, pair: pair, to: &line)
      }
    }
    if wmove(plenary_stdscr(), Int32(y), Int32(x)) == OK {
      _ = line.withUnsafeBufferPointer { wadd_wchnstr(plenary_stdscr(), $0.baseAddress, Int32($0.count)) }
    }
    self.line = line
  }

  /// The style in which a blank is sent: a change of colour that nobody can see would cost bytes.
  ///
  /// A gap between two words takes the look of the word before it; a longer one on the terminal's own background is left
  /// as a cleared screen has it.
  private nonisolated static func unseen(
    _ style: Style, after last: Style?, at next: Int, of cells: ArraySlice<Cell>
  ) -> Style {
    guard let last, style.looksBlank(like: last) else { return style }
    if style.background != .terminal { return last }
    let far = next + shortGap
    guard far < cells.endIndex else { return last }
    for index in next..<far where !cells[index].isBlank || cells[index].style != style { return last }
    return .plain
  }

  /// Columns of a gap that are fewer bytes than to jump over it.
  private nonisolated static let shortGap = 4

  /// - Parameter column: that of the cell behind it.
  private func append(
    _ cell: Cell, before column: Int, attributes: attr_t, pair: Int32, to line: inout [cchar_t]
  ) {
    var base = cell.base
    var marks = cell.marks
    if ascii {
      base = AsciiFallback.replacement(for: base)
      marks = .none
    } else if let font {
      if base >= 0x7F, !font.has(base) { base = AsciiFallback.replacement(for: base) }
      marks = .none
    }
    // ncurses goes by wcwidth: what it would set to another width than the buffer did would push the row aside.
    let width = base < 0x7F ? 1 : plenary_wcwidth(base)
    if width == cell.width {
      // At the right edge nothing is behind it.
      if canPlace, column < getmaxx(plenary_stdscr()), let place = Placing.mark(behind: cell, column: column) {
        marks.close(with: place)
      }
      line.append(character(base, marks, attributes, pair))
    } else {
      // Without its marks, since one of them is what made a narrow picture wide.
      line.append(character(width == 1 ? base : 0x3F, .none, attributes, pair))
      if cell.width == 2 { line.append(character(0x20, .none, attributes, pair)) }
    }
  }

  private func character(_ base: UInt32, _ marks: Cell.Marks, _ attributes: attr_t, _ pair: Int32) -> cchar_t {
    var character = cchar_t()
    var text = (base, marks.a, marks.b, marks.c, marks.d, UInt32(0))
    if plenary_setcchar(&character, &text, attributes, pair) != OK {
      // A mark that ncurses does not take for one: the base alone.
      text.1 = 0
      _ = plenary_setcchar(&character, &text, attributes, pair)
    }
    return character
  }

  /// Sets the cursor, or hides it for nil, and returns the bytes that bring the terminal up to date.
  func finish(cursor: Point?) -> [UInt8] {
    if let cursor { wmove(plenary_stdscr(), Int32(clamping: cursor.y), Int32(clamping: cursor.x)) }
    if isCursorShown != (cursor != nil) {
      isCursorShown = cursor != nil
      curs_set(cursor == nil ? 0 : 1)
    }
    wrefresh(plenary_stdscr())
    let written = readOutput()
    return canPlace ? Placing.placed(written) : written
  }

  /// Leaves the alternate screen; the next `finish` enters it again and paints everything.
  func leave() -> [UInt8] {
    endwin()
    return readOutput()
  }

  /// The bytes of a bell, or of a flash where there is none.
  func bell() -> [UInt8] {
    beep()
    return readOutput()
  }

  /// Gives ncurses' memory back.
  ///
  /// Nothing may be called after it.
  func close() {
    guard !isClosed else { return }
    isClosed = true
    delscreen(screen)
    fclose(file)
  }

  /// What ncurses has written since the last time.
  func readOutput() -> [UInt8] {
    fflush(file)
    let count = Int(lseek(memory, 0, SEEK_CUR))
    guard count > 0 else { return [] }
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = max(0, pread(memory, buffer.baseAddress, count, 0))
    }
    lseek(memory, 0, SEEK_SET)
    return bytes
  }
}

extension Cell.Marks {
  /// Puts one behind the others, or in the place of the fourth.
  fileprivate mutating func close(with mark: UInt32) {
    if a == 0 { a = mark } else if b == 0 { b = mark } else if c == 0 { c = mark } else { d = mark }
  }
}

extension Cell {
  fileprivate var isBlank: Bool { base == 0x20 && marks == .none }
}

extension Style {
  /// Whether a blank looks the same in both: every change of colour that nobody can see would cost bytes.
  fileprivate func looksBlank(like other: Style) -> Bool {
    background == other.background && attributes.isDisjoint(with: [.underline, .reverse])
      && other.attributes.isDisjoint(with: [.underline, .reverse])
  }
}
