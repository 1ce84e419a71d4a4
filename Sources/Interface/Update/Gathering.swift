import Agenda
import Catalogue
import Cells
import Notes

extension State {
  /// Opens the view of all notes, or of one kind of mark, at the note on what is being read.
  mutating func openNotebook(_ kind: NoteMark.Kind?) {
    if notebook != nil {
      changeNotebook { $0.kind = kind }
      return
    }
    if let editor { take(note: editor.text.string, of: editor.target) }
    notebook = Notebook(kind: kind)
    refreshNotebook()
    let target = noteTarget
    notebook?.select(target, number: 0)
  }

  /// Brings the view up to date with the notes and the size of the screen; what has not changed costs nothing.
  mutating func refreshNotebook() {
    guard var book = notebook else { return }
    let places = NotebookPanel.Places(size: size)
    let key = Notebook.Key(
      revision: noteRevision, edition: contentRevision, zone: ownZone?.identifier, width: places.textWidth)
    if book.key != key {
      if book.key.map({ ($0.revision, $0.edition, $0.zone) == (key.revision, key.edition, key.zone) }) != true {
        if let day = book.day, !catalogue.days.indices.contains(day) { book.day = nil }
        book.refill(gatherNotes(), folded: catalogue.folded)
      }
      book.set(width: places.textWidth)
      book.key = key
    }
    book.scroll(height: max(1, places.list.height))
    notebook = book
  }

  /// Changes what the view lets through.
  mutating func changeNotebook(_ change: (inout Notebook) -> Void) {
    guard var book = notebook else { return }
    change(&book)
    book.refill(folded: catalogue.folded)
    book.set(width: NotebookPanel.Places(size: size).textWidth)
    notebook = book
  }

  /// The commands that mean something of their own in the view; nil for the others, before which it closes.
  mutating func runInNotebook(_ command: Command) -> [Effect]? {
    guard let book = notebook else { return nil }
    if book.isTyping { return runWhileTypingWords(command) }
    let page = max(1, NotebookPanel.Places(size: size).list.height - 1)
    switch command {
    case .up: notebook?.move(by: -1)
    case .down: notebook?.move(by: 1)
    case .pageUp: notebook?.move(by: -page)
    case .pageDown: notebook?.move(by: page)
    case .first: notebook?.select(row: 1)
    case .last: notebook?.select(row: book.rows.count - 1)
    case .back, .interrupt: notebook = nil
    case .open: goToSelectedLine()
    case .nextPanel: changeKind(by: 1)
    case .previousPanel: changeKind(by: -1)
    case .nextDay: changeDay(by: 1)
    case .previousDay: changeDay(by: -1)
    case .find: notebook?.isTyping = true
    case .filterKind: chooseMark()
    case .filterPerson: chooseMarkedPerson()
    case .clearFilters:
      changeNotebook { ($0.kind, $0.day, $0.person, $0.words) = (nil, nil, nil, LineEditor()) }
    case .allNotes: openNotebook(nil)
    case .actionList: openNotebook(.action)
    case .copy:
      guard let text = book.selectedRow?.line?.text else { return [.bell] }
      message = Message(Words.copiedText(text))
      return [.copy(text)]
    case .tick: return tickSelected()
    case .write:
      // Where it stands, in the note that it belongs to.
      let number = book.selectedRow?.line?.number
      goToSelectedLine()
      guard notebook == nil else { return [] }
      let effects = startWriting()
      opening?.line = number
      return effects
    case .palette, .help, .mouse, .redraw, .suspend, .quit, .ownZone, .report: return nil
    default:
      notebook = nil
      return nil
    }
    return []
  }

  private mutating func runWhileTypingWords(_ command: Command) -> [Effect]? {
    switch command {
    case .open: notebook?.isTyping = false
    case .back, .interrupt:
      notebook?.isTyping = false
      changeNotebook { $0.words = LineEditor() }
    case .up: notebook?.move(by: -1)
    case .down: notebook?.move(by: 1)
    case .redraw, .suspend: return nil
    default: break
    }
    return []
  }

  /// Changes the words that are typed.
  mutating func editWords(_ change: (inout LineEditor) -> Void) {
    guard notebook?.isTyping == true else { return }
    changeNotebook { change(&$0.words) }
  }

  private mutating func changeKind(by step: Int) {
    let kinds: [NoteMark.Kind?] = [nil] + NoteMark.Kind.allCases
    changeNotebook { book in
      let index = kinds.firstIndex(of: book.kind) ?? 0
      book.kind = kinds[(index + step + kinds.count) % kinds.count]
    }
  }

  /// Over all days and back to all of them.
  private mutating func changeDay(by step: Int) {
    let count = catalogue.days.count
    changeNotebook { book in
      let index = ((book.day ?? -1) + 1 + step + count + 1) % (count + 1)
      book.day = index == 0 ? nil : index - 1
    }
  }

  private mutating func chooseMark() {
    let choices = NoteMark.Kind.allCases.map { kind in
      ChoiceBox.Choice(
        Words.names(of: kind), detail: String(notebook?.counts[kind] ?? 0), action: .keepMark(kind))
    }
    let all = ChoiceBox.Choice(Words.names(of: nil), action: .keepMark(nil))
    overlay = .choice(ChoiceBox(kind: .filterMark, choices: [all] + choices))
  }

  private mutating func chooseMarkedPerson() {
    let choices = (notebook?.people ?? []).map {
      ChoiceBox.Choice($0.name, detail: String($0.count), action: .keepMarksOf($0.name))
    }
    let all = ChoiceBox.Choice(Words.everybody, action: .keepMarksOf(nil))
    overlay = .choice(ChoiceBox(kind: .filterMarkedPerson, choices: [all] + choices))
  }

  /// Ticks the selected action or question, or takes the tick away.
  private mutating func tickSelected() -> [Effect] {
    guard let book = notebook, let note = book.selectedNote, let mark = book.selectedMark, mark.tick != nil
    else {
      message = Message(Words.reason(.nothingToTick))
      return [.bell]
    }
    return [.tick(note.target, mark)]
  }
}
