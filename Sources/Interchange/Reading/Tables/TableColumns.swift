import Agenda
import Markup

/// A field that a column, or a field of JSON's objects, has for certain: the user says so.
struct ColumnChoice: Equatable {
  var field: WrittenWords.Label
  var column: String

  /// What stands on the command line: `title=Name,start=Beginn`; nil where it is no such list.
  static func list(_ text: String) -> [ColumnChoice]? {
    var choices: [ColumnChoice] = []
    for part in text.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1).map { String($0).trimmingBlanks }
      guard sides.count == 2, let field = field(sides[0]), !sides[1].isEmpty else { return nil }
      choices.append(ColumnChoice(field: field, column: sides[1]))
    }
    return choices.isEmpty ? nil : choices
  }

  /// Fields by the names that the user has for them, which are those of a table's headings too.
  private static func field(_ name: String) -> WrittenWords.Label? {
    guard let label = WrittenWords.Label(rawValue: name.lowercased()) ?? WrittenWords.label(name) else { return nil }
    return TableColumns.fields.contains(label) ? label : nil
  }

  /// How names are compared, whatever their case and the signs between their words.
  static func folded(_ name: String) -> String { String(name.lowercased().filter { $0.isLetter || $0.isNumber }) }
}

/// A column of a grid, which has sessions of a room, or of a day.
struct GridColumn {
  var column: Int
  /// As its heading has it.
  var name: String
  /// Nil where it is a room, or a track.
  var day: DateLine?
  /// Its heading says that it is a track.
  var isTrack = false
}

/// Which column of a table has what.
struct TableColumns {
  typealias Field = WrittenWords.Label

  /// Rows that are looked at to tell what parts the columns, and where the headings are.
  static let sample = 30

  /// What a table can have columns of.
  static let fields: [Field] = [
    .title, .date, .time, .start, .end, .length, .room, .place, .people, .track, .text, .language, .type, .id, .status,
    .optional, .rule, .url,
  ]

  /// The columns of each field, from 0.
  private(set) var columns: [Field: [Int]] = [:]
  /// Columns that are rooms, or days, by their headings: a grid, whose cells are sessions.
  private(set) var grid: [GridColumn] = []
  /// As they stand; empty where the table has none.
  let headings: [String]

  subscript(field: Field) -> [Int] { columns[field] ?? [] }

  /// How many columns are known.
  var count: Int { columns.values.reduce(0) { $0 + $1.count } + grid.count }

  /// Whether rows say when they begin by a clock, and not by a date alone.
  var hasClock: Bool { columns[.time] != nil || columns[.start] != nil }

  /// Whether a row has a time where times stand.
  func hasTime(_ row: [String]) -> Bool {
    (self[.time] + self[.start]).contains { column in
      row.indices.contains(column) && WrittenTime(cell: WrittenTitle.plain(row[column])) != nil
    }
  }

  /// Whether the titles of several columns are one: the user has named them all, or they are those who meet.
  private(set) var joinsTitles = false

  private init(headings: [String]) { self.headings = headings }

  /// What the headings of a table say; nil where they speak of no time, or of nothing to do at it.
  ///
  /// - Parameters:
  ///   - choices: go before what the headings say; one that is not there says that these are no headings.
  ///   - rows: what stands below them, where the titles are looked for if no heading speaks of them.
  init?(headings: [String], choices: [ColumnChoice] = [], rows: ArraySlice<[String]> = []) {
    self.headings = headings
    let names = headings.map { ColumnChoice.folded(WrittenTitle.plain($0)) }
    var chosen: Set<Int> = []
    for choice in choices {
      guard let column = names.firstIndex(of: ColumnChoice.folded(choice.column)) else { return nil }
      columns[choice.field, default: []].append(column)
      chosen.insert(column)
    }
    let fixed = Set(choices.map(\.field))
    joinsTitles = choices.count { $0.field == .title } > 1 || names.contains("hometeam") && !fixed.contains(.title)
    for (index, heading) in headings.enumerated() where !chosen.contains(index) {
      guard let label = TableHeadings.label(heading), !fixed.contains(label), TableColumns.fields.contains(label) else {
        continue
      }
      columns[label, default: []].append(index)
    }
    // A second start is a span's, and a day's name no talk's.
    if columns[.start] == nil, columns[.end] != nil, let time = columns[.time] {
      (columns[.start], columns[.time]) = (time, nil)
    }
    separateNames(names)
    setMoments(rows)
    guard hasClock || columns[.date] != nil && columns[.title] != nil else { return nil }
    guard columns[.title] == nil else { return }
    guard headings.count <= 40 else { return nil }
    setGrid()
    if grid.isEmpty, columns[.title] == nil, let text = columns[.text], text.count == 1 {
      // What else there is to a row than its text is not said.
      (columns[.title], columns[.text]) = (text, nil)
    }
    if grid.isEmpty, columns[.title] == nil, count >= 3 { columns[.title] = unnamedTitle(rows).map { [$0] } }
    if grid.isEmpty && columns[.title] == nil { return nil }
  }

  /// Where no heading says when, as in a sheet that a form has filled, the only column of days with clocks does.
  private mutating func setMoments(_ rows: ArraySlice<[String]>) {
    guard columns[.date] == nil, headings.count <= 200 else { return }
    func isMoment(_ row: [String], _ column: Int) -> Bool {
      row.indices.contains(column) && TableColumns.isMoment(row[column])
    }
    let timed = self[.time] + self[.start]
    if rows.contains(where: { row in hasTime(row) || timed.contains { isMoment(row, $0) } }) { return }
    let known = Set(columns.values.joined())
    let found = headings.indices.filter { column in
      let filled = rows.count { $0.indices.contains(column) && !$0[column].isEmpty }
      let moments = known.contains(column) ? 0 : rows.count { isMoment($0, column) }
      return moments > 1 && moments * 10 >= filled * 9
    }
    if found.count == 1 { (columns[.start], columns[.time]) = (found, nil) }
  }

  /// Whether it is a day with a clock: `2026-05-18T08:15`, `18/05/2026 08:15:00`.
  private static func isMoment(_ cell: String) -> Bool {
    switch LooseTime.moment(cell) {
    case .day: return false
    case nil:
      let parts = cell.split(separator: " ", maxSplits: 1)
      return parts.count == 2 && DateLine(cell: String(parts[0])).map { !$0.dates.isEmpty } ?? false
        && WrittenTime(cell: String(parts[1])) != nil
    default: return true
    }
  }

  /// Of the columns whose headings say nothing, the first whose texts differ nearly as much as those of any.
  private func unnamedTitle(_ rows: ArraySlice<[String]>) -> Int? {
    let known = Set(columns.values.joined())
    let texts = headings.indices.filter { !known.contains($0) }.compactMap { column -> (column: Int, kinds: Int)? in
      let cells = rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
      let words = cells.filter { $0.contains(where: \.isLetter) && !$0.contains("://") && $0.utf8.count <= 400 }
      return words.count * 2 > rows.count ? (column, Set(words).count) : nil
    }
    let most = texts.map(\.kinds).max() ?? 0
    return texts.first { $0.kinds * 10 >= most * 8 }?.column
  }

  /// Where a column has the title, one that is called a name is of a person.
  private mutating func separateNames(_ names: [String]) {
    guard let titles = columns[.title], titles.count > 1, !joinsTitles,
      let name = titles.first(where: { names[$0] == "name" })
    else { return }
    columns[.title] = titles.filter { $0 != name }
    if columns[.people] == nil { columns[.people] = [name] }
  }

  /// `Time | Hall 1 | Hall 2`: whatever the other columns are called, they are where something is.
  ///
  /// A heading that says what is below it, as `Room` alone does, makes it a list.
  private mutating func setGrid() {
    let isList = headings.contains {
      TableHeadings.whole(WrittenTitle.plain($0)).map {
        [.room, .place, .people, .track, .id, .status, .language, .type].contains($0)
      } ?? false
    }
    if isList { return }
    let found = headings.enumerated().compactMap { index, heading -> GridColumn? in
      let label = TableHeadings.label(heading)
      let name = WrittenTitle.plain(heading)
      let day = DateLine(cell: name).flatMap { $0.isDay ? $0 : nil }
      let isPlace = day != nil || label == nil || label == .room || label == .track
      guard isPlace, !heading.isEmpty, heading.utf8.count <= 80 else { return nil }
      return GridColumn(column: index, name: name, day: day, isTrack: label == .track)
    }
    if found.count == 1, found[0].day == nil, TableHeadings.label(found[0].name) == nil {
      // Beside one column nothing is parallel: it has the titles, whatever it is called.
      columns[.title] = [found[0].column]
      return
    }
    grid = found
    // A column of days beside those of rooms is none of these.
    if grid.contains(where: { $0.day == nil }) { for index in grid.indices { grid[index].day = nil } }
    columns[.room] = nil
    columns[.track] = nil
    let inGrid = Set(grid.map(\.column))
    columns = columns.mapValues { $0.filter { !inGrid.contains($0) } }.filter { !$0.value.isEmpty }
    if !hasClock { grid = [] }
  }

  /// Finds the columns of a table by its first rows: by their headings, else by what is in them, where the user has the
  /// numbers of columns for their names.
  ///
  /// - Returns: nil where it is no table of sessions; `head` is how many rows there are up to the headings, with these.
  static func find(in rows: [[String]], _ choices: [ColumnChoice]) -> (columns: TableColumns, head: Int)? {
    for (index, row) in rows.enumerated() where row.count > 1 {
      let rest = rows.dropFirst(index + 1)
      guard var columns = TableColumns(headings: row, choices: choices, rows: rest) else { continue }
      // A line of prose with a comma in it may speak of times too: what follows must be as wide.
      let like = rows.dropFirst(index + 1).count { $0.count > 1 && $0.count * 2 >= row.count }
      guard like * 2 >= rows.count - index - 1 else { continue }
      columns.putDatesFirst(rest)
      columns.putClocksFirst(rest)
      return (columns, index + 1)
    }
    guard choices.allSatisfy({ Int($0.column) != nil }) else { return nil }
    let wide = rows.filter { $0.count { !$0.isEmpty } > 1 }
    // Headings in a language that is not known have no number in them.
    let isHeaded = wide.count > 3 && wide[0] == rows[0] && TableColumns.hasNoNumber(wide[0])
    guard var columns = TableColumns(valuesOf: isHeaded ? Array(wide.dropFirst()) : wide) else { return nil }
    for choice in choices {
      guard let number = Int(choice.column), rows.contains(where: { (1...$0.count).contains(number) }) else {
        return nil
      }
      columns.columns = columns.columns.mapValues { $0.filter { $0 != number - 1 } }.filter { !$0.value.isEmpty }
    }
    for field in Set(choices.map(\.field)) {
      columns.columns[field] = choices.filter { $0.field == field }.compactMap { Int($0.column).map { $0 - 1 } }
    }
    return (columns, isHeaded ? 1 : 0)
  }

  /// Whether a row may be one of headings that are not known.
  static func hasNoNumber(_ row: [String]) -> Bool { !row.contains { $0.contains(where: \.isNumber) } }

  /// Of several columns of days that one goes first which has the most dates.
  private mutating func putDatesFirst(_ rows: ArraySlice<[String]>) {
    guard let dates = columns[.date], dates.count > 1 else { return }
    func count(_ column: Int) -> Int {
      rows.count { column < $0.count && DateLine(cell: $0[column]).map { !$0.dates.isEmpty } ?? false }
    }
    let counts = dates.map { (column: $0, count: count($0)) }
    columns[.date] = counts.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element.column)
  }

  /// Of several columns of times those are none that have no clock at all.
  private mutating func putClocksFirst(_ rows: ArraySlice<[String]>) {
    for field in [Field.time, .start] {
      guard let times = columns[field], times.count > 1 else { continue }
      let clocks = times.filter { column in rows.contains { column < $0.count && WrittenTime(cell: $0[column]) != nil }
      }
      if !clocks.isEmpty { columns[field] = clocks }
    }
  }

  /// A time, a title and perhaps a place, of rows without headings.
  static func plain(_ count: Int) -> TableColumns {
    var columns = TableColumns(headings: [])
    for (index, field) in [Field.time, .title, .room].prefix(max(2, count)).enumerated() {
      columns.columns[field] = [index]
    }
    return columns
  }

  /// What the values in rows without headings say; nil where no column has times or none has titles.
  init?(valuesOf rows: [[String]]) {
    headings = []
    let width = rows.map(\.count).max() ?? 0
    guard width >= 2, width <= 200, rows.count >= 3 else { return nil }
    var texts: [(column: Int, kinds: Int, length: Int)] = []
    for column in 0..<width {
      let cells = rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
      guard cells.count * 2 > rows.count else { continue }
      let times = cells.count { WrittenTime(Substring($0))?.rest.isEmpty ?? false }
      let dates = cells.count {
        LooseTime.moment($0) != nil || DateLine($0).map { $0.others.isEmpty && !$0.dates.isEmpty } ?? false
      }
      if times * 10 >= cells.count * 9 {
        columns[columns[.start] == nil ? .start : .end, default: []].append(column)
      } else if dates * 10 >= cells.count * 9 {
        let isMoment = cells.contains {
          if case .day? = LooseTime.moment($0) { false } else { LooseTime.moment($0) != nil }
        }
        columns[isMoment ? (columns[.start] == nil ? .start : .end) : .date, default: []].append(column)
      } else if cells.contains(where: { $0.contains(where: \.isLetter) }) {
        texts.append((column, Set(cells).count, cells.reduce(0) { $0 + $1.utf8.count } / cells.count))
      }
    }
    guard columns[.start] != nil else { return nil }
    let people = Set(texts.map(\.column).filter { TableColumns.isOfPeople(rows, $0) })
    let types = Set(texts.map(\.column).filter { TableColumns.isOfTypes(rows, $0) })
    // Titles differ from each other, and say more than of what type they are; what comes again and again is a room.
    let sayMore = texts.filter { text in
      !people.contains(text.column)
        && (!types.contains(text.column)
          || !texts.contains { $0.length > text.length && !people.contains($0.column) && $0.kinds * 4 > rows.count })
    }
    let most = sayMore.map(\.kinds).max() ?? 0
    let title = [160, 400].lazy.compactMap { limit in
      sayMore.first { $0.kinds * 10 >= most * 8 && $0.length <= limit }
    }.first
    guard let title = title ?? texts.first else { return nil }
    columns[.title] = [title.column]
    for text in texts where text.column != title.column {
      if text.length > 160 {
        columns[.text] = columns[.text] ?? [text.column]
      } else if types.contains(text.column) {
        columns[.type] = columns[.type] ?? [text.column]
      } else if people.contains(text.column) {
        columns[.people] = columns[.people] ?? [text.column]
      } else if text.kinds * 2 <= rows.count, text.length <= 60 {
        columns[.room] = columns[.room] ?? [text.column]
      }
    }
  }

  /// Whether most of a column say of what kind a session is.
  private static func isOfTypes(_ rows: [[String]], _ column: Int) -> Bool {
    let cells = rows.compactMap { column < $0.count && !$0[column].isEmpty ? WrittenTitle.plain($0[column]) : nil }
    let words: Set<String> = [
      "talk", "talks", "paper", "papers", "keynote", "session", "workshop", "tutorial", "panel", "poster", "posters",
      "break", "lunch", "demo", "vortrag", "atelier", "conférence", "pause", "discussion", "plenary", "invited",
    ]
    let known = cells.count { cell in
      cell.utf8.count <= 40 && cell.lowercased().split { !$0.isLetter }.contains { words.contains(String($0)) }
    }
    return known * 2 > cells.count
  }

  /// Whether nearly all of a column are names of people.
  private static func isOfPeople(_ rows: [[String]], _ column: Int) -> Bool {
    let cells = rows.compactMap { column < $0.count && !$0[column].isEmpty ? WrittenTitle.plain($0[column]) : nil }
      .filter { !WrittenWords.isUnknownPlace($0) }
    let named = cells.count { cell in
      let people = WrittenNames.list(cell.hasSuffix(" et al.") ? String(cell.dropLast(7)) : cell)
      return !people.isEmpty && people.allSatisfy { WrittenNames.isName($0.name) } && !WrittenTitle.namesRoom(cell)
    }
    return named > 0 && named * 10 >= cells.count * 7
  }

  /// What was made of the columns, in a line that can be corrected and given back.
  func report(to log: ProblemLog) {
    guard !headings.isEmpty else {
      let parts = TableColumns.fields.compactMap { field in self[field].first.map { "\(field.rawValue)=\($0 + 1)" } }
      return log.report(.outline(.columnsByValues(parts.joined(separator: ","))))
    }
    func name(_ column: Int) -> String { Excerpt.shown(WrittenTitle.plain(headings[column])) }
    var parts = TableColumns.fields.flatMap { field in
      self[field].prefix(field == .title && !joinsTitles ? 1 : 40).map { "\(field.rawValue)=\(name($0))" }
    }
    parts += grid.map { "\(($0.day != nil ? Field.date : $0.isTrack ? .track : .room).rawValue) \($0.name)" }
    log.report(.outline(.columns(parts.prefix(30).joined(separator: ","))))
    var used = Set(columns.values.joined()).union(grid.map(\.column))
    if !joinsTitles { used.subtract(self[.title].dropFirst()) }
    let others = headings.indices.filter { !used.contains($0) && !headings[$0].isEmpty }
    if !others.isEmpty {
      log.report(.outline(.columnsLeftOut(others.prefix(20).map(name).joined(separator: ", "), count: others.count)))
    }
  }
}
