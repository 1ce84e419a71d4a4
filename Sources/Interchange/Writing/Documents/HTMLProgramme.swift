import Agenda
import Cells
import Markup
import Messages

/// A programme as one HTML page that needs nothing beside it and is as good on paper: an overview of each day, then the
/// sessions, the people and, where everything is written, what led to the conference and its documents.
///
/// It has no script, loads nothing, names the language and the direction of each text, and follows the reader's wish
/// for a dark screen.
struct HTMLProgramme {
  let programme: Programme
  let wording: ProgrammeWording
  var html = HTMLText()
  /// Of the page: that of the conference's title; empty where it is not known.
  let language: String
  /// Where addresses inside the bundle lead in the page.
  let targets: [String: String]

  init(_ programme: Programme) {
    self.programme = programme
    wording = ProgrammeWording(programme: programme)
    language = programme.language(of: programme.conference.title) ?? ""
    targets = HTMLAnchor.targets(in: programme)
    writeHead()
    html.add(html: "<body>\n")
    writeTitle()
    writeDays()
    writeAbout()
    writeSessions()
    writePeople()
    if wording.isWhole {
      writeMeetings()
      writeDocuments()
    }
    html.add(html: "</main>\n<footer>")
    html.element("p", text: wording.facts)
    html.add(html: "</footer>\n</body>\n</html>\n")
  }

  var text: String { html.text }

  private mutating func writeHead() {
    html.add(html: "<!DOCTYPE html>\n")
    html.open("html", ("lang", language), ("dir", TextDirection.of(language)))
    html.add(html: "\n<head>\n<meta charset=\"utf-8\">\n")
    html.add(html: "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.add(html: "<meta name=\"color-scheme\" content=\"light dark\">\n")
    html.open("meta", ("name", "generator"), ("content", "Plenary \(programme.generatorVersion)"))
    html.line()
    html.element("title", text: wording.title)
    html.add(html: "\n<style>\n\(PageStyle.sheet)</style>\n</head>\n")
  }

  private mutating func writeTitle() {
    let conference = programme.conference
    html.add(html: "<header>\n")
    if !wording.organizers.isEmpty { html.element("p", ("class", "organizers"), text: wording.organizers) }
    html.element("h1", ("dir", "auto"), text: wording.title)
    let subtitle = programme.string(conference.subtitle)
    if !subtitle.isEmpty { html.element("p", ("class", "subtitle"), ("dir", "auto"), text: subtitle) }
    html.open("p", ("class", "facts"))
    html.element("strong", text: wording.dates)
    for fact in [wording.venue, wording.room] where !fact.isEmpty {
      html.add(" · ")
      html.element("span", ("dir", "auto"), text: fact)
    }
    html.close("p")
    if let url = conference.url, WebAddress.isOpenable(url) {
      html.open("p", ("class", "address"))
      html.element("a", ("href", url), text: url)
      html.close("p")
    }
    if !wording.notice.isEmpty { html.element("p", ("class", "notice"), ("dir", "auto"), text: wording.notice) }
    html.add(html: "\n</header>\n")
    let days = programme.days
    if days.count > 1 {
      html.open("nav", ("aria-label", wording.words(Message("Days"))))
      html.open("ul")
      for day in days {
        html.open("li")
        html.element("a", ("href", "#day-\(day.date)"), text: wording.words(.shortDay(day.date)))
        html.close("li")
      }
      html.add(html: "</ul></nav>\n")
    }
    html.add(html: "<main>\n")
  }

  private mutating func writeAbout() {
    let about = programme.conference.about
    guard wording.isWhole, !programme.string(about).isEmpty else { return }
    html.open("section", ("class", "about"))
    html.element("h2", ("id", "about"), text: wording.words(WritingWords.about))
    write(markdown: about, below: 2)
    html.add(html: "</section>\n")
  }

  private mutating func writeDays() {
    for day in programme.days {
      html.open("section", ("class", "day"), ("aria-labelledby", "day-\(day.date)"))
      html.element("h2", ("id", "day-\(day.date)"), text: wording.words(.day(day.date)))
      if day.sessions.isEmpty {
        html.element("p", text: wording.words(WritingWords.noSessions))
      } else {
        writeTable(of: day)
      }
      html.add(html: "</section>\n")
    }
  }

  private mutating func writeTable(of day: Programme.Day) {
    let hasPlaces = programme.scope.room == nil && day.sessions.contains { !programme.location(of: $0).isEmpty }
    html.add(html: "\n<table>\n<thead><tr>")
    for heading in [WritingWords.time, Session.Kind.session.name] + (hasPlaces ? [WritingWords.place] : []) {
      html.element("th", ("scope", "col"), text: wording.words(heading))
    }
    html.add(html: "</tr></thead>\n<tbody>\n")
    for session in day.sessions {
      html.open("tr", ("class", rowClass(of: session)))
      html.open("th", ("scope", "row"))
      writeTimes(of: session)
      html.close("th")
      html.open("td", ("dir", "auto"))
      writeRowTitle(of: session)
      html.close("td")
      if hasPlaces { html.element("td", ("class", "place"), ("dir", "auto"), text: programme.location(of: session)) }
      html.add(html: "</tr>\n")
    }
    html.add(html: "</tbody>\n</table>\n")
  }

  private mutating func writeRowTitle(of session: Session) {
    writeSwatch(of: session)
    let title = wording.title(of: session)
    if wording.hasDetails(session) {
      html.element(
        "a", ("class", "title"), ("href", "#\(HTMLAnchor.session(session.id))"), ("lang", foreign(session.title)),
        text: title)
    } else {
      html.element("span", ("class", "title"), ("lang", foreign(session.title)), text: title)
    }
    writeMarks(of: session)
    let people = programme.participants(of: session).map { programme.string($0.person.name) }
    if !people.isEmpty { html.element("span", ("class", "people"), text: people.joined(separator: ", ")) }
  }

  private func rowClass(of session: Session) -> String? {
    if session.status == .cancelled { return "cancelled" }
    switch session.kind {
    case .session, .ceremony: return nil
    case .meal, .break, .reception, .milestone: return "pause"
    }
  }
}

/// The names of places in the page.
enum HTMLAnchor {
  static func session(_ id: Session.ID) -> String { "session-\(id)" }
  static func person(_ id: Person.ID) -> String { "person-\(id)" }
  static func meeting(_ id: Meeting.ID) -> String { "meeting-\(id)" }
  static func document(_ id: Document.ID) -> String { "document-\(id)" }

  /// Where the addresses inside the bundle (`session:`, `meeting:`, `document:`) lead in the page; those of what is not
  /// in it are missing.
  static func targets(in programme: Programme) -> [String: String] {
    let wording = ProgrammeWording(programme: programme)
    var targets: [String: String] = [:]
    for day in programme.days {
      for session in day.sessions {
        let anchor = wording.hasDetails(session) ? self.session(session.id) : "day-\(day.date)"
        targets["session:\(session.id)"] = "#" + anchor
      }
    }
    guard wording.isWhole else { return targets }
    for id in programme.meetings.keys { targets["meeting:\(id)"] = "#\(meeting(id))" }
    for id in programme.documents.keys { targets["document:\(id)"] = "#\(document(id))" }
    return targets
  }
}
