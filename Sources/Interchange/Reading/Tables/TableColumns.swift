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

/// Which column of a table has what.
struct TableColumns {
  typealias Field = WrittenWords.Label

  /// What a table can have columns of.
  static let fields: [Field] = [
    .title, .date, .time, .start, .end, .length, .room, .place, .people, .track, .text, .language, .type, .id, .status,
    .optional, .rule, .url,
  ]

  /// The columns of each field, from 0.
  private(set) var columns: [Field: [Int]] = [:]
  /// Columns that are rooms by their headings: a grid, whose cells are sessions.
  private(set) var rooms: [(column: Int, name: String)] = []
  /// As they stand; empty where the table has none.
  let headings: [String]

  subscript(field: Field) -> [Int] { columns[field] ?? [] }

  /// How many columns are known.
  var count: Int { columns.values.reduce(0) { $0 + $1.count } + rooms.count }

  private init(headings: [String]) { self.headings = headings }

  /// What the headings of a table say; nil where they speak of no time, or of nothing to do at it.
  ///
  /// - Parameter choices: go before what the headings say; one that is not there says that these are no headings.
  init?(headings: [String], choices: [ColumnChoice] = []) {
    self.headings = headings
    let names = headings.map { ColumnChoice.folded(WrittenTitle.plain($0)) }
    var chosen: Set<Int> = []
    for choice in choices {
      guard let column = names.firstIndex(of: ColumnChoice.folded(choice.column)) else { return nil }
      columns[choice.field, default: []].append(column)
      chosen.insert(column)
    }
    let fixed = Set(choices.map(\.field))
    for (index, heading) in headings.enumerated() where !chosen.contains(index) {
      guard let label = TableColumns.label(heading), !fixed.contains(label), TableColumns.fields.contains(label) else {
        continue
      }
      columns[label, default: []].append(index)
    }
    // A second start is a span's, and a day's name no talk's.
    if columns[.start] == nil, columns[.end] != nil, let time = columns[.time] {
      (columns[.start], columns[.time]) = (time, nil)
    }
    let hasTime = columns[.time] != nil || columns[.start] != nil
    guard hasTime || columns[.date] != nil && columns[.title] != nil else { return nil }
    guard columns[.title] == nil else { return }
    guard hasTime, headings.count <= 40 else { return nil }
    // `Time | Hall 1 | Hall 2`: whatever the other columns are called, they are where something is.
    rooms = headings.enumerated().compactMap { index, heading in
      let label = TableColumns.label(heading)
      let isRoom = label == nil || label == .room || label == .track
      return isRoom && !heading.isEmpty && heading.utf8.count <= 80 ? (index, WrittenTitle.plain(heading)) : nil
    }
    columns[.room] = nil
    columns[.track] = nil
    if rooms.isEmpty { return nil }
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
    guard columns[.start] != nil, let most = texts.map(\.kinds).max() else { return nil }
    // Titles differ from each other; texts are long; what comes again and again is a room.
    guard let title = texts.first(where: { $0.kinds * 10 >= most * 8 && $0.length <= 160 }) else { return nil }
    columns[.title] = [title.column]
    for text in texts where text.column != title.column {
      if text.length > 160 { columns[.text] = columns[.text] ?? [text.column] }
      if text.kinds * 2 <= rows.count, text.length <= 60 { columns[.room] = columns[.room] ?? [text.column] }
    }
  }

  /// What a heading says that is below it: whole, else by the last of its words (`Session Title`), else the first
  /// (`Title of the session`, `Start (UTC)`).
  static func label(_ heading: String) -> Field? {
    let plain = WrittenTitle.plain(heading).lowercased()
    if let label = WrittenWords.label(plain) { return label }
    if let whole = phrases[ColumnChoice.folded(plain)] { return whole }
    let words = plain.split { !$0.isLetter }
    guard (1...5).contains(words.count), heading.utf8.count <= 60 else { return nil }
    if let label = words.last.flatMap({ specific($0) }) { return label }
    let isFirst =
      plain.contains("(") || words.dropFirst().contains { ["of", "de", "du", "der", "des", "la"].contains($0) }
    return isFirst ? words.first.flatMap { specific($0) } : nil
  }

  /// What a word among others says; `Speaker Photo` and `Room Capacity` are none of these.
  private static func specific(_ word: Substring) -> Field? {
    switch WrittenWords.label(word) {
    case .title, .start, .end, .time, .date, .length, .room, .people, .track, .text, .language: WrittenWords.label(word)
    default: nil
    }
  }

  /// Headings of spreadsheets, Guidebook, Sched, Sessionize and pretalx that their words alone would be misread by.
  private static let phrases: [String: Field] = [
    "sessiontitle": .title, "eventname": .title, "eventtitle": .title, "talktitle": .title, "proposaltitle": .title,
    "sessionname": .title, "subject": .title, "titredelasession": .title, "titredelaseance": .title,
    "startdate": .date, "enddate": .ignored, "datedebut": .date, "datedefin": .ignored, "startdatum": .date,
    "enddatum": .ignored,
    "starttime": .start, "timestart": .start, "eventstart": .start, "heurededebut": .start, "heuredebut": .start,
    "scheduledat": .start, "startsat": .start, "startdatetime": .start, "eventstarttime": .start,
    "sessionstart": .start,
    "endtime": .end, "timeend": .end, "eventend": .end, "heuredefin": .end, "heurefin": .end, "endsat": .end,
    "eventendtime": .end, "scheduledduration": .length, "durationminutes": .length, "lengthminutes": .length,
    "roomlocation": .room, "locationroom": .room, "roomname": .room, "venuename": .room, "venue": .room,
    "location": .room,
    "scheduletrackoptional": .track, "scheduletrack": .track, "eventtype": .track, "sessiontype": .type,
    "sessionformat": .type,
    "submissiontype": .type, "trackname": .track, "categorie": .track, "speakernames": .people, "speakers": .people,
    "speakername": .people, "speakersnames": .people, "speaker": .people, "owner": .ignored, "presenters": .people,
    "intervenants": .people,
    "firstname": .ignored, "lastname": .ignored, "speakeremail": .ignored, "ownerdate": .ignored,
    "datesubmitted": .ignored, "ownernotes": .ignored,
    "ownerinformed": .ignored, "ownerconfirmed": .ignored, "speakerid": .ignored, "speakerids": .ignored,
    "roomid": .ignored,
    "tracknumber": .ignored, "roomcapacity": .ignored, "linktomapoptional": .ignored, "allowcheckin": .ignored,
    "sessionid": .id, "proposalid": .id, "eventid": .id, "uniqueid": .id, "alldayevent": .ignored,
    "reminderdate": .ignored,
    "remindertime": .ignored, "reminderonoff": .ignored, "requiredattendees": .ignored, "description": .text,
    "abstract": .text,
    "eventdescription": .text, "sessiondescription": .text, "descriptionoptional": .text, "publicationstatus": .ignored,
  ]

  /// What was made of the columns, in a line that can be corrected and given back.
  func report(to log: ProblemLog) {
    guard !headings.isEmpty else {
      let parts = TableColumns.fields.compactMap { field in self[field].first.map { "\(field.rawValue)=\($0 + 1)" } }
      return log.report(.outline(.columnsByValues(parts.joined(separator: ","))))
    }
    func name(_ column: Int) -> String { Excerpt.shown(WrittenTitle.plain(headings[column])) }
    var parts = TableColumns.fields.flatMap { field in self[field].map { "\(field.rawValue)=\(name($0))" } }
    parts += rooms.map { "\(Field.room.rawValue) \($0.name)" }
    log.report(.outline(.columns(parts.prefix(30).joined(separator: ","))))
    let used = Set(columns.values.joined()).union(rooms.map(\.column))
    let others = headings.indices.filter { !used.contains($0) && !headings[$0].isEmpty }
    if !others.isEmpty {
      log.report(.outline(.columnsLeftOut(others.prefix(20).map(name).joined(separator: ", "), count: others.count)))
    }
  }
}
