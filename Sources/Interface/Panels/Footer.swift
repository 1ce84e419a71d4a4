import Agenda
import Catalogue
import Cells

/// The bottom line: the keys that are most use here, computed from the table of keys.
enum Footer {
  struct Hint: Equatable {
    var keys: String
    var words: String
    /// Shown even where the room is short.
    var isKept = false
  }

  static func draw(_ state: State, into canvas: inout Canvas) {
    let rect = state.layout.footer
    var x = rect.x + 1
    for hint in fitting(hints(state), width: rect.width - 2) {
      x += canvas.put(hint.keys, x: x, y: rect.y, .footerKey, in: rect)
      x += canvas.put(" " + hint.words + "  ", x: x, y: rect.y, .footerText, in: rect)
    }
  }

  /// The hints of a context in the order in which the table ranks them.
  static func hints(_ state: State) -> [Hint] {
    let context = state.context
    if state.overlay == nil, state.notebook != nil { return Words.gatheringHints(state) }
    if context == .typing { return Words.typingHints(state.overlay) }
    return KeyTable.bindings.filter { $0.footer != nil && $0.footerContexts.contains(context) }
      .filter { state.unavailable($0.command) == nil && !state.isIdle($0.command) }
      .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
      .compactMap { binding in
        binding.keys.first.map { hint(binding.command, key: Key.name(of: $0), in: state) }
      }
  }

  private static func hint(_ command: Command, key: String, in state: State) -> Hint {
    Hint(
      keys: Words.footerKeys(command) ?? key, words: Words.footer(command, in: state),
      isKept: command == .palette || command == .help)
  }

  /// As many as fit whole, in their order.
  ///
  /// Those that lead to all others are kept whatever else has to go.
  private static func fitting(_ hints: [Hint], width: Int) -> [Hint] {
    func length(_ hint: Hint) -> Int { displayWidth(hint.keys) + displayWidth(hint.words) + 3 }
    var room = width + 2 - hints.filter(\.isKept).reduce(0) { $0 + length($1) }
    return hints.filter { hint in
      if hint.isKept { return true }
      guard length(hint) <= room else { return false }
      room -= length(hint)
      return true
    }
  }
}

extension State {
  /// True where a command can run and would change nothing that is in front of the reader, so that no hint is due.
  fileprivate func isIdle(_ command: Command) -> Bool {
    if command == .open { return hasReadAll }
    return command == .star && !isAboutSession
  }

  /// A text that is seen to its end, without anything to follow.
  private var hasReadAll: Bool {
    guard let page = focusedPage, selectedLink == nil, page.content.mainLinks.isEmpty else { return false }
    return page.top + rows(of: focus) >= page.content.lines.count
  }

  /// Whether what has the focus is about the selected session.
  private var isAboutSession: Bool {
    switch focus {
    case .agenda: true
    case .session: visited == nil
    case .background, .documents: false
    case .notes: if case .session = noteTarget { true } else { false }
    }
  }
}
