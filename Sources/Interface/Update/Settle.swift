import Agenda
import Catalogue
import Cells
import Notes

extension State {
  /// Brings everything that follows from the state up to date: places on the screen, pages at their widths, tops inside
  /// their texts.
  ///
  /// What has not changed costs nothing.
  mutating func settle() {
    leaveNoteOutOfSight()
    let before = layout
    layout = makeLayout(noteLines: layoutNoteLines)
    if layout != before { holdPlaces() }
    refreshPages()
    if layoutNoteLines != notes.content.lines.count {
      layoutNoteLines = notes.content.lines.count
      layout = makeLayout(noteLines: layoutNoteLines)
    }
    session.clamp(rows: rows(of: .session))
    background.page.clamp(rows: rows(of: .background))
    documents.page.clamp(rows: rows(of: .documents))
    notes.clamp(rows: rows(of: .notes))
    clampList(&background, rows: rows(of: .background))
    clampList(&documents, rows: rows(of: .documents))
    scrollAgenda()
    settleTimetable()
    scrollOverlay()
    refreshNotebook()
    fitEditor()
  }

  private mutating func holdPlaces() {
    session.hold()
    background.page.hold()
    documents.page.hold()
    notes.hold()
  }

  private func makeLayout(noteLines: Int) -> Layout {
    Layout(
      size: size, focus: focus, reading: reading, text: text, isZoomed: isZoomed,
      // Who writes sees as many lines as there can be.
      noteLines: editor == nil ? noteLines : Layout.mostLines, isTimetable: isTimetable,
      hasBackground: !background.entries.isEmpty, hasNotes: !isVisitor)
  }

  // Pages

  private mutating func refreshPages() {
    refresh(&background.page, background.open ?? .nothing, in: .background, zone: ownZone?.identifier)
    refresh(&documents.page, documents.open ?? .nothing, in: .documents, zone: ownZone?.identifier)
    if isPreviewDue { return }
    refresh(
      &session, sessionSubject, in: .session, zone: ownZone?.identifier,
      // What can be reached is another thing every minute.
      revision: visited == .reachable ? Int(clock.nextMinute.seconds / 60) : 0)
    refresh(&notes, .note(noteTitleKey), in: .notes, zone: nil, revision: noteRevision)
  }

  private func refresh(
    _ page: inout PageView, _ subject: Topic, in panel: Panel, zone: String?, revision: Int = 0
  ) {
    let width = textWidth(of: panel)
    let key = PageView.Key(subject: subject, width: width, zone: zone, revision: revision, edition: contentRevision)
    if page.key != key { page.show(compose(subject, width: width), for: key) }
    mark(&page, panel: panel)
  }

  /// Columns for text in a panel: a margin on each side, and no line longer than is good to read.
  func textWidth(of panel: Panel) -> Int {
    let inner = layout.place(of: panel)?.inner.width ?? Layout.smallest.width
    return max(1, min(Layout.textWidth, inner - 2))
  }

  private func compose(_ subject: Topic, width: Int) -> PageContent {
    switch subject {
    case .session(let id):
      guard let page = catalogue.session(id) else { return .empty }
      return composeSession(
        page, times: times, hasRooms: hasRooms, width: width, isASCII: isASCII)
    case .meeting(let id):
      guard var page = catalogue.meeting(id) else { return .empty }
      page.links = worded(page.links)
      return composeMeeting(page, width: width, isASCII: isASCII)
    case .document(let id):
      guard var page = catalogue.document(id) else { return .empty }
      page.links = worded(page.links)
      return composeDocument(page, width: width, isASCII: isASCII)
    case .conference:
      let card = catalogue.conference
      let noon = Instant(seconds: Int64(card.start.dayNumber) * 86_400 + 43_200)
      return composeConference(
        card, zoneLetters: card.zone.transition(at: noon).abbreviation, width: width, isASCII: isASCII)
    case .person, .room, .parallel, .reachable: return composeVisited(subject, width: width)
    case .note:
      return noteTarget.flatMap { noteTexts[$0] }.map { composeNote($0, width: width, isASCII: isASCII) } ?? .empty
    case .nothing: return .empty
    }
  }

  /// Finds the lines with the words of the last search, and marks the words.
  private func mark(_ page: inout PageView, panel: Panel) {
    let query = trail?.query ?? ""
    guard page.markedQuery != query else { return }
    page.mark(query: query) { catalogue.matches(of: query, in: $0) }
  }

  // Lists

  /// Takes from the catalogue what every screen needs and no key changes.
  mutating func fillBrowsers() {
    hasRooms = catalogue.hasRooms
    tracks = TrackSign.signs(of: catalogue.allTracks, theme: theme)
    background.fill(
      catalogue.meetings().map {
        BrowserState.Entry(
          subject: .meeting($0.id), title: $0.title,
          detail: listed([DateWording().partial($0.date), $0.place]))
      })
    let about = BrowserState.Entry(
      subject: .conference, title: Words.aboutConference, detail: catalogue.conference.dates)
    documents.fill(
      [about]
        + catalogue.documents().map {
          BrowserState.Entry(subject: .document($0.id), title: $0.title, detail: $0.kind)
        })
  }

  private func clampList(_ list: inout BrowserState, rows: Int) {
    let shown = max(1, rows / ListPanel.rowHeight)
    if list.selected < list.top { list.top = list.selected }
    if list.selected >= list.top + shown { list.top = list.selected - shown + 1 }
    list.top = max(0, min(list.top, list.entries.count - shown))
  }

  /// Keeps the selected session in sight, whole where there is room.
  private mutating func scrollAgenda() {
    let size = layout.place(of: .agenda)?.inner.size ?? Size(width: 1, height: 1)
    if !agendaLines.isWhole(of: agenda, size: size) {
      agendaLines = AgendaLines(agenda, size: size, hasTracks: !tracks.isEmpty)
    }
    let lines = agendaLines
    let height = max(1, size.height)
    let selected = lines.lines(ofRow: agenda.selected)
    // Who comes from far wants to see what is around, before and after.
    let isFar = selected.lowerBound >= agenda.top + 2 * height || selected.upperBound <= agenda.top - height
    if agenda.isAimed || isFar {
      agenda.isAimed = false
      agenda.top = selected.lowerBound - height / 3
    }
    if selected.upperBound > agenda.top + height { agenda.top = selected.upperBound - height }
    if selected.lowerBound < agenda.top { agenda.top = selected.lowerBound }
    agenda.top = max(0, min(agenda.top, lines.count - height))
  }

  private mutating func scrollOverlay() {
    let rows = OverlayBox.rows(in: size, overlay: overlay)
    switch overlay {
    case .search(var box):
      let shown = max(1, rows / SearchPanel.rowHeight)
      if box.selected < box.top { box.top = box.selected }
      if box.selected >= box.top + shown { box.top = box.selected - shown + 1 }
      box.top = max(0, min(box.top, box.hits.count - shown))
      overlay = .search(box)
    case .choice(var box):
      box.scroll(rows: max(1, rows))
      overlay = .choice(box)
    case .noteFinder, nil: break
    }
  }
}
