import Agenda
import Catalogue
import Cells
import Messages
import Notes

/// Notes and their lines as they are listed: what is let through, and where the reader is among them.
struct NoteList: Sendable {
  /// What is shown: a note's heading, or one of its lines.
  struct Row: Equatable, Sendable {
    /// Index into the notes.
    var note: Int
    /// Nil is the heading.
    var line: ListedNote.Line?
  }

  /// A row's place on the screen; long texts take several.
  struct Line: Equatable, Sendable {
    var row: Int
    var text: String
    var isFirst: Bool
  }

  private(set) var notes: [ListedNote] = []
  /// Nil shows everything.
  var kind: NoteMark.Kind?
  /// Index into the catalogue's days.
  var day: Int?
  var person: String?
  var words = InputLine()
  private(set) var rows: [Row] = []
  private(set) var lines: [Line] = []
  /// Counts how often the rows were laid out.
  private(set) var layouts = 0
  /// How many marks of each kind pass everything but the choice of a kind.
  private(set) var counts: [NoteMark.Kind: Int] = [:]
  private(set) var selected = 0
  /// The first line that is shown.
  var top = 0

  init(kind: NoteMark.Kind?) { self.kind = kind }

  var selectedRow: Row? { rows.indices.contains(selected) ? rows[selected] : nil }
  var selectedMark: NoteMark? { selectedRow?.line?.mark }
  var selectedNote: ListedNote? { selectedRow.map { notes[$0.note] } }
  var isFiltered: Bool { kind != nil || day != nil || person != nil || !words.editor.text.isEmpty }

  /// Those whom marks name, with the number of their marks, by name.
  var people: [(name: String, count: Int)] {
    var counts: [String: Int] = [:]
    for note in notes {
      for line in note.lines {
        if let person = line.mark?.person, !person.isEmpty { counts[person, default: 0] += 1 }
      }
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Finds anew what passes, in other notes where there are, and keeps the selection on its line if that is still there.
  mutating func refill(_ others: [ListedNote]? = nil, folded: (String) -> String) {
    let before = selectedRow.map { row in
      (target: notes[row.note].target, author: notes[row.note].author, number: row.line?.number ?? 0)
    }
    notes = others ?? notes
    let wanted = folded(words.editor.text).split(separator: " ")
    rows = []
    counts = [:]
    for index in notes.indices where day == nil || notes[index].day == day {
      let note = notes[index]
      let title = wanted.isEmpty ? "" : folded(note.title)
      var passing: [Row] = []
      for line in note.lines {
        if let person, line.mark?.person != person { continue }
        if !wanted.isEmpty {
          let text = folded(line.text + " " + (line.mark?.person ?? "")) + " " + title
          guard wanted.allSatisfy({ text.utf8.place(of: $0.utf8) != nil }) else { continue }
        }
        if let kind = line.mark?.kind { counts[kind, default: 0] += 1 }
        if kind == nil || line.mark?.kind == kind { passing.append(Row(note: index, line: line)) }
      }
      if !passing.isEmpty { rows += [Row(note: index, line: nil)] + passing }
    }
    select(before?.target, by: before?.author ?? "", number: before?.number ?? 0)
  }

  /// Selects a line of a note, else the note's first, else the first of all.
  mutating func select(_ target: Subject?, by author: String = "", number: Int) {
    let same = rows.firstIndex { row in
      notes[row.note].target == target && notes[row.note].author == author && (row.line?.number ?? 0) >= number
        && row.line != nil
    }
    selected =
      same ?? rows.firstIndex { notes[$0.note].target == target && $0.line != nil } ?? min(1, max(0, rows.count - 1))
  }

  /// Lays the rows out as lines of a width.
  mutating func layOut(width: Int) {
    lines = []
    layouts += 1
    for (index, row) in rows.enumerated() {
      guard let line = row.line else {
        lines.append(Line(row: index, text: "", isFirst: true))
        continue
      }
      let person = line.mark?.person ?? ""
      let said = line.fate.isEmpty ? line.text : line.text + " " + line.fate
      let text = person.isEmpty ? said : line.text.isEmpty ? person : "\(person): \(said)"
      for (part, piece) in wrap(text, width: width).enumerated() {
        lines.append(Line(row: index, text: piece, isFirst: part == 0))
      }
    }
  }

  /// Selects the line so many rows on, passing over headings, and stops at the ends.
  mutating func move(by rows: Int) {
    let target = min(max(selected.addingReportingOverflow(rows).partialValue, 0), max(0, self.rows.count - 1))
    select(row: target, goingUp: rows < 0)
  }

  mutating func select(row: Int, goingUp: Bool = false) {
    guard rows.indices.contains(row) else { return }
    selected = row
    // A heading is followed by a line, and but for the first one comes after one.
    if rows[row].line == nil { selected = goingUp && row > 0 ? row - 1 : row + 1 }
  }

  /// Selects the row that a line shows; false where it is a heading, or there is no such line.
  mutating func selectLine(_ index: Int) -> Bool {
    guard lines.indices.contains(index), rows[lines[index].row].line != nil else { return false }
    select(row: lines[index].row)
    return true
  }

  /// Keeps the selected row in sight, under its note's heading where that is just above it.
  mutating func scroll(height: Int) {
    guard let first = lines.firstIndex(where: { $0.row == selected }) else {
      top = 0
      return
    }
    var last = first
    while last + 1 < lines.count, lines[last + 1].row == selected { last += 1 }
    let isBelowHeading = selected > 0 && rows[selected - 1].line == nil
    if last >= top + height { top = last - height + 1 }
    if first - (isBelowHeading ? 1 : 0) < top { top = first - (isBelowHeading ? 1 : 0) }
    if first < top || last - first >= height { top = first }
    top = max(0, min(top, lines.count - height))
  }
}
