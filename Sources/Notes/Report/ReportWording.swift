import Agenda
import Messages

/// What all formats of a report say alike: times, places and facts as lines of text.
struct ReportWording {
  let report: Report

  private var conference: Conference { report.conference }

  var title: String { report.words(Message("Notes: %s", report.string(conference.title))) }

  /// Dates, house, city, country.
  var occasion: String {
    let venue = [conference.venue?.name, conference.venue?.city, conference.venue?.country].map { report.string($0) }
      .filter { !$0.isEmpty }.joined(separator: ", ")
    return [report.words(.dates(conference.start, conference.end, .en)), venue].filter { !$0.isEmpty }.joined(
      separator: " · ")
  }

  /// Who took the notes; empty where that is not known.
  var rapporteurs: String {
    guard !report.authors.isEmpty else { return "" }
    return report.words(
      Message(
        "Rapporteur: %2$s", "Rapporteurs: %2$s", count: report.authors.count, report.authors.joined(separator: ", ")))
  }

  /// What is only wanted of the notes: a sentence each.
  var selection: [Message] {
    let options = report.options
    return [
      options.subject.map { Message("Only the notes on %s.", $0.title) },
      options.day.map { Message("Only the notes of %s.", Message.day($0)) },
      options.since.map { since in
        let local = conference.zone.local(since)
        return Message(
          "Only the notes that were written or changed since %1$s, %2$s.", Message.day(local.date), local.clock)
      },
    ].compactMap(\.self)
  }

  /// `by Friday 15 December 2017`; empty without a day.
  func due(_ found: Report.Found) -> String {
    found.mark.due.map { report.words(Message("by %s", Message.day($0))) } ?? ""
  }

  /// Whether an entry is about the same as the one before it, by another author.
  func goesOn(_ index: Int) -> Bool {
    index > 0 && report.entries[index - 1].subject.target == report.entries[index].subject.target
  }

  /// `12 notes, 5 decisions, 7 actions (2 done)`.
  var counts: Message {
    let actions = report.found(.action)
    let done = actions.count { $0.mark.isTicked }
    let counts: [(count: Int, words: Message)] = [
      (report.entries.count, Message("1 note", "%d notes", count: report.entries.count)),
      (report.found(.decision).count, Message("1 decision", "%d decisions", count: report.found(.decision).count)),
      (
        actions.count,
        done == 0
          ? Message("1 action", "%d actions", count: actions.count)
          : Message("%d action (%d done)", "%d actions (%d done)", count: actions.count, done)
      ),
      (report.openQuestions.count, Message("1 open question", "%d open questions", count: report.openQuestions.count)),
      (report.found(.quote).count, Message("1 quote", "%d quotes", count: report.found(.quote).count)),
    ]
    return .enumeration(counts.filter { $0.count > 0 }.map(\.words))
  }

  /// What is left out of it, and what is in it though it should not be: a sentence each.
  var leftOut: [Message] {
    func titles(_ subjects: [NoteSubject]) -> [String] {
      subjects.map { subject in
        ReportWords.attribution(subject.attribution).map { "\(subject.title) (\(report.words($0)))" } ?? subject.title
      }
    }
    func list(_ titles: [String]) -> String? { titles.isEmpty ? nil : titles.joined(separator: "; ") }
    let unsettled = report.entries.compactMap { entry -> String? in
      let count = NoteConflict.count(in: entry.text)
      if count == 0 { return nil }
      return "\(entry.subject.title) (\(report.words(Message("1 conflict", "%d conflicts", count: count))))"
    }
    let sentences = [
      list(unsettled).map { Message("Two texts of the same line stand in it, and nobody has chosen yet: %s.", $0) },
      list(report.offTheRecord).map { Message("Left out, for it was off the record: %s.", $0) },
      list(
        report.unclear.map { unclear in
          unclear.reason.words.map { "\(unclear.title) (\(report.words($0)))" } ?? unclear.title
        }
      ).map {
        Message("Left out, for nobody can tell whether it may be reported: %s. See plenary notes attribution.", $0)
      },
      list(report.others).map { Message("Left out, for these files beside the notes are no notes: %s.", $0) },
      list(
        report.lines.map { "\($0.title) (\(report.words(Message("1 line", "%d lines", count: $0.count))))" }
      ).map { Message("Lines left out, for they may name somebody: %s.", $0) },
      list(titles(report.nameless)).map {
        Message(
          "Names left out: %s. Read this through before you pass it on: other words may still tell who spoke.", $0)
      },
      list(titles(report.confidential)).map {
        Message("Not to be passed on as it is, for it has names or words that were given in confidence: %s.", $0)
      },
    ]
    return sentences.compactMap(\.self)
  }

  /// When it was made, and by what clock its times are.
  var facts: String {
    let zone = conference.zone
    let letters = zone.transition(at: report.stamp).abbreviation
    let name = letters.isEmpty || letters == zone.identifier ? zone.identifier : "\(zone.identifier) (\(letters))"
    let made = zone.local(report.stamp)
    return report.words(
      Message("Made on %1$s, %2$s, by Plenary. Times in %3$s.", Message.day(made.date), made.clock, name))
  }

  /// `09:05` on the venue's clock; empty without a time.
  func clock(_ instant: Instant?) -> String { instant.map { conference.zone.local($0).clock } ?? "" }

  /// The day that a session belongs to.
  func day(of subject: NoteSubject) -> CalendarDate? { subject.start.map { conference.day(of: $0) } }

  /// `09:00–10:30`, `14:30` for a point in time, `from 19:30` for what has no end; empty for what is no session.
  func times(of subject: NoteSubject) -> String {
    guard let start = subject.start else { return "" }
    let clock = conference.zone.local(start).clock
    guard let end = subject.end, end > start else {
      return subject.kind == .milestone || subject.end != nil ? clock : report.words(Message("from %s", clock))
    }
    let day = end.since(start) >= 86_400 ? report.words(.shortDay(conference.zone.local(end).date)) + " " : ""
    return "\(clock)–\(day)\(conference.zone.local(end).clock)"
  }

  /// Time and title.
  func heading(of entry: Report.Entry) -> String {
    [times(of: entry.subject), entry.subject.title].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Place and whatever a word or two say; of a note whose session is gone also its day.
  func facts(of entry: Report.Entry) -> [String] {
    var facts: [String] = []
    if entry.isGone, let day = day(of: entry.subject) { facts.append(report.words(.day(day))) }
    facts.append(entry.subject.place)
    switch entry.subject.status {
    case .confirmed: break
    case .tentative: facts.append(report.words(Message("Tentative")))
    case .cancelled: facts.append(report.words(Message("Cancelled")))
    }
    if let attribution = ReportWords.attribution(entry.subject.attribution) { facts.append(report.words(attribution)) }
    return facts.filter { !$0.isEmpty }
  }

  /// Name and part: `Jane Doe (Chair)`.
  func people(of entry: Report.Entry) -> [String] {
    entry.subject.people.map { $0.part.isEmpty ? $0.name : "\($0.name) (\($0.part))" }
  }

  /// Where a mark stands: `Mon 4 Dec 14:32, Welcome and Introductions`.
  func place(of found: Report.Found) -> String {
    let subject = report.entries[found.entry].subject
    let day = day(of: subject).map { report.words(.shortDay($0)) }
    let time = [day, found.mark.stamp?.clock].compactMap(\.self).joined(separator: " ")
    let authors = found.authors.joined(separator: ", ")
    return [time, subject.title, authors].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The entries with their headings: a day, meetings, documents, what is gone.
  var groups: [(title: Message, note: Message?, entries: [Int])] {
    var groups: [(title: Message, note: Message?, entries: [Int])] = []
    for (index, entry) in report.entries.enumerated() {
      let title = group(of: entry)
      if groups.last?.title != title { groups.append((title, entry.isGone ? goneNote : nil, [])) }
      groups[groups.count - 1].entries.append(index)
    }
    return groups
  }

  private var goneNote: Message { Message("What these notes are about is not in the agenda any more.") }

  private func group(of entry: Report.Entry) -> Message {
    if entry.isGone { return Message("Without a session") }
    switch entry.subject.target {
    case .session: return day(of: entry.subject).map(Message.day) ?? ReportWords.notes
    case .meeting: return Message("On earlier meetings")
    case .document: return Message("On documents")
    case .person, .room, .conference: return ReportWords.notes
    }
  }
}
