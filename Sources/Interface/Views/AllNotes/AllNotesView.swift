import Agenda
import Catalogue
import Cells
import Messages
import Notes

/// All notes of the conference under their headings, narrowed by kind of mark, day, person and words.
struct AllNotesView: Overlay {
  /// What is shown of the notes, and where the reader is in it.
  var list: NoteList
  /// Words are typed.
  private(set) var isTyping = false
  private var size = Size(width: 80, height: 24)
  /// What the list was made of.
  private var made: Made?
  /// What is selected at first: the note on what was read.
  private var wanted: Subject?

  private struct Made: Equatable {
    var revision: Int
    var edition: Int
    var zone: String?
    var width: Int
  }

  init(kind: NoteMark.Kind?, at subject: Subject?) { (list, wanted) = (NoteList(kind: kind), subject) }

  var mode: KeyMode { isTyping ? .typing : .reading }
  var places: AllNotesPlaces { AllNotesPlaces(screen: size) }

  func frame(on screen: Size) -> Rect { Rect(screen) }
  var passing: Set<CommandName>? {
    isTyping ? nil : ["palette", "help", "mouse", "redraw", "suspend", "interrupt", "quit", "ownZone"]
  }

  /// Brings the view up to date with the notes and the size of the screen.
  mutating func fit(_ size: Size, _ world: World) {
    self.size = size
    let places = places
    let made = Made(
      revision: world.notes.revision, edition: world.edition, zone: world.ownZone?.identifier, width: places.textWidth)
    if self.made != made {
      if self.made.map({ ($0.revision, $0.edition, $0.zone) == (made.revision, made.edition, made.zone) }) != true {
        if let day = list.day, !world.catalogue.days.indices.contains(day) { list.day = nil }
        list.refill(ListedNote.all(world), folded: world.catalogue.folded)
        if let wanted { list.select(wanted, number: 0) }
        wanted = nil
      }
      list.layOut(width: places.textWidth)
      self.made = made
    }
    list.scroll(height: max(1, places.list.height))
  }

  /// Changes what the view lets through.
  mutating func narrow(_ world: World, _ change: (inout NoteList) -> Void) {
    change(&list)
    list.refill(folded: world.catalogue.folded)
    list.layOut(width: places.textWidth)
  }

  // MARK: - Words

  mutating func startTyping() { isTyping = true }

  /// Ends typing; words that are not kept let everything through again.
  mutating func endTyping(keepingWords: Bool, _ world: World) {
    isTyping = false
    if !keepingWords { narrow(world) { $0.words = InputLine() } }
  }

  mutating func type(_ key: Key, _ world: World) -> [Outcome] {
    guard isTyping else { return [] }
    narrow(world) { _ = $0.words.editor.edit(key) }
    return []
  }

  mutating func paste(_ text: String, _ world: World) -> [Outcome]? {
    guard isTyping else { return nil }
    narrow(world) { $0.words.editor.insert(text) }
    return []
  }

  // MARK: - Going to a note

  /// Goes to where the selected line stands in its note.
  func goToSelected() -> [Outcome] {
    guard let note = list.selectedNote, let line = list.selectedRow?.line else { return [] }
    guard !note.isGone else {
      return [.say(Message("What this note is about is not in the agenda any more; the note stays here"), .warning)]
    }
    return [.close, .find(note.target, text: line.text)]
  }

  /// Writes where the selected line stands, in the note that it belongs to.
  func writeSelected() -> [Outcome] {
    let going = goToSelected()
    guard let note = list.selectedNote, let line = list.selectedRow?.line, !note.isGone else { return going }
    // What a colleague wrote stays the colleague's.
    return going + [.write(note.target, line: note.author.isEmpty ? line.number : nil)]
  }

  /// Ticks the selected action or question, or takes the tick away.
  func tickSelected() -> [Outcome] {
    guard let note = list.selectedNote, let mark = list.selectedMark, mark.tick != nil else { return [] }
    return [.effect(.tick(note.target, mark))]
  }

  func copySelected() -> [Outcome] {
    guard let text = list.selectedRow?.line?.text else { return [.effect(.bell)] }
    return [.say(Message("Copied: %s", text)), .effect(.copy(text))]
  }

  // MARK: - What is let through

  mutating func changeKind(by step: Int, _ world: World) {
    let kinds: [NoteMark.Kind?] = [nil] + NoteMark.Kind.allCases
    narrow(world) { list in
      let index = kinds.firstIndex(of: list.kind) ?? 0
      list.kind = kinds[(index + step + kinds.count) % kinds.count]
    }
  }

  /// Over all days and back to all of them.
  mutating func changeDay(by step: Int, _ world: World) {
    let count = world.catalogue.days.count
    narrow(world) { list in
      let index = ((list.day ?? -1) + 1 + step + count + 1) % (count + 1)
      list.day = index == 0 ? nil : index - 1
    }
  }

  func offerKinds() -> Offer {
    let kinds = NoteMark.Kind.allCases.map {
      Choice($0.plural, detail: .data(String(list.counts[$0] ?? 0)), .reply(.markKind($0)))
    }
    return Offer(
      Message("Show only these marks"), prompt: Message("Filter: "), act: Message("show"),
      [Choice(Message("Everything"), .reply(.markKind(nil)))] + kinds)
  }

  func offerPeople() -> Offer {
    let people = list.people.map {
      Choice(.data($0.name), detail: .data(String($0.count)), .reply(.markedPerson($0.name)))
    }
    return Offer(
      Message("Show only what is marked with"), prompt: Message("Filter: "), act: Message("show"),
      [Choice(Message("Everybody"), .reply(.markedPerson(nil)))] + people)
  }

  mutating func receive(_ reply: Reply, _ world: World) -> [Outcome] {
    switch reply {
    case .markKind(let kind): narrow(world) { $0.kind = kind }
    case .markedPerson(let person): narrow(world) { $0.person = person }
    case .person, .text, .conflict: break
    }
    return []
  }

  // MARK: - The mouse

  /// A click chooses a line or a kind of mark; a double click goes to the line.
  mutating func click(_ place: Point, isDouble: Bool, in size: Size, _ world: World) -> [Outcome] {
    let places = places
    guard places.outer.contains(place) else { return [.close] }
    if places.tabs.contains(place) {
      let tab = tabs(places.tabs, world).last { $0.x <= place.x }
      if let tab { narrow(world) { $0.kind = tab.kind } }
    } else if places.list.contains(place) {
      guard list.selectLine(list.top + place.y - places.list.y) else { return [] }
      if isDouble { return goToSelected() }
    }
    return []
  }

  mutating func wheel(by rows: Int, _ world: World) -> [Outcome] { move(by: rows, world) }
}
