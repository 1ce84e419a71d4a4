import Catalogue

extension State {
  /// Enter: reads what is selected, or follows the selected link.
  mutating func open() -> [Effect] {
    if let link = selectedLink { return follow(link.destination) }
    switch focus {
    case .agenda:
      if agenda.selectedRow != nil { choose(.session) }
    case .background where background.open == nil:
      background.open = background.selectedEntry?.subject
    case .documents where documents.open == nil:
      documents.open = documents.selectedEntry?.subject
    case .session, .background, .documents, .notes:
      // One link needs no choice; several are chosen by number; without any, Enter reads on.
      switch focusedPage?.content.links.count ?? 0 {
      case 0: move(by: pageLength)
      case 1: return focusedPage?.content.links.first.map { follow($0.destination) } ?? []
      default: openLinks()
      }
    }
    return []
  }

  /// Goes where a link leads.
  ///
  /// A page is opened in its panel, and Esc comes back to here.
  @discardableResult
  mutating func follow(_ destination: Destination) -> [Effect] {
    switch destination {
    case .address(let url): return [.openAddress(url)]
    case .page(.session(let id)): follow(.session(id))
    case .page(.meeting(let id)): follow(.meeting(id))
    case .page(.document(let id)): follow(.document(id))
    case .page(.conference): follow(.conference)
    }
    return []
  }

  mutating func follow(_ subject: Subject) {
    guard exists(subject) else {
      message = Message(Words.deadLink, .warning)
      return
    }
    remember()
    show(subject)
  }

  /// Opens a page in its panel without leaving a place to come back to.
  mutating func show(_ subject: Subject) {
    switch subject {
    case .session(let id):
      select(session: id)
      choose(.session)
    case .meeting:
      background.select(subject)
      background.open = subject
      choose(.background)
    case .document, .conference:
      documents.select(subject)
      documents.open = subject
      choose(.documents)
    case .note, .nothing: break
    }
  }

  private func exists(_ subject: Subject) -> Bool {
    switch subject {
    case .session(let id): catalogue.sessionRow(id) != nil
    case .meeting: background.entries.contains { $0.subject == subject }
    case .document, .conference: documents.entries.contains { $0.subject == subject }
    case .note, .nothing: false
    }
  }

  /// `b`: what led to the session.
  ///
  /// One linked meeting is opened at once, several are shown in the list.
  mutating func showBackground() {
    let linked = linkedMeetings
    remember()
    choose(.background)
    if linked.count == 1, let only = linked.first {
      background.select(.meeting(only))
      background.open = .meeting(only)
    } else {
      background.open = nil
      if let first = linked.first { background.select(.meeting(first)) }
      if linked.isEmpty { message = Message(Words.nothingLinked) }
    }
  }

  /// Meetings that the selected session or one of its items names, in their order there.
  var linkedMeetings: [String] {
    guard let id = agenda.selectedRow?.id, let page = catalogue.session(id) else { return [] }
    var found: [String] = []
    for link in page.items.flatMap(\.links) + page.links {
      if case .meeting(let meeting) = link.target, !found.contains(meeting) { found.append(meeting) }
    }
    return found
  }

  /// Opens the box of this page's links.
  mutating func openLinks() {
    guard let page = focusedPage else { return }
    let choices = page.content.links.map { link in
      let detail =
        switch link.destination {
        case .page: ""
        case .address(let url): url == link.label ? "" : url
        }
      return ChoiceBox.Choice(
        "\(link.number)  \(link.label.isEmpty ? detail : link.label)", detail: link.label.isEmpty ? "" : detail,
        action: .follow(link.destination))
    }
    overlay = .choice(ChoiceBox(kind: .links, choices: choices))
  }

  /// Esc: first the place that a link was followed from, then the list, then the zoom, then the agenda.
  mutating func goBack() {
    if let place = history.popLast() {
      restore(place)
      return
    }
    if changeSelection() { return }
    switch focus {
    case .background where background.open != nil: background.open = nil
    case .documents where documents.open != nil: documents.open = nil
    case .agenda: isZoomed = false
    case .session, .background, .documents, .notes:
      if isZoomed { isZoomed = false }
      choose(.agenda)
    }
  }

  /// Takes the selection of a link away; false where there is none.
  private mutating func changeSelection() -> Bool {
    guard selectedLink != nil else { return false }
    changeFocusedPage { $0.selectedLink = nil }
    return true
  }

  /// Keeps where the reader is, so that Esc comes back to the same line.
  mutating func remember() {
    // Nobody goes back further than this; without a limit a kiosk would grow.
    if history.count == 50 { history.removeFirst() }
    history.append(
      Place(
        focus: focus, reading: reading, day: agenda.day, session: agenda.selectedRow?.id, sessionTop: session.top,
        sessionLink: session.selectedLink, background: background, documents: documents))
  }

  private mutating func restore(_ place: Place) {
    if let id = place.session { select(session: id) }
    (background, documents) = (place.background, place.documents)
    choose(place.reading)
    choose(place.focus)
    // The page has to be there before its place in it can be.
    settle()
    session.top = place.sessionTop
    session.selectedLink = place.sessionLink
  }
}
