import Cells
import Messages

/// A line that is typed into, with what it asks for before it.
struct InputLine: Equatable, Sendable {
  var editor = LineEditor()

  /// Draws prompt and text, which is shown around the caret, and places the cursor at it.
  ///
  /// - Parameter spare: columns at the end that are left to something else.
  func draw(_ prompt: Message, in line: Rect, spare: Int = 1, into canvas: inout Canvas) {
    canvas.fill(line, .input)
    let x = line.x + 1 + canvas.put(prompt, x: line.x + 1, y: line.y, .input, in: line)
    let room = max(1, line.maxX - x - spare)
    let (column, indent) = editor.caretColumn
    let shift = max(0, column - room + 1) - indent
    let field = Rect(x: x, y: line.y, width: min(room + 1, max(0, line.maxX - x)), height: 1)
    canvas.put(editor.text, x: x - shift, y: line.y, .input, in: field)
    canvas.cursor = Point(x: min(x + column - shift - indent, line.maxX - 1), y: line.y)
  }
}

/// One line of text that is being typed, edited as a shell's prompt is.
public struct LineEditor: Equatable, Sendable {
  public private(set) var characters: [Character] = []
  /// 0 to the number of characters.
  public private(set) var caret = 0

  /// Longer input is cut; nobody searches for more.
  static let limit = 200
  /// Scalars of one character: families of emoji need eleven.
  private static let mostScalars = 20

  public init(_ text: String = "") {
    characters = Array(text.prefix(LineEditor.limit))
    caret = characters.count
  }

  public var text: String { String(characters) }

  /// Where the caret is seen, and the columns before the text: one where that is written from the right, and the caret
  /// stands left of it at its end.
  var caretColumn: (column: Int, indent: Int) {
    guard text.holdsRightToLeft else { return (displayWidth(String(characters[..<caret])), 0) }
    var glyphs: [Glyph] = []
    var first: Int?
    for (index, character) in characters.enumerated() {
      if index == caret { first = glyphs.count }
      glyphs += Array(Glyphs(String(character)))
    }
    let line = VisualLine(glyphs)
    let indent = line.direction == .rightToLeft ? 1 : 0
    if let first, let place = line.places.first(where: { $0.source == first }) { return (place.x + indent, indent) }
    return (indent == 1 ? 0 : glyphs.reduce(0) { $0 + $1.width }, indent)
  }

  /// A key as the text goes: in one that is written from the right, left leads on in it.
  private func written(_ key: Key) -> Key {
    guard key == .left || key == .right, TextDirection(of: text) == .rightToLeft else { return key }
    return key == .left ? .right : .left
  }

  /// True where the key has edited the text or moved the caret; false for keys that mean nothing here.
  mutating func edit(_ key: Key) -> Bool {
    switch written(key) {
    case .character(let character): insert(String(character))
    case .backspace where caret > 0, .control("h") where caret > 0:
      characters.remove(at: caret - 1)
      caret -= 1
    case .delete where caret < characters.count, .control("d") where caret < characters.count:
      characters.remove(at: caret)
    case .left: caret = max(0, caret - 1)
    case .right: caret = min(characters.count, caret + 1)
    case .home, .control("a"): caret = 0
    case .end, .control("e"): caret = characters.count
    case .control("u"):
      characters.removeFirst(caret)
      caret = 0
    case .control("k"): characters.removeLast(characters.count - caret)
    case .control("w"), .controlBackspace, .alt("\u{7F}"): removeWord()
    case .controlDelete: removeWordAfter()
    case .backspace, .delete, .control, .alt, .enter, .escape, .tab, .backtab, .insert, .up, .down, .pageUp, .pageDown,
      .shiftUp, .shiftDown, .shiftLeft, .shiftRight, .wordLeft, .wordRight, .shiftHome, .shiftEnd, .shiftWordLeft,
      .shiftWordRight, .controlHome, .controlEnd, .shiftControlHome, .shiftControlEnd, .function:
      return false
    }
    return true
  }

  /// Inserts text at the caret; line ends and tabs become spaces, other controls are left out, and so is a letter under
  /// a heap of marks.
  mutating func insert(_ text: String) {
    for character in text where characters.count < LineEditor.limit {
      if character.unicodeScalars.count > LineEditor.mostScalars { continue }
      let isSpace = character.isNewline || character == "\t"
      let isControl = character.unicodeScalars.contains { $0.properties.generalCategory == .control }
      if isControl && !isSpace { continue }
      characters.insert(isSpace ? " " : character, at: caret)
      caret += 1
    }
  }

  private mutating func removeWord() {
    while caret > 0, characters[caret - 1] == " " { removeBeforeCaret() }
    while caret > 0, characters[caret - 1] != " " { removeBeforeCaret() }
  }

  private mutating func removeWordAfter() {
    var end = caret
    while end < characters.count, characters[end] == " " { end += 1 }
    while end < characters.count, characters[end] != " " { end += 1 }
    characters.removeSubrange(caret..<end)
  }

  private mutating func removeBeforeCaret() {
    caret -= 1
    characters.remove(at: caret)
  }
}
