import Agenda
import Cells
import Markup
import Messages

extension HTMLProgramme {
  /// All that is said of the sessions, day by day; those of which nothing more is known than their row are left out.
  mutating func writeSessions() {
    let days = programme.days.map { ($0.date, $0.sessions.filter(wording.hasDetails)) }.filter { !$0.1.isEmpty }
    guard !days.isEmpty else { return }
    html.open("section", ("class", "sessions"))
    html.element("h2", ("id", "sessions"), text: wording.words(Message("The sessions")))
    html.line()
    for (date, sessions) in days {
      for session in sessions { write(session, on: date) }
    }
    html.add(html: "</section>\n")
  }

  private mutating func write(_ session: Session, on date: CalendarDate) {
    let anchor = HTMLAnchor.session(session.id)
    html.open("article", ("id", anchor), ("aria-labelledby", "\(anchor)-title"))
    html.element(
      "h3", ("id", "\(anchor)-title"), ("class", session.status == .cancelled ? "cancelled" : nil),
      ("lang", foreign(session.title)), ("dir", "auto"), text: wording.title(of: session))
    html.open("p", ("class", "when"))
    html.add(wording.words(.shortDay(date)) + ", ")
    writeTimes(of: session)
    let track = programme.string(programme.track(of: session)?.name)
    for fact in [programme.location(of: session), track] where !fact.isEmpty {
      html.add(" · ")
      if fact == track { writeSwatch(of: session) }
      html.element("bdi", text: fact)
    }
    for fact in programme.facts(of: session) { html.add(" · " + fact) }
    writeMarks(of: session)
    html.close("p")
    let summary = programme.string(session.summary)
    if !summary.isEmpty {
      html.element("p", ("class", "summary"), ("lang", foreign(session.summary)), ("dir", "auto"), text: summary)
    }
    write(markdown: session.details, below: 3)
    writeItems(of: session)
    writeLists(of: session)
    html.add(html: "</article>\n")
  }

  private mutating func writeItems(of session: Session) {
    guard !session.items.isEmpty else { return }
    html.element("h4", text: wording.words(WritingWords.items))
    html.open("ol")
    for item in session.items {
      html.open("li", ("dir", "auto"))
      html.add(programme.string(item.title))
      let people = item.people.compactMap { programme.people[$0.person] }.map { programme.string($0.name) }
      if !people.isEmpty { html.element("span", ("class", "people"), text: people.joined(separator: ", ")) }
      html.close("li")
    }
    html.close("ol")
  }

  /// People, documents, meetings and addresses, each with its heading beside it.
  private mutating func writeLists(of session: Session) {
    let people = programme.participants(of: session).map { person, role in
      link("#\(HTMLAnchor.person(person.id))", programme.string(person.name))
        + (role.isEmpty ? "" : " (\(HTMLText.escaped(role)))")
    }
    let isWhole = wording.isWhole
    let documents = programme.documents(of: session).map { document in
      link(isWhole ? "#\(HTMLAnchor.document(document.id))" : nil, programme.string(document.title))
    }
    let meetings = programme.meetings(of: session).map { meeting in
      link(isWhole ? "#\(HTMLAnchor.meeting(meeting.id))" : nil, programme.string(meeting.title))
        + ", \(HTMLText.escaped(wording.occasion(of: meeting)))"
    }
    let lists = [
      (WritingWords.with, people), (WritingWords.documents, documents), (WritingWords.background, meetings),
      (WritingWords.links, session.links.map(link)), (WritingWords.attachments, session.attachments.map(link)),
    ].filter { !$0.1.isEmpty }
    write(lists)
  }

  mutating func write(_ lists: [(heading: Message, rows: [String])]) {
    guard !lists.isEmpty else { return }
    html.open("dl")
    for (heading, rows) in lists {
      html.element("dt", text: wording.words(heading))
      for row in rows {
        html.open("dd", ("dir", "auto"))
        html.add(html: row)
        html.close("dd")
      }
    }
    html.close("dl")
  }

  /// Start and end for people and for programs.
  mutating func writeTimes(of session: Session) {
    let zone = programme.conference.zone
    let words = wording.times(of: session)
    html.open("time", ("datetime", WireTime.iso(session.start, in: zone)))
    let start = wording.clock(session.start)
    html.add(start)
    html.close("time")
    let rest = words.dropFirst(start.count)
    guard let end = session.end, end > session.start else { return html.add(String(rest)) }
    html.add("–")
    html.element("time", ("datetime", WireTime.iso(end, in: zone)), text: String(rest.dropFirst()))
  }

  mutating func writeMarks(of session: Session) {
    for mark in wording.marks(of: session) {
      html.add(" ")
      html.element("span", ("class", "mark"), text: mark)
    }
  }

  /// A dot in the colour of the session's track, where it has one.
  mutating func writeSwatch(of session: Session) {
    guard let color = programme.track(of: session)?.color, color.utf8.count == 7, color.hasPrefix("#"),
      color.dropFirst().allSatisfy(\.isHexDigit)
    else { return }
    html.open("span", ("class", "swatch"), ("style", "background:\(color)"), ("aria-hidden", "true"))
    html.close("span")
  }

  /// A text's own language, where it is not the page's.
  func foreign(_ text: Text?) -> String? {
    programme.language(of: text).flatMap { $0 == language ? nil : $0 }
  }

  func link(_ link: WebLink) -> String {
    let title = programme.string(link.title)
    return self.link(WebAddress.isOpenable(link.url) ? link.url : nil, title.isEmpty ? link.url : title)
  }

  private func link(_ url: String?, _ title: String) -> String {
    guard let url else { return HTMLText.escaped(title) }
    return "<a href=\"\(HTMLText.escaped(url))\">\(HTMLText.escaped(title))</a>"
  }

  /// A text of the bundle; nothing where it is empty.
  mutating func write(markdown text: Text?, below level: Int, isNumbered: Bool = false) {
    let markdown = programme.string(text)
    guard !markdown.isEmpty else { return }
    html.open(
      "div", ("class", isNumbered ? "text numbered" : "text"), ("lang", foreign(text)), ("dir", "auto"))
    let targets = targets
    let page = MarkdownPage(below: level) { url in WebAddress.isOpenable(url) ? url : targets[url] }
    html.add(html: page.html(markdown))
    html.add(html: "</div>\n")
  }
}
