import Agenda
import Catalogue
import Cells
import Messages
import Notes

/// A note while it is written, in the place of the panel in which it is read.
struct EditorView: PanelView {
  /// Words that are looked for in the note, typed in the status line.
  struct Finder: Equatable, Sendable {
    var input = InputLine()
    /// Where the search was begun.
    let origin: Int
  }

  var editor: NoteEditor
  /// What the agenda knows of the page.
  private let facts: NoteFacts
  /// What was put in when the note was opened at a paragraph, and where; taken away again where nothing was written.
  private var begun: (offset: Int, text: String)?
  /// The whole text, where nothing is in the note but what may be told of it.
  private var begunRule = ""
  /// Whether the last key has cut, so that the next cut adds to it.
  private var isCutting = false
  var finder: Finder?
  var replacer: Replacer?
  /// The words that were looked for last.
  var query = ""
  /// What was cut or copied last, to be put in elsewhere.
  var cutText: String
  /// How many lines stand twice in the note, since another program has changed them too.
  private(set) var conflicts = 0

  /// - Parameter cutText: what was cut in an earlier note.
  init(_ subject: Subject, text: String, cutText: String, query: String, _ world: World) {
    editor = NoteEditor(subject, text: text)
    // What the note keeps of paragraphs stands behind all that is written.
    editor.caret = editor.bodyEnd
    facts = NoteFacts(subject, in: world.catalogue)
    (self.cutText, self.query) = (cutText, query)
    conflicts = NoteConflict.count(in: text)
  }

  var mode: KeyMode { finder == nil && replacer == nil ? .writing : .typing }
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
    let contradiction = NoteConflict.counted(conflicts).map(world.text) ?? ""
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

  var statusInput: StatusInput? {
    if let replacer { return replacer.statusInput }
    return finder.map { finder in
      let isMissing = !finder.input.editor.text.isEmpty && editor.selection.isEmpty
      return StatusInput(
        prompt: Message("Find in this note: "), input: finder.input,
        warning: isMissing ? Message("Nothing found") : nil)
    }
  }

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
    case .noteOpened(editor.target, let text): adopt(text)
    case .noteReplaced(editor.target, let text, let change): adopt(text, isOwn: change == .edited)
    case .noteForgotten(editor.target): forget()
    case .noteForgotten: cutText = ""
    case .noteSafety(editor.target, .saved):
      // Whoever has paused so long begins something new.
      editor.undoList.close()
    case .clockRead(let now): return stamp(now, world)
    default: break
    }
    return []
  }

  // MARK: - Changing

  /// Changes the note, and has the changes kept.
  mutating func change(_ change: (inout NoteEditor) -> [NoteEdit]) -> [Outcome] {
    isCutting = false
    let edits = change(&editor)
    if conflicts > 0 || edits.contains(where: { $0.inserted.contains(NoteConflict.sign) }) { countConflicts() }
    return edits.map { .effect(.editNote(editor.target, $0)) }
  }

  private mutating func adopt(_ text: String, isOwn: Bool = false) {
    if isOwn { editor.adoptOwn(text) } else { editor.adopt(text) }
    countConflicts()
  }

  /// Begins with nothing, and with nothing to undo or to put in again: what is typed on is a new note.
  private mutating func forget() {
    let size = editor.size
    editor = NoteEditor(editor.target, text: "")
    editor.size = size
    (begun, begunRule, isCutting, finder, replacer, query, cutText) = (nil, "", false, nil, nil, "", "")
    conflicts = 0
  }

  private mutating func countConflicts() { conflicts = NoteConflict.count(in: editor.text.string) }

  /// Asks which of two texts is to stay, at the caret or at the next place after it.
  mutating func askForConflict() -> [Outcome] {
    guard let conflict = nextConflict() else { return [] }
    editor.caret = conflict.range.lowerBound
    (editor.anchor, editor.goal, editor.followsCaret) = (nil, nil, true)
    return [.offer(conflict.offer { .reply(.conflict($0)) })]
  }

  private func nextConflict() -> NoteConflict? {
    let all = NoteConflict.all(in: editor.text.string)
    return all.first { $0.range.upperBound > editor.caret } ?? all.first
  }

  private mutating func resolve(_ choice: NoteConflict.Choice) -> [Outcome] {
    guard let conflict = nextConflict() else { return [] }
    let edit = conflict.edit(choice, in: editor.text.string)
    return change { $0.change(edit.offset..<edit.offset + edit.removed, to: Array(edit.inserted.utf8), .whole) }
  }

  mutating func type(_ key: Key, _ world: World) -> [Outcome] {
    if finder != nil { return find { _ = $0.edit(key) } }
    if replacer != nil { return typeReplacing(key) }
    switch key {
    case .character(let character): return change { $0.insert(String(character)) }
    case .alt, .control, .function: return [.say(Message("%s means nothing while you write", key.name))]
    case .enter, .escape, .tab, .backtab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown, .shiftUp, .shiftDown, .shiftLeft, .shiftRight, .wordLeft, .wordRight, .shiftHome, .shiftEnd,
      .shiftWordLeft, .shiftWordRight, .controlHome, .controlEnd, .shiftControlHome, .shiftControlEnd:
      return []
    }
  }

  mutating func paste(_ text: String, _ world: World) -> [Outcome]? {
    if finder != nil { return find { $0.insert(text) } }
    if replacer != nil {
      replacer?.insert(text)
      return []
    }
    return change { $0.insert(text, as: .whole) }
  }

  /// A click places the caret, a second one on the same place selects the word.
  mutating func click(_ place: Point, isDouble: Bool, in size: Size, _ world: World) -> [Outcome] {
    let offset = editor.offset(x: place.x - EditorView.margin, y: place.y)
    (editor.caret, editor.anchor, editor.goal) = (offset, nil, nil)
    editor.undoList.close()
    editor.followsCaret = true
    if isDouble {
      // In the margin, and where there is no word, it is the line that is meant.
      let word = place.x < EditorView.margin ? offset..<offset : editor.word(at: offset)
      let chosen = word.isEmpty ? editor.caretLine() : word
      if !chosen.isEmpty { (editor.anchor, editor.caret) = (chosen.lowerBound, chosen.upperBound) }
    }
    return []
  }

  /// The text from where the button was pressed is selected; beyond an edge it moves on.
  mutating func drag(to place: Point, in size: Size, _ world: World) -> [Outcome] {
    editor.anchor = editor.anchor ?? editor.caret
    editor.caret = editor.offset(x: place.x - EditorView.margin, y: max(-1, min(place.y, size.height)))
    (editor.goal, editor.followsCaret) = (nil, true)
    return []
  }

  mutating func wheel(by notches: Int, _ world: World) -> [Outcome] {
    editor.scroll(by: 3 * notches)
    return []
  }

  /// Goes to a line, or begins what is written about a paragraph; the note says first what may be told of it.
  /// - Parameter line: in the note as it is opened.
  mutating func begin(_ rule: Session.Attribution, line: Int?, paragraph: ParagraphSelector?) -> [Outcome] {
    let before = editor.text.lineCount
    let isNew = editor.text.count == 0
    let outcomes = keep(rule)
    if isNew { begunRule = editor.text.string }
    if let line {
      editor.go(toLine: line + editor.text.lineCount - before)
      return outcomes
    }
    return outcomes + (paragraph.map { begin(paragraph: $0) } ?? [])
  }

  /// The note is done.
  mutating func finish(_ world: World) -> [Outcome] {
    var outcomes = endParagraph()
    if !begunRule.isEmpty, editor.text.string == begunRule {
      outcomes += change { $0.remove(0..<$0.text.count) }
    } else if editor.text.count > 0 {
      outcomes += keep(world.rule(of: editor.target))
    }
    return outcomes + [.close, .effect(.saveNotes)]
  }

  /// Puts the line back that says what may be told of the note; the caret stays between its letters.
  private mutating func keep(_ rule: Session.Attribution) -> [Outcome] {
    RuleLine.edits(keeping: rule, in: editor.text.string).flatMap { edit in
      let caret = editor.caret
      let outcomes = change {
        $0.change(edit.offset..<edit.offset + edit.removed, to: Array(edit.inserted.utf8), .whole)
      }
      if caret > edit.offset || caret == 0 {
        editor.caret = max(edit.offset, caret - edit.removed) + edit.inserted.utf8.count
      } else {
        editor.caret = caret
      }
      return outcomes
    }
  }

  /// Begins what is written about a paragraph, unless the note is at it already, and has the note keep what the
  /// paragraph says.
  private mutating func begin(paragraph: ParagraphSelector) -> [Outcome] {
    let text = editor.text.string
    let anchors = NoteAnchors(in: text)
    let (label, isNew) = anchors.label(for: paragraph)
    let end = editor.bodyEnd
    if !isNew, anchors.lines.last?.label == label {
      editor.caret = end
      return []
    }
    var definition = paragraph
    definition.label = label
    let body = String(decoding: text.utf8.prefix(end), as: UTF8.self)
    let gap = body.isEmpty || body.hasSuffix("\n\n") ? "" : body.hasSuffix("\n") ? "\n" : "\n\n"
    let sign = gap + ParagraphLabel.sign(label) + "\n"
    // A definition that follows text at once is no definition (CommonMark §4.7).
    let added = sign + (isNew ? "\n\n" + definition.definition + (end == text.utf8.count ? "\n" : "") : "")
    begun = (end, added)
    return change {
      $0.caret = end
      let edits = $0.insert(added, as: .whole)
      $0.caret = end + sign.utf8.count
      return edits
    }
  }

  /// Takes away the beginning behind which nothing was written.
  private mutating func endParagraph() -> [Outcome] {
    guard let begun, editor.text.count >= begun.offset + begun.text.utf8.count else { return [] }
    let range = begun.offset..<begun.offset + begun.text.utf8.count
    return editor.text.string(in: range) == begun.text ? change { $0.remove(range) } : []
  }

  /// Cuts the selection, or the line; lines that are cut one after the other stay together.
  mutating func cut() -> [Outcome] {
    let range = editor.selectionOrLine()
    guard !range.isEmpty else { return [.say(EditorView.nothingThere)] }
    let text = editor.text.string(in: range)
    cutText = isCutting && editor.selection.isEmpty ? cutText + text : text
    let outcomes = change { $0.remove(range) }
    isCutting = true
    return outcomes + [.effect(.copy(cutText))]
  }

  mutating func copySelected() -> [Outcome] {
    let range = editor.selectionOrLine()
    guard !range.isEmpty else { return [.say(EditorView.nothingThere)] }
    cutText = editor.text.string(in: range)
    let breaks = cutText.utf8.count { $0 == 0x0A }
    let lines = breaks + (cutText.utf8.last == 0x0A ? 0 : 1)
    return [.say(Message("Copied a line", "Copied %d lines", count: lines)), .effect(.copy(cutText))]
  }

  private static let nothingThere = Message("There is nothing here")

  // MARK: - Marking

  /// Marks the line, and offers who can be named with it.
  mutating func mark(_ kind: NoteMark.Kind) -> [Outcome] {
    change { $0.mark(kind) } + (kind == .decision ? [] : [.offer(people(for: kind))])
  }

  private func people(for kind: NoteMark.Kind) -> Offer {
    let title =
      switch kind {
      case .action: Message("Who must act")
      case .question: Message("Who asks")
      case .quote: Message("Who said it")
      case .decision: Message("Who decided")
      }
    let nobody = Choice(Message("Nobody, or type a name"), .reply(.person("")))
    let people = facts.people.map { Choice(.data($0), .reply(.person($0))) }
    return Offer(
      title, prompt: Message("Name: "), act: Message("name"), [nobody] + people, typing: .names)
  }

  mutating func receive(_ reply: Reply, _ world: World) -> [Outcome] {
    switch reply {
    case .person(let name): return change { $0.name(name) }
    case .text(let text): return change { $0.insert(text) }
    case .conflict(let choice): return resolve(choice)
    case .markKind, .markedPerson: return []
    }
  }

  /// Stamps the line with the time.
  private mutating func stamp(_ now: Instant, _ world: World) -> [Outcome] {
    let minutes = world.catalogue.conference.zone.local(now).secondOfDay / 60
    // A day off it says nothing any more.
    let elapsed = facts.start.map { Int(now.since($0)) }.flatMap { abs($0) < 86_400 ? $0 : nil }
    return change { $0.stamp(NoteStamp(minuteOfDay: minutes, elapsed: elapsed)) }
  }

  // MARK: - Finding in the note

  /// Changes the words that are looked for, and goes to the first place from where the search was begun.
  private mutating func find(_ edit: (inout LineEditor) -> Void) -> [Outcome] {
    guard var finder else { return [] }
    let before = finder.input.editor.characters
    edit(&finder.input.editor)
    self.finder = finder
    let words = finder.input.editor.text
    if finder.input.editor.characters != before, words.isEmpty || !editor.find(words, from: finder.origin) {
      leaveMatch(finder)
    }
    return []
  }

  /// Goes on to the next place, or back to the one before.
  mutating func findAgain(_ words: String, isBackwards: Bool = false) -> [Outcome] {
    let start = isBackwards ? editor.selection.lowerBound : editor.selection.upperBound
    if editor.find(words, from: start, backwards: isBackwards) { return [] }
    return [.say(Message("Nothing found for “%s”", words))]
  }

  /// Enter: the place found stays selected.
  mutating func acceptMatch() -> [Outcome] {
    guard let words = finder?.input.editor.text else { return [] }
    finder = nil
    guard !words.isEmpty else { return [] }
    query = words
    return editor.selection.isEmpty ? [.say(Message("Nothing found for “%s”", words))] : []
  }

  private mutating func leaveMatch(_ finder: Finder) {
    (editor.caret, editor.anchor, editor.followsCaret) = (finder.origin, nil, true)
  }

  /// Esc: back to where the search was begun.
  mutating func closeFinder() {
    if let finder { leaveMatch(finder) }
    finder = nil
  }
}

extension Catalogue {
  /// Of a meeting or a document; empty for what takes no notes or is not there.
  fileprivate func title(of target: Subject) -> String {
    switch target {
    case .meeting(let id): meeting(id)?.title ?? ""
    case .document(let id): document(id)?.title ?? ""
    case .session, .person, .room, .conference: ""
    }
  }
}

/// What the agenda knows of the page that a note is about, looked up once when it is opened.
struct NoteFacts: Equatable, Sendable {
  /// Nil where a note is not about a session.
  var attribution: Session.Attribution?
  /// When the session begins.
  var start: Instant?
  /// The names of the session's people, each once.
  var people: [String] = []
  /// What it is about.
  var title = ""

  init(_ target: Subject, in catalogue: Catalogue) {
    title = catalogue.title(of: target)
    guard case .session(let id) = target, let page = catalogue.session(id) else { return }
    (title, attribution, start) = (page.row.title, page.row.attribution, page.row.start)
    for person in page.people + page.items.flatMap(\.people) where !people.contains(person.name) {
      people.append(person.name)
    }
  }
}
