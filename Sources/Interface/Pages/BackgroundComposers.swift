import Agenda
import Catalogue
import Cells

/// A previous meeting as a page.
func composeMeeting(_ page: MeetingPage, width: Int, isASCII: Bool) -> PageContent {
  var composer = PageComposer(width: width, isASCII: isASCII)
  composer.title(page.title)
  composer.paragraph(listed([DateWording().partial(page.date), page.place]))
  let kind = Words.name(page.kind)
  if !page.title.lowercased().has(part: kind.lowercased()) { composer.paragraph(kind, role: .dim) }
  for (heading, text) in [
    (Words.participants, page.participants), (Words.focus, page.focus), (Words.outcome, page.outcome),
  ] where !text.isEmpty {
    composer.heading(heading)
    composer.paragraph(text)
  }
  composer.markdown(page.text)
  composer.linkSections(page.links, addresses: page.addresses)
  return composer.finish()
}

/// A document as a page of numbered paragraphs.
func composeDocument(_ page: DocumentPage, width: Int, isASCII: Bool) -> PageContent {
  var composer = PageComposer(width: width, isASCII: isASCII)
  composer.title(page.title)
  composer.paragraph(page.kind, role: .dim)
  composer.markdown(page.text, numbersParagraphs: true)
  composer.linkSections(page.links, addresses: page.addresses)
  return composer.finish()
}

/// What is known of the conference as a page.
func composeConference(_ card: ConferenceCard, zoneLetters: String, width: Int, isASCII: Bool) -> PageContent {
  var composer = PageComposer(width: width, isASCII: isASCII)
  composer.title(card.title)
  composer.paragraph(card.subtitle)
  composer.paragraph(card.dates)
  composer.paragraph(listed([card.venue, card.city, card.country]))
  composer.blank()
  if card.status == .draft, card.notice.isEmpty { composer.paragraph(Words.draftStatus, role: .strong) }
  composer.paragraph(card.notice)
  composer.blank()
  composer.field(Words.organizers, listed(card.organizers, by: "; "))
  composer.field(Words.timesIn, card.zone.identifier + (zoneLetters.isEmpty ? "" : " (\(zoneLetters))"))
  composer.field(Words.published, card.published.map(DateWording().full) ?? "")
  composer.field(Words.version, card.version)
  composer.markdown(card.about)
  if !card.url.isEmpty {
    composer.linkSections([], addresses: [AddressLink(title: "", url: card.url)])
  }
  return composer.finish()
}
