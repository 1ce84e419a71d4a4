import Cells

/// The line above the footer in which words are typed that are looked for in a note.
enum NoteFinderPanel {
  static func draw(_ finder: NoteFinder, _ state: State, into canvas: inout Canvas) {
    let line = state.layout.status
    canvas.fill(line, .input)
    var x = line.x + 1
    x += canvas.put(Words.findInNotePrompt, x: x, y: line.y, .input, in: line)
    let isMissing = !finder.editor.text.isEmpty && state.editor?.selection.isEmpty == true
    if isMissing {
      let words = Words.hits(0, limited: false)
      canvas.put(words, x: line.maxX - displayWidth(words) - 1, y: line.y, .warning, in: line)
    }
    let room = max(1, line.maxX - x - (isMissing ? 16 : 1))
    let column = displayWidth(String(finder.editor.characters[..<finder.editor.caret]))
    let shift = max(0, column - room + 1)
    canvas.put(
      finder.editor.text, x: x - shift, y: line.y, .input, in: Rect(x: x, y: line.y, width: room, height: 1))
    canvas.cursor = Point(x: min(x + column - shift, line.maxX - 1), y: line.y)
  }
}
