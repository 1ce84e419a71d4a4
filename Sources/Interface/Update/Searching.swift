import Agenda
import Catalogue

extension State {
  /// The search box's hits for what has been typed so far.
  mutating func search(_ box: inout SearchBox) {
    indexNotes()
    box.hits = catalogue.search(box.editor.text, months: DateWording.months, limit: SearchBox.limit)
    (box.selected, box.top) = (0, 0)
  }

  /// Makes the notes found as they are now: nobody waits for that who does not search.
  private mutating func indexNotes() {
    guard isNoteIndexStale else { return }
    isNoteIndexStale = false
    catalogue.setNotes(noteTexts.map { ($0.key, $0.value) })
  }

  /// Goes to a hit of the box and keeps the rest for `n` and `N`.
  mutating func accept(_ box: SearchBox) {
    overlay = nil
    guard box.hits.indices.contains(box.selected) else {
      if !box.editor.text.isEmpty { message = Message(Words.reason(.nothingFound(box.editor.text))) }
      return
    }
    remember()
    trail = SearchTrail(query: box.editor.text, hits: box.hits, index: box.selected)
    showHit(fromEnd: false)
  }

  /// `n` and `N`: the next place in this page, or the next page that was found.
  mutating func goToMatch(by step: Int) {
    guard var trail else { return }
    if let page = hitPage {
      let visible = rows(of: hitPanel)
      let line =
        step > 0
        ? page.matchLines.first { $0 > (page.currentMatch ?? -1) }
        : page.matchLines.last { $0 < (page.currentMatch ?? Int.max) }
      if let line {
        choose(hitPanel)
        changeFocusedPage { page in
          page.currentMatch = line
          page.reveal(line, rows: visible)
        }
        tellPlace(in: trail)
        return
      }
    }
    let count = trail.hits.count
    let next = trail.index + step
    trail.index = (next + count) % count
    self.trail = trail
    showHit(fromEnd: step < 0)
    if next == count { message = Message(Words.backAtFirst) }
    if next < 0 { message = Message(Words.atLast) }
  }

  /// Opens the page of the trail's hit and shows the first, or the last, place in it.
  private mutating func showHit(fromEnd: Bool) {
    guard let trail, trail.hits.indices.contains(trail.index) else { return }
    switch trail.hits[trail.index].source {
    case .page(let target): show(subject(of: target))
    case .note(let target):
      show(subject(of: target))
      choose(.notes)
    }
    settle()
    let visible = rows(of: focus)
    changeFocusedPage { page in
      page.currentMatch = fromEnd ? page.matchLines.last : page.matchLines.first
      if let line = page.currentMatch {
        page.top = 0
        page.reveal(line, rows: visible)
      }
    }
    tellPlace(in: trail)
  }

  private mutating func tellPlace(in trail: SearchTrail) {
    message = Message(
      Words.match(trail.index + 1, of: trail.hits.count, limited: trail.hits.count == SearchBox.limit))
  }

  /// The panel that shows the trail's hit.
  private var hitPanel: Panel {
    guard let trail, trail.hits.indices.contains(trail.index) else { return focus }
    switch trail.hits[trail.index].source {
    case .note: return .notes
    case .page(.session), .page(.person), .page(.room): return .session
    case .page(.meeting): return .background
    case .page(.document), .page(.conference): return .documents
    }
  }

  /// The page of the trail's hit, where it is still the one that is shown.
  private var hitPage: PageView? {
    guard let trail, trail.hits.indices.contains(trail.index) else { return nil }
    switch trail.hits[trail.index].source {
    case .note: return notes
    case .page(let target):
      let subject = subject(of: target)
      switch target {
      case .session, .person, .room: return session.key?.subject == subject ? session : nil
      case .meeting: return background.open == subject ? background.page : nil
      case .document, .conference: return documents.open == subject ? documents.page : nil
      }
    }
  }

  func subject(of target: Subject) -> Topic {
    switch target {
    case .session(let id): .session(id)
    case .meeting(let id): .meeting(id)
    case .document(let id): .document(id)
    case .conference: .conference
    case .person(let id): .person(id)
    case .room(let id): .room(id)
    }
  }
}
