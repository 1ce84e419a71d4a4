public import Agenda
public import Messages

/// What differs between two versions of an agenda, as people read it: by day and time, old beside new.
public struct ChangeReport {
  /// One respect in which something is otherwise: what that is called, and what is gone, has come and stays.
  struct Row {
    var aspect: String
    var label: Message
    var pieces: [WordChanges.Piece]
  }

  /// Something that is otherwise, with its rows.
  struct Entry {
    var heading: String
    var rows: [Row]
  }

  /// Entries under a day, or under what they are.
  struct Section {
    var heading: Message
    var entries: [Entry]
  }

  let changes: AgendaChanges
  let oldName: String
  let newName: String
  let messages: Messages
  private let oldValues: ChangeValues
  private let newValues: ChangeValues

  /// Words that are shown beside each change of a long text.
  private static let context = 8

  /// - Parameters:
  ///   - oldName: what the older version is called, cleaned.
  ///   - languages: of the reader, best first: of a text in several languages one is shown.
  public init(
    _ changes: AgendaChanges, oldName: String, newName: String, languages: [String], messages: Messages
  ) {
    (self.changes, self.oldName, self.newName, self.messages) = (changes, oldName, newName, messages)
    oldValues = ChangeValues(changes.old, languages, messages)
    newValues = ChangeValues(changes.new, languages, messages)
  }

  /// `3 sessions changed, 1 new, 1 removed`; of what there is none of nothing is said.
  public static func summary(of changes: AgendaChanges) -> Message {
    summary(changes.sessions, others: changes.conference.count + changes.things.count)
  }

  /// The same of some changes.
  public static func summary(of told: [Told]) -> Message {
    let sessions = told.compactMap(\.session)
    // Of the conference each respect counts, of anything else the thing.
    let others = told.filter { $0.session == nil }
    return summary(sessions, others: others.reduce(0) { $0 + ($1.heading.isEmpty ? $1.rows.count : 1) })
  }

  private static func summary(_ sessions: [SessionChange], others: Int) -> Message {
    let new = sessions.count { $0.old == nil }
    let removed = sessions.count { $0.new == nil }
    let doubtful = sessions.count { $0.aspects == [.doubtful] }
    let changed = sessions.count - new - removed - doubtful
    var parts: [Message] = []
    if changed > 0 { parts.append(Message("1 session changed", "%d sessions changed", count: changed)) }
    if new > 0 { parts.append(Message("1 new", "%d new", count: new)) }
    if removed > 0 { parts.append(Message("1 removed", "%d removed", count: removed)) }
    if doubtful > 0 { parts.append(Message("1 doubtful", "%d doubtful", count: doubtful)) }
    if others > 0 { parts.append(Message("1 other change", "%d other changes", count: others)) }
    return parts.isEmpty ? Message("nothing differs") : .enumeration(parts)
  }

  var title: String { newValues.string(changes.new.conference.title) }

  /// The conference first, then its days, then rooms, people and texts.
  var sections: [Section] {
    var sections: [Section] = []
    if !changes.conference.isEmpty {
      sections.append(
        Section(
          heading: Message("The conference"),
          entries: [Entry(heading: "", rows: changes.conference.map { row(of: $0) })]))
    }
    var last: CalendarDate?
    for change in changes.sessions {
      let date = day(of: change)
      if date != last { sections.append(Section(heading: .day(date), entries: [])) }
      last = date
      sections[sections.count - 1].entries.append(entry(change))
    }
    if !changes.things.isEmpty {
      sections.append(
        Section(heading: Message("Rooms, people and documents"), entries: changes.things.map(entry)))
    }
    return sections
  }

  /// The conference's day on which it is, or was.
  func day(of change: SessionChange) -> CalendarDate {
    (change.isGone ? changes.old : changes.new).conference.day(of: change.start)
  }

  func row(of aspect: ConferenceAspect) -> Row {
    Row(aspect: aspect.rawValue, label: aspect.name, pieces: words(oldValues.value(aspect), newValues.value(aspect)))
  }

  func entry(_ change: SessionChange) -> Entry {
    let heading = change.isGone ? oldValues.heading(change.old) : newValues.heading(change.new)
    return Entry(
      heading: heading,
      rows: change.aspects.map { Row(aspect: $0.rawValue, label: change.words($0), pieces: pieces(change, $0)) })
  }

  func entry(_ change: ThingChange) -> Entry {
    let name = (change.new ?? change.old).map { newValues.string($0.name) } ?? ""
    let heading = messages.text(Message("%s: %s", change.kind.name, name))
    return Entry(
      heading: heading,
      rows: change.aspects.map { aspect in
        let pieces =
          aspect == .renamed
          ? words(
            change.old.map { oldValues.string($0.name) } ?? "", change.new.map { newValues.string($0.name) } ?? "")
          : aspect == .changed ? pieces(ofChanged: change) : []
        return Row(aspect: aspect.rawValue, label: aspect.words, pieces: pieces)
      })
  }

  private func pieces(ofChanged change: ThingChange) -> [WordChanges.Piece] {
    guard let old = change.old, let new = change.new else { return [] }
    return words(oldValues.account(of: change.kind, old.id), newValues.account(of: change.kind, new.id))
  }

  private func pieces(_ change: SessionChange, _ aspect: SessionChange.Aspect) -> [WordChanges.Piece] {
    let (old, new) = (change.old, change.new)
    func exchanged(_ value: (ChangeValues, Session) -> String) -> [WordChanges.Piece] {
      let (before, after) = (old.map { value(oldValues, $0) } ?? "", new.map { value(newValues, $0) } ?? "")
      return [WordChanges.Piece(.gone, before), WordChanges.Piece(.come, after)].filter { !$0.text.isEmpty }
    }
    func differing(_ value: (ChangeValues, Session) -> String) -> [WordChanges.Piece] {
      words(old.map { value(oldValues, $0) } ?? "", new.map { value(newValues, $0) } ?? "")
    }
    func lists(_ values: (ChangeValues, Session) -> [String]) -> [WordChanges.Piece] {
      let (before, after) = (old.map { values(oldValues, $0) } ?? [], new.map { values(newValues, $0) } ?? [])
      let (gone, come) = (before.filter { !after.contains($0) }, after.filter { !before.contains($0) })
      // Of equal words it is who they belong to that differs.
      let all = gone.isEmpty && come.isEmpty
      return [
        WordChanges.Piece(.gone, (all ? before : gone).joined(separator: ", ")),
        WordChanges.Piece(.come, (all ? after : come).joined(separator: ", ")),
      ].filter { !$0.text.isEmpty }
    }
    switch aspect {
    case .removed, .status, .optional: return []
    case .added: return new.map { [WordChanges.Piece(.come, newValues.place($0))] }?.filter { !$0.text.isEmpty } ?? []
    case .doubtful: return new.map { [WordChanges.Piece(.come, newValues.dated($0))] } ?? []
    case .split:
      let parts = ([new].compactMap(\.self) + change.parts).map { newValues.dated($0) }
      return [
        WordChanges.Piece(.gone, old.map { oldValues.dated($0) } ?? ""),
        WordChanges.Piece(.come, parts.joined(separator: "; ")),
      ]
    case .renamed: return differing { $0.string($1.title) }
    case .moved:
      let (before, after) = (changes.old.conference, changes.new.conference)
      let isOtherDay = old.map { before.day(of: $0.start) } != new.map { after.day(of: $0.start) }
      return exchanged { $0.span($1, isDated: isOtherDay) }
    case .relocated: return exchanged { $0.place($1) }
    case .people: return lists { $0.people($1) }
    case .attribution: return exchanged { $0.messages.text($1.attribution.label) }
    case .kind: return exchanged { $0.messages.text($1.kind.name) }
    case .track: return exchanged { $0.track($1) }
    case .language: return exchanged { $1.language ?? "" }
    case .summary: return differing { $0.string($1.summary) }
    case .description: return differing { $0.string($1.details) }
    case .items: return differing { $0.items($1) }
    case .documents: return lists { $0.background($1) }
    case .links: return lists { $0.links($1) }
    }
  }

  private func words(_ old: String, _ new: String) -> [WordChanges.Piece] {
    WordChanges(from: old, to: new).shortened(to: ChangeReport.context).pieces
  }
}
