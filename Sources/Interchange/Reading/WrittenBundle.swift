public import Agenda
import Glibc

/// A bundle whose agenda is written in words: `agenda.md` in the place of `agenda.json`.
public enum WrittenBundle {
  /// Reads a bundle: its agenda.json, else its agenda.md; both are an error, and the first is read.
  ///
  /// A conference that says no title is called as its folder is.
  ///
  /// - Parameters:
  ///   - path: of the folder, or of its agenda.json.
  ///   - today: stands for dates that the agenda leaves open.
  ///   - withPlaces: whether it is told where each session stands.
  public static func read(_ path: String, today: CalendarDate, withPlaces: Bool = false) -> BundleReading {
    let reader = BundleReader()
    let log = ProblemLog(file: BundleFormat.writtenFile)
    do throws(FileFailure) {
      guard let source = try reader.writtenAgenda(in: path) else { return reader.read(path, withPlaces: withPlaces) }
      if access("\(path)/\(BundleFormat.file)", F_OK) == 0 {
        var reading = reader.read(path, withPlaces: withPlaces)
        reading.problems.insert(Problem(fact: .file(.twoAgendas)), at: 0)
        return reading
      }
      return try read(source, name: name(of: path), today: today, log)
    } catch {
      log.report(.file(.notRead(BundleFormat.writtenFile, error)))
      return BundleReading(agenda: nil, problems: log.problems)
    }
  }

  private static func read(
    _ source: FileBytes, name: String, today: CalendarDate, _ log: ProblemLog
  ) throws(FileFailure) -> BundleReading {
    let limits = ImportLimits.standard
    guard let text = source.withBytes({ TextDecoding.text(of: $0, log) }) else { throw .notText }
    let monitor = ImportMonitor(total: source.count) { _ in true }
    do throws(ImportFailure) {
      let draft = try OutlineImport.draft(text, today: today, isExpected: true, limits, log, monitor)
      let builder = AgendaBuilder(draft, name: name, today: today, limits: limits, log: log)
      guard draft.sessions.count <= limits.sessions, let agenda = builder.agenda(progress: { _ in true }) else {
        throw ImportFailure(.file(.tooManySessions(limit: limits.sessions)))
      }
      if draft.sessions.isEmpty { log.report(.file(.noSessionYet)) }
      return BundleReading(
        agenda: agenda, problems: log.problems, files: [BundleFormat.writtenFile], places: builder.places)
    } catch {
      log.report(error.fact, at: Problem.Place(line: error.line))
      return BundleReading(agenda: nil, problems: log.problems)
    }
  }

  /// The last part of a path.
  private static func name(of path: String) -> String {
    let name = path.split(separator: "/").last.map { String($0) } ?? ""
    guard name.isEmpty || name == "." || name == "..", let whole = realpath(path, nil) else { return name }
    defer { free(whole) }
    return String(cString: whole).split(separator: "/").last.map { String($0) } ?? name
  }
}
