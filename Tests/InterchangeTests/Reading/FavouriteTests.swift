import Agenda
import Testing

@testable import Interchange

struct FavouriteTests {
  /// As a schedule of pretalx is imported: numbers for identifiers, and pages with codes.
  private static var agenda: Agenda {
    var agenda = Agenda(conference: WritingSample.conference())
    func talk(_ id: String, _ title: String, _ hour: Int, _ code: String) -> Session {
      WritingSample.session(id, title, WritingSample.at(4, hour), WritingSample.at(4, hour + 1)) {
        $0.guid = "9c3ebb8c-7716-5130-b9fe-ff8544f5636\(id.suffix(1))"
        $0.links = [
          WebLink(title: Text("Page of this session"), url: "https://pretalx.example.org/rights/talk/\(code)/")
        ]
      }
    }
    agenda.sessions = [
      talk("25", "On counting", 9, "G9JGWY"), talk("14", "Second talk", 10, "VBTHYJ"),
      talk("17", "Twice", 11, "TWICE2"),
      talk("18", "Twice", 12, "TWICE2"), WritingSample.session("coffee", "Coffee", WritingSample.at(4, 13)),
      WritingSample.session("coffee-2", "Coffee", WritingSample.at(4, 16)),
      WritingSample.session("dash", "Free - as in speech", WritingSample.at(4, 17)),
    ]
    return agenda
  }

  private static func calendar(_ events: [String]...) -> String {
    let parts = events.map { "BEGIN:VEVENT\r\n" + $0.map { $0 + "\r\n" }.joined() + "END:VEVENT\r\n" }
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + parts.joined() + "END:VCALENDAR\r\n"
  }

  private static func match(_ text: String) throws -> FavouriteMatching {
    FavouriteMatching(try #require(try Favourites.read(FileBytes(Array(text.utf8)))), in: agenda)
  }

  /// What a calendar of one event leads to: what is certain, else what is in doubt.
  private static func found(_ lines: String...) throws -> [Session.ID] {
    let matching = try match(calendar(lines))
    return matching.found.map(\.session) + matching.doubts.flatMap { $0.sessions.map { "?" + $0 } }
  }

  private static let start = "DTSTART;TZID=America/New_York:20171104T"

  @Test("pretalx's starred talks are found by their codes, also where a talk takes place twice")
  func pretalx() throws {
    let uid = "UID:pretalx-rights-", host = "@pretalx.example.org"
    #expect(try Self.found(uid + "G9JGWY" + host, "SUMMARY:On counting - Jane Doe", Self.start + "090000") == ["25"])
    #expect(try Self.found(uid + "G9JGWY" + host, "SUMMARY:Renamed and moved", Self.start + "200000") == ["25"])
    #expect(try Self.found(uid + "TWICE2-1" + host, "SUMMARY:Twice", Self.start + "120000") == ["18"])
    #expect(
      try Self.found(uid + "G9JGWY@other.example.org", "SUMMARY:Something else", Self.start + "200000") == [],
      "a code of another pretalx is no session here")
    let list = try Self.match(#"["VBTHYJ", "G9JGWY", "QQQQQQ", "TWICE2"]"#)
    #expect(list.found.map(\.session) == ["14", "25"] && list.unknown.map(\.name) == ["QQQQQQ"])
    #expect(list.doubts.map(\.sessions) == [["17", "18"]])
    #expect(try Self.match("[25, 14]").found.map(\.session) == ["25", "14"])
  }

  @Test("By UID as it is written here, by guid, and by a number only where title or start say the same")
  func identifiers() throws {
    #expect(try Self.found("UID:coffee@rights-2017", "SUMMARY:Renamed") == ["coffee"])
    #expect(try Self.found("UID:9C3EBB8C-7716-5130-B9FE-FF8544F56365") == ["25"])
    #expect(try Self.found("UID:25@FOSDEM26@fosdem.org", "SUMMARY:On counting") == ["25"])
    #expect(try Self.found("UID:25@elsewhere", "SUMMARY:Renamed", Self.start + "090000") == ["25"])
    #expect(try Self.found("UID:25@elsewhere", "SUMMARY:Of another conference", "DTSTART:20200101T090000Z") == [])
  }

  @Test("By address, however it is written, then by title and start; a title alone is a doubt")
  func addressAndTitle() throws {
    #expect(try Self.found("URL:http://PRETALX.example.org/rights/talk/VBTHYJ#x") == ["14"])
    #expect(try Self.found("URL:https://pretalx.example.org/rights/talk/VBTHYJ/feedback/") == ["14"])
    #expect(try Self.found("SUMMARY:second  TALK", "DTSTART:20171104T140000Z") == ["14"], "10:00 in New York")
    #expect(try Self.found("SUMMARY:Coffee", Self.start + "160000") == ["coffee-2"])
    #expect(try Self.found("SUMMARY:Coffee", Self.start + "150000") == ["?coffee", "?coffee-2"])
    #expect(try Self.found("SUMMARY:Second talk") == ["?14"])
    #expect(try Self.found("SUMMARY:Free - as in speech - Jane - Joe", Self.start + "170000") == ["dash"])
    #expect(try Self.found("SUMMARY:Free", Self.start + "170000") == [])
  }

  @Test("What is exported is found again, every session of it")
  func ownExport() throws {
    let programme = WritingSample.programme()
    let favourites = try #require(try Favourites.read(FileBytes(Export.bytes(of: programme, as: .iCalendar))))
    let matching = FavouriteMatching(favourites, in: programme.agenda)
    #expect(Set(matching.found.map(\.session)) == Set(programme.agenda.sessions.map(\.id)))
    #expect(matching.unknown == [] && matching.doubts == [])
  }

  @Test("Entries of one's own come back from a plan that was exported, and from no other calendar")
  func ownEntries() throws {
    let tea = PlanScope.Appointment(
      id: "own-1x", revision: 4, title: "Tea, with Jane", place: "Bar; upstairs", start: WritingSample.at(4, 16),
      end: WritingSample.at(4, 17))
    let programme = WritingSample.programme(
      scope: ExportScope(plan: PlanScope(sessions: ["opening"], appointments: [tea], reminder: 10)))
    let favourites = try #require(try Favourites.read(FileBytes(Export.bytes(of: programme, as: .iCalendar))))
    let matching = FavouriteMatching(favourites, in: programme.agenda)
    var expected = tea
    expected.revision = 0
    #expect(matching.appointments == [expected] && matching.unknown == [])
    let other = try Self.match(Self.calendar(["UID:own-1x@elsewhere", "SUMMARY:Tea", Self.start + "160000"]))
    #expect(other.appointments == [] && other.unknown.count == 1)
  }

  @Test("The codes of a real conference of pretalx are found, whatever its own pages are called")
  func realCodes() throws {
    guard let data = Checkout.data else { return print("No schedules in ../shared/data: codes are not tried there.") }
    let source = try ImportSource.bytes(at: data + "/frab-xml/fosdem-2026.xml")
    let agenda = try Import.read(source, name: "x", today: ReadingSample.today).agenda
    let list = try #require(try Favourites.read(FileBytes(Array(#"["SFKNTZ", "FE7ULY", "ZZZZZ9"]"#.utf8))))
    let matching = FavouriteMatching(list, in: agenda)
    #expect(matching.found.map(\.session) == ["8376", "7886"] && matching.unknown.map(\.uid) == ["ZZZZZ9"])
    let starred = Self.calendar(
      ["UID:pretalx-fosdem-2026-SFKNTZ@pretalx.fosdem.org", "SUMMARY:Renamed - FOSDEM Staff"],
      ["UID:x", "URL:https://pretalx.fosdem.org/fosdem-2026/talk/FE7ULY/"],
      ["UID:pretalx-fosdem-2025-FE7ULY@elsewhere.org", "SUMMARY:Of last year"])
    let events = try #require(try Favourites.read(FileBytes(Array(starred.utf8))))
    #expect(FavouriteMatching(events, in: agenda).found.map(\.session) == ["8376", "7886"])
  }

  @Test("Thousands of unknown entries are counted, and hostile titles made safe")
  func unknown() throws {
    let events = (0..<5_000).map { ["UID:no-\($0)@nowhere", "SUMMARY:Unknown \($0) \u{1B}[31m\u{202E}"] }
    let text =
      "BEGIN:VCALENDAR\n" + events.map { "BEGIN:VEVENT\n\($0[0])\n\($0[1])\nEND:VEVENT\n" }.joined() + "END:VCALENDAR\n"
    let matching = try Self.match(text)
    #expect(matching.unknown.count == 5_000 && matching.found.isEmpty)
    #expect(matching.unknown.allSatisfy { !$0.name.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E } })
  }

  @Test("What is no list of favourites is refused, and a damaged one says where")
  func refused() throws {
    for text in [#"{"a": 1}"#, #"[{"id": 1}]"#, "[1, 2", "<schedule/>", "hello there"] {
      #expect(try Favourites.read(FileBytes(Array(text.utf8))) == nil, "\(text)")
    }
    for text in ["", "[]", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\n"] {
      #expect(throws: ImportFailure.self, "\(text)") { try Favourites.read(FileBytes(Array(text.utf8))) }
    }
  }
}
