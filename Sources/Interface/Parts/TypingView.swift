import Cells

/// A view over the panels in which a line is typed.
protocol TypingView: Overlay {
  var input: InputLine { get set }
  /// Follows what was typed, which is another text than before.
  mutating func typed(_ world: World)
}

extension TypingView {
  var mode: KeyMode { .typing }

  mutating func type(_ key: Key, _ world: World) -> [Outcome] { edit(world) { _ = $0.edit(key) } }
  mutating func paste(_ text: String, _ world: World) -> [Outcome]? { edit(world) { $0.insert(text) } }

  mutating func edit(_ world: World, _ change: (inout LineEditor) -> Void) -> [Outcome] {
    let before = input.editor.characters
    change(&input.editor)
    if input.editor.characters != before { typed(world) }
    return []
  }
}
