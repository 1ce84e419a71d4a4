import Agenda
import Catalogue
import Cells
import Messages

extension ReadingView {
  /// The page of what is read, for lines of so many columns.
  func compose(_ topic: Topic, width: Int, _ world: World) -> PageContent {
    let catalogue = world.catalogue
    switch topic {
    case .about(.session(let id)):
      return catalogue.session(id).map { composeSession($0, width: width, world) } ?? .empty
    case .about(.person(let id)): return catalogue.person(id).map { composePerson($0, width: width, world) } ?? .empty
    case .about(.room(let id)): return catalogue.room(id).map { composeRoom($0, width: width, world) } ?? .empty
    case .parallel(let id):
      guard let row = catalogue.sessionRow(id) else { return .empty }
      // More than anybody chooses from.
      return composeParallel(row, catalogue.parallel(to: row, limit: 200), width: width, world)
    case .alike(let id): return catalogue.session(id).map { composeAlike($0, width: width, world) } ?? .empty
    case .reachable: return composeReachable(Reachable(world), width: width, world)
    case .about(.meeting), .about(.document), .about(.conference), .note, .nothing: return .empty
    }
  }
}

/// A person as a page, with all that they take part in.
private func composePerson(_ page: PersonPage, width: Int, _ world: World) -> PageContent {
  var composer = PageComposer(width: width, world)
  composer.title(page.name)
  composer.paragraph(listed([page.role, page.affiliation]))
  composer.markdown(page.bio)
  composer.sessions(
    page.appearances.map { ($0.row, listed([$0.part, $0.row.room])) }, world,
    none: Message("Takes part in no session."))
  return composer.finish()
}

/// A room as a page, with what takes place there, seen from what is on or comes next.
private func composeRoom(_ page: RoomPage, width: Int, _ world: World) -> PageContent {
  var composer = PageComposer(width: width, world)
  composer.title(page.name)
  composer.paragraph(page.way)
  composer.sessions(page.sessions.map { ($0, $0.track) }, world, none: Message("No sessions."))
  var content = composer.finish()
  let now = world.clock.now
  let place = page.sessions.firstIndex { $0.start > now || $0.end.map { $0 > now } ?? false }
  content.opening = place.flatMap { place in
    let subject = Subject.session(page.sessions[place].id)
    return content.links.first { $0.destination == .page(subject) }?.line
  }
  return content
}

/// What runs while a session does.
private func composeParallel(
  _ row: SessionRow, _ others: [SessionRow], width: Int, _ world: World
) -> PageContent {
  var composer = PageComposer(width: width, world)
  composer.title(Message("At the same time"))
  composer.paragraph(listed([row.title, world.times.full(row), row.room]))
  composer.sessions(others.map { ($0, $0.room) }, world, none: Message("Nothing else is on at that time."))
  return composer.finish()
}

/// What else is of a session's people, and what is like it.
private func composeAlike(_ page: SessionPage, width: Int, _ world: World) -> PageContent {
  var composer = PageComposer(width: width, world)
  composer.title(Message("More like this"))
  composer.paragraph(listed([page.row.title, world.times.full(page.row), page.row.room]))
  let others = sessions(besides: page, world.catalogue)
  if !others.isEmpty {
    composer.heading(Message("Other talks of these people"))
    composer.list(
      others.map { ($0.row, listed([listed($0.names), $0.row.room])) }, world, none: Message("Nothing else."),
      namesDays: true)
  }
  composer.heading(Message("Like it"))
  let alike = world.catalogue.alike(to: page.row, limit: 20)
  composer.list(
    alike.map { ($0, listed([$0.track, $0.room])) }, world, none: Message("Nothing is like it."), namesDays: true)
  return composer.finish()
}

/// Other sessions that somebody of a session takes part in, each with who that is, by start.
private func sessions(besides page: SessionPage, _ catalogue: Catalogue) -> [(row: SessionRow, names: [String])] {
  var found: [(row: SessionRow, names: [String])] = []
  var seen: Set<Person.ID> = []
  for person in page.people + page.items.flatMap(\.people) where seen.insert(person.id).inserted {
    for appearance in catalogue.person(person.id)?.appearances ?? [] where appearance.row.id != page.row.id {
      if let known = found.firstIndex(where: { $0.row.id == appearance.row.id }) {
        if !found[known].names.contains(person.name) { found[known].names.append(person.name) }
      } else {
        found.append((appearance.row, [person.name]))
      }
    }
  }
  return found.sorted { ($0.row.start, $0.row.row) < ($1.row.start, $1.row.row) }
}

/// What somebody can reach from now on.
private struct Reachable {
  var now: String
  /// The room that next sessions are told of, and these; empty where the selected session has none.
  var room: String
  var inRoom: [SessionRow]
  var anywhere: [SessionRow]
  var running: [SessionRow]

  init(_ world: World) {
    let (catalogue, instant) = (world.catalogue, world.clock.now)
    let row = world.programme.selectedRow
    let next = row.flatMap { $0.roomNumber >= 0 ? $0.roomNumber : nil }
      .map { catalogue.comingUp(after: instant, inRoom: $0, limit: 3) }
    now = world.zone.local(instant).clock
    (room, inRoom) = (next == nil ? "" : row?.room ?? "", next ?? [])
    anywhere = catalogue.comingUp(after: instant, limit: 20)
    running = Array(catalogue.current(at: instant).prefix(40))
  }
}

private func composeReachable(_ reach: Reachable, width: Int, _ world: World) -> PageContent {
  var composer = PageComposer(width: width, world)
  composer.title(Message("What is next at %s", reach.now))
  if !reach.room.isEmpty {
    composer.heading(Message("Next in %s", reach.room))
    composer.list(
      reach.inRoom.map { ($0, "") }, world, none: Message("Nothing comes after this"), namesDays: true)
  }
  composer.heading(Message("Next anywhere"))
  composer.list(
    reach.anywhere.map { ($0, $0.room) }, world, none: Message("Nothing comes after this"), namesDays: true
  )
  composer.heading(Message("On now"))
  composer.list(reach.running.map { ($0, $0.room) }, world, none: Message("Nothing is on now"))
  return composer.finish()
}

extension PageComposer {
  /// Sessions under the names of their days, each with what is said of it.
  fileprivate mutating func sessions(_ rows: [(row: SessionRow, detail: String)], _ world: World, none: Message) {
    if rows.isEmpty {
      blank()
      paragraph(none, role: .dim)
    }
    var start = rows.startIndex
    while start < rows.endIndex {
      let day = rows[start].row.day
      let end = rows[start...].firstIndex { $0.row.day != day } ?? rows.endIndex
      heading(world.times.longDay(day))
      list(Array(rows[start..<end]), world, none: none)
      start = end
    }
  }

  fileprivate mutating func list(
    _ rows: [(row: SessionRow, detail: String)], _ world: World, none: Message, namesDays: Bool = false
  ) {
    if rows.isEmpty { paragraph(none, role: .dim) }
    let manyDays = Set(rows.map(\.row.day)).count > 1
    let (times, columns) = (world.times, world.signs.usedColumns)
    for (row, detail) in rows {
      let marks = row.status == .cancelled ? text(Message("Cancelled")) : ""
      let day = namesDays && manyDays ? times.shortDay(row) + " " : ""
      // A narrow page has the start alone, so that titles keep some room.
      let time = width < 36 ? times.start(row) : times.range(row)
      session(
        row, time: day + time, signs: world.signs.of(row, in: columns), detail: listed([detail, marks]))
    }
  }
}
