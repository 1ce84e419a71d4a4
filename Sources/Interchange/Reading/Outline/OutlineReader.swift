import Agenda
import Times

/// Reads an agenda that people have written for people, as Markdown or as plain text: days by lines with a date, sessions
/// by lines that begin with a time, or rows of tables; what stands below a session is about it.
///
/// What stands before the first day says what the conference is; what is no part of the programme becomes a document.
final class OutlineReader {
  let log: ProblemLog
  let outline: OutlineKinds
  var days: WrittenDays
  var draft = ScheduleDraft()
  /// Names of rooms that are known before the first session.
  var rooms: Set<String> = []
  /// Lines before the first day, and what stands between days and sessions.
  var head: [OutlineLine] = []
  private(set) var sections: [OutlineSection] = []

  private let choices: [ColumnChoice]
  private let progress: (Double) -> Bool
  private(set) var isCancelled = false
  private var day: CalendarDate?
  private var dayLevel: Int?
  private var sessionLevel = 7
  private var room: String?
  private var track: String?
  /// The session whose lines come, in `draft.sessions`.
  private var current: Int?
  private var texts: [Int: [OutlineLine]] = [:]
  /// Sessions of tables by title, start and length.
  private var tabled: [String: [Int]] = [:]
  /// Those of them that more is said of below.
  private var detailed: Set<Int> = []
  private var pendingTitle: OutlineLine?
  private var clock: ListClock
  /// What was said of columns: tables of one form need it once.
  private var toldColumns: Set<[String]> = []

  private var lines: [OutlineLine] { outline.lines }
  private var kinds: [OutlineKinds.Kind] { outline.kinds }

  /// - Parameters:
  ///   - choices: columns of tables by the field that the user says they have.
  ///   - progress: gets how much is read, from 0 to 1, and gives false to stop.
  init(
    _ outline: OutlineKinds, _ choices: [ColumnChoice], today: CalendarDate, log: ProblemLog,
    progress: @escaping (Double) -> Bool
  ) {
    (self.outline, self.choices, self.log, self.progress) = (outline, choices, log, progress)
    days = WrittenDays(today: today, log: log)
    days.look(at: outline.lines.map(\.text))
    clock = ListClock(of: outline.timedLines.lazy.map(\.time))
  }

  /// A column that the user has named and no table has.
  var unknownColumn: String? {
    var names: Set<String> = []
    if choices.isEmpty { return nil }
    for kind in kinds { if case .row(let cells, _) = kind { names.formUnion(cells.map(ColumnChoice.folded)) } }
    return choices.first { !names.contains(ColumnChoice.folded($0.column)) }?.column
  }

  // The way through

  func read() {
    let firstDay = kinds.firstIndex { if case .day = $0 { true } else { false } }
    let timedRows = kinds[..<(firstDay ?? lines.count)].indices.filter {
      if case .row(_, isTimed: true) = kinds[$0] { true } else { false }
    }
    // A table of times above the first day is a programme too.
    var start =
      (timedRows.count > 1 ? timedRows.first : nil) ?? firstDay
      ?? kinds.firstIndex {
        switch $0 {
        case .time: true;
        case .row(_, let isTimed): isTimed;
        default: false
        }
      } ?? lines.count
    if firstDay == nil, let line = kinds.firstIndex(where: { if case .time = $0 { true } else { false } }) {
      start = min(start, line)
    }
    // The head of a table stands above the row that is the first with a time.
    while start > 0, case .row = kinds[start - 1] { start -= 1 }
    var head = OutlineHead(Array(lines[..<start]), days)
    head.read()
    (draft, days, rooms, self.head) = (head.draft, head.days, head.rooms, head.lines)
    days.likelyYear = WrittenDays.onlyYear(in: lines[..<start].lazy.map(\.text))
    var index = start
    while index < lines.count {
      if index % 256 == 0, !progress(Double(index) / Double(lines.count)) { return isCancelled = true }
      index = step(index)
    }
    for (index, lines) in texts {
      OutlineText(lines, rooms: rooms, isTabled: detailed.contains(index)).apply(to: &draft.sessions[index], log)
    }
    finish()
  }

  /// The day that is read, or the first where no line has said one yet.
  private func currentDay() -> CalendarDate {
    if let day { return day }
    if days.span == nil, let only = draft.published {
      days.mentioned = only
      draft.published = nil
    }
    let first = days.first()
    day = first
    return first
  }

  private func step(_ index: Int) -> Int {
    let line = lines[index]
    switch kinds[index] {
    case .day(let date) where isBack(date, line): add(line)
    case .day(let date):
      (current, room, track, pendingTitle) = (nil, nil, nil, nil)
      clock.restart()
      sessionsBefore = draft.sessions.count
      let place = Problem.Place(line: line.number)
      if let found = days.date(of: date, after: day, at: place) {
        if let last = draft.days.last?.date, found < last {
          log.report(.outline(.dayBeforeLast(date: found)), at: place)
        }
        day = found
        days.year = days.year ?? found.year
        if !draft.days.contains(where: { $0.date == found }) { draft.days.append(.init(date: found)) }
      }
      dayLevel = line.level
      // What a day is about stands behind its date.
      sections.append(OutlineSection(heading: nil, level: 7))
      isClosed = false
    case .time(let time) where !isClosed: session(time, line)
    case .row where !isClosed: return rows(from: index)
    case .time, .row: add(line)
    case .text:
      if line.isHeading, !line.isBlank { heading(index) } else { add(line) }
    }
    return index + 1
  }

  /// Whether a number alone would go back behind days that have dates: `Day 1 in review` speaks of one.
  private func isBack(_ date: DateLine, _ line: OutlineLine) -> Bool {
    guard date.dates.isEmpty, let number = date.number, !date.others.isEmpty, let first = draft.days.first?.date,
      let day
    else { return false }
    return first.advanced(by: number - 1) < day
  }

  /// Of the last table that had headings.
  private var lastColumns: TableColumns?
  /// Those of the days before.
  private var sessionsBefore = 0
  /// Whether the session that is read stands in from the margin.
  private var isIndented = false
  /// Whether a heading has ended the days.
  private var isClosed = false

  private func heading(_ index: Int) {
    let line = lines[index]
    // Which day of the conference it is says nothing besides its date.
    if DateLine(line.text).map({ $0.number != nil && $0.others.isEmpty }) ?? false { return }
    let level = line.level ?? 7
    let following = kinds[(index + 1)...].indices.first { kind in
      if case .text = kinds[kind] { return !(lines[kind].isBlank || lines[kind].isRule) }
      return true
    }
    if !isClosed, current != nil, level > sessionLevel { return add(line) }
    if titlesTime(line, level) { return }
    // `### Welcome`, and its time below.
    if !isClosed, let following, case .time(let time) = kinds[following], time.rest.utf8.count <= 80,
      lines[following].level == nil || lines[following].level == 7 && time.rest.isEmpty, level > (dayLevel ?? 0),
      !WrittenTitle.namesRoom(String(line.text)),
      isTitledByHeading(time, following)
    {
      pendingTitle = line
      current = nil
      return
    }
    let end = lines[(index + 1)...].firstIndex { ($0.level ?? 8) <= level && !$0.isBlank } ?? lines.count
    let hasTimes = kinds[(index + 1)..<end].contains { if case .text = $0 { false } else { true } }
    if !isClosed, hasTimes, level > (dayLevel ?? 0) || dayLevel == 7 {
      current = nil
      clock.restart()
      let name = WrittenTitle.plain(line.text)
      if WrittenTitle.namesRoom(name) || rooms.contains(name) {
        room = name
      } else if let (label, value) = WrittenWords.labelled(line.text), label == .room || label == .place {
        room = String(value)
      } else if !OutlineReader.isPartOfDay(name) {
        track = name
      }
      return
    }
    current = nil
    // What stands between a date and the first session below it does not end the day, nor does a heading among those
    // that are sessions.
    let isSibling = level == sessionLevel || draft.sessions.count == sessionsBefore
    isClosed = isClosed || !isSibling || !hasSessions(from: end)
    sections.append(OutlineSection(heading: line, level: level))
  }

  /// Whether it is the title of a session whose time stands alone in the line above.
  private func titlesTime(_ line: OutlineLine, _ level: Int) -> Bool {
    guard !isClosed, let current, draft.sessions[current].title == nil, level > (dayLevel ?? 0),
      texts[current]?.allSatisfy(\.isBlank) ?? true
    else { return false }
    let name = WrittenTitle.plain(line.text)
    if OutlineReader.isPartOfDay(name) || WrittenTitle.namesRoom(name) { return false }
    WrittenTitle(line.text, rooms: rooms).apply(to: &draft.sessions[current])
    sessionLevel = min(level, 6)
    return true
  }

  /// Whether a session comes before the next day.
  private func hasSessions(from index: Int) -> Bool {
    let next = kinds[index...].first { kind in
      switch kind {
      case .day, .time, .row(_, isTimed: true): true
      case .text, .row: false
      }
    }
    if case .day? = next { return false }
    return next != nil
  }

  /// Whether the time stands alone, or with a place: then the heading above has the title.
  private func isTitledByHeading(_ time: WrittenTime, _ index: Int) -> Bool {
    let next = index + 1
    guard next < lines.count else { return time.rest.isEmpty }
    // Nothing else can be its title.
    if time.rest.isEmpty, let line = lines[next...].firstIndex(where: { !$0.isBlank }), case .time = kinds[line] {
      return true
    }
    // Where one heading has several times below it, these are the sessions.
    let further = kinds[next...].indices.first {
      if case .text = kinds[$0] { return lines[$0].isHeading } else { return true }
    }
    if let further, case .time = kinds[further] { return lines[further].isHeading }
    return true
  }

  private static func isPartOfDay(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }
    return words.count <= 3
      && words.contains { word in
        [
          "morning", "afternoon", "evening", "night", "matin", "matinée", "après", "soir", "soirée", "midi",
          "vormittag",
          "nachmittag", "abend", "programme", "program", "agenda", "schedule", "programm", "ablauf", "planning",
          "timetable", "horaires", "horaire", "déroulé", "déroulement", "zeitplan", "tagesordnung", "ordre",
        ].contains(word)
      }
  }

  /// A line that is about the session above, or else of a section.
  private func add(_ line: OutlineLine) {
    // What goes on at the margin is not below a session that stands further in.
    if isIndented, !line.isBlank, line.raw.first != " ", line.raw.first != "\t" { (current, isIndented) = (nil, false) }
    if let current {
      texts[current, default: []].append(line)
    } else if !sections.isEmpty {
      sections[sections.count - 1].lines.append(line)
    }
  }

  // Sessions

  private func session(_ time: WrittenTime, _ line: OutlineLine) {
    if line.isHeading, let level = line.level { sessionLevel = min(level, 6) }
    var title = time.rest
    var session = draftSession(at: line)
    set(time, in: &session)
    if let pending = pendingTitle {
      pendingTitle = nil
      if !title.isEmpty {
        let place = WrittenTitle.plain(title)
        if WrittenWords.isUnknownPlace(place) {
          session.location = WritingWords.Mark.toBeAnnounced
        } else {
          session.room = place
        }
      }
      title = pending.text
      sessionLevel = min(pending.level ?? 6, 6)
    }
    // A table gives the day at a glance, and what is said of its sessions comes below it.
    let plain = WrittenTitle.plain(title)
    if let known = tabled["\(plain) \(session.start?.written.count ?? 0) \(session.length ?? 0)"]?.first(where: {
      texts[$0] == nil
    }) {
      texts[known] = []
      detailed.insert(known)
      current = known
      return
    }
    WrittenTitle(title, rooms: rooms).apply(to: &session)
    add(session)
    isIndented = line.raw.hasPrefix("  ") && !line.isBullet
  }

  private func add(_ session: SessionDraft) {
    current = draft.sessions.count
    draft.sessions.append(session)
  }

  private func draftSession(at line: OutlineLine) -> SessionDraft {
    var session = SessionDraft(place: Problem.Place(line: line.number))
    (session.room, session.track, session.listedDay) = (room, track, day)
    return session
  }

  private func set(_ time: WrittenTime, in session: inout SessionDraft) {
    let day = currentDay()
    let start = clock.start(time)
    if start.isGuessed {
      log.report(
        .outline(.afternoonGuessed(found: LocalTime(date: day, secondOfDay: time.start).clock)), at: session.place)
    }
    session.listedDay = day
    session.start = .listed(under: day, second: start.second)
    session.length = time.duration
  }

  /// The rows of a table that begins at a line; gives where it ends.
  private func rows(from index: Int) -> Int {
    var end = index
    var table: [TableRow] = []
    var hasHeadings = false
    while end < lines.count, case .row(let cells, _) = kinds[end] {
      if OutlineLine.isDelimiter(cells) {
        hasHeadings = true
      } else {
        table.append(TableRow(cells: cells, line: lines[end].number))
      }
      end += 1
    }
    guard let (columns, head) = columns(of: table, hasHeadings: hasHeadings) else {
      for line in lines[index..<end] { add(line) }
      return end
    }
    if !columns.headings.isEmpty { lastColumns = columns }
    if toldColumns.insert(columns.headings).inserted { columns.report(to: log) }
    var around = TableReader.Surroundings(day: day, room: room, track: track, rooms: rooms)
    for row in table.prefix(head).dropLast() {
      // A row above the headings is of a day, or is a name of the table.
      guard let text = row.filled.first else { continue }
      around.day = days.wholeDate(text, at: Problem.Place(line: row.line)) ?? around.day
    }
    if around.day == nil, columns[.date].isEmpty, columns.grid.allSatisfy({ $0.day == nil }),
      !(table.dropFirst(head).first?.isDay ?? false)
    {
      around.day = currentDay()
    }
    var reader = TableReader(columns, table.dropFirst(head), around, days, log)
    while let found = reader.next() {
      for session in found {
        let title = session.title?.variants.first?.string ?? ""
        tabled["\(title) \(session.start?.written.count ?? 0) \(session.length ?? 0)", default: []].append(
          draft.sessions.count)
        add(session)
      }
    }
    (days, day, current) = (reader.days, reader.around.day, nil)
    clock.restart()
    return end
  }

  /// The columns of a table of sessions; nil where it is one of anything else, such as of dates to keep in mind.
  private func columns(of table: [TableRow], hasHeadings: Bool) -> (columns: TableColumns, head: Int)? {
    let rows = table.prefix(TableColumns.sample).map(\.cells)
    let found = TableColumns.find(in: rows, choices) ?? TableColumns.find(in: rows, [])
    // What goes on below something else has its headings above that.
    if !hasHeadings, found?.columns.headings.isEmpty ?? true, let last = lastColumns,
      rows.allSatisfy({ $0.count == last.headings.count }), rows.contains(where: { last.hasTime($0) })
    {
      return (last, 0)
    }
    if let found {
      return found.columns.hasClock || !choices.isEmpty ? found : nil
    }
    // Without a head: a time, a title, and perhaps where.
    let isTimed = rows.contains { row in row.first.flatMap { WrittenTime(Substring(WrittenTitle.plain($0))) } != nil }
    let isHeaded = rows.count > 1 && TableColumns.hasNoNumber(rows[0])
    return isTimed ? (TableColumns.plain(rows.map(\.count).max() ?? 0), isHeaded ? 1 : 0) : nil
  }
}

/// A part of a text with a heading, that is no day.
struct OutlineSection {
  /// Nil of what stands between a day and its first session.
  var heading: OutlineLine?
  var level: Int
  var lines: [OutlineLine] = []
}
