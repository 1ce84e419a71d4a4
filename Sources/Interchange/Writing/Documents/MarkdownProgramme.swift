import Agenda
import Cells
import Markup
import Messages

/// A programme as Markdown: a table for each day, then what is said of its sessions.
///
/// CommonMark with GitHub's tables. It reads well as it stands; other programs make pages of it.
struct MarkdownProgramme {
  private let programme: Programme
  private let wording: ProgrammeWording
  private var blocks: [String] = []

  init(_ programme: Programme) {
    self.programme = programme
    wording = ProgrammeWording(programme: programme)
    addHead()
    for day in programme.days { add(day) }
    addPeople()
    if wording.isWhole { addBackground() }
  }

  var text: String { blocks.joined(separator: "\n\n") + "\n" }

  private mutating func addHead() {
    let conference = programme.conference
    heading(1, wording.title)
    let subtitle = programme.string(conference.subtitle)
    if !subtitle.isEmpty { blocks.append("*\(plain(subtitle))*") }
    let facts = [wording.dates, wording.venue, wording.room].filter { !$0.isEmpty }.joined(separator: " · ")
    blocks.append("**\(plain(facts))**")
    if !wording.organizers.isEmpty { blocks.append(plain(wording.organizers)) }
    if !wording.notice.isEmpty { blocks.append("> \(plain(wording.notice))") }
    blocks.append(plain(wording.facts))
    if let url = conference.url { blocks.append(link("", url)) }
    let about = programme.string(conference.about)
    if wording.isWhole, !about.isEmpty {
      heading(2, wording.words(WritingWords.about))
      add(markdown: about, below: 2)
    }
  }

  private mutating func add(_ day: Programme.Day) {
    heading(2, wording.words(.day(day.date)))
    guard !day.sessions.isEmpty else { return blocks.append(wording.words(WritingWords.noSessions)) }
    let hasPlaces = day.sessions.contains { !programme.location(of: $0).isEmpty }
    let hasPeople = day.sessions.contains { !wording.people(of: $0).isEmpty }
    let headings =
      [WritingWords.time, Session.Kind.session.name] + (hasPlaces ? [WritingWords.place] : [])
      + (hasPeople ? [WritingWords.with] : [])
    var rows = [headings.map(wording.words), headings.map { _ in "---" }]
    for session in day.sessions {
      let marks = wording.marks(of: session).map { " *(\($0.lowercased()))*" }.joined()
      let title = plain(wording.title(of: session))
      let shown = session.status == .cancelled ? "~~\(title)~~" : title
      // Names have commas in them.
      let people = wording.people(of: session).map(plain).joined(separator: " · ")
      rows.append(
        [wording.times(of: session), shown + marks] + (hasPlaces ? [plain(programme.location(of: session))] : [])
          + (hasPeople ? [people] : []))
    }
    let lines = rows.map { "| \($0.joined(separator: " | ")) |" }
    blocks.append(lines.joined(separator: "\n"))
    for session in day.sessions where wording.hasDetails(session) { addDetails(of: session) }
  }

  private mutating func addDetails(of session: Session) {
    heading(3, "\(wording.times(of: session)) \(wording.title(of: session))")
    let track = programme.string(programme.track(of: session)?.name)
    let facts = [programme.location(of: session), track] + programme.facts(of: session) + wording.marks(of: session)
    let line = facts.filter { !$0.isEmpty }.map(plain).joined(separator: " · ")
    if !line.isEmpty { blocks.append("*\(line)*") }
    let summary = programme.string(session.summary)
    if !summary.isEmpty { blocks.append("**\(plain(summary))**") }
    add(markdown: programme.string(session.details), below: 3)
    addItems(of: session)
    list(WritingWords.with, wording.people(of: session).map(plain))
    list(WritingWords.documents, programme.documents(of: session).map { plain(programme.string($0.title)) })
    list(
      WritingWords.background,
      programme.meetings(of: session).map { plain("\(programme.string($0.title)), \(wording.occasion(of: $0))") })
    list(WritingWords.links, session.links.map { link(programme.string($0.title), $0.url) })
    list(WritingWords.attachments, session.attachments.map { link(programme.string($0.title), $0.url) })
  }

  private mutating func addItems(of session: Session) {
    guard !session.items.isEmpty else { return }
    let rows = session.items.enumerated().map { index, item in
      let people = item.people.compactMap { programme.people[$0.person] }.map { programme.string($0.name) }
      let tail = people.isEmpty ? "" : " — \(plain(people.joined(separator: ", ")))"
      return "\(index + 1). \(plain(programme.string(item.title)))\(tail)"
    }
    blocks.append("**\(wording.words(WritingWords.items))**")
    blocks.append(rows.joined(separator: "\n"))
  }

  private mutating func addPeople() {
    let people = wording.people
    guard !people.isEmpty else { return }
    heading(2, wording.words(WritingWords.people))
    var rows: [String] = []
    for person in people {
      let position = wording.position(of: person)
      let name = "**\(plain(programme.string(person.name)))**" + (position.isEmpty ? "" : ", \(plain(position))")
      let bio = programme.string(person.bio)
      if bio.isEmpty {
        rows.append("- \(name)")
      } else {
        let text = MarkdownPage(below: 3, address: address).commonMark(bio)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  \($0)" }
        rows.append("- \(name)\n\n\(trimmed(lines.joined(separator: "\n")))\n")
      }
    }
    blocks.append(trimmed(rows.joined(separator: "\n")))
  }

  private mutating func addBackground() {
    if !programme.agenda.meetings.isEmpty { heading(2, wording.words(WritingWords.background)) }
    for meeting in programme.agenda.meetings {
      heading(3, programme.string(meeting.title))
      blocks.append("*\(plain("\(wording.words(meeting.kind.name)), \(wording.occasion(of: meeting))"))*")
      for (heading, text) in wording.accounts(of: meeting) {
        blocks.append("**\(wording.words(heading))**: \(plain(text))")
      }
      add(markdown: programme.string(meeting.text), below: 3)
      list(WritingWords.links, meeting.links.map { link(programme.string($0.title), $0.url) })
    }
    if !programme.agenda.documents.isEmpty { heading(2, wording.words(WritingWords.documents)) }
    for document in programme.agenda.documents {
      heading(3, programme.string(document.title))
      let kind = programme.string(document.kind)
      if !kind.isEmpty { blocks.append("*\(plain(kind))*") }
      add(markdown: programme.string(document.text), below: 3)
      list(WritingWords.links, document.links.map { link(programme.string($0.title), $0.url) })
    }
  }

  // MARK: Pieces

  private mutating func heading(_ level: Int, _ text: String) {
    blocks.append(String(repeating: "#", count: level) + " " + plain(text))
  }

  private mutating func list(_ heading: Message, _ rows: [String]) {
    guard !rows.isEmpty else { return }
    blocks.append("**\(wording.words(heading))**")
    blocks.append(rows.map { "- \($0)" }.joined(separator: "\n"))
  }

  private mutating func add(markdown: String, below level: Int) {
    let text = trimmed(MarkdownPage(below: level, address: address).commonMark(markdown))
    if !text.isEmpty { blocks.append(text) }
  }

  /// Links inside the bundle have no place to lead to here.
  private func address(_ url: String) -> String? {
    WebAddress.isOpenable(url) ? url : nil
  }

  private func link(_ title: String, _ url: String) -> String {
    guard WebAddress.isOpenable(url) else { return plain(title.isEmpty ? url : title) }
    return title.isEmpty || title == url ? "<\(url)>" : "[\(plain(title))](<\(url)>)"
  }

  private func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last == "\n" || text.last == " " { text.removeLast() }
    return String(text)
  }

  /// A plain text of one line, with a backslash before what Markdown would take for a sign (CommonMark §2.4).
  private func plain(_ text: String) -> String { MarkdownEscape.line(text) }
}
