import Agenda

/// What all formats of a report say alike: times, places and facts as lines of text.
struct ReportWording {
  let report: Report

  private var conference: Conference { report.conference }

  var title: String { ReportWords.title(report.string(conference.title)) }

  /// Dates, house, city, country.
  var occasion: String {
    let venue = [conference.venue?.name, conference.venue?.city, conference.venue?.country].map { report.string($0) }
      .filter { !$0.isEmpty }.joined(separator: ", ")
    return [DateWords.dates(conference.start, conference.end), venue].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  var counts: String {
    let actions = report.found(.action)
    return ReportWords.counts(
      notes: report.entries.count, decisions: report.found(.decision).count, actions: actions.count,
      done: actions.count { $0.mark.isTicked }, questions: report.openQuestions.count,
      quotes: report.found(.quote).count)
  }

  /// What is left out of it, and what is in it though it should not be: a sentence each.
  var leftOut: [String] {
    func titles(_ subjects: [NoteSubject]) -> [String] {
      subjects.map { subject in
        ReportWords.attribution(subject.attribution).map { "\(subject.title) (\($0))" } ?? subject.title
      }
    }
    let sentences = [
      ReportWords.leftOut(report.offTheRecord), ReportWords.nameless(titles(report.nameless)),
      ReportWords.confidential(titles(report.confidential)),
    ]
    return sentences.compactMap(\.self)
  }

  /// When it was made, and by what clock its times are.
  var facts: String {
    let zone = conference.zone
    let letters = zone.transition(at: report.stamp).abbreviation
    let name = letters.isEmpty || letters == zone.identifier ? zone.identifier : "\(zone.identifier) (\(letters))"
    let made = zone.local(report.stamp)
    return
      "\(ReportWords.made) \(DateWords.day(made.date)), \(made.clock), \(ReportWords.by). \(ReportWords.timesIn) \(name)."
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
      return subject.kind == .milestone || subject.end != nil ? clock : ReportWords.from(clock)
    }
    let day = end.since(start) >= 86_400 ? "\(DateWords.shortDay(conference.zone.local(end).date)) " : ""
    return "\(clock)–\(day)\(conference.zone.local(end).clock)"
  }

  /// Time and title.
  func heading(of entry: Report.Entry) -> String {
    [times(of: entry.subject), entry.subject.title].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Place and whatever a word or two say; of a note whose session is gone also its day.
  func facts(of entry: Report.Entry) -> [String] {
    var facts: [String] = []
    if entry.isGone, let day = day(of: entry.subject) { facts.append(DateWords.day(day)) }
    facts.append(entry.subject.place)
    switch entry.subject.status {
    case .confirmed: break
    case .tentative: facts.append(ReportWords.tentative)
    case .cancelled: facts.append(ReportWords.cancelled)
    }
    if let attribution = ReportWords.attribution(entry.subject.attribution) { facts.append(attribution) }
    return facts.filter { !$0.isEmpty }
  }

  /// Name and part: `Jane Doe (Chair)`.
  func people(of entry: Report.Entry) -> [String] {
    entry.subject.people.map { $0.part.isEmpty ? $0.name : "\($0.name) (\($0.part))" }
  }

  /// Where a mark stands: `Mon 4 Dec 14:32, Welcome and Introductions`.
  func place(of found: Report.Found) -> String {
    let subject = report.entries[found.entry].subject
    let day = day(of: subject).map(DateWords.shortDay)
    let time = [day, found.mark.stamp?.clock].compactMap(\.self).joined(separator: " ")
    return [time, subject.title].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The entries with their headings: a day, meetings, documents, what is gone.
  var groups: [(title: String, note: String, entries: [Int])] {
    var groups: [(title: String, note: String, entries: [Int])] = []
    for (index, entry) in report.entries.enumerated() {
      let title = group(of: entry)
      if groups.last?.title != title { groups.append((title, entry.isGone ? ReportWords.goneNote : "", [])) }
      groups[groups.count - 1].entries.append(index)
    }
    return groups
  }

  private func group(of entry: Report.Entry) -> String {
    if entry.isGone { return ReportWords.gone }
    switch entry.subject.target {
    case .session: return day(of: entry.subject).map(DateWords.day) ?? ReportWords.notes
    case .meeting: return ReportWords.meetings
    case .document: return ReportWords.documents
    case .person, .room, .conference: return ReportWords.notes
    }
  }
}
