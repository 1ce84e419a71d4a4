import Agenda
import Catalogue
import Cells
import Messages

extension BrowserView {
  /// The page of what is open, for lines of so many columns.
  func compose(_ subject: Subject, width: Int, _ world: World) -> PageContent {
    let catalogue = world.catalogue
    switch subject {
    case .meeting(let id): return catalogue.meeting(id).map { composeMeeting($0, width: width, world) } ?? .empty
    case .document(let id): return catalogue.document(id).map { composeDocument($0, width: width, world) } ?? .empty
    case .conference: return composeConference(catalogue.conference, width: width, world)
    case .session, .person, .room: return .empty
    }
  }
}

/// A previous meeting as a page.
private func composeMeeting(_ page: MeetingPage, width: Int, _ world: World) -> PageContent {
  var composer = PageComposer(width: width, world)
  composer.title(page.title)
  composer.paragraph(listed([world.messages.partial(page.date), page.place]))
  let kind = world.text(page.kind.name)
  if !page.title.lowercased().has(part: kind.lowercased()) { composer.paragraph(kind, role: .dim) }
  for (heading, text) in [
    (Message("Who took part"), page.participants), (Message("What it was about"), page.focus),
    (Message("What it led to"), page.outcome),
  ] where !text.isEmpty {
    composer.heading(heading)
    composer.paragraph(text)
  }
  composer.markdown(page.text)
  composer.linkSections(worded(page.links, world), addresses: page.addresses)
  return composer.finish()
}

/// A document as a page of numbered paragraphs.
private func composeDocument(_ page: DocumentPage, width: Int, _ world: World) -> PageContent {
  var composer = PageComposer(width: width, world)
  composer.title(page.title)
  composer.paragraph(page.kind, role: .dim)
  composer.markdown(page.text, numbersParagraphs: true)
  composer.linkSections(worded(page.links, world), addresses: page.addresses)
  return composer.finish()
}

/// What is known of the conference as a page.
private func composeConference(_ card: ConferenceCard, width: Int, _ world: World) -> PageContent {
  var composer = PageComposer(width: width, world)
  let noon = Instant(seconds: Int64(card.start.dayNumber) * 86_400 + 43_200)
  let zoneLetters = card.zone.transition(at: noon).abbreviation
  composer.title(card.title)
  composer.paragraph(card.subtitle)
  composer.paragraph(world.text(card.dates))
  composer.paragraph(listed([card.venue, card.city, card.country]))
  composer.blank()
  if card.status == .draft, card.notice.isEmpty {
    composer.paragraph(Message("This agenda is a draft."), role: .strong)
  }
  composer.paragraph(card.notice)
  composer.blank()
  composer.field(Message("Organised by"), listed(card.organizers, by: "; "))
  composer.field(Message("Times in"), card.zone.identifier + (zoneLetters.isEmpty ? "" : " (\(zoneLetters))"))
  composer.field(Message("Agenda published"), card.published.map { world.text(.date($0)) } ?? "")
  composer.field(Message("Version"), card.version)
  // What is odd in a file is its maker's concern, and told to whoever asks.
  if card.problemCount > 0 {
    composer.paragraph(
      Message("1 problem: see plenary check", "%d problems: see plenary check", count: card.problemCount), role: .dim)
  }
  composer.markdown(card.about)
  if !card.url.isEmpty {
    composer.linkSections([], addresses: [AddressLink(title: "", url: card.url)])
  }
  return composer.finish()
}

/// Links as a page shows them.
private func worded(_ links: [PageLink], _ world: World) -> [PageLink] {
  if world.ownZone == nil { return links }
  return links.map {
    PageLink(target: $0.target, title: $0.title, detail: .text(world.detail($0.detail, of: $0.target)))
  }
}
