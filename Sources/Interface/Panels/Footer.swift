import Cells

/// The bottom line: the keys that are most use here, computed from the table of keys.
enum Footer {
  struct Hint: Equatable {
    var keys: String
    var words: String
  }

  static func draw(_ state: State, into canvas: inout Canvas) {
    let rect = state.layout.footer
    var x = rect.x + 1
    for hint in fitting(hints(state), width: rect.width - 2) {
      x += canvas.put(hint.keys, x: x, y: rect.y, .footerKey, in: rect)
      x += canvas.put(hint.words.isEmpty ? " " : " " + hint.words + "  ", x: x, y: rect.y, .footerText, in: rect)
    }
  }

  /// The hints of a context in the order in which the table ranks them.
  static func hints(_ state: State) -> [Hint] {
    let context = state.context
    if context == .typing { return Words.typingHints(state.overlay) }
    return KeyTable.bindings.filter { $0.footer != nil && $0.contexts.contains(context) }
      .filter { state.unavailable($0.command) == nil }
      .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
      .compactMap { binding in
        binding.keys.first.map { Hint(keys: Key.name(of: $0), words: Words.footer(binding.command, in: state)) }
      }
  }

  /// As many as fit whole, the last two of the list (help and quit) before the others.
  private static func fitting(_ hints: [Hint], width: Int) -> [Hint] {
    func length(_ hint: Hint) -> Int {
      displayWidth(hint.keys) + (hint.words.isEmpty ? 1 : displayWidth(hint.words) + 3)
    }
    let last = hints.suffix(1)
    var room = width - last.reduce(0) { $0 + length($1) } + 2
    var kept: [Hint] = []
    for hint in hints.dropLast(last.count) {
      if length(hint) > room { continue }
      room -= length(hint)
      kept.append(hint)
    }
    return kept + last
  }
}
