import Agenda
import JSON

/// A schedule's draft from JSON.
enum JSONImport {
  static func draft(
    _ source: FileBytes, name: String = "", _ choices: [ColumnChoice], _ today: CalendarDate, _ limits: ImportLimits,
    _ log: ProblemLog, _ monitor: ImportMonitor
  ) throws(ImportFailure) -> (ImportFormat, ScheduleDraft) {
    let document = try document(source, limits)
    let slip = document.slips.first
    guard let root = document.root, !document.isCutShort else {
      throw slip.map(failure) ?? ImportFailure(.file(.emptyFile))
    }
    if let deep = document.tooDeep.first {
      throw ImportFailure(.grammar(.tooDeep(limit: limits.depth, isLeftOut: false)), line: deep.line)
    }
    if let long = document.firstString(longerThan: limits.text) {
      throw ImportFailure(.file(.endlessText(limit: limits.text)), line: long.line)
    }
    do throws(ImportFailure) {
      let read = try draft(root, name, choices, today, log, monitor)
      if read.1.sessions.isEmpty, let slip { throw failure(slip) }
      if document.rawControlCount > 0 {
        log.report(.grammar(.mendedCharacters(count: document.rawControlCount)))
      }
      log.report(document)
      return read
    } catch {
      switch error.fact {
      case .file(.unknownJSON), .file(.incompleteJSON): throw slip.map(failure) ?? error
      default: throw error
      }
    }
  }

  /// What a schedule's values mean, in whichever of the formats it is.
  private static func draft(
    _ root: JSONValue, _ name: String, _ choices: [ColumnChoice], _ today: CalendarDate, _ log: ProblemLog,
    _ monitor: ImportMonitor
  ) throws(ImportFailure) -> (ImportFormat, ScheduleDraft) {
    if choices.isEmpty, let indico = IndicoReader(root, log) { return (.indico, indico.draft) }
    if choices.isEmpty, let events = LinkedEventReader(root, log) { return (.linkedEvents, events.draft) }
    if choices.isEmpty, let format = SessionizeReader.format(of: root, log) {
      let reader = SessionizeReader(log: log) { monitor.read(share: $0) }
      if format == .sessionizeAll, let fields = JSONFields(root, log) {
        reader.readAll(fields)
      } else {
        reader.readGrid(root)
      }
      if reader.isCancelled { throw ImportFailure(.file(.cancelled)) }
      return (format, reader.draft)
    }
    if let rows = rows(of: root), let draft = TableImport.draft(rows, choices, today: today, log),
      !draft.sessions.isEmpty
    {
      return (.table, draft)
    }
    guard choices.isEmpty, let schedule = ScheduleJSONReader.schedule(root, log) else {
      let reader = SessionListReader(choices, today: today, log: log) { monitor.read(share: $0) }
      let isRead = reader.read(root, name: name)
      if reader.isCancelled { throw ImportFailure(.file(.cancelled)) }
      guard isRead else {
        if let choice = choices.first(where: { !has($0.column, root, depth: 0) }) {
          throw ImportFailure(.file(.noColumn(choice.column)))
        }
        throw unknown(root, reader.tally.lack, log)
      }
      return (.sessionList, reader.draft)
    }
    let reader = ScheduleJSONReader(log: log) { monitor.read(share: $0) }
    reader.read(schedule)
    if reader.isCancelled { throw ImportFailure(.file(.cancelled)) }
    return (schedule["events"] == nil ? .scheduleJSON : .scheduleJSON2, reader.draft)
  }

  /// The rows of a table that are lists of what stands in their cells, as spreadsheets give them.
  private static func rows(of root: JSONValue) -> [TableRow]? {
    let lists = root.kind == .array ? [root] : root.names.map(\.valueOfName).filter { $0.kind == .array }
    let table = lists.first { $0.values.prefix(TableColumns.sample).count { $0.kind == .array } > 2 }
    return table.map { table in
      table.values.lazy.filter { $0.kind == .array }.map { row in
        TableRow(cells: row.values.map { SessionFields.string($0) ?? "" }, line: row.line)
      }
    }
  }

  private static func document(_ source: FileBytes, _ limits: ImportLimits) throws(ImportFailure) -> JSONDocument {
    do throws(JSONReader.Failure) {
      return try JSONReader(depthLimit: limits.depth, valueLimit: limits.values).read(source)
    } catch {
      switch error {
      case .tooManyValues(let limit): throw ImportFailure(.file(.tooManyValues(limit: limit)))
      case .tooLarge(let limit): throw ImportFailure(.tooLarge(bytes: source.count, limit: limit))
      }
    }
  }

  private static func failure(_ slip: JSONSlip) -> ImportFailure {
    ImportFailure(slip.fact, line: slip.line)
  }

  /// Whether any object has a field of that name.
  private static func has(_ field: String, _ value: JSONValue, depth: Int) -> Bool {
    if depth > 8 { return false }
    if value.kind == .array { return value.values.contains { has(field, $0, depth: depth + 1) } }
    guard value.kind == .object else { return false }
    return value.names.contains { name in
      name.rawString.map { ColumnChoice.folded($0) == ColumnChoice.folded(field) } ?? false
        || has(field, name.valueOfName, depth: depth + 1)
    }
  }

  private static func unknown(
    _ root: JSONValue, _ lack: SessionTally.Lack?, _ log: ProblemLog
  ) -> ImportFailure {
    // A list of what belongs to sessions is no list of them.
    if root.kind == .array,
      let first = root.values.first(where: { _ in true }).flatMap({ JSONFields($0, log, isFolded: true) }),
      first["name"] != nil
    {
      if ["floor", "latitude", "capacity"].contains(where: { first[$0] != nil || first.isNull($0) }) {
        return ImportFailure(.file(.noAgenda(.rooms)))
      }
      if ["biography", "bio", "shortbiography", "firstname"].contains(where: { first[$0] != nil }) {
        return ImportFailure(.file(.noAgenda(.people)))
      }
    }
    if let lack {
      return ImportFailure(
        .file(.incompleteJSON(lacks: lack.part, fields: Array(lack.fields.prefix(8)))), line: lack.line)
    }
    let object = root.kind == .array ? root.values.first { $0.kind == .object } ?? root : root
    return ImportFailure(.file(.unknownJSON(fields: object.names.prefix(6).map(\.excerpt))), line: object.line)
  }
}
