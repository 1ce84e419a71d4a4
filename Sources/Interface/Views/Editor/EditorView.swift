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
  /// What was put in when the note was opened at a paragraph; taken away again where nothing follows it.
  private var begun = ""
  /// The whole text, where nothing is in the note but what may be told of it.
  private var begunRule = ""
  /// Whether the last key has cut, so that the next cut adds to it.
  private var isCutting = false
  var finder: Finder?
  /// The words that were looked for last.
  var query = ""
  /// What was cut or copied last, to be put in elsewhere.
  var cutText: String

  /// - Parameter cutText: what was cut in an earlier note.
  init(_ subject: Subject, text: String, cutText: String, query: String, _ world: World) {
    editor = NoteEditor(subject, text: text)
    facts = NoteFacts(subject, in: world.catalogue)
    (self.cutText, self.query) = (cutText, query)
  }

  var mode: KeyMode { finder == nil ? .writing : .typing }
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
    return [listed([rule, world.text((world.notes.safety[editor.target] ?? .saved).name)])]
  }

  func isInDanger(_ world: World) -> Bool {
    guard case .notSaved? = world.notes.safety[editor.target] else { return false }
    return true
  }

  var statusInput: StatusInput? {
    finder.map { finder in
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

  mutating func receive(_ event: Event, _ world: World) -> [Outcome] {
    switch event {
    case .noteOpened(editor.target, let text), .noteReplaced(editor.target, let text, _): editor.adopt(text)
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
    return change(&editor).map { .effect(.editNote(editor.target, $0)) }
  }

  mutating func type(_ key: Key, _ world: World) -> [Outcome] {
    if finder != nil { return find { _ = $0.edit(key) } }
    switch key {
    case .character(let character): return change { $0.insert(String(character)) }
    case .alt, .control, .function: return [.say(Message("%s means nothing while you write", key.name))]
    case .enter, .escape, .tab, .backtab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown, .shiftUp, .shiftDown, .shiftLeft, .shiftRight, .wordLeft, .wordRight, .shiftHome, .shiftEnd,
      .shiftWordLeft, .shiftWordRight, .controlHome, .controlEnd:
      return []
    }
  }

  mutating func paste(_ text: String, _ world: World) -> [Outcome]? {
    if finder != nil { return find { $0.insert(text) } }
    return change { $0.insert(text, as: .whole) }
  }

  /// A click places the caret, a second one on the same place selects the word.
  mutating func click(_ place: Point, isDouble: Bool, in size: Size, _ world: World) -> [Outcome] {
    let offset = editor.offset(x: place.x - EditorView.margin, y: place.y)
    (editor.caret, editor.anchor, editor.goal) = (offset, nil, nil)
    editor.undoList.close()
    editor.followsCaret = true
    if isDouble, case let word = editor.word(at: offset), !word.isEmpty {
      (editor.anchor, editor.caret) = (word.lowerBound, word.upperBound)
    }
    return []
  }

  mutating func wheel(by notches: Int, _ world: World) -> [Outcome] {
    editor.scroll(by: 3 * notches)
    return []
  }

  /// Goes to a line, or begins what is written about a paragraph; the note says first what may be told of it.
  /// - Parameter line: in the note as it is opened.
  mutating func begin(_ rule: Session.Attribution, line: Int?, paragraph: Int?) -> [Outcome] {
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

  /// Begins what is written about a numbered paragraph, unless the note is at it already.
  private mutating func begin(paragraph: Int) -> [Outcome] {
    let sign = "[¶ \(paragraph)]"
    // The last part of the text says where it is, cut between scalars.
    var start = max(0, editor.text.count - 65_536)
    while start < editor.text.count, editor.text[start] & 0xC0 == 0x80 { start += 1 }
    let tail = editor.text.string(in: start..<editor.text.count)
    if tail.split(separator: "\n").last(where: { $0.hasPrefix("[¶ ") }) == sign[...] { return [] }
    let gap = editor.text.count == 0 || tail.hasSuffix("\n\n") ? "" : tail.hasSuffix("\n") ? "\n" : "\n\n"
    let added = gap + sign + "\n"
    begun = added
    return change {
      $0.caret = $0.text.count
      return $0.insert(added, as: .whole)
    }
  }

  /// Takes away the beginning behind which nothing was written.
  private mutating func endParagraph() -> [Outcome] {
    guard !begun.isEmpty, editor.text.count >= begun.utf8.count else { return [] }
    let range = editor.text.count - begun.utf8.count..<editor.text.count
    return editor.text.string(in: range) == begun ? change { $0.remove(range) } : []
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
    guard case .person(let name) = reply else { return [] }
    return change { $0.name(name) }
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

/// What the agenda knows of the page that a note is about, looked up once when it is opened.
struct NoteFacts: Equatable, Sendable {
  /// Nil where a note is not about a session.
  var attribution: Session.Attribution?
  /// When the session begins.
  var start: Instant?
  /// The names of the session's people, each once.
  var people: [String] = []

  init(_ target: Subject, in catalogue: Catalogue) {
    guard case .session(let id) = target, let page = catalogue.session(id) else { return }
    (attribution, start) = (page.row.attribution, page.row.start)
    for person in page.people + page.items.flatMap(\.people) where !people.contains(person.name) {
      people.append(person.name)
    }
  }
}
