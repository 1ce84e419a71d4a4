import Agenda
import Catalogue

extension State {
  /// Selects a row of the day and shows its session.
  ///
  /// Whatever was being read before that is left.
  mutating func selectRow(_ index: Int) {
    agenda.selected = min(max(index, 0), max(0, agenda.rows.count - 1))
    showSelectedSession()
  }

  /// Brings the selected session to the front, and the focus with it where it was on what is now covered.
  private mutating func showSelectedSession() {
    (reading, text) = (.session, .session)
    visited = nil
    if focus == .background || focus == .documents { focus = .session }
    history = []
  }

  /// Shows a day with its first session selected.
  mutating func show(day: Int) {
    agenda.day = min(max(day, 0), max(0, catalogue.days.count - 1))
    loadDay(selecting: nil)
    if focus == .agenda || focus == .session { showSelectedSession() }
  }

  /// Reads the rows of the day anew, as the filters allow, and selects a session where it is among them.
  mutating func loadDay(selecting id: Session.ID?) {
    guard catalogue.days.indices.contains(agenda.day) else {
      agenda.rows = SessionList()
      agenda.selected = 0
      return
    }
    agenda.rows = catalogue.list(onDay: agenda.day, matching: agenda.filter, starred: keptStars)
    agenda.selected = id.flatMap { agenda.rows.index(of: $0) } ?? 0
    agenda.top = 0
    refreshRunning()
  }

  /// Reads the rows of the day anew and keeps the selection where it stands: on its session, else on its line.
  mutating func reloadDay() {
    let (id, selected, top) = (agenda.selectedRow?.id, agenda.selected, agenda.top)
    loadDay(selecting: id)
    if agenda.selectedRow?.id != id { agenda.selected = min(selected, max(0, agenda.rows.count - 1)) }
    agenda.top = top
  }

  /// Shows a session in the agenda and in its panel, taking filters away that would hide it.
  mutating func select(session id: Session.ID) {
    if agenda.selectedRow?.id == id { return }
    guard let row = catalogue.sessionRow(id) else { return }
    let place = row.day == agenda.day ? agenda.rows.index(of: id) : nil
    agenda.day = row.day
    if let place {
      agenda.selected = place
      return
    }
    loadDay(selecting: id)
    if agenda.selectedRow?.id != id {
      agenda.clearFilters()
      loadDay(selecting: id)
    }
  }

  /// Finds which sessions of the day are on at this minute, or what comes next on the day of now.
  mutating func refreshRunning() {
    let now = clock.now
    let current = catalogue.current(at: now)
    let next = current.isEmpty ? catalogue.next(after: now).flatMap { isOnDay(of: now, $0) ? $0 : nil } : nil
    agenda.running = Set(current.map(\.id))
    agenda.upcoming = next?.id
    let rows = agenda.rows
    agenda.firstTimed = (next.map { [$0] } ?? current).lazy.compactMap { rows.index(ofNumber: $0.row) }.first
  }

  private func isOnDay(of now: Instant, _ row: SessionRow) -> Bool {
    catalogue.days.indices.contains(row.day) && catalogue.days[row.day].date == catalogue.conference.date(of: now)
  }

  /// Goes to what is on now or comes next; outside the conference's dates it says so and shows the nearest day.
  mutating func goToNow(isFirst: Bool) {
    if !isFirst, agenda.isFiltered { agenda.clearFilters() }
    let now = clock.now
    let card = catalogue.conference
    let current = catalogue.current(at: now).latestStart
    let next = current == nil ? catalogue.next(after: now) : nil
    agenda.day = (current ?? next)?.day ?? max(0, catalogue.days.count - 1)
    loadDay(selecting: (current ?? next)?.id)
    (agenda.isAimed, timetableView.isAimed) = (true, true)
    if !isFirst {
      choose(.agenda)
      showSelectedSession()
    }
    let date = catalogue.conference.date(of: now)
    if date < card.start || date > card.end, current == nil {
      message = Message(Words.outsideDates(card.dates, isOver: date > card.end))
    } else if !isFirst {
      if current != nil {
        message = Message(Words.isOn)
      } else if let next {
        message = Message(Words.comesNext(next.title, when: times.full(next)))
      } else {
        message = Message(Words.nothingMore)
      }
    }
  }

  mutating func toggleStar() -> [Effect] {
    guard let row = agenda.selectedRow else { return [] }
    let isStarred = !starred.contains(row.id)
    if isStarred { starred.insert(row.id) } else { starred.remove(row.id) }
    findClashes()
    if agenda.starredOnly { reloadDay() }
    message = Message(isStarred ? Words.starred(row.title) : Words.unstarred(row.title))
    return [.setStar(row.id, title: row.title, isStarred: isStarred)]
  }

  /// Starred sessions that overlap; touching ends do not, nor do cancelled ones and milestones.
  ///
  /// How long a session without an end lasts is not known: it clashes with what is still on when it begins.
  mutating func findClashes() {
    let rows = starred.compactMap { catalogue.sessionRow($0) }
      .filter { $0.status != .cancelled && $0.kind != .milestone }
      .sorted { ($0.start, $0.row) < ($1.start, $1.row) }
    clashes = []
    var latest: (id: Session.ID, end: Instant)?
    for row in rows {
      let end = max(row.end ?? row.start, row.start.advanced(by: 1))
      if let latest, row.start < latest.end { clashes.formUnion([latest.id, row.id]) }
      if end > latest?.end ?? row.start { latest = (row.id, end) }
    }
  }

  mutating func goToNextClash() {
    let rows = clashes.compactMap { catalogue.sessionRow($0) }
      .sorted { ($0.start, $0.row) < ($1.start, $1.row) }
    let here = agenda.selectedRow
    let next = rows.first { row in here.map { (row.start, row.row) > ($0.start, $0.row) } ?? true } ?? rows.first
    if let next { select(session: next.id) }
    choose(.agenda)
    showSelectedSession()
  }

  // Filters

  /// The stars that a filter keeps; nil where it is not about stars.
  var keptStars: Set<Session.ID>? { agenda.starredOnly ? starred : nil }

  mutating func setStarredOnly(_ isOn: Bool) { changeFilter { $0.starredOnly = isOn } }

  mutating func clearFilters() {
    let id = agenda.selectedRow?.id
    agenda.clearFilters()
    loadDay(selecting: id)
  }

  mutating func keep(kind: Session.Kind?) { changeFilter { $0.filter.kind = kind } }

  mutating func keep(person: Person.ID?, name: String) {
    changeFilter(leadingOn: true) { ($0.filter.person, $0.names.person) = (person, name) }
  }

  mutating func keep(room: Room.ID?, name: String) {
    changeFilter(leadingOn: true) { ($0.filter.room, $0.names.room) = (room, name) }
  }

  mutating func keep(track: Track.ID?, name: String) {
    changeFilter(leadingOn: true) { ($0.filter.track, $0.names.track) = (track, name) }
  }

  private mutating func changeFilter(leadingOn: Bool = false, _ change: (inout AgendaState) -> Void) {
    change(&agenda)
    visited = nil
    let before = agenda.selectedRow
    loadDay(selecting: before?.id)
    if let before, agenda.selectedRow?.id != before.id { selectNearest(to: before) }
    choose(.agenda)
    guard agenda.rows.isEmpty, leadingOn else { return }
    // Somebody who has nothing on this day would leave an empty list: the first day with something is more use.
    if let day = catalogue.firstDay(matching: agenda.filter, starred: keptStars) { show(day: day) }
  }
}

extension State {
  /// Selects what is on when a session that is not in the list begins, else what comes next, else the last.
  private mutating func selectNearest(to gone: SessionRow) {
    let place = agenda.rows.place(ofNumber: gone.row)
    let isOn = place > 0 && agenda.rows[place - 1].end.map { $0 > gone.start } ?? false
    agenda.selected = max(0, min(isOn ? place - 1 : place, agenda.rows.count - 1))
  }
}

extension [SessionRow] {
  /// The one that began last, which somebody who comes now wants rather than a workshop that has run since the morning;
  /// the first of several.
  fileprivate var latestStart: SessionRow? {
    reduce(nil) { latest, row in latest.map { row.start > $0.start ? row : $0 } ?? row }
  }
}
