import Agenda
import Cells
import Interchange
import Messages

extension ImportReport {
  /// A line for each thing that there is to say.
  ///
  /// - Parameters:
  ///   - isKnown: the bundle lies where it is found without being named.
  ///   - changes: what differs from the bundle that was there; nil where there was none.
  ///   - width: columns of the terminal; nil breaks no lines.
  func text(bundle: String, isKnown: Bool, changes: Message?, width: Int?, _ messages: Messages) -> String {
    var lines = [messages.text(Message("%s: %s", file, format.message))]
    func row(_ word: Message?, _ text: String) {
      let word = word.map(messages.text) ?? ""
      let indent = 12
      let space = String(repeating: " ", count: max(1, indent - 2 - displayWidth(word)))
      // What a narrower terminal breaks cannot be read any more.
      guard let width, width > indent + 20 else {
        lines.append("  \(word)\(space)\(text)")
        return
      }
      let wrapped = wrap(
        [Span(text)], width: width, firstIndent: [Span("  \(word)\(space)")], hangingIndent: indent)
      lines += wrapped.map(\.plain)
    }
    row(.within("import report", "read"), counts.map(messages.text).joined(separator: ", "))
    row(.within("import report", "times"), agenda.conference.zone.identifier)
    for kind in ImportReport.kinds {
      for group in groups(kind) { row(kind.message, group.text(messages)) }
    }
    if furtherProblems > 0 { row(nil, messages.text(.furtherProblems(furtherProblems))) }
    if let changes { row(.within("import report", "changed"), messages.text(changes)) }
    row(.within("import report", "written"), bundle)
    if isKnown { row(nil, messages.text(Message("plenary offers it, and plenary list names it"))) }
    return TextCleaner(lines: .multiple).clean(lines.joined(separator: "\n") + "\n").string
  }

  /// `883 sessions on 2 days in 30 rooms, 70 tracks, 927 people`.
  private var counts: [Message] {
    [
      Message(
        "%s on %s in %s", Message("1 session", "%d sessions", count: agenda.sessions.count),
        Message("1 day", "%d days", count: days), Message("1 room", "%d rooms", count: agenda.rooms.count)),
      Message("1 track", "%d tracks", count: agenda.tracks.count),
      Message("1 person", "%d people", count: agenda.people.count),
    ]
  }
}

extension ImportReport.Group {
  fileprivate func text(_ messages: Messages) -> String {
    let words = count == 1 ? first.fact.message : first.fact.message(count: count)
    guard !lines.isEmpty else { return messages.text(words) }
    let numbers = lines.map(String.init).joined(separator: ", ") + (count > lines.count ? ", …" : "")
    return messages.text(Message("%2$s (line %3$s)", "%2$s (lines %3$s)", count: lines.count, words, numbers))
  }
}

extension ImportFormat {
  fileprivate var message: Message {
    switch self {
    case .bundle: Message("a bundle")
    case .scheduleXML: .data("schedule XML (frab, Pentabarf)")
    case .researchrXML: .data("researchr XML")
    case .europythonXML: .data("EuroPython XML")
    case .scheduleJSON: .data("schedule JSON")
    case .scheduleJSON2: Message("schedule JSON, version 2")
    case .iCalendar: .data("iCalendar")
    case .sessionizeAll: Message("Sessionize, view All")
    case .sessionizeGrid: Message("Sessionize, view GridSmart")
    case .linkedEvents: Message("events of schema.org (JSON-LD)")
    case .sessionList: Message("a list of sessions in JSON")
    case .indico: .data("Indico JSON")
    case .agendaText: Message("an agenda in words")
    case .document: Message("a document of a word processor")
    case .table: Message("a table")
    }
  }
}
