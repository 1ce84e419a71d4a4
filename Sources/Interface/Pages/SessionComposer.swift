import Agenda
import Catalogue
import Cells

/// A session as a page.
///
/// `hasRooms` says whether the conference has rooms, so that the lack of one means something.
func composeSession(
  _ page: SessionPage, times: TimeWording, hasRooms: Bool, width: Int, isASCII: Bool
) -> PageContent {
  var composer = PageComposer(width: width, isASCII: isASCII)
  let row = page.row
  composer.title(row.title)
  composer.paragraph(times.full(row))
  if !row.room.isEmpty {
    let room = page.roomID.isEmpty ? Span(row.room) : composer.aside(row.room, .room(page.roomID))
    composer.line(row.place.isEmpty ? [room] : [room, Span(", " + row.place)])
  } else if !row.place.isEmpty {
    composer.paragraph(row.place)
  } else if hasRooms && row.kind != .milestone && row.kind != .break {
    composer.paragraph(Words.toBeAnnounced, role: .dim)
  }
  var marks: [String] = []
  switch row.status {
  case .confirmed: break
  case .tentative: marks.append(Words.tentative)
  case .cancelled: marks.append(Words.cancelled)
  }
  if row.isOptional { marks.append(Words.optional) }
  if row.kind != .session { marks.append(Words.name(row.kind)) }
  if !row.track.isEmpty { marks.append(row.track) }
  composer.paragraph(listed(marks, by: " · "), role: .dim)
  if let attribution = Words.attribution(row.attribution) { composer.paragraph(attribution, role: .strong) }

  if !page.people.isEmpty {
    composer.blank()
    for person in page.people { composer.line(name(of: person, in: &composer), hanging: 2) }
  }
  if !page.summary.isEmpty {
    composer.blank()
    composer.paragraph(page.summary)
  }
  if !page.items.isEmpty {
    composer.heading(Words.programmeHeading)
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

extension PageComposer {
  /// Links to meetings, sessions and documents under headings, then the addresses outside.
  mutating func linkSections(_ links: [PageLink], addresses: [AddressLink]) {
    section(Words.sessionsHeading, links.filter { if case .session = $0.target { true } else { false } })
    section(Words.leadsTo, links.filter { if case .meeting = $0.target { true } else { false } })
    section(Words.documentsHeading, links.filter { if case .document = $0.target { true } else { false } })
    guard !addresses.isEmpty else { return }
    heading(Words.addressesHeading)
    for address in addresses { self.address(address) }
  }

  private mutating func section(_ title: String, _ links: [PageLink]) {
    guard !links.isEmpty else { return }
    heading(title)
    for link in links { self.link(link) }
  }
}
