import Catalogue
import Cells
import Notes

/// The view of all notes: kinds of marks, what else is let through, and the notes under their headings.
enum NotebookPanel {
  /// Where what stands.
  struct Places: Equatable {
    var outer: Rect
    var tabs: Rect
    var filter: Rect
    var list: Rect
    var isBordered: Bool
    /// Columns before a row's text.
    var indent: Int

    init(size: Size) {
      isBordered = size.width >= 60 && size.height >= 12
      if isBordered {
        outer = Rect(x: 0, y: 1, width: size.width, height: size.height - 3)
      } else {
        // On a short screen the status has no line of its own.
        let below = size.height < 12 ? 1 : 2
        outer = Rect(x: 0, y: 1, width: size.width, height: max(0, size.height - 1 - below))
      }
      let inner = isBordered ? outer.inset(x: 1, y: 1) : outer
      tabs = Rect(x: inner.x, y: inner.y, width: inner.width, height: min(1, inner.height))
      filter = Rect(x: inner.x, y: inner.y + 1, width: inner.width, height: min(1, max(0, inner.height - 1)))
      list = Rect(x: inner.x, y: inner.y + 2, width: inner.width, height: max(0, inner.height - 2))
      indent = inner.width < 50 ? 5 : 11
    }

    /// No line longer than is good to read.
    var textWidth: Int { max(1, min(100, list.width - indent - 1)) }
  }

  static func draw(_ book: Notebook, _ state: State, into canvas: inout Canvas) {
    let places = Places(size: state.size)
    canvas.fill(places.outer, .text)
    if places.isBordered {
      var lines = BoxLines(set: canvas.boxSet)
      lines.add(rect: places.outer)
      lines.draw(into: &canvas.buffer, style: canvas.theme.style(.borderFocused))
      canvas.putFitted(
        " \(Words.allNotesTitle) ", x: places.outer.x + 2, y: places.outer.y, .boxTitle, in: places.outer)
      let info = " \(Words.notes(book.notes.count)) "
      canvas.put(info, x: places.outer.maxX - 2 - displayWidth(info), y: places.outer.y, .dim, in: places.outer)
    }
    for tab in tabs(book, places.tabs) {
      canvas.put(tab.text, x: tab.x, y: places.tabs.y, tab.kind == book.kind ? .tabFocused : .tab, in: places.tabs)
    }
    drawFilter(book, state, in: places.filter, into: &canvas)
    drawList(book, places, into: &canvas)
  }

  struct Tab: Equatable {
    /// Nil is everything.
    var kind: NoteMark.Kind?
    var text: String
    var x: Int
  }

  /// Whole names where they fit, else short ones, without their numbers, or signs.
  static func tabs(_ book: Notebook, _ rect: Rect) -> [Tab] {
    let steps: [(name: (NoteMark.Kind?) -> String, isCounted: Bool)] = [
      (Words.names(of:), true), (Words.shortNames(of:), true), (Words.shortNames(of:), false),
      (Words.tabSign(of:), false),
    ]
    var tabs: [Tab] = []
    for (name, isCounted) in steps {
      var x = rect.x + 1
      tabs = []
      for kind in [nil] + NoteMark.Kind.allCases.map(Optional.some) {
        let count = isCounted ? kind.map { " \(book.counts[$0] ?? 0)" } ?? "" : ""
        let tab = Tab(kind: kind, text: " \(name(kind))\(count) ", x: x)
        x += displayWidth(tab.text)
        tabs.append(tab)
      }
      if x <= rect.maxX { break }
    }
    return tabs
  }

  /// What is let through beside the kind of mark, or the words that are typed.
  private static func drawFilter(_ book: Notebook, _ state: State, in rect: Rect, into canvas: inout Canvas) {
    guard rect.height > 0 else { return }
    if book.isTyping {
      canvas.fill(rect, .input)
      var x = rect.x + 1
      x += canvas.put(Words.wordsPrompt, x: x, y: rect.y, .input, in: rect)
      let caret = displayWidth(String(book.words.characters[..<book.words.caret]))
      let shift = max(0, caret - max(1, rect.maxX - x - 1) + 1)
      canvas.put(
        book.words.text, x: x - shift, y: rect.y, .input, in: Rect(x: x, y: rect.y, width: rect.maxX - x, height: 1))
      canvas.cursor = Point(x: x + caret - shift, y: rect.y)
      return
    }
    let days = state.catalogue.days
    let day = book.day.map { days.indices.contains($0) ? days[$0].longName : "" } ?? Words.allDays
    let words = book.words.text.isEmpty ? "" : "“\(book.words.text)”"
    canvas.putFitted(listed([day, book.person ?? "", words], by: " · "), x: rect.x + 2, y: rect.y, .dim, in: rect)
  }

  private static func drawList(_ book: Notebook, _ places: Places, into canvas: inout Canvas) {
    let rect = places.list
    guard !book.rows.isEmpty else {
      let words = book.notes.isEmpty ? Words.noNotesYet : Words.nothingPasses(clearKeys: KeyTable.clearFilters)
      canvas.putWrapped(words, x: rect.x + 2, .dim, in: rect)
      return
    }
    for y in 0..<rect.height {
      guard book.lines.indices.contains(book.top + y) else { break }
      draw(book.lines[book.top + y], book, places, y: rect.y + y, into: &canvas)
    }
  }

  private static func draw(
    _ line: Notebook.Line, _ book: Notebook, _ places: Places, y: Int, into canvas: inout Canvas
  ) {
    let rect = places.list
    let row = book.rows[line.row]
    guard let content = row.line else {
      let note = book.notes[row.note]
      let x = rect.x + 1 + canvas.put(note.time, x: rect.x + 1, y: y, note.isGone ? .warning : .time, in: rect) + 2
      canvas.putFitted(note.title, x: x, y: y, .title, in: Rect(x: rect.x, y: y, width: rect.width - 1, height: 1))
      return
    }
    if line.isFirst, let mark = content.mark {
      if places.indent > 5, let stamp = mark.stamp { canvas.put(stamp.clock, x: rect.x + 1, y: y, .time, in: rect) }
      canvas.put(Words.sign(mark), x: rect.x + places.indent - 4, y: y, .sign, in: rect)
    }
    let isDone = content.mark?.isTicked == true
    canvas.put(line.text, x: rect.x + places.indent, y: y, isDone ? .dim : .text, in: rect)
    guard line.row == book.selected else { return }
    canvas.buffer.restyle(Rect(x: rect.x, y: y, width: rect.width, height: 1), with: canvas.theme.style(.selected))
    if line.isFirst {
      canvas.put(">", x: rect.x, y: y, .selected, in: rect)
      if !book.isTyping { canvas.cursor = Point(x: rect.x, y: y) }
    }
  }
}
