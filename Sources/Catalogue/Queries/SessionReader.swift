import Agenda

/// Reads the rows of sessions, and keeps those of lists that have been looked at.
final class SessionReader {
  private let reader: Reader
  private let names: NameTable
  private var cache: [RowID: SessionRow] = [:]
  /// What lists show besides.
  var removed = RemovedSessions()

  init(_ reader: Reader, _ names: NameTable) { (self.reader, self.names) = (reader, names) }

  func number(of id: Session.ID) -> RowID? { reader.number(of: .session(id)) }

  func row(_ number: RowID) -> SessionRow? { reader.first(.sessionByNumber, [.integer(number)], row) }

  /// A row that has perhaps been read before.
  func cachedRow(_ number: RowID) -> SessionRow? {
    if number < 0 { return removed.row(number) }
    if let row = cache[number] { return row }
    // More than a screen has, and little to hold.
    if cache.count >= 2_000 { cache = [:] }
    let row = row(number)
    cache[number] = row
    return row
  }

  /// The rows of an answer.
  func rows(_ query: Query, _ values: [Statement.Value]) -> [SessionRow] { reader.rows(query, values, row) }

  func row(_ statement: Statement) -> SessionRow {
    var row = SessionRow()
    row.row = statement.integer(0)
    row.id = statement.text(1)
    row.day = Int(statement.integer(2))
    row.title = statement.text(3)
    row.kind = reader.decode(statement.integer(4), else: .session)
    row.start = Instant(catalogued: statement.integer(5))
    row.end = statement.optionalInteger(6).map(Instant.init(catalogued:))
    row.roomNumber = statement.optionalInteger(7).map { Int(truncatingIfNeeded: $0) } ?? -1
    row.room = NameTable.name(row.roomNumber, in: names.rooms)
    row.place = statement.text(8)
    row.trackNumber = statement.optionalInteger(9).map { Int(truncatingIfNeeded: $0) } ?? -1
    row.track = NameTable.name(row.trackNumber, in: names.tracks)
    row.isOptional = statement.integer(10) != 0
    row.attribution = reader.decode(statement.integer(11), else: .offTheRecord)
    row.status = reader.decode(statement.integer(12), else: .confirmed)
    row.late = Int(clamping: statement.integer(13))
    row.until = row.end ?? Instant(catalogued: statement.integer(14))
    return row
  }
}

/// Sessions that an earlier version of the agenda had, which lists show where they were.
struct RemovedSessions {
  /// As lists show them, by start; their numbers are negative and tell the place.
  var rows: [SessionRow] = []
  var pages: [Session.ID: SessionPage] = [:]

  /// Counts how often others took their place.
  var edition = 0

  /// The row of a negative number.
  func row(_ number: RowID) -> SessionRow? {
    let place = Int(-1 - number)
    return rows.indices.contains(place) ? rows[place] : nil
  }
}
