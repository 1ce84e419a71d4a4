public import Cells
import Messages

/// The parts that say something, with a separator between them.
///
/// Not `joined`: its first use makes Swift look for conformances, which takes as long as a panel takes to draw, and every
/// first screen lists something.
func gathered(_ parts: [String], by separator: String = ", ") -> String {
  var text = ""
  for part in parts where !part.isEmpty {
    if !text.isEmpty { text += separator }
    text += part
  }
  return text
}

/// The same as it is put on the screen: none turns another one round, and they follow each other as the first is written.
func listed(_ parts: [String], by separator: String = ", ") -> String {
  let plain = gathered(parts, by: separator)
  guard plain.holdsRightToLeft, let first = parts.first(where: { !$0.isEmpty }), first != plain else { return plain }
  let apart = parts.map { $0.isEmpty ? "" : "\u{2068}\($0)\u{2069}" }
  return TextDirection(of: first).marked(gathered(apart, by: separator))
}

extension Messages {
  /// A message as it is put on the screen: an argument that is written from the right turns nothing round beside it.
  func shown(_ message: Message) -> String { text(message) { $0.isolated } }
}

/// The buffer that a screen is drawn in, with the looks and signs that all panels share.
struct Canvas {
  var buffer: CellBuffer
  let theme: Theme
  let isASCII: Bool
  private let messages: Messages
  /// Whether what is drawn has the focus.
  var isFocused = false
  /// Where the terminal's cursor stands: the focused row or the caret.
  ///
  /// Nil hides it.
  var cursor: Point?

  init(size: Size, theme: Theme, isASCII: Bool, messages: Messages = .english) {
    self.messages = messages
    buffer = CellBuffer(size: size, style: theme.style(.text))
    self.theme = theme
    self.isASCII = isASCII
  }

  init(_ world: World) {
    self.init(size: world.size, theme: world.theme, isASCII: world.isASCII, messages: world.messages)
  }

  func text(_ message: Message) -> String { messages.shown(message) }

  var boxSet: BoxSet { isASCII ? .ascii : .unicode }

  @discardableResult
  mutating func put(_ text: String, x: Int, y: Int, _ role: Role, in clip: Rect) -> Int {
    buffer.put(text, at: Point(x: x, y: y), style: theme.style(role), in: clip)
  }

  @discardableResult
  mutating func put(_ message: Message, x: Int, y: Int, _ role: Role, in clip: Rect) -> Int {
    put(text(message), x: x, y: y, role, in: clip)
  }

  /// Texts of several looks, one behind the other, that are one line.
  mutating func put(_ runs: [(text: String, role: Role)], x: Int, y: Int, in clip: Rect) {
    guard runs.contains(where: { $0.text.holdsRightToLeft }) else {
      var x = x
      for run in runs { x += put(run.text, x: x, y: y, run.role, in: clip) }
      return
    }
    let glyphs = runs.flatMap { run in
      let style = theme.style(run.role)
      return Glyphs(run.text).map { ($0, style) }
    }
    buffer.put(glyphs, nil, at: Point(x: x, y: y), in: clip)
  }

  mutating func putFitted(_ message: Message, x: Int, y: Int, _ role: Role, in clip: Rect) {
    putFitted(text(message), x: x, y: y, role, in: clip)
  }

  mutating func putWrapped(_ message: Message, x: Int, _ role: Role, in clip: Rect) {
    putWrapped(text(message), x: x, role, in: clip)
  }

  /// Text cut with an ellipsis where it does not fit between `x` and the clip's right edge.
  @discardableResult
  mutating func putFitted(_ text: String, x: Int, y: Int, _ role: Role, in clip: Rect) -> Int {
    put(fit(text, width: clip.maxX - x), x: x, y: y, role, in: clip)
  }

  /// Text from the clip's top on, wrapped between `x` and a blank column at the clip's right edge; with an ellipsis where
  /// the last row does not take it all.
  mutating func putWrapped(_ text: String, x: Int, _ role: Role, in clip: Rect) {
    let width = max(1, clip.maxX - 1 - x)
    let lines = wrap(text, width: width)
    for (index, line) in lines.prefix(max(0, clip.height)).enumerated() {
      let isCut = index == clip.height - 1 && index < lines.count - 1
      put(isCut ? fit(line + " " + lines[index + 1], width: width) : line, x: x, y: clip.y + index, role, in: clip)
    }
  }

  var ellipsis: String { isASCII ? "..." : "…" }

  func fit(_ text: String, width: Int) -> String { fitted(text, width: max(0, width), ellipsis: ellipsis) }

  mutating func fill(_ rect: Rect, _ role: Role) { buffer.fill(rect, style: theme.style(role)) }

  /// A bar of so many columns, filled to a fraction of 0 to 1.
  mutating func bar(x: Int, y: Int, width: Int, fraction: Double, in clip: Rect) {
    guard width > 0 else { return }
    let filled = min(width, max(0, Int((Double(width) * fraction).rounded())))
    put(String(repeating: isASCII ? "#" : "█", count: filled), x: x, y: y, .progress, in: clip)
    put(
      String(repeating: isASCII ? "." : "░", count: width - filled), x: x + filled, y: y, .progressRest, in: clip)
  }
}

/// What is shown: the cells, and where the terminal's cursor stands.
public struct Picture: Equatable, Sendable {
  public var buffer: CellBuffer
  /// Nil hides the cursor.
  public var cursor: Point?
}
