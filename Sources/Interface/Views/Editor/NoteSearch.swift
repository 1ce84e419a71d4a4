import Cells
import Messages
import Notes

/// Words that are looked for in a note, and perhaps others that take their place: both are typed in the status line, then
/// each place is asked for.
struct NoteSearch: Equatable, Sendable {
  enum Step: Equatable, Sendable {
    /// Words are typed, and the first place with them is selected.
    case finding
    case words, replacement, asking

  }

  /// Nil while nothing is looked for.
  private(set) var step: Step?
  /// The words that were looked for last.
  private(set) var query: String
  private var words = InputLine()
  private var replacement = InputLine()
  /// Where the search was begun.
  private var origin = 0

  init(query: String) { self.query = query }

  func statusInput(in editor: NoteEditor) -> StatusInput? {
    switch step {
    case .finding:
      let isMissing = !words.editor.text.isEmpty && editor.selection.isEmpty
      return StatusInput(
        prompt: Message("Find in this note: "), input: words, warning: isMissing ? Message("Nothing found") : nil)
    case .words: return StatusInput(prompt: Message("Replace: "), input: words)
    case .replacement:
      return StatusInput(prompt: Message("Replace “%s” with: ", words.editor.text), input: replacement)
    case .asking:
      return StatusInput(
        prompt: Message("Replace with “%s”? Enter this one, A all, Down not this one", replacement.editor.text),
        input: InputLine())
    case nil: return nil
    }
  }

  mutating func begin(in editor: NoteEditor) {
    (step, words, origin) = (.finding, InputLine(), editor.selection.lowerBound)
  }

  mutating func beginReplacing() {
    (step, words, replacement) = (.words, InputLine(editor: LineEditor(query)), InputLine())
  }

  // MARK: - What is typed

  mutating func type(_ key: Key, in editor: inout NoteEditor) -> [Outcome] {
    guard step == .asking else {
      edit(in: &editor) { _ = $0.edit(key) }
      return []
    }
    switch key {
    case .character("a"), .character("A"): return replaceAll(in: &editor)
    case .character("n"), .character("N"): return move(isBackwards: false, in: &editor)
    case .character("y"), .character("Y"): return replaceThis(in: &editor)
    default: return [.effect(.bell)]
    }
  }

  mutating func paste(_ text: String, in editor: inout NoteEditor) { edit(in: &editor) { $0.insert(text) } }

  private mutating func edit(in editor: inout NoteEditor, _ edit: (inout LineEditor) -> Void) {
    switch step {
    case .finding:
      let before = words.editor.characters
      edit(&words.editor)
      let text = words.editor.text
      // The first place from where the search was begun.
      if words.editor.characters != before, text.isEmpty || !editor.find(text, from: origin) { editor.place(origin) }
    case .words: edit(&words.editor)
    case .replacement: edit(&replacement.editor)
    case .asking, nil: break
    }
  }

  // MARK: - What is done

  /// Enter: the place found stays selected; where words are replaced, it goes on to what is asked for next, or replaces
  /// the place that is selected.
  mutating func accept(in editor: inout NoteEditor) -> [Outcome] {
    let text = words.editor.text
    switch step {
    case .finding:
      step = nil
      guard !text.isEmpty else { return [] }
      query = text
      return editor.selection.isEmpty ? NoteSearch.missing(text) : []
    case .words:
      guard !text.isEmpty else { return end(in: &editor) }
      (query, step) = (text, .replacement)
      return []
    case .replacement:
      step = .asking
      let start = editor.selection.lowerBound
      return editor.find(query, from: start) ? [] : end(in: &editor) + NoteSearch.missing(query)
    case .asking: return replaceThis(in: &editor)
    case nil: return []
    }
  }

  /// Esc: back to where the search was begun; where words are replaced, nothing more is.
  mutating func end(in editor: inout NoteEditor) -> [Outcome] {
    if step == .finding { editor.place(origin) } else { editor.anchor = nil }
    step = nil
    return []
  }

  /// Up and down: the next place, or the one before; where words are replaced, this one stays.
  func move(isBackwards: Bool, in editor: inout NoteEditor) -> [Outcome] {
    let text = words.editor.text
    switch step {
    case .finding: return text.isEmpty ? [] : NoteSearch.goOn(to: text, isBackwards: isBackwards, in: &editor)
    case .asking: return NoteSearch.goOn(to: query, isBackwards: isBackwards, in: &editor)
    case .words, .replacement, nil: return []
    }
  }

  /// Goes on to the next place with the words that were looked for last.
  func again(in editor: inout NoteEditor) -> [Outcome] {
    NoteSearch.goOn(to: query, isBackwards: false, in: &editor)
  }

  private static func goOn(to words: String, isBackwards: Bool, in editor: inout NoteEditor) -> [Outcome] {
    let start = isBackwards ? editor.selection.lowerBound : editor.selection.upperBound
    return editor.find(words, from: start, backwards: isBackwards) ? [] : missing(words)
  }

  private static func missing(_ words: String) -> [Outcome] { [.say(Message("Nothing found for “%s”", words))] }

  private mutating func replaceThis(in editor: inout NoteEditor) -> [Outcome] {
    guard !editor.selection.isEmpty else { return end(in: &editor) }
    let outcomes = editor.keeping(editor.insert(replacement.editor.text, as: .whole))
    // What was put in is not looked through again.
    if editor.find(query, from: editor.caret) { return outcomes }
    return outcomes + end(in: &editor) + [.say(Message("All places are replaced"))]
  }

  private mutating func replaceAll(in editor: inout NoteEditor) -> [Outcome] {
    let bytes = editor.text.bytes(in: 0..<editor.text.count)
    let all = FoldedPattern(query).replacing(in: bytes, with: Array(replacement.editor.text.utf8))
    // As one step that can be undone.
    let edits = all.map { editor.change($0.range, to: $0.replaced, .whole) } ?? []
    return editor.keeping(edits) + end(in: &editor)
      + [.say(Message("1 place replaced", "%d places replaced", count: all?.count ?? 0))]
  }
}

extension NoteEditor {
  /// Selects the next place with these words from an offset on, or the one before; beyond an end it goes on at the
  /// other.
  ///
  /// False where there is none. Capitals do not matter, accents do.
  mutating func find(_ words: String, from offset: Int, backwards: Bool = false) -> Bool {
    let pattern = FoldedPattern(words)
    let bytes = text.bytes(in: 0..<text.count)
    let found =
      backwards
      ? pattern.last(in: bytes, before: offset) ?? pattern.last(in: bytes, before: bytes.count + 1)
      : pattern.first(in: bytes, from: offset) ?? pattern.first(in: bytes, from: 0)
    guard let found else { return false }
    place(found.upperBound, anchor: found.lowerBound)
    undoList.close()
    return true
  }
}
