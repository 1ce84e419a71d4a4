import Agenda
import Catalogue
import Cells
import Messages
import Notes

extension Desk: CommandOwner {
  static let commands: [Command<Desk>] = panelCommands + readCommands + findCommands + noteCommands

  // MARK: - What they ask and do

  fileprivate var isTimetableFocused: Bool { focus == .agenda && self[.agenda].needsAllColumns }

  /// Whether a panel shows a list of pages.
  fileprivate func isList(_ panel: Panel) -> Bool { panel != .agenda && self[panel].page == nil && !isWriting }

  /// One linked meeting is opened at once, several are shown in the list.
  fileprivate mutating func showBackground(_ world: World) -> [Outcome] {
    let linked = world.linkedMeetings
    remember(world)
    guard linked.count == 1, let only = linked.first else {
      showList(of: .background, at: linked.first.map { .about(.meeting($0)) }, world)
      return linked.isEmpty
        ? [.say(Message("Nothing is linked to this session; these are all previous meetings"))] : []
    }
    change(.background) { _ = $0.show(.about(.meeting(only)), world) }
    choose(.background)
    return []
  }

  fileprivate func copySelected(_ world: World) -> [Outcome] {
    if let link = selectedLink, case .address(let url) = link.destination {
      return [.say(Message("Address copied: %s", url)), .effect(.copy(url))]
    }
    if let subject = selection(world).subject { return .copy(subject, world) }
    return withSession(world, Message("Copy which session?"), Message("copy")) { .copy(.session($0), world) }
  }
}

// The tables.

private let panelCommands: [Command<Desk>] = [
  show(.agenda, "showAgenda", Message("Go to the agenda")),
  show(.session, "showSession", Message("Go to the session")),
  show(.background, "showBackground", Message("Go to the background: previous meetings")),
  show(.documents, "showDocuments", Message("Go to the documents")),
  show(.notes, "showNotes", Message("Go to the notes")),
  Command(
    "nextPanel", .move, Message("Go to the next panel"), Shortcuts([.tab]), hint: Command.Hint(76, Message("panel"))
  ) { desk, _ in
    desk.choose(desk.focus.next)
    return []
  },
  Command("previousPanel", .move, Message("Go to the panel before"), Shortcuts([.backtab])) { desk, _ in
    desk.choose(desk.focus.previous)
    return []
  },
  Command(
    "zoom", .move, Message("Give this panel the whole screen, or give it back"),
    Shortcuts(["z"], writing: [.alt("z")]),
    hint: Command.Hint(77, Message("zoom")),
    unless: { desk, _ in
      desk.layout.mode == .single && !desk.isZoomed ? Message("This panel has the whole screen") : nil
    }
  ) { desk, _ in
    desk.isZoomed.toggle()
    return []
  },
  Command(
    "timetable", .move, Message("Show the day as a timetable of rooms, or as a list"), Shortcuts(["v"]),
    hint: Command.Hint(78) { desk, _ in
      desk.isTimetableFocused ? nil : desk[.agenda].needsAllColumns ? Message("list") : Message("timetable")
    }
  ) { desk, _ in
    desk.flip(.agenda)
    desk.choose(.agenda)
    return []
  },
]

private func show(_ panel: Panel, _ name: CommandName, _ words: Message) -> Command<Desk> {
  Command(name, .move, words, Shortcuts([.character(panel.digit)])) { desk, _ in
    desk.choose(panel)
    return []
  }
}

private let noSession = Message("There is no session to do that with")

private let readCommands: [Command<Desk>] = [
  .back(
    Command.Hint(15, Message("back")),
    unless: { desk, world in
      desk.canGoBack ? nil : Message("This is the start: %s quits", world.key("quit"))
    }
  ) { desk, _ in desk.goBack() },
  Command(
    "star", .read, Message("Star this session, then as maybe, then not at all"), Shortcuts(["*"]),
    hint: Command.Hint(20, Message("star")),
    holds: { desk, _ in !desk.isList(desk.focus) },
    unless: { $0.noSession($1) }
  ) { desk, world in
    desk.withSession(world, Message("Star which session?"), Message("star")) { [world.stars.starred($0)] }
  },
  Command(
    "later", .read, Message("Put this session aside to be watched later, or take that back"), Shortcuts(["+"]),
    holds: { desk, _ in !desk.isList(desk.focus) },
    unless: { $0.noSession($1) }
  ) { desk, world in
    desk.withSession(world, Message("Watch which session later?"), Message("watch later")) {
      [world.stars.keptForLater($0)]
    }
  },
  Command(
    "background", .read, Message("Show what led to this session"), Shortcuts(["b"]),
    hint: Command.Hint(65, Message("background")),
    unless: { desk, world in
      desk[.background].count(world) == 0 ? Message("This agenda has no previous meetings") : nil
    }
  ) { desk, world in desk.showBackground(world) },
  Command("aboutConference", .read, Message("Read about this conference"), Shortcuts(["i"])) { _, _ in
    [.show(.about(.conference))]
  },
  Command(
    "people", .read, Message("Read about a person and all that they take part in"), Shortcuts(["p"]),
    unless: { _, world in world.catalogue.has(.person) ? nil : Message("This agenda names no people") }
  ) { desk, world in
    // Whoever asks on a session's page asks most often about those who are in it.
    let page = desk.session(world).flatMap { world.catalogue.session($0) }
    var known: Set<Person.ID> = []
    var own = (page.map { $0.people + $0.items.flatMap(\.people) } ?? []).filter { known.insert($0.id).inserted }
      .map {
        Choice(.data($0.name), detail: .data($0.part.isEmpty ? $0.affiliation : $0.part), .show(.about(.person($0.id))))
      }
    if !own.isEmpty {
      own.insert(.heading(Message("In this session")), at: 0)
      own.append(.heading(Message("Everybody")))
    }
    return [
      .offer(
        Offer(
          Message("Read about"), prompt: Message("Name: "), act: Message("read"), own,
          then: world.catalogue.choices(.person)
        ) { Choice(.data($0.name), detail: .data(String($0.sessionCount)), .show(.about(.person($0.id)))) })
    ]
  },
  Command(
    "rooms", .read, Message("Read about a room and all that takes place there"), Shortcuts(["r"]),
    unless: { _, world in world.hasRooms ? nil : Message("This agenda names no rooms") }
  ) { _, world in
    [
      .offer(
        Offer(
          Message("Look into"), prompt: Message("Name: "), act: Message("read"), then: world.catalogue.choices(.room)
        ) {
          Choice(.data($0.name), detail: .data(String($0.sessionCount)), .show(.about(.room($0.id))))
        })
    ]
  },
  Command(
    "parallel", .read, Message("Show what is on at the same time as this session"), Shortcuts(["="]),
    unless: { desk, world in desk.session(world) == nil && world.programme.selectedRow == nil ? noSession : nil }
  ) { desk, world in
    (desk.session(world) ?? world.programme.selectedRow?.id).map { [.show(.parallel($0))] } ?? []
  },
  Command(
    "alike", .read, Message("Show more like this session: of its people, and of its words"), Shortcuts(["M"]),
    shortWords: Message("More like this"),
    unless: { desk, world in desk.session(world) == nil && world.programme.selectedRow == nil ? noSession : nil }
  ) { desk, world in
    (desk.session(world) ?? world.programme.selectedRow?.id).map { [.show(.alike($0))] } ?? []
  },
  Command(
    "reachable", .read, Message("Show what can be reached now: next in this room, next anywhere"), Shortcuts(["w"])
  ) { _, _ in [.show(.reachable)] },
  Command(
    "links", .read, Message("Follow a link of the page, or of the selected session, by its number"),
    Shortcuts(["o"]), hint: Command.Hint(27, Message("links")) { desk, _ in desk.focus != .agenda },
    unless: { desk, world in
      desk.linkedContent(world)?.links.isEmpty == false ? nil : Message("This page has no links")
    }
  ) { desk, world in desk.linkedContent(world).map { [.offer(.links(of: $0))] } ?? [] },
  Command(
    "copy", .read, Message("Copy title, time and place, or the selected address"), Shortcuts(["y"]),
    unless: { desk, world in
      if case .nothing = desk.selection(world), desk.selectedLink == nil { noSession } else { nil }
    }
  ) { desk, world in desk.copySelected(world) },
  Command(
    "copyAddress", .read, Message("Copy the address of what is selected"), Shortcuts(["Y"]),
    unless: { desk, world in desk.selection(world).subject == nil ? noSession : nil }
  ) { desk, world in desk.selection(world).subject.map { .copyAddress(of: $0, world) } ?? [] },
  Command(
    "ownZone", .read, Message("Show times in your own zone, or in the venue's"), Shortcuts(["t"])
  ) { _, world in world.ownZone == nil ? [.effect(.loadOwnZone)] : [.venueTimes, .say(Message("Times of the venue"))]
  },
]

private let findCommands: [Command<Desk>] = [
  Command("nextMatch", .find, Message("Go to the next place found"), Shortcuts(["n"]), unless: noSearch) { _, _ in
    [.nextHit(by: 1)]
  },
  Command("previousMatch", .find, Message("Go to the place found before"), Shortcuts(["N"]), unless: noSearch) {
    _, _ in [.nextHit(by: -1)]
  },
]

private let noSearch: @Sendable (Desk, World) -> Message? = { _, world in
  world.trail == nil ? Message("Nothing has been searched for yet: %s searches", world.key("find")) : nil
}

/// The rules that a note can have, the one that holds first.
private func ruleOffer(_ subject: Subject, _ world: World) -> Offer {
  let holds = world.rule(of: subject)
  let rules = [holds] + Session.Attribution.allCases.filter { $0 != holds }
  return Offer(
    Message("What may be told of this note"), prompt: Message("Rule: "), act: Message("set"),
    rules.map {
      Choice($0.label, detail: $0 == holds ? Message("holds now") : .data(""), .effect(.setRule(subject, $0)))
    })
}

private let noteCommands: [Command<Desk>] = [
  Command(
    "write", .write, Message("Write a note on what is read"), Shortcuts(["e"]),
    hint: Command.Hint(18, Message("note")),
    unless: { desk, world in
      if desk.isWriting { return Message("This note is being written") }
      if world.noteSubject != nil { return nil }
      if case .sessions = desk.selection(world) { return nil }
      return world.programme.selectedRow == nil
        ? noSession : Message("Notes go with sessions, meetings, documents")
    }
  ) { desk, world in
    if let subject = world.noteSubject {
      return [
        .write(
          subject,
          paragraph: desk.paragraphRead.flatMap { NotedParagraphs.selector(of: $0, in: subject, world.catalogue) })
      ]
    }
    return desk.withSession(world, Message("Write on which session?"), Message("write")) {
      [.show(.about(.session($0))), .write(.session($0))]
    }
  },
  Command(
    "attribution", .write, Message("Say what may be told of this note"), Shortcuts(["K"]),
    unless: { _, world in world.noteSubject == nil ? Message("Notes go with sessions, meetings, documents") : nil }
  ) { _, world in world.noteSubject.map { [.offer(ruleOffer($0, world))] } ?? [] },
  Command(
    "report", .gather, Message("Write a report of all notes to a file"), Shortcuts(["R"]),
    unless: { _, world in world.notes.texts.isEmpty ? Message("There are no notes yet") : nil }
  ) { _, _ in [.effect(.writeReport)] },
]
