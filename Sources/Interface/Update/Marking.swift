import Agenda
import Catalogue
import Cells
import Notes

extension State {
  /// Marks the line, and offers who can be named with it.
  mutating func mark(_ kind: NoteMark.Kind) -> [Effect] {
    let effects = change { $0.mark(kind) }
    if kind != .decision { overlay = .choice(personBox(kind)) }
    return effects
  }

  private func personBox(_ kind: NoteMark.Kind) -> ChoiceBox {
    let nobody = ChoiceBox.Choice(Words.nobodyNamed, action: .name(""))
    let people = (editor?.facts.people ?? []).map { ChoiceBox.Choice($0, action: .name($0)) }
    return ChoiceBox(kind: .markedPerson(kind), choices: [nobody] + people)
  }

  mutating func name(_ person: String) -> [Effect] { change { $0.name(person) } }

  /// The time that `.readClock` has asked for: it stamps the line.
  mutating func take(stamp now: Instant) -> [Effect] {
    clock.now = now
    guard let facts = editor?.facts else { return [] }
    let minutes = catalogue.conference.zone.local(now).secondOfDay / 60
    // A day off it says nothing any more.
    let elapsed = facts.start.map { Int(now.since($0)) }.flatMap { abs($0) < 86_400 ? $0 : nil }
    return change { $0.stamp(NoteStamp(minuteOfDay: minutes, elapsed: elapsed)) }
  }

  // MARK: - Finding in the note

  mutating func startFindingInNote() {
    guard let editor else { return }
    overlay = .noteFinder(NoteFinder(origin: editor.selection.lowerBound))
  }

  /// Goes to the first place from where the search was begun.
  mutating func find(with finder: NoteFinder) {
    let words = finder.editor.text
    if words.isEmpty || editor?.find(words, from: finder.origin) != true { leaveMatch(finder) }
  }

  /// Goes on to the next place, or back to the one before.
  mutating func findAgain(_ words: String, backwards: Bool = false) {
    guard let editor else { return }
    let start = backwards ? editor.selection.lowerBound : editor.selection.upperBound
    if self.editor?.find(words, from: start, backwards: backwards) != true {
      message = Message(Words.reason(.nothingFound(words)))
    }
  }

  /// Enter: the place found stays selected.
  mutating func accept(_ finder: NoteFinder) {
    overlay = nil
    let words = finder.editor.text
    guard !words.isEmpty else { return }
    noteQuery = words
    if editor?.selection.isEmpty == true { message = Message(Words.reason(.nothingFound(words))) }
  }

  mutating func leaveMatch(_ finder: NoteFinder) {
    editor?.caret = finder.origin
    editor?.anchor = nil
    editor?.followsCaret = true
  }

  // MARK: - Paragraphs of documents

  /// The numbered paragraph that the reader of a document is at: of the place found, else the first that begins on the
  /// screen.
  var paragraphRead: Int? {
    guard reading == .documents, documents.open != nil else { return nil }
    let page = documents.page
    let (lines, top) = (page.content.lines, page.top)
    let seen = top..<min(lines.count, top + rows(of: .documents))
    if let match = page.currentMatch, seen.contains(match) {
      return lines[...match].last { $0.paragraph != nil }?.paragraph
    }
    return lines[seen].first { $0.paragraph != nil }?.paragraph
      ?? lines[..<seen.lowerBound].last { $0.paragraph != nil }?.paragraph
  }
}
