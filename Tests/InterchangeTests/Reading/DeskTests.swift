import Agenda
import Testing

@testable import Interchange

/// Schedules that the program had never seen when its readers were written: what their makers say of them.
struct DeskTests {
  struct File: Sendable, CustomStringConvertible {
    var path: String
    var sessions: Int?
    var days: Int?
    var description: String { path }
  }

  static let folder: String? = {
    let folder = Checkout.root + "/../shared/desk"
    guard !Checkout.lines(folder + "/MANIFEST.tsv").isEmpty else {
      print("No schedules in ../shared/desk: they are not tried here.")
      return nil
    }
    return folder
  }()

  static let files: [File] = (folder.map { Checkout.lines($0 + "/MANIFEST.tsv") } ?? []).map { row in
    File(path: row[0], sessions: Int(row[5]), days: Int(row[6]))
  }

  /// What is refused, and why.
  private static let refused: [String: FileFact] = [
    "other-json/open-event-fossasia-2018-microlocations.json": .noAgenda(.rooms),
    "table/voc-schedule-example.xlsx": .unknownFormat(looksLike: .spreadsheet),
  ]

  @Test("Each is read with the sessions and days that it has, or refused with what it is", arguments: files)
  func desk(file: File) throws {
    let folder = try #require(Self.folder)
    let bytes = try ImportSource.bytes(at: "\(folder)/\(file.path)")
    if let fact = Self.refused[file.path] {
      #expect(throws: ImportFailure(.file(fact))) {
        try Import.read(bytes, name: "x", today: ReadingSample.today)
      }
      return
    }
    let reading = try Import.read(bytes, name: "x", today: ReadingSample.today)
    let days = Set(reading.agenda.sessions.map { reading.agenda.conference.day(of: $0.start) }).count
    if let sessions = file.sessions { #expect(reading.agenda.sessions.count == sessions) }
    // PyConFR's manifest counts the days of its talks, without those of its sprints.
    if let expected = file.days, !file.path.contains("pyconfr") { #expect(days == expected) }
    #expect(Set(reading.agenda.sessions.map(\.id)).count == reading.agenda.sessions.count)
    #expect(reading.agenda.sessions.allSatisfy { Identifier.isUsable($0.id) })
    #expect(!ReadingSample.names(reading).contains("sessionWithoutStart"))
  }

  @Test("A day that is counted in UTC is the day of the venue: DebConf opens on a Sunday")
  func debconf() throws {
    guard let folder = Self.folder else { return }
    let bytes = try ImportSource.bytes(at: folder + "/frab-xml/debconf23-wafer.xml")
    let agenda = try Import.read(bytes, name: "x", today: ReadingSample.today).agenda
    let opening = try #require(agenda.sessions.first { ReadingSample.string($0.title) == "Opening Ceremony" })
    #expect(agenda.conference.day(of: opening.start).description == "2023-09-10")
    #expect(agenda.conference.dayChange.minutes == 180 && agenda.conference.start.description == "2023-09-10")
  }
}
