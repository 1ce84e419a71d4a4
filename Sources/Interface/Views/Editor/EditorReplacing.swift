import Cells
import Messages
import Notes

/// Words that are put in the place of others: first both are typed in the status line, then each place is asked for.
struct Replacer: Equatable, Sendable {
  enum Step: Equatable, Sendable {
    case words, replacement, asking
  }

  var step = Step.words
  var words = InputLine()
  var replacement = InputLine()
  /// Where the caret was before.
  let origin: Int

  var isAsking: Bool { step == .asking }

  var statusInput: StatusInput {
    switch step {
    case .words: StatusInput(prompt: Message("Replace: "), input: words)
    case .replacement:
      StatusInput(prompt: Message("Replace “%s” with: ", words.editor.text), input: replacement)
    case .asking:
      StatusInput(
        prompt: Message("Replace with “%s”? Enter this one, A all, Down not this one", replacement.editor.text),
        input: InputLine())
    }
  }

  mutating func insert(_ text: String) {
    switch step {
    case .words: words.editor.insert(text)
    case .replacement: replacement.editor.insert(text)
    case .asking: break
    }
  }
}

extension EditorView {
  static let replaceCommands: [Command<EditorView>] = [
    Command(
      "replaceInNote", .write, Message("Replace words in this note"), Shortcuts(writing: [.alt("r")])
    ) { view, _ in
      view.replacer = Replacer(words: InputLine(editor: LineEditor(view.query)), origin: view.editor.caret)
      return []
    },
    Command(
      "countWords", .write, Message("Count the words of the selection, or of the note"), Shortcuts(writing: [.alt("c")])
    ) { view, _ in [.say(view.wordCount)] },
  ]

  mutating func typeReplacing(_ key: Key) -> [Outcome] {
    switch replacer?.step {
    case .words: _ = replacer?.words.editor.edit(key)
    case .replacement: _ = replacer?.replacement.editor.edit(key)
    case .asking:
      switch key {
      case .character("a"), .character("A"): return replaceAll()
      case .character("n"), .character("N"): return skipMatch(isBackwards: false)
      case .character("y"), .character("Y"): return replaceThis()
      default: return [.effect(.bell)]
      }
    case nil: break
    }
    return []
  }

  /// Enter: goes on to what is asked for next, or replaces the place that is selected.
  mutating func acceptReplacing() -> [Outcome] {
    guard let replacer else { return [] }
    switch replacer.step {
    case .words:
      guard !replacer.words.editor.text.isEmpty else { return endReplacing() }
      query = replacer.words.editor.text
      self.replacer?.step = .replacement
      return []
    case .replacement:
      self.replacer?.step = .asking
      let start = editor.selection.lowerBound
      return editor.find(query, from: start) ? [] : endReplacing() + [.say(Message("Nothing found for “%s”", query))]
    case .asking: return replaceThis()
    }
  }

  mutating func endReplacing() -> [Outcome] {
    replacer = nil
    editor.anchor = nil
    return []
  }

  mutating func skipMatch(isBackwards: Bool) -> [Outcome] {
    guard replacer?.isAsking == true else { return [] }
    return findAgain(query, isBackwards: isBackwards)
  }

  private mutating func replaceThis() -> [Outcome] {
    guard let text = replacer?.replacement.editor.text, !editor.selection.isEmpty else { return endReplacing() }
    let edits = change { $0.insert(text, as: .whole) }
    // What was put in is not looked through again.
    if editor.find(query, from: editor.caret) { return edits }
    return edits + endReplacing() + [.say(Message("All places are replaced"))]
  }

  private mutating func replaceAll() -> [Outcome] {
    guard let text = replacer?.replacement.editor.text else { return [] }
    let (count, edits) = editor.replaceAll(query, with: text)
    let outcomes: [Outcome] = edits.map { .effect(.editNote(editor.target, $0)) }
    return outcomes + endReplacing() + [.say(Message("1 place replaced", "%d places replaced", count: count))]
  }

  /// How many words and characters there are, without what the note keeps of paragraphs.
  private var wordCount: Message {
    let isSelection = !editor.selection.isEmpty
    let text = editor.text.string(in: isSelection ? editor.selection : 0..<editor.bodyEnd)
    let words = text.split { $0.isWhitespace }.count { $0.contains { $0.isLetter || $0.isNumber } }
    let characters = text.count
    let counted = Message("1 word", "%d words", count: words)
    return isSelection
      ? Message("Selected: %1$s, %2$d characters", counted, characters)
      : Message("This note: %1$s, %2$d characters", counted, characters)
  }
}

extension NoteEditor {
  /// Puts a text in the place of all words that are these, as one step that can be undone; gives how many there were.
  mutating func replaceAll(_ words: String, with text: String) -> (count: Int, edits: [NoteEdit]) {
    let pattern = FoldedPattern(words)
    let bytes = self.text.bytes(in: 0..<self.text.count)
    let new = Array(text.utf8)
    var (from, count) = (0, 0)
    var (range, replaced): (Range<Int>?, [UInt8]) = (nil, [])
    while let found = pattern.first(in: bytes, from: from), !found.isEmpty {
      if let range { replaced += bytes[range.upperBound..<found.lowerBound] }
      replaced += new
      range = (range?.lowerBound ?? found.lowerBound)..<found.upperBound
      (from, count) = (found.upperBound, count + 1)
    }
    guard let range else { return (0, []) }
    return (count, change(range, to: replaced, .whole))
  }

  /// The line of the caret, from 1.
  var lineNumber: Int { 1 + text.bytes(in: 0..<caret).count { $0 == 0x0A } }
}
