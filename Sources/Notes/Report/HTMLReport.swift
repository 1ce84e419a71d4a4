import Agenda
import Cells
import Markup
import Messages

/// A report as one HTML page that needs nothing beside it and is as good on paper.
///
/// It has no script and loads nothing; whatever stands in the notes is text in it.
struct HTMLReport {
  private let report: Report
  private let wording: ReportWording
  private var html = HTMLText()
  private let page = MarkdownPage(below: 5, isTyped: true) { WebAddress.isOpenable($0) ? $0 : nil }

  init(_ report: Report) {
    self.report = report
    wording = ReportWording(report: report)
    writeHead()
    writeTitle()
    html.add(html: "<main>\n")
    writeMarks(lists.filter { $0.id != Self.quotes })
    if !report.isEmpty {
      html.element("h2", ("id", "minutes"), text: report.words(ReportWords.minutes))
      html.line()
    }
    for group in wording.groups {
      html.element("h3", text: report.words(group.title))
      html.line()
      if let note = group.note { html.element("p", ("class", "when"), text: report.words(note)) }
      for index in group.entries { write(index) }
    }
    writeMarks(lists.filter { $0.id == Self.quotes })
    html.add(html: "</main>\n<footer>")
    html.element("p", text: wording.facts)
    html.add(html: "</footer>\n</body>\n</html>\n")
  }

  var text: String { html.text }

  private mutating func writeHead() {
    html.add(html: "<!DOCTYPE html>\n<html lang=\"\(report.messages.language)\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.add(html: "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.add(html: "<meta name=\"color-scheme\" content=\"light dark\">\n")
    html.open("meta", ("name", "generator"), ("content", "Plenary \(report.generatorVersion)"))
    html.line()
    html.element("title", text: wording.title)
    html.add(html: "\n<style>\n\(PageStyle.sheet)\(ReportStyle.sheet)</style>\n</head>\n<body>\n")
  }

  private mutating func writeTitle() {
    html.add(html: "<header>\n")
    html.element("h1", ("dir", "auto"), text: wording.title)
    html.open("p", ("class", "facts"))
    html.element("strong", text: wording.occasion)
    html.close("p")
    if !wording.rapporteurs.isEmpty { html.element("p", ("dir", "auto"), text: wording.rapporteurs) }
    html.element("p", text: report.words(report.isEmpty ? ReportWords.nothing : wording.counts))
    for sentence in wording.selection { html.element("p", ("dir", "auto"), text: report.words(sentence)) }
    for sentence in wording.leftOut {
      html.element("p", ("class", "notice"), text: report.words(sentence))
    }
    html.add(html: "\n</header>\n")
    let lists = self.lists.filter { !$0.marks.isEmpty }
    guard !lists.isEmpty else { return }
    html.open("nav", ("aria-label", report.words(ReportWords.notes)))
    html.open("ul")
    for (title, id, _) in lists {
      html.open("li")
      html.element("a", ("href", "#\(id)"), text: report.words(title))
      html.close("li")
      guard id == lists.last(where: { $0.id != Self.quotes })?.id else { continue }
      html.open("li")
      html.element("a", ("href", "#minutes"), text: report.words(ReportWords.minutes))
      html.close("li")
    }
    html.add(html: "</ul></nav>\n")
  }

  private var lists: [(title: Message, id: String, marks: [Report.Found])] {
    [
      (ReportWords.decisions, "decisions", report.found(.decision)), (ReportWords.actions, "actions", report.actions),
      (ReportWords.openQuestions, "questions", report.openQuestions),
      (ReportWords.quotes, Self.quotes, report.found(.quote)),
    ]
  }

  private static let quotes = "quotes"

  private mutating func write(_ index: Int) {
    let entry = report.entries[index]
    html.open("article", ("id", "note-\(index + 1)"))
    if !wording.goesOn(index) {
      html.element("h4", ("dir", "auto"), text: wording.heading(of: entry))
      let facts = wording.facts(of: entry).joined(separator: " · ")
      if !facts.isEmpty { html.element("p", ("class", "when"), ("dir", "auto"), text: facts) }
      let people = wording.people(of: entry).joined(separator: ", ")
      if !people.isEmpty {
        html.element("p", ("class", "people"), ("dir", "auto"), text: report.words(ReportWords.with(people)))
      }
    }
    if !entry.author.isEmpty { html.element("h5", ("dir", "auto"), text: entry.author) }
    html.open("div", ("class", "text note"))
    html.add(html: "\n" + page.html(NoteBody.forPage(entry.text)))
    html.close("div")
    html.close("article")
    html.line()
  }

  private mutating func writeMarks(_ lists: [(title: Message, id: String, marks: [Report.Found])]) {
    for (title, id, marks) in lists where !marks.isEmpty {
      html.open("section", ("class", "marks"), ("aria-labelledby", id))
      html.element("h2", ("id", id), text: report.words(title))
      html.line()
      if id == Self.quotes { marks.forEach { writeQuote($0) } } else { writeTable(marks, withBoxes: id == "actions") }
      html.close("section")
      html.line()
    }
  }

  private mutating func writeTable(_ marks: [Report.Found], withBoxes: Bool) {
    let hasPeople = marks.contains { !$0.mark.person.isEmpty }
    let hasDays = marks.contains { $0.mark.due != nil }
    html.add(html: "<table>\n<thead><tr>")
    html.element("th", ("scope", "col"), text: report.words(Message("No.")))
    if withBoxes { html.element("th", ("scope", "col"), text: "") }
    let titles =
      [Message("What")] + (hasPeople ? [Message("Who")] : []) + (hasDays ? [Message("By when")] : [])
      + [Message("Where")]
    for title in titles {
      html.element("th", ("scope", "col"), text: report.words(title))
    }
    html.add(html: "</tr></thead>\n<tbody>\n")
    for (index, found) in marks.enumerated() {
      html.open("tr", ("class", found.mark.isTicked ? "done" : nil))
      html.element("td", ("class", "number"), text: "\(index + 1)")
      if withBoxes { html.element("td", ("class", "box"), text: found.mark.isTicked ? "☑" : "☐") }
      html.open("td", ("dir", "auto"))
      html.add(html: inline(found.mark.text))
      html.close("td")
      if hasPeople { html.element("td", ("class", "who"), ("dir", "auto"), text: found.mark.person) }
      if hasDays {
        let day = found.mark.due.map { report.words(.shortDate($0)) } ?? ""
        html.element("td", ("class", "due"), ("dir", "auto"), text: day)
      }
      html.open("td", ("class", "place"), ("dir", "auto"))
      html.element("a", ("href", "#note-\(found.entry + 1)"), text: wording.place(of: found))
      html.close("td")
      html.add(html: "</tr>\n")
    }
    html.add(html: "</tbody>\n</table>\n")
  }

  /// A mark's Markdown, without the paragraph around it where it is only one.
  private func inline(_ text: String) -> String {
    let html = page.html(NoteBody.forPage(text))
    let start = "<p dir=\"auto\">"
    guard html.hasPrefix(start), html.hasSuffix("</p>\n"), html.split(separator: "\n").count == 1 else { return html }
    return String(html.dropFirst(start.count).dropLast(5))
  }

  private mutating func writeQuote(_ found: Report.Found) {
    html.add(html: "<figure>")
    html.open("blockquote", ("dir", "auto"))
    html.add(html: inline(found.mark.text))
    html.close("blockquote")
    html.add(html: "<figcaption>")
    if !found.mark.person.isEmpty {
      html.element("strong", ("dir", "auto"), text: found.mark.person)
      html.add(", ")
    }
    html.element("a", ("href", "#note-\(found.entry + 1)"), text: wording.place(of: found))
    html.add(html: "</figcaption></figure>\n")
  }
}

/// What the page of a report has beside what every page has.
enum ReportStyle {
  static let sheet = """
    .note li { margin-bottom: .15rem; }
    .note > :last-child { margin-bottom: 0; }
    td.number { width: 2rem; font-variant-numeric: tabular-nums; }
    td.due { white-space: nowrap; }
    td.box { width: 2rem; font-size: 1.1rem; line-height: 1.3; }
    td.who { width: 22%; }
    tr.done td { color: var(--soft); }
    .marks td.place { width: 34%; font-size: .92em; }
    figure { margin: 0 0 1rem; }
    figure blockquote { margin: 0; padding-inline-start: .9rem; border-inline-start: 3px solid var(--line); }
    figcaption { padding-inline-start: 1.1rem; color: var(--soft); font-size: .92rem; }
    @media print { figure { break-inside: avoid; } }

    """
}
