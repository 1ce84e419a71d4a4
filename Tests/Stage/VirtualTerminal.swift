import CVTerm
public import Cells

/// A terminal emulator (libvterm): bytes of a program go in, and what a person would see can be read.
public final class VirtualTerminal {
  /// What stands in one place of the screen.
  public struct Place: Hashable {
    /// The character with its marks; empty in the second half of a wide one, a space where nothing was written.
    public var text: String
    public var width: Int
    public var style: Style
  }

  public private(set) var size: Size
  /// What the emulator says of its own accord: answers to questions, and the bytes of keys.
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let properties = Properties()

  /// What the program has set, filled by the emulator's callbacks.
  private final class Properties {
    var isCursorVisible = true
    var isAlternate = false
    var mouse = 0
    var bells = 0
  }

  /// A terminal that understands UTF-8, with an alternate screen.
  public init(size: Size) {
    self.size = size
    terminal = vterm_new(Self.rows(size), Self.columns(size))
    vterm_set_utf8(terminal, 1)
    screen = vterm_obtain_screen(terminal)
    callbacks = UnsafeMutablePointer<VTermScreenCallbacks>.allocate(capacity: 1)
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.settermprop = { property, value, user in
      guard let user, let value else { return 1 }
      let properties = Unmanaged<Properties>.fromOpaque(user).takeUnretainedValue()
      switch property {
      case VTERM_PROP_CURSORVISIBLE: properties.isCursorVisible = plenary_vterm_boolean(value) != 0
      case VTERM_PROP_ALTSCREEN: properties.isAlternate = plenary_vterm_boolean(value) != 0
      case VTERM_PROP_MOUSE: properties.mouse = Int(plenary_vterm_number(value))
      default: break
      }
      return 1
    }
    callbacks.pointee.bell = { user in
      guard let user else { return 1 }
      Unmanaged<Properties>.fromOpaque(user).takeUnretainedValue().bells += 1
      return 1
    }
    vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(properties).toOpaque())
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>

  deinit {
    vterm_free(terminal)
    callbacks.deallocate()
  }

  /// Takes what a program has written.
  public func feed(_ bytes: [UInt8]) {
    _ = bytes.withUnsafeBytes {
      vterm_input_write(terminal, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
    vterm_screen_flush_damage(screen)
  }

  /// What the emulator wants to send to the program; it is forgotten.
  public func takeOutput() -> [UInt8] {
    var result: [UInt8] = []
    while true {
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = vterm_output_read(terminal, &buffer, buffer.count)
      if count == 0 { return result }
      result += buffer[..<count].map(UInt8.init(bitPattern:))
    }
  }

  /// Takes another size, as when a window is dragged.
  public func resize(to size: Size) {
    self.size = size
    vterm_set_size(terminal, Self.rows(size), Self.columns(size))
  }

  private static func rows(_ size: Size) -> Int32 { Int32(max(1, size.height)) }

  /// libvterm 0.1.4 dies of a wide character in a terminal of one column, so it gets a second one that nobody sees.
  private static func columns(_ size: Size) -> Int32 { Int32(max(2, size.width)) }

  /// What stands at a column and row, a blank outside the screen.
  public func place(_ x: Int, _ y: Int) -> Place {
    var cell = VTermScreenCell()
    guard x >= 0, y >= 0, x < size.width, y < size.height,
      vterm_screen_get_cell(screen, VTermPos(row: Int32(y), col: Int32(x)), &cell) != 0
    else { return Place(text: " ", width: 1, style: .plain) }
    var text = ""
    var index: Int32 = 0
    while case let value = plenary_vterm_character(&cell, index), value != 0, value != UInt32.max {
      text.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      index += 1
    }
    // The emulator marks the second half of a wide character with -1.
    if plenary_vterm_character(&cell, 0) == UInt32.max { return Place(text: "", width: 0, style: Self.style(&cell)) }
    return Place(text: text.isEmpty ? " " : text, width: Int(cell.width), style: Self.style(&cell))
  }

  private static func style(_ cell: inout VTermScreenCell) -> Style {
    var attributes: Style.Attributes = []
    if plenary_vterm_is_bold(&cell) != 0 { attributes.insert(.bold) }
    if plenary_vterm_is_italic(&cell) != 0 { attributes.insert(.italic) }
    if plenary_vterm_is_underlined(&cell) != 0 { attributes.insert(.underline) }
    if plenary_vterm_is_reversed(&cell) != 0 { attributes.insert(.reverse) }
    return Style(
      foreground: color(plenary_vterm_color(&cell.fg)), background: color(plenary_vterm_color(&cell.bg)),
      attributes: attributes)
  }

  private static func color(_ number: Int32) -> Color { UInt8(exactly: number).map(Color.indexed) ?? .terminal }

  /// A row as text, blanks at its end left out.
  public func row(_ y: Int) -> String {
    let text = (0..<size.width).map { place($0, y).text }.joined()
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  /// The whole screen as text, a string for each row.
  public var rows: [String] { (0..<size.height).map(row) }

  /// Where the cursor stands.
  public var cursor: Point {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
    return Point(x: Int(position.col), y: Int(position.row))
  }

  public var isCursorVisible: Bool { properties.isCursorVisible }
  /// Whether the program has switched to the alternate screen, which full-screen programs leave at their end.
  public var isAlternateScreen: Bool { properties.isAlternate }
  /// Whether the program asks for the mouse.
  public var wantsMouse: Bool { properties.mouse != 0 }
  /// How often the program has rung.
  public var bells: Int { properties.bells }

  /// Whether the program asks for pastes to be bracketed.
  public var bracketsPastes: Bool {
    let before = takeOutput()
    vterm_keyboard_start_paste(terminal)
    let isBracketed = !takeOutput().isEmpty
    precondition(before.isEmpty, "answers of the terminal were not sent to the program")
    return isBracketed
  }

  /// The bytes that this terminal sends for a key, in the mode that the program has set.
  public func bytes(for key: Key) -> [UInt8] {
    switch key {
    case .character(let character): return Array(String(character).utf8)
    case .control(let character):
      return character.asciiValue.map { [$0 & 0x1F] } ?? []
    case .alt(let character): return [0x1B] + Array(String(character).utf8)
    case .enter: return [0x0D]
    case .escape: return [0x1B]
    case .tab: return [0x09]
    case .backtab: return Array("\u{1B}[Z".utf8)
    case .backspace: return [0x7F]
    case .delete: return special(VTERM_KEY_DEL)
    case .insert: return special(VTERM_KEY_INS)
    case .up: return special(VTERM_KEY_UP)
    case .down: return special(VTERM_KEY_DOWN)
    case .left: return special(VTERM_KEY_LEFT)
    case .right: return special(VTERM_KEY_RIGHT)
    case .home: return special(VTERM_KEY_HOME)
    case .end: return special(VTERM_KEY_END)
    case .pageUp: return special(VTERM_KEY_PAGEUP)
    case .pageDown: return special(VTERM_KEY_PAGEDOWN)
    case .shiftUp: return special(VTERM_KEY_UP, VTERM_MOD_SHIFT)
    case .shiftDown: return special(VTERM_KEY_DOWN, VTERM_MOD_SHIFT)
    case .shiftLeft: return special(VTERM_KEY_LEFT, VTERM_MOD_SHIFT)
    case .shiftRight: return special(VTERM_KEY_RIGHT, VTERM_MOD_SHIFT)
    case .wordLeft: return special(VTERM_KEY_LEFT, VTERM_MOD_CTRL)
    case .wordRight: return special(VTERM_KEY_RIGHT, VTERM_MOD_CTRL)
    case .shiftHome: return special(VTERM_KEY_HOME, VTERM_MOD_SHIFT)
    case .shiftEnd: return special(VTERM_KEY_END, VTERM_MOD_SHIFT)
    case .shiftWordLeft: return Array("\u{1B}[1;6D".utf8)
    case .shiftWordRight: return Array("\u{1B}[1;6C".utf8)
    case .controlHome: return special(VTERM_KEY_HOME, VTERM_MOD_CTRL)
    case .controlEnd: return special(VTERM_KEY_END, VTERM_MOD_CTRL)
    case .shiftControlHome: return Array("\u{1B}[1;6H".utf8)
    case .shiftControlEnd: return Array("\u{1B}[1;6F".utf8)
    case .controlBackspace: return Array("\u{1B}[127;5u".utf8)
    case .controlDelete: return Array("\u{1B}[3;5~".utf8)
    case .function(let number):
      return special(VTermKey(rawValue: VTERM_KEY_FUNCTION_0.rawValue + UInt32(max(0, number))))
    }
  }

  private func special(_ key: VTermKey, _ modifier: VTermModifier = VTERM_MOD_NONE) -> [UInt8] {
    vterm_keyboard_key(terminal, key, modifier)
    return takeOutput()
  }
}
