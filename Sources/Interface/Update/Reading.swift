import Agenda
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
      let links = focusedPage?.content.mainLinks ?? []
      guard let first = links.first else {
        move(by: pageLength)
        return []
      }
      if links.count == 1 { return follow(first.destination) }
      openLinks()
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
    case .page(.person(let id)): follow(.person(id))
    case .page(.room(let id)): follow(.room(id))
    }
    return []
  }

  mutating func follow(_ subject: Topic) {
    guard exists(subject) else {
      message = Message(Words.deadLink, .warning)
      return
    }
    // The page that is open already is no step of the way.
    if isRead(subject) { return }
    remember()
    show(subject)
  }

  /// Opens a page in its panel without leaving a place to come back to.
  mutating func show(_ subject: Topic) {
    switch subject {
    case .session(let id):
      visited = nil
      select(session: id)
      choose(.session)
    case .person, .room, .parallel, .reachable:
      visited = subject
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

  /// True where the page is open in the panel that has the focus.
  private func isRead(_ subject: Topic) -> Bool {
    switch focus {
    case .session: sessionSubject == subject
    case .background: background.open == subject
    case .documents: documents.open == subject
    case .agenda, .notes: false
    }
  }

  private func exists(_ subject: Topic) -> Bool {
    switch subject {
    case .session(let id): catalogue.sessionRow(id) != nil
    case .person(let id): catalogue.has(.person(id))
    case .room(let id): catalogue.has(.room(id))
    case .parallel, .reachable: true
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

  /// Meetings that the selected session's page leads to, in their order there.
  var linkedMeetings: [String] {
    var found: [String] = []
    for link in session.content.links {
      if case .page(.meeting(let meeting)) = link.destination, !found.contains(meeting) { found.append(meeting) }
    }
    return found
  }

  /// Opens the box of this page's links; in the agenda those of the selected session, whose page is beside it.
  mutating func openLinks() {
    guard let page = linkedPage else { return }
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
    case .session where visited != nil: visited = nil
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
        focus: focus, reading: reading, text: text, agenda: agenda, session: session, visited: visited,
        background: background,
        documents: documents))
  }

  private mutating func restore(_ place: Place) {
    (focus, reading, text) = (place.focus, place.reading, place.text)
    (agenda, session, background, documents) = (place.agenda, place.session, place.background, place.documents)
    visited = place.visited
    // Stars and the time may have changed since.
    reloadDay()
  }
}
