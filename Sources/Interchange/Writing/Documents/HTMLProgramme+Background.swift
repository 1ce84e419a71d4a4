import Agenda
import Cells
import Markup
import Messages

extension HTMLProgramme {
  mutating func writePeople() {
    let people = wording.people
    guard !people.isEmpty else { return }
    html.open("section", ("class", "everybody"))
    html.element("h2", ("id", "people"), text: wording.words(WritingWords.people))
    var parts: [Person.ID: [(date: CalendarDate, session: Session)]] = [:]
    for day in programme.days {
      for session in day.sessions {
        for (person, _) in programme.participants(of: session) {
          parts[person.id, default: []].append((day.date, session))
        }
      }
    }
    for person in people {
      html.open("article", ("id", HTMLAnchor.person(person.id)))
      html.element("h3", ("dir", "auto"), text: programme.string(person.name))
      let position = wording.position(of: person)
      if !position.isEmpty { html.element("p", ("class", "when"), ("dir", "auto"), text: position) }
      write(markdown: person.bio, below: 3)
      write(parts: parts[person.id] ?? [])
      html.add(html: "</article>\n")
    }
    html.add(html: "</section>\n")
  }

  /// The sessions that somebody takes part in.
  private mutating func write(parts: [(date: CalendarDate, session: Session)]) {
    html.open("ul", ("class", "parts"))
    for (date, session) in parts {
      html.open("li", ("dir", "auto"))
      html.add("\(wording.words(.shortDay(date))), \(wording.clock(session.start)) ")
      html.element("a", ("href", targets["session:\(session.id)"]), text: wording.title(of: session))
      html.close("li")
    }
    html.close("ul")
  }

  mutating func writeMeetings() {
    let meetings = programme.agenda.meetings
    guard !meetings.isEmpty else { return }
    html.open("section", ("class", "background"))
    html.element("h2", ("id", "background"), text: wording.words(WritingWords.background))
    for meeting in meetings {
      html.open("article", ("id", HTMLAnchor.meeting(meeting.id)))
      html.element("h3", ("dir", "auto"), text: programme.string(meeting.title))
      let occasion = "\(wording.words(meeting.kind.name)), \(wording.occasion(of: meeting))"
      html.element("p", ("class", "when"), ("dir", "auto"), text: occasion)
      write(wording.accounts(of: meeting).map { ($0.heading, [HTMLText.escaped($0.text)]) })
      write(markdown: meeting.text, below: 3)
      if !meeting.links.isEmpty { write([(WritingWords.links, meeting.links.map(link))]) }
      html.add(html: "</article>\n")
    }
    html.add(html: "</section>\n")
  }

  /// Each document on a sheet of its own, its paragraphs numbered as they are on the screen, where it does not do that
  /// itself.
  mutating func writeDocuments() {
    let documents = programme.agenda.documents
    guard !documents.isEmpty else { return }
    html.open("section", ("class", "documents"))
    html.element("h2", ("id", "documents"), text: wording.words(WritingWords.documents))
    for document in documents {
      html.open("article", ("id", HTMLAnchor.document(document.id)))
      html.element("h3", ("dir", "auto"), text: programme.string(document.title))
      let kind = programme.string(document.kind)
      if !kind.isEmpty { html.element("p", ("class", "when"), ("dir", "auto"), text: kind) }
      let isNumbered = !MarkdownPage.hasOwnNumbers(programme.string(document.text))
      write(markdown: document.text, below: 3, isNumbered: isNumbered)
      if !document.links.isEmpty { write([(WritingWords.links, document.links.map(link))]) }
      html.add(html: "</article>\n")
    }
    html.add(html: "</section>\n")
  }
}
