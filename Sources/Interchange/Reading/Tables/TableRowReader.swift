import Agenda
import Markup

/// Makes sessions of the rows of a table whose columns are known.
struct TableRowReader {
  private let columns: TableColumns
  private let rooms: Set<String>
  /// The time of the row before, which holds on in a grid where the cell is empty.
  private var lastTime: WrittenTime?

  init(_ columns: TableColumns, rooms: Set<String> = []) { (self.columns, self.rooms) = (columns, rooms) }

  /// A row's session, or in a grid one for each cell; the time where a cell has one without a date.
  ///
  /// - Parameter base: what holds of every one of them.
  mutating func sessions(in cells: [String], _ base: SessionDraft) -> [(session: SessionDraft, time: WrittenTime?)] {
    func cell(_ field: TableColumns.Field) -> String? {
      columns[field].lazy.compactMap { $0 < cells.count && !cells[$0].isEmpty ? cells[$0] : nil }.first
    }
    let written = (cell(.time) ?? cell(.start)).map { WrittenTitle.plain($0) }
    var time = written.flatMap { text in
      WrittenTime(Substring(text)) ?? WrittenTime(Substring(text + " – "))
    }
    guard !columns.rooms.isEmpty else {
      var session = base
      fill(&session, cell)
      return [(session, time)]
    }
    if written == nil { time = lastTime }
    guard let time else { return [] }
    lastTime = time
    let filled = columns.rooms.filter {
      $0.column < cells.count && WrittenTitle.plain(cells[$0.column]).contains { $0.isLetter || $0.isNumber }
    }
    // What stands in every cell, and a meal in one, is for everybody.
    let texts = Set(filled.map { cells[$0.column] })
    let isCommon =
      columns.rooms.count > 1 && texts.count == 1
      && (filled.count == columns.rooms.count || texts.first.flatMap { ReadingWords.kind(inTitle: $0) } != nil)
    return (isCommon ? Array(filled.prefix(1)) : filled).map { column, room in
      var session = base
      if !isCommon { session.room = room }
      WrittenTitle(cells[column].replacingBreaks, rooms: rooms).apply(to: &session)
      return (session, time)
    }
  }

  private func fill(_ session: inout SessionDraft, _ cell: (TableColumns.Field) -> String?) {
    if let room = (cell(.room) ?? cell(.place)).map({ WrittenTitle.plain($0) }) {
      if WrittenWords.isUnknownPlace(room) {
        session.location = WritingWords.Mark.toBeAnnounced
      } else {
        session.room = room
      }
    }
    if let title = cell(.title) {
      WrittenTitle(
        title, rooms: rooms, hasByline: columns[.people].isEmpty,
        hasPlace: columns[.room].isEmpty && columns[.place].isEmpty
      ).apply(to: &session)
    }
    if let people = cell(.people) { session.people += WrittenNames.list(WrittenTitle.plain(people)) }
    if let track = cell(.track) { session.track = WrittenTitle.plain(track) }
    if let text = cell(.text) { session.description = Text(text) }
    session.language = cell(.language) ?? session.language
    session.type = cell(.type) ?? session.type
    session.id = cell(.id) ?? session.id
    if let length = cell(.length).flatMap({ LooseLength.reading($0) }) { session.length = length.seconds }
    if let mark = cell(.status).flatMap({ WrittenWords.mark($0) }) { session.apply(mark) }
    if let rule = cell(.rule).flatMap({ WrittenWords.rule(in: $0) }) { session.apply(.rule(rule)) }
    if let optional = cell(.optional)?.lowercased(), !["no", "false", "0", "non", "nein", "n"].contains(optional) {
      session.isOptional = true
    }
    if let url = cell(.url) { session.pages.append(.init(title: ReadingWords.sessionPage, url: url)) }
  }
}

extension String {
  /// With a blank for each tag that breaks a line of a cell.
  fileprivate var replacingBreaks: String {
    guard utf8.contains(UInt8(ascii: "<")) else { return self }
    return ["<br>", "<br/>", "<br />"].reduce(self) { text, tag in
      text.components(of: tag).joined(separator: " ")
    }
  }

  private func components(of part: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let place = rest.utf8.place(of: part.utf8) {
      parts.append(rest[..<place.lowerBound])
      rest = rest[place.upperBound...]
    }
    return parts + [rest]
  }
}
