import Catalogue
import Cells
import Messages
import Notes

/// Where what stands in the view of all notes.
struct AllNotesPlaces: Equatable {
  var outer: Rect
  var tabs: Rect
  var filter: Rect
  var list: Rect
  var isBordered: Bool
  /// Columns before a row's text.
  var indent: Int

  init(screen size: Size) {
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

extension AllNotesView {
  func draw(in rect: Rect, _ world: World, into canvas: inout Canvas) {
    let places = places
    canvas.fill(places.outer, .text)
    if places.isBordered {
      let count = world.text(Message("1 note", "%d notes", count: list.notes.count))
      let conflicts = NoteConflict.counted(list.notes.reduce(0) { $0 + $1.conflicts }).map(world.text) ?? ""
      canvas.frame(places.outer, title: Message("All notes"), info: .data(listed([count, conflicts])))
    }
    for tab in tabs(places.tabs, world) {
      canvas.put(tab.text, x: tab.x, y: places.tabs.y, tab.kind == list.kind ? .tabFocused : .tab, in: places.tabs)
    }
    drawFilter(world, in: places.filter, into: &canvas)
    drawList(places, world, into: &canvas)
  }

  struct Tab: Equatable {
    /// Nil is everything.
    var kind: NoteMark.Kind?
    var text: String
    var x: Int
  }

  /// Whole names where they fit, else short ones, without their numbers, or signs.
  func tabs(_ rect: Rect, _ world: World) -> [Tab] {
    let shortAll = Message.within("short", "All")
    let steps: [(name: (NoteMark.Kind?) -> Message, isCounted: Bool)] = [
      ({ $0?.plural ?? Message("Everything") }, true), ({ $0?.shortName ?? shortAll }, true),
      ({ $0?.shortName ?? shortAll }, false), ({ $0.map { .data($0.sign(isTicked: false)) } ?? shortAll }, false),
    ]
    var tabs: [Tab] = []
    for (name, isCounted) in steps {
      var x = rect.x + 1
      tabs = []
      for kind in [nil] + NoteMark.Kind.allCases.map(Optional.some) {
        let count = isCounted ? kind.map { " \(list.counts[$0] ?? 0)" } ?? "" : ""
        let tab = Tab(kind: kind, text: " \(world.text(name(kind)))\(count) ", x: x)
        x += displayWidth(tab.text)
        tabs.append(tab)
      }
      if x <= rect.maxX { break }
    }
    return tabs
  }

  /// What is let through beside the kind of mark, or the words that are typed.
  private func drawFilter(_ world: World, in rect: Rect, into canvas: inout Canvas) {
    guard rect.height > 0 else { return }
    if isTyping { return list.words.draw(Message("Words: "), in: rect, into: &canvas) }
    let day = list.day.map(world.times.longDay) ?? world.text(Message("All days"))
    let words = list.words.editor.text.isEmpty ? "" : "“\(list.words.editor.text)”"
    canvas.putFitted(listed([day, list.person ?? "", words], by: " · "), x: rect.x + 2, y: rect.y, .dim, in: rect)
  }

  private func drawList(_ places: AllNotesPlaces, _ world: World, into canvas: inout Canvas) {
    let rect = places.list
    guard !list.rows.isEmpty else {
      let words =
        list.notes.isEmpty
        ? Message("There are no notes yet. %s on a session begins one.", world.key("write"))
        : Message("No note has all of this. %s shows all again.", world.key("clearFilters"))
      canvas.putWrapped(words, x: rect.x + 2, .dim, in: rect)
      return
    }
    for y in 0..<rect.height {
      guard list.lines.indices.contains(list.top + y) else { break }
      draw(list.lines[list.top + y], places, y: rect.y + y, into: &canvas)
    }
  }

  private func draw(_ line: NoteList.Line, _ places: AllNotesPlaces, y: Int, into canvas: inout Canvas) {
    let rect = places.list
    let row = list.rows[line.row]
    guard let content = row.line else {
      let note = list.notes[row.note]
      let x = rect.x + 1 + canvas.put(note.time, x: rect.x + 1, y: y, note.isGone ? .warning : .time, in: rect) + 2
      canvas.putFitted(
        listed([note.author, note.title], by: ": "), x: x, y: y, .title,
        in: Rect(x: rect.x, y: y, width: rect.width - 1, height: 1))
      return
    }
    if line.isFirst, let mark = content.mark {
      if places.indent > 5, let stamp = mark.stamp { canvas.put(stamp.clock, x: rect.x + 1, y: y, .time, in: rect) }
      canvas.put(mark.wideSign, x: rect.x + places.indent - 4, y: y, .sign, in: rect)
    }
    let isDone = content.mark?.isTicked == true
    canvas.put(line.text, x: rect.x + places.indent, y: y, isDone ? .dim : .text, in: rect)
    guard line.row == list.selected else { return }
    canvas.buffer.restyle(Rect(x: rect.x, y: y, width: rect.width, height: 1), with: canvas.theme.style(.selected))
    if line.isFirst {
      canvas.put(">", x: rect.x, y: y, .selected, in: rect)
      if !isTyping { canvas.cursor = Point(x: rect.x, y: y) }
    }
  }
}

extension NoteMark {
  /// Three columns before a mark's text.
  fileprivate var wideSign: String {
    let sign = kind.sign(isTicked: isTicked)
    return sign.utf8.count == 3 ? sign : " \(sign) "
  }
}
