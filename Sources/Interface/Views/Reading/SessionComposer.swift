import Agenda
import Catalogue
import Cells
import Messages
import Notes

/// A session as a page.
func composeSession(_ page: SessionPage, width: Int, _ world: World) -> PageContent {
  var composer = PageComposer(width: width, world)
  let row = page.row
  composer.title(row.title)
  if row.isRemoved {
    composer.paragraph(Message("This session is no longer in the agenda; here it is as it was"), role: .strong)
  }
  for line in when(row, width: width, world) { composer.line(line) }
  let marks = marks(of: row, world)
  if !marks.isEmpty { composer.line(marks) }
  if !row.room.isEmpty {
    let room = page.roomID.isEmpty ? Span(row.room) : composer.aside(row.room, .room(page.roomID))
    composer.line(row.place.isEmpty ? [room] : [room, Span(", " + row.place)])
    composer.paragraph(page.way, role: .dim)
  } else if !row.place.isEmpty {
    composer.paragraph(row.place)
  } else if world.hasRooms && row.kind != .milestone && row.kind != .break {
    // Only where others have one does the lack of a room mean anything.
    composer.paragraph(Message("Place to be announced"), role: .dim)
  }
  var states: [String] = []
  switch row.status {
  case .confirmed: break
  case .tentative: states.append(world.text(Message("Tentative")))
  case .cancelled: states.append(world.text(Message("Cancelled")))
  }
  if row.isOptional { states.append(world.text(Message("Optional"))) }
  if row.kind != .session { states.append(world.text(row.kind.name)) }
  if !row.track.isEmpty { states.append(row.track) }
  if !page.type.isEmpty { states.append(page.type) }
  switch page.isRecorded {
  case "true": states.append(world.text(Message("Recorded")))
  case "false": states.append(world.text(Message("Not recorded")))
  default: break
  }
  composer.paragraph(listed(states, by: " · "), role: .dim)
  if !page.language.isEmpty { composer.paragraph(Message("Language: %s", page.language)) }
  if let rule = row.attribution.rule { composer.paragraph(rule, role: .strong) }

  if !page.people.isEmpty {
    composer.blank()
    for person in page.people { composer.line(name(of: person, in: &composer), hanging: 2) }
  }
  if !page.summary.isEmpty {
    composer.blank()
    composer.paragraph(page.summary)
  }
  if !page.items.isEmpty {
    composer.heading(Message("In this session"))
    for (index, item) in page.items.enumerated() {
      composer.numbered(index + 1, of: page.items.count, item.title)
      let indent = String(page.items.count).utf8.count + 3
      for person in item.people { composer.line(name(of: person, in: &composer), indent: indent) }
      for link in item.links { composer.link(link, indent: indent) }
    }
  }
  composer.markdown(page.details)
  composer.linkSections(page.links, addresses: page.addresses)
  return composer.finish()
}

/// Who it is, with the part and whatever is known of the person: `Moderator: Jane Doe, Director, The Institute`.
private func name(of person: Participant, in composer: inout PageComposer) -> [Span] {
  let what = listed([person.role, person.affiliation])
  var spans = person.part.isEmpty ? [] : [Span(person.part + ": ")]
  spans.append(composer.aside(person.name, .person(person.id)))
  if !what.isEmpty { spans.append(Span(", " + what)) }
  return spans
}

/// When it is, and how far that is from now, in as many words as a line has room for.
private func when(_ row: SessionRow, width: Int, _ world: World) -> [[Span]] {
  let time = Span(world.times.full(row))
  let late: [Message] = row.late > 0 ? [.late(row, world.zone.local(row.plannedStart).clock)] : []
  let moments = moments(of: row, world)
  // In few words where both do not fit.
  let states = moments.isEmpty ? late.map(world.text) : moments.map { listed(([$0] + late).map(world.text)) }
  let room = width - displayWidth(time.text) - 3
  if let state = states.first(where: { displayWidth($0) <= room }) {
    return [[time, Span(" · ", role: .dim), Span(state, role: .strong)]]
  }
  // It would be torn apart behind the time.
  return [[time]] + states.prefix(1).map { [Span($0, role: .strong)] }
}

/// Whether a session is on and for how long, when it begins, or that it is over, the longest first; none for what is
/// not today or does not take place.
private func moments(of row: SessionRow, _ world: World) -> [Message] {
  let now = world.clock.now
  guard row.status != .cancelled, !row.isRemoved, row.kind != .milestone else { return [] }
  if row.start <= now, row.end.map({ now < $0 }) ?? world.programme.running.contains(row.id) {
    guard let end = row.end else { return [Message("on now")] }
    let left = Message.length(minutes: Int((end.since(now) + 59) / 60))
    return [Message("on now, %s left", left), Message("%s left", left)]
  }
  let wait = row.start.since(now)
  if wait > 0 {
    return wait > 12 * 3_600 ? [] : [Message("in %s", Message.length(minutes: Int((wait + 59) / 60)))]
  }
  return world.zone.local(row.start).date == world.zone.local(now).date ? [Message("over")] : []
}

/// What the signs of a session say, in words behind them: `* Starred · • Notes`.
private func marks(of row: SessionRow, _ world: World) -> [Span] {
  var marks: [(sign: String, words: Message)] = []
  let (signs, stars) = (world.signs, world.stars)
  let star = signs.star(of: row.id).text
  switch stars.grade(of: row.id) {
  case .must: marks.append((star, Message("Starred")))
  case .maybe: marks.append((star, Message("Starred as maybe")))
  case .later: marks.append((star, Message("To be watched later")))
  case nil: break
  }
  if signs.isShared(row) { marks.append((signs.sharedPlan, Message("On the shared plan"))) }
  for clash in stars.found.of(.session(row.id)).prefix(3) where clash.kind == .overlap {
    let other = world.planWording.title(of: clash.first.id == .session(row.id) ? clash.second.id : clash.first.id)
    marks.append(("!", Message("%1$s at the same time as %2$s", Message.length(minutes: clash.minutes), other)))
  }
  if signs.hasNotes(row) { marks.append((signs.note, Message("Notes"))) }
  if signs.isChanged(row) { marks.append((signs.change, Message("Changed"))) }
  var spans: [Span] = []
  for (sign, words) in marks {
    if !spans.isEmpty { spans.append(Span(" · ", role: .dim)) }
    spans += [Span(sign + "\u{A0}", role: .strong), Span(world.text(words))]
  }
  return spans
}
