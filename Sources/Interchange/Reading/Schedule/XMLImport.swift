import Agenda

/// A schedule's draft from XML.
enum XMLImport {
  /// Bytes of a file that may be copied for its mending.
  private static let mendingLimit = 32 << 20

  static func draft(
    _ source: FileBytes, _ limits: Import.Limits, _ log: ProblemLog, _ monitor: ImportMonitor
  ) throws(ImportFailure) -> ScheduleDraft {
    do throws(XMLScanner.Failure) {
      return try scan(source, limits, log, monitor)
    } catch {
      // Characters that XML does not have (§2.2) are against the grammar, but clear in what is meant.
      if case .syntax(_, _, _, isCutShort: false) = error, source.count <= mendingLimit,
        let (mended, count) = XMLMending.mended(source)
      {
        let again = ProblemLog()
        if let draft = try? scan(mended, limits, again, monitor) {
          log.report(.mendedCharacters(count: count))
          for problem in again.kept { log.report(problem.fact, at: problem.place) }
          return draft
        }
      }
      if case .tooManyElements(limits.sessions) = error {
        throw ImportFailure(.tooManySessions(limit: limits.sessions))
      }
      throw failure(error)
    }
  }

  private static func scan(
    _ source: FileBytes, _ limits: Import.Limits, _ log: ProblemLog, _ monitor: ImportMonitor
  ) throws(XMLScanner.Failure) -> ScheduleDraft {
    let reader = ScheduleXMLReader(log: log)
    var scanner = XMLScanner()
    (scanner.depthLimit, scanner.textLimit, scanner.elementLimit) = (limits.depth, limits.text, limits.parts)
    scanner.keepsBytes = source.count <= mendingLimit
    var root = ""
    var count = 0
    var isFull = false
    do throws(XMLScanner.Failure) {
      try scanner.scan(
        source, isContainer: ScheduleXMLReader.isContainer,
        take: { element, parents in
          root = parents.first?.name ?? element.name
          count += 1
          isFull = count > limits.parts || reader.draft.sessions.count > limits.sessions
          return reader.take(element, parents) && !isFull
        }, progress: monitor.read)
    } catch {
      throw isFull ? .tooManyElements(limit: count > limits.parts ? limits.parts : limits.sessions) : error
    }
    if !reader.isSchedule { throw .wrongRoot(Excerpt.shown(root)) }
    return reader.draft
  }

  private static func failure(_ failure: XMLScanner.Failure) -> ImportFailure {
    switch failure {
    case .syntax(let line, let column, let reason, let isCutShort):
      ImportFailure(.xmlSyntax(column: column, reason: reason, isCutShort: isCutShort), line: line)
    case .documentType(let line): ImportFailure(.documentType, line: line)
    case .tooDeep(let line, let limit):
      ImportFailure(.tooDeep(limit: limit, isLeftOut: false), line: line)
    case .longText(let line, let limit): ImportFailure(.endlessText(limit: limit), line: line)
    case .tooManyElements(let limit): ImportFailure(.tooManyValues(limit: limit))
    case .wrongRoot(let root): ImportFailure(.unknownXML(root: root))
    case .cancelled: ImportFailure(.cancelled)
    case .noMemory: ImportFailure(.noMemory)
    }
  }
}
