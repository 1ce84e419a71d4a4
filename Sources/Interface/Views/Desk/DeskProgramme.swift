import Agenda
import Catalogue
import Cells
import Messages

// What follows for the panels when another day or session is looked at, or another search.
extension Desk {
  /// Changes which part of the programme is looked at, and shows it.
  mutating func apply(_ change: Programme.Change, _ world: inout World) -> StatusMessage? {
    switch change {
    case .row(let row):
      world.programme.selected = min(max(row, 0), max(0, world.programme.rows.count - 1))
      showSelectedSession()
    case .day(let day): show(day: day, &world)
    case .now:
      let message = world.selectNow(isFirst: false)
      choose(.agenda)
      showSelectedSession()
      return message
    case .filter(let filter): keep(filter, &world)
    case .clearFilters:
      let id = world.programme.selectedRow?.id
      world.programme.clearFilters()
      world.loadDay(selecting: id)
    case .restore(let programme):
      world.programme = programme
      // Stars and the time may have changed since.
      world.reloadDay()
    }
    return nil
  }

  /// Shows a day with the session selected that was when it was left, else with its first one.
  private mutating func show(day: Int, _ world: inout World) {
    world.programme.turn(to: min(max(day, 0), max(0, world.catalogue.days.count - 1)))
    world.loadDay(selecting: world.programme.remembered)
    if world.programme.selected > 0 { world.programme.aims += 1 }
    if focus == .agenda || focus == .session { showSelectedSession() }
  }

  private mutating func keep(_ filter: Programme.Filter, _ world: inout World) {
    world.programme.keep(filter)
    _ = change(.session) { $0.goBack() }
    let before = world.programme.selectedRow
    world.loadDay(selecting: before?.id)
    if let before, world.programme.selectedRow?.id != before.id { world.programme.selectNearest(to: before) }
    choose(.agenda)
    guard world.programme.rows.isEmpty, filter.leadsOn else { return }
    // Somebody who has nothing on this day would leave an empty list: the first day with something is more use.
    if let day = world.catalogue.firstDay(matching: world.programme.filter, starred: world.keptStars) {
      show(day: day, &world)
    }
  }

  // MARK: - Places that were searched for

  /// Opens the page of the trail's hit; it is gone to once it has been fitted to its place.
  mutating func showHit(_ world: inout World) {
    guard let hit = world.trail?.hit else { return }
    show(.about(hit.subject), &world)
    if hit.isInNote { choose(.notes) }
  }

  /// Goes to the first place with the searched words on the page that has the focus, or to the last.
  mutating func goToPlace(fromEnd: Bool) {
    change(focus) { view in
      guard var page = view.page else { return }
      page.currentMatch = fromEnd ? page.matchLines.last : page.matchLines.first
      if let line = page.currentMatch {
        page.top = 0
        page.reveal(line, rows: view.rows)
      }
      view.page = page
    }
  }

  /// Goes on to the next place on the page of the trail's hit, where it is still shown; false where there is none.
  mutating func goToNextPlace(by step: Int, _ world: World) -> Bool {
    guard let hit = world.trail?.hit else { return false }
    let panel = hit.panel
    guard panel == .notes || self[panel].topic(world) == .about(hit.subject), let page = self[panel].page else {
      return false
    }
    let line =
      step > 0
      ? page.matchLines.first { $0 > (page.currentMatch ?? -1) }
      : page.matchLines.last { $0 < (page.currentMatch ?? Int.max) }
    guard let line else { return false }
    choose(panel)
    change(panel) { view in
      let rows = view.rows
      view.page?.currentMatch = line
      view.page?.reveal(line, rows: rows)
    }
    return true
  }

  /// Goes to the line of the notes on which a text stands.
  mutating func goToNote(line text: String) {
    change(.notes) { view in
      guard let line = view.page?.content.line(of: text) else { return }
      let rows = view.rows
      view.page?.top = line
      view.page?.clamp(rows: rows)
    }
  }
}

extension SearchHit {
  /// The panel that shows it.
  fileprivate var panel: Panel {
    if isInNote { return .notes }
    switch subject {
    case .session, .person, .room: return .session
    case .meeting: return .background
    case .document, .conference: return .documents
    }
  }
}

extension Programme.Filter {
  /// Whether a day on which nothing is left is passed over for the first with something.
  fileprivate var leadsOn: Bool {
    switch self {
    case .person, .room, .track, .building, .type: true
    case .kind, .starred, .language, .recorded, .time: false
    }
  }
}

extension PageContent {
  /// The line of the page on which the beginning of a text stands.
  fileprivate func line(of text: String) -> Int? {
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
