import Agenda
import Markup
import Messages

/// A report as Markdown that reads well as it stands.
struct MarkdownReport {
  private let report: Report
  private let wording: ReportWording
  private var blocks: [String] = []

  init(_ report: Report) {
    self.report = report
    wording = ReportWording(report: report)
    heading(1, wording.title)
    blocks.append("**\(plain(wording.occasion))**")
    if !wording.rapporteurs.isEmpty { blocks.append(plain(wording.rapporteurs)) }
    blocks.append(plain(report.words(report.isEmpty ? ReportWords.nothing : wording.counts)))
    for sentence in wording.selection + wording.leftOut { blocks.append("> \(plain(report.words(sentence)))") }
    addLists()
    if !report.isEmpty { heading(2, report.words(ReportWords.minutes)) }
    for group in wording.groups {
      heading(3, report.words(group.title))
      if let note = group.note { blocks.append(plain(report.words(note))) }
      for index in group.entries { add(index) }
    }
    addQuotes()
    blocks.append("---")
    blocks.append(plain(wording.facts))
  }

  var text: String { blocks.joined(separator: "\n\n") + "\n" }

  private mutating func add(_ index: Int) {
    let entry = report.entries[index]
    if !wording.goesOn(index) {
      heading(4, wording.heading(of: entry))
      let facts = wording.facts(of: entry).map(plain).joined(separator: " · ")
      if !facts.isEmpty { blocks.append("*\(facts)*") }
      let people = wording.people(of: entry).map(plain).joined(separator: ", ")
      if !people.isEmpty { blocks.append(report.words(ReportWords.with(people))) }
    }
    if !entry.author.isEmpty { heading(5, entry.author) }
    blocks.append(NoteBody.markdown(entry.text, below: entry.author.isEmpty ? 4 : 5))
  }

  /// What a chair asks for first, numbered.
  private mutating func addLists() {
    list(ReportWords.decisions, report.found(.decision).map(words))
    list(ReportWords.actions, report.actions.map { "[\($0.mark.isTicked ? "x" : " ")] \(words($0))" })
    list(ReportWords.openQuestions, report.openQuestions.map(words))
  }

  private mutating func addQuotes() {
    let quotes = report.found(.quote)
    guard !quotes.isEmpty else { return }
    heading(2, report.words(ReportWords.quotes))
    for quote in quotes {
      let person = quote.mark.person.isEmpty ? "" : " — \(plain(quote.mark.person))"
      blocks.append("> \(inline(quote.mark.text))\(person)  \n> *\(plain(wording.place(of: quote)))*")
    }
  }

  private mutating func list(_ title: Message, _ lines: [String]) {
    guard !lines.isEmpty else { return }
    heading(2, report.words(title))
    blocks.append(lines.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n"))
  }

  private func words(_ found: Report.Found) -> String {
    let person = found.mark.person.isEmpty ? "" : "**\(plain(found.mark.person)):** "
    let due = wording.due(found).isEmpty ? "" : " **\(plain(wording.due(found)))**"
    return "\(person)\(inline(found.mark.text))\(due) *(\(plain(wording.place(of: found))))*"
  }

  private mutating func heading(_ level: Int, _ text: String) {
    blocks.append(String(repeating: "#", count: level) + " " + plain(text))
  }

  /// The user's own Markdown, which begins nothing but a text.
  private func inline(_ text: String) -> String {
    let plain = plain(text)
    return text.first?.isLetter == true || text.first == "*" && !text.hasPrefix("* ") ? text : plain
  }

  private func plain(_ text: String) -> String { MarkdownEscape.line(text) }
}
