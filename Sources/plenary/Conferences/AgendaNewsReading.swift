import Agenda
import Catalogue
import Interchange
import Interface
import Messages
import Notes

extension AgendaHistory {
  /// Keeps an agenda that is shown, and gives how it differs from what the user has acknowledged.
  ///
  /// Takes as long as comparing two agendas, and is not for the thread that takes the keys.
  func news(of agenda: Agenda, _ console: Console) -> AgendaNews {
    var news = AgendaNews()
    let met = met(agenda)
    news.problem = met.problem
    guard let number = met.number, let acknowledged = versions.acknowledged else { return news }
    news.version = number
    var reading = AgendaNewsReading(agenda, console)
    if acknowledged.version != number, let base = versions.agenda(acknowledged.version) {
      reading.compare(with: base, acknowledged.changes, into: &news)
    }
    if let folder = UserFolder(conference: agenda.conference.id, environment: Environment.value) {
      reading.findStars(PlanFile(in: folder).load().plan.stars, in: versions)
    }
    news.removed = reading.removed
    return news
  }
}

/// Finds out what is news in an agenda.
private struct AgendaNewsReading {
  private let agenda: Agenda
  private let console: Console
  private let ids: Set<Session.ID>
  private(set) var removed: [AgendaNews.Removed] = []

  init(_ agenda: Agenda, _ console: Console) {
    (self.agenda, self.console) = (agenda, console)
    ids = Set(agenda.sessions.map(\.id))
  }

  mutating func compare(with base: Agenda, _ acknowledged: Set<String>, into news: inout AgendaNews) {
    let changes = AgendaChanges(old: base, new: agenda)
    let report = ChangeReport(
      changes, oldName: "", newName: "", languages: console.languages, messages: console.messages)
    var gone: [(session: Session, key: String?)] = []
    var left: [ChangeReport.Told] = []
    for told in report.told {
      let isKnown = acknowledged.contains(told.key)
      if let change = told.session, change.isGone, let old = change.old {
        gone.append((old, isKnown ? nil : told.key))
      }
      if !isKnown { left.append(told) }
    }
    news.entries = left.map(entry)
    if !left.isEmpty { news.summary = ChangeReport.summary(of: left) }
    add(gone, from: base)
  }

  private func entry(_ told: ChangeReport.Told) -> AgendaNews.Entry {
    var entry = AgendaNews.Entry(
      key: told.key, day: told.day, heading: clean(told.heading),
      rows: told.rows.map { row in
        AgendaNews.Row(row.label, row.pieces.map { WordChanges.Piece($0.kind, clean($0.text)) })
      })
    guard let change = told.session else { return entry }
    entry.isDoubtful = change.aspects == [.doubtful]
    if let old = change.old {
      entry.oldTitle = title(of: old)
      if change.isGone { entry.old = goneID(of: old) }
    }
    if let new = change.new { (entry.new, entry.newTitle) = (new.id, title(of: new)) }
    entry.parts = change.parts.map(\.id)
    return entry
  }

  /// What is starred and went before the versions that are compared, from the last version that had it.
  mutating func findStars(_ stars: [Plan.Star], in versions: AgendaVersions) {
    let known = Set(removed.map(\.page.row.id))
    let lost = stars.filter { !ids.contains($0.id) && !known.contains($0.id) && !$0.title.isEmpty }
    if lost.isEmpty { return }
    let places = versions.last(with: lost.map(\.title))
    for (number, agenda) in versions.agendas(Array(Set(places.compactMap(\.self)))) {
      let here = Set(zip(lost, places).filter { $1 == number }.map(\.0.id))
      add(agenda.sessions.filter { here.contains(goneID(of: $0)) }.map { ($0, nil) }, from: agenda)
    }
  }

  /// The pages of sessions as an earlier agenda has them.
  private mutating func add(_ sessions: [(session: Session, key: String?)], from old: Agenda) {
    if sessions.isEmpty { return }
    var few = old
    few.sessions = sessions.map(\.session)
    guard let catalogue = try? Catalogue.compile(few, problemCount: 0, languages: console.languages) else { return }
    for (session, key) in sessions {
      guard var page = catalogue.session(session.id) else { continue }
      page.row.id = goneID(of: session)
      removed.append(AgendaNews.Removed(page: page, day: old.conference.day(of: session.start), key: key))
    }
  }

  /// What notes and stars call a session that is gone: its identifier, or where another has that now, one of their own.
  private func goneID(of session: Session) -> Session.ID {
    guard ids.contains(session.id) else { return session.id }
    return NoteSubject(target: .session(session.id), title: title(of: session)).aside.target.id
  }

  private func title(of session: Session) -> String { session.title.string(for: console.languages) }

  private func clean(_ text: String) -> String { Console.cleaned(text) }
}
