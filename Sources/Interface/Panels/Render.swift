import Cells

/// The whole screen for a state.
///
/// Pure: it reads the state and nothing else.
public func render(_ state: State) -> Picture {
  var canvas = Canvas(size: state.size, theme: state.theme, isASCII: state.isASCII)
  let layout = state.layout
  guard layout.mode != .tooSmall else {
    let words = Words.tooSmall(need: Layout.smallest, have: state.size)
    for (y, line) in wrap(words, width: max(1, state.size.width)).enumerated() {
      canvas.put(line, x: 0, y: y, .text, in: Rect(state.size))
    }
    return Picture(buffer: canvas.buffer, cursor: nil)
  }
  TitleBar.draw(state, into: &canvas)
  Frames.draw(state, into: &canvas)
  for frame in layout.frames {
    switch frame.shown {
    case .agenda: AgendaPanel.draw(state, in: frame.inner, into: &canvas)
    case .session: PagePanel.draw(state.session, of: .session, state, in: frame.inner, into: &canvas)
    case .background:
      BrowserPanel.draw(state.background, of: .background, state, in: frame.inner, into: &canvas)
    case .documents:
      BrowserPanel.draw(state.documents, of: .documents, state, in: frame.inner, into: &canvas)
    case .notes where state.editor != nil: WritingPanel.draw(state, in: frame.inner, into: &canvas)
    case .notes: PagePanel.draw(state.notes, of: .notes, state, in: frame.inner, into: &canvas)
    }
  }
  Footer.draw(state, into: &canvas)
  StatusLine.draw(state, into: &canvas)
  if let book = state.notebook { NotebookPanel.draw(book, state, into: &canvas) }
  switch state.overlay {
  case .search(let box): SearchPanel.draw(box, state, into: &canvas)
  case .choice(let box): ChoicePanel.draw(box, state, into: &canvas)
  case .noteFinder(let finder): NoteFinderPanel.draw(finder, state, into: &canvas)
  case nil: PrefixPanel.draw(state, into: &canvas)
  }
  return Picture(buffer: canvas.buffer, cursor: canvas.cursor)
}
