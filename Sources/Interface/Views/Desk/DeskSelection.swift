import Agenda
import Catalogue
import Messages

/// What the keys that do something with a thing do it with: what is selected, on whatever page.
enum DeskSelection {
  case subject(Subject)
  /// The page lists several sessions, and none of them is selected.
  case sessions([PageContent.Link])
  case nothing

  var subject: Subject? {
    guard case .subject(let subject) = self else { return nil }
    return subject
  }
}

extension Desk {
  /// A link that is selected comes before the page that it is on.
  func selection(_ world: World) -> DeskSelection {
    let subject: Subject? =
      switch focus {
      case .agenda: world.programme.selectedRow.map { .session($0.id) }
      case .notes: world.noteSubject
      case .session, .background, .documents:
        self[focus].page?.linkedSubject ?? self[focus].topic(world).subject ?? self[focus].listedSubject
      }
    switch subject {
    case .session, .meeting, .document, .conference: return subject.map { .subject($0) } ?? .nothing
    case .person, .room, nil:
      let sessions = focus == .session ? self[.session].page?.content.sessionLinks ?? [] : []
      // Where there is but one, nobody has to point to it.
      if sessions.count == 1, case .page(let only) = sessions[0].destination { return .subject(only) }
      return sessions.isEmpty ? subject.map { .subject($0) } ?? .nothing : .sessions(sessions)
    }
  }

  /// The session that a page of sessions is at: the selected one, or the only one; nil where it is a session's own page
  /// and where several could be meant.
  func listedSession(_ world: World) -> Session.ID? {
    switch self[.session].topic(world) {
    case .about(.session), .note, .nothing: return nil
    case .about, .parallel, .alike, .reachable: break
    }
    if case .session(let id) = self[.session].page?.linkedSubject { return id }
    let sessions = self[.session].page?.content.sessionLinks ?? []
    guard sessions.count == 1, case .page(.session(let id)) = sessions[0].destination else { return nil }
    return id
  }

  /// The session that is meant by a key that is for sessions only; on a page of its own whatever link is selected there.
  func session(_ world: World) -> Session.ID? {
    if case .session(let id) = selection(world).subject { return id }
    guard focus == .session, case .about(.session(let id)) = self[.session].topic(world) else { return nil }
    return id
  }

  /// Does something with the session that is meant, or asks which of several it is.
  func withSession(
    _ world: World, _ title: Message, _ act: Message, _ outcomes: (Session.ID) -> [Outcome]
  ) -> [Outcome] {
    if let id = session(world) { return outcomes(id) }
    guard case .sessions(let links) = selection(world) else { return [] }
    let choices = links.compactMap { link -> Choice? in
      guard case .page(.session(let id)) = link.destination else { return nil }
      let detail = world.catalogue.sessionRow(id).map(world.times.short) ?? ""
      var choice = Choice(.data("\(link.number)  \(link.label)"), detail: .data(detail))
      choice.outcomes = outcomes(id)
      return choice
    }
    return [.offer(Offer(title, prompt: Message("Number: "), act: act, choices, typing: .numbers))]
  }

  /// Why nothing can be done with a session here; nil where it can.
  func noSession(_ world: World) -> Message? {
    if session(world) != nil { return nil }
    if case .sessions = selection(world) { return nil }
    return world.programme.selectedRow == nil
      ? Message("There is no session to do that with") : Message("No session is selected")
  }

  /// The links of what is meant: of a session in a list those of its own page, else those of the page that is read.
  func linkedContent(_ world: World) -> PageContent? {
    if focus == .agenda { return self[.session].page?.content }
    if focus == .session, let id = listedSession(world), self[.session].page?.selectedLink != nil {
      return self[.session].content(of: .about(.session(id)), world)
    }
    return focusedPage?.content
  }
}
