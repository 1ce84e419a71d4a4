import Agenda

/// A schedule's draft from JSON.
enum JSONImport {
  static func draft(
    _ source: FileBytes, _ limits: Import.Limits, _ log: FindingLog, _ monitor: ImportMonitor
  ) throws(ImportFailure) -> (ImportFormat, ScheduleDraft) {
    let tape = try tape(source, limits, log)
    let root = tape.root
    if let deep = tape.omitted.first {
      throw .tooDeep(line: JSONValue(tape: tape, index: deep).line, limit: limits.depth)
    }
    if let long = tape.firstText(longerThan: limits.text) { throw .longText(line: long.line, limit: limits.text) }
    if let format = SessionizeReader.format(of: root, log) {
      let reader = SessionizeReader(log: log) { monitor.read(share: $0) }
      if format == .sessionizeAll, let fields = JSONFields(root, log) {
        reader.readAll(fields)
      } else {
        reader.readGrid(root)
      }
      if reader.isCancelled { throw .cancelled }
      return (format, reader.draft)
    }
    guard let schedule = ScheduleJSONReader.schedule(root, log) else {
      guard let sessions = SessionListReader.sessions(in: root, log) else { throw unknown(root) }
      let reader = SessionListReader(log: log) { monitor.read(share: $0) }
      reader.read(sessions, in: root)
      if reader.isCancelled { throw .cancelled }
      return (.sessionList, reader.draft)
    }
    let reader = ScheduleJSONReader(log: log) { monitor.read(share: $0) }
    reader.read(schedule)
    if reader.isCancelled { throw .cancelled }
    return (schedule["events"] == nil ? .scheduleJSON : .scheduleJSON2, reader.draft)
  }

  private static func tape(
    _ source: FileBytes, _ limits: Import.Limits, _ log: FindingLog
  ) throws(ImportFailure) -> JSONTape {
    var parser = JSONParser()
    (parser.depthLimit, parser.valueLimit) = (limits.depth, limits.values)
    do throws(JSONParser.Failure) {
      return try parser.parse(source)
    } catch {
      switch error {
      case .tooManyValues(let limit): throw .tooManyValues(limit: limit)
      case .syntax(let syntax):
        if let mended = ControlCharacterMending.mended(source), let tape = try? parser.parse(mended) {
          log.add(.mendedCharacters(count: 0))
          return tape
        }
        throw .jsonSyntax(line: syntax.line, column: syntax.column, found: syntax.found, expected: syntax.expected)
      }
    }
  }

  private static func unknown(_ root: JSONValue) -> ImportFailure {
    .unknownJSON(line: root.line, fields: root.names.prefix(6).map(\.excerpt))
  }
}
