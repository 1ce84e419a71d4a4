import Agenda
import Catalogue
import Cells
import Messages
import Notes

/// A note while it is written, in the place of the panel in which it is read.
struct EditorView: PanelView {
  var editor: NoteEditor
  private let facts: NoteFacts
  private var beginning = NoteBeginning()
  var search: NoteSearch
  var cutText: CutText

  /// - Parameter cutText: what was cut in an earlier note.
  init(_ subject: Subject, text: String, cutText: String, query: String, _ world: World) {
    editor = NoteEditor(subject, text: text)
    // What the note keeps of paragraphs stands behind all that is written.
    editor.caret = editor.bodyEnd
    facts = NoteFacts(subject, in: world.catalogue)
    (self.cutText, search) = (CutText(cutText), NoteSearch(query: query))
  }

  var mode: KeyMode { search.step == nil ? .writing : .typing }
  var rows: Int { max(1, editor.size.height) }
  /// Who writes sees as many lines as there can be.
  var lineCount: Int { Layout.mostLines }

  func title(_ world: World) -> Message { Message("Notes") }
  func shortTitle(_ world: World) -> Message { Message.within("short", "Note") }
  func count(_ world: World) -> Int { editor.text.lineCount }
  func topic(_ world: World) -> Topic { .note(editor.target) }

  /// Who may be named, and how safe the note is.
  func info(_ size: Size, _ world: World) -> [String] {
    let known = world.notes.rules[editor.target] ?? facts.attribution
    let rule = known.map { world.text($0.label) } ?? ""
    let contradiction = NoteConflict.counted(editor.conflicts).map(world.text) ?? ""
    let state = listed([rule, contradiction, world.text((world.notes.shownSafety[editor.target] ?? .saved).name)])
    // The name of the panel and the corners have their place too.
    let room = size.width - displayWidth(state) - displayWidth(world.text(title(world))) - 12
    guard room >= EditorView.leastTitle, !facts.title.isEmpty else { return [state] }
    return ["\(fitted(facts.title, width: room, ellipsis: world.isASCII ? "..." : "…")) · \(state)", state]
  }

  /// Columns in which a title still says something.
  static let leastTitle = 8

  func isInDanger(_ world: World) -> Bool {
    guard case .notSaved? = world.notes.shownSafety[editor.target] else { return false }
    return true
  }

  var statusInput: StatusInput? { search.statusInput(in: editor) }

  mutating func fit(_ size: Size, _ world: World) {
    editor.fit(
      Size(width: min(Layout.textWidth, size.width - EditorView.margin - 1), height: size.height))
  }

  func leave(_ world: World) -> [Outcome] { [.noted(editor.target, editor.text.string)] }

  /// The last line of a file has its line break, as other programs expect it.
  mutating func end(_ world: World) -> [Outcome] {
    let count = editor.text.count
    guard count > 0, editor.text[count - 1] != 0x0A else { return leave(world) }
    return change { $0.endLastLine() } + leave(world)
  }

  mutating func receive(_ event: Event, _ world: World) -> [Outcome] {
    switch event {
    case .noteOpened(editor.target, let text): editor.adopt(text)
    case .noteReplaced(editor.target, let text, .edited): editor.adoptOwn(text)
    case .noteReplaced(editor.target, let text, _): editor.adopt(text)
    case .noteForgotten(editor.target): forget()
    case .noteForgotten: cutText = CutText("")
    case .noteSafety(editor.target, .saved):
      // Whoever has paused so long begins something new.
      editor.undoList.close()
    case .clockRead(let now):
      let stamp = facts.stamp(now, in: world.catalogue.conference.zone)
      return change { $0.stamp(stamp) }
    default: break
    }
    return []
  }

  // MARK: - Changing

  /// Changes the note, and has the changes kept.
  mutating func change(_ change: (inout NoteEditor) -> [NoteEdit]) -> [Outcome] {
    let edits = change(&editor)
    return editor.keeping(edits)
  }

  /// Begins with nothing, and with nothing to undo or to put in again: what is typed on is a new note.
  private mutating func forget() {
    let size = editor.size
    editor = NoteEditor(editor.target, text: "")
    editor.fit(size)
    (beginning, search, cutText) = (NoteBeginning(), NoteSearch(query: ""), CutText(""))
  }

  mutating func type(_ key: Key, _ world: World) -> [Outcome] {
    guard search.step == nil else { return search.type(key, in: &editor) }
    switch key {
    case .character(let character): return change { $0.insert(String(character)) }
    case .alt, .control, .function: return [.say(Message("%s means nothing while you write", key.name))]
    case .enter, .escape, .tab, .backtab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown, .shiftUp, .shiftDown, .shiftLeft, .shiftRight, .wordLeft, .wordRight, .shiftHome, .shiftEnd,
      .shiftWordLeft, .shiftWordRight, .controlHome, .controlEnd, .shiftControlHome, .shiftControlEnd,
      .controlBackspace, .controlDelete:
      return []
    }
  }

  mutating func paste(_ text: String, _ world: World) -> [Outcome]? {
    guard search.step == nil else {
      search.paste(text, in: &editor)
      return []
    }
    return change { $0.insert(text, as: .whole) }
  }

  /// A click places the caret, a second one on the same place selects the word.
  mutating func click(_ place: Point, isDouble: Bool, in size: Size, _ world: World) -> [Outcome] {
    let offset = editor.offset(x: place.x - EditorView.margin, y: place.y)
    editor.place(offset)
    editor.undoList.close()
    if isDouble {
      // In the margin, and where there is no word, it is the line that is meant.
      let word = place.x < EditorView.margin ? offset..<offset : editor.text.word(at: offset)
      let chosen = word.isEmpty ? editor.caretLine() : word
      if !chosen.isEmpty { editor.place(chosen.upperBound, anchor: chosen.lowerBound) }
    }
    return []
  }

  /// The text from where the button was pressed is selected; beyond an edge it moves on.
  mutating func drag(to place: Point, in size: Size, _ world: World) -> [Outcome] {
    let offset = editor.offset(x: place.x - EditorView.margin, y: max(-1, min(place.y, size.height)))
    editor.place(offset, anchor: editor.anchor ?? editor.caret)
    return []
  }

  mutating func wheel(by rows: Int, _ world: World) -> [Outcome] {
    editor.scroll(by: rows)
    return []
  }

  /// Goes to a line, or begins what is written about a paragraph; the note says first what may be told of it.
  /// - Parameter line: in the note as it is opened.
  mutating func begin(_ rule: Session.Attribution, line: Int?, paragraph: ParagraphSelector?) -> [Outcome] {
    editor.keeping(beginning.begin(&editor, rule, line: line, paragraph: paragraph))
  }

  /// The note is done.
  mutating func finish(_ world: World) -> [Outcome] {
    editor.keeping(beginning.end(&editor, world.rule(of: editor.target))) + [.close, .effect(.saveNotes)]
  }

  /// Marks the line, and offers who can be named with it.
  mutating func mark(_ kind: NoteMark.Kind) -> [Outcome] {
    change { $0.mark(kind) } + (kind == .decision ? [] : [.offer(facts.offer(for: kind))])
  }

  mutating func receive(_ reply: Reply, _ world: World) -> [Outcome] {
    switch reply {
    case .person(let name): change { $0.name(name) }
    case .text(let text): change { $0.insert(text) }
    case .conflict(let choice): change { $0.resolve(choice) }
    case .markKind, .markedPerson: []
    }
  }
}
