import Agenda
import Catalogue
import Cells

// From the view of all notes to the notes themselves.
extension State {
  /// Goes to where the selected line stands in its note.
  mutating func goToSelectedLine() {
    guard let book = notebook, let note = book.selectedNote, let line = book.selectedRow?.line else { return }
    guard !note.isGone else {
      message = Message(Words.noteIsGone, .warning)
      return
    }
    notebook = nil
    remember()
    show(subject(of: note.target))
    choose(.notes)
    settle()
    let rows = rows(of: .notes)
    if let place = notes.content.line(of: line.text) {
      notes.top = place
      notes.clamp(rows: rows)
    }
  }

  /// A click chooses a line, a kind of mark, or closes the view; a double click goes to the line.
  mutating func pointInNotebook(_ action: MouseAction) -> [Effect] {
    guard let book = notebook else { return [] }
    let places = NotebookPanel.Places(size: size)
    switch action.kind {
    case .wheelUp: notebook?.move(by: -1)
    case .wheelDown: notebook?.move(by: 1)
    case .click, .doubleClick:
      guard places.outer.contains(action.position) else {
        notebook = nil
        return []
      }
      if places.tabs.contains(action.position) {
        let tab = NotebookPanel.tabs(book, places.tabs).last { $0.x <= action.position.x }
        if let tab { changeNotebook { $0.kind = tab.kind } }
      } else if places.list.contains(action.position) {
        let index = book.top + action.position.y - places.list.y
        guard book.lines.indices.contains(index), book.rows[book.lines[index].row].line != nil else { return [] }
        notebook?.select(row: book.lines[index].row)
        if action.kind == .doubleClick { goToSelectedLine() }
      }
    }
    return []
  }
}

extension PageContent {
  /// The line of the page on which the beginning of a text stands.
  func line(of text: String) -> Int? {
    let wanted = text.utf8.filter { PageContent.isWord($0) }.prefix(24)
    guard !wanted.isEmpty else { return nil }
    // Signs of Markdown are not on the page, and a long text goes on in the next line.
    let pieces = lines.map { $0.plain.utf8.filter { PageContent.isWord($0) } }
    return pieces.indices.first { index in
      let here = pieces[index]
      let joined = here + (index + 1 < pieces.count ? pieces[index + 1] : [])
      guard let range = joined.place(of: wanted) else { return false }
      return range.lowerBound < here.count
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }
}
