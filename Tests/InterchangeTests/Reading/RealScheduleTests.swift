import Agenda
import Testing

@testable import Interchange

@Suite("Real schedules")
struct RealScheduleTests {
  /// A file that must be read, and how many sessions on how many days its makers say that it has.
  struct File: Sendable, CustomStringConvertible {
    var path: String
    var sessions: Int
    var description: String { path }
  }

  static let files: [File] = {
    guard let data = Checkout.data else {
      print("No schedules in ../shared/data: they are not tried here.")
      return []
    }
    return Checkout.lines(data + "/MANIFEST.tsv").compactMap { row in
      guard row.count > 5, let count = Int(row[5]), count > 0, folders.contains(where: { row[0].hasPrefix($0) }) else {
        return nil
      }
      return File(path: "\(data)/\(row[0])", sessions: count)
    }
  }()

  private static let folders = ["frab-xml/", "schedule-json/"]

  @Test("Every session of each is there, each with an identifier of its own", arguments: files)
  func sessions(file: File) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let bytes = try ImportSource.bytes(at: file.path)
    let reading = try Import.read(bytes, name: "x")
    let milliseconds = (clock.now - start) / .milliseconds(1)
    let report = ImportReport(reading, file: file.path)
    #expect(reading.sessionsInFile == file.sessions)
    #expect(reading.agenda.sessions.count == file.sessions)
    #expect(Set(reading.agenda.sessions.map(\.id)).count == file.sessions)
    let row = [
      String(file.path.split(separator: "/").suffix(2).joined(separator: "/")), "\(file.sessions)",
      "\(reading.agenda.sessions.count)", "\(report.days)", "\(reading.agenda.rooms.count)",
      "\(reading.findings.count)", "\(Int(milliseconds.rounded()))",
    ]
    print("import:", row.joined(separator: "\t"))
  }
}
