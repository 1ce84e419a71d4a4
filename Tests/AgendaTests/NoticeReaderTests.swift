import Foundation
import Messages
import Testing
import Times

@testable import Agenda

struct NoticeReaderTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "plenary-notices-\(UUID().uuidString)")
  private let reader = NoticeReader(
    zone: OffsetTable.named("America/New_York", around: 2017...2017) ?? .utc, dayChange: .usual,
    rooms: [("a", "Room A"), ("b", "Blue Room")]
  ) { $0 == "opening" }

  private func read(_ text: String) throws -> NoticeReading {
    let file = folder.appending(path: "notices.json")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: folder) }
    return reader.read(file.path)
  }

  private func read(notices: String) throws -> NoticeReading {
    try read(#"{"format": "plenary-notices", "formatVersion": 1, "notices": [\#(notices)]}"#)
  }

  @Test("Delays and words, by the room's name or id, in the venue's time")
  func sound() throws {
    let reading = try read(
      notices: """
        {"late": 10, "room": "room a", "until": "2017-12-04T12:00"},
        {"text": {"en": "Lunch", "fr": "Déjeuner"}, "from": "2017-12-04T12:00-05:00", "until": "2017-12-04T14:00"},
        {"late": 5, "session": "opening", "until": "2017-12-04T18:00Z"}
        """)
    let noon = Instant(seconds: 1_512_406_800)
    #expect(reading.problems.isEmpty)
    #expect(
      reading.notices == [
        Notice(late: 10, rooms: ["a"], until: noon),
        Notice(
          text: Text(variants: [.init(language: "en", string: "Lunch"), .init(language: "fr", string: "Déjeuner")]),
          from: noon, until: noon.advanced(by: 7_200)),
        Notice(late: 5, session: "opening", until: noon.advanced(by: 3_600)),
      ])
  }

  @Test("Without an end a notice holds until the day is over")
  func end() throws {
    let notice = try #require(try read(notices: #"{"text": "Today only"}"#).notices?.first)
    let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
    #expect(notice.holds(at: now) && !notice.holds(at: now.advanced(by: 25 * 3_600)))
  }

  @Test("Whatever is wrong is told with its place, and the rest is taken")
  func mistakes() throws {
    let reading = try read(
      notices: """
        {"late": 0}, {"late": "ten", "text": "Ten"}, {"late": 721.5}, {"late": 5, "room": "nowhere"},
        {"text": "Kept", "late": 5, "session": "none"}, {}, 7, {"text": "\\u001b[31m red", "colour": "red"}
        """)
    let lines = reading.problems.map { $0.line(in: .english) }
    #expect(reading.notices?.map { $0.text?.string(for: ["en"]) } == ["Ten", "Kept", "␛[31m red"])
    #expect(reading.notices?.allSatisfy { $0.late == nil } == true)
    for words in [
      "$.notices[0].late: found 0, expected a whole number of minutes", "$.notices[3].room", "room", "session",
      "$.notices[5]: found no \"text\"", "$.notices[6]", "colour",
    ] {
      #expect(lines.contains { $0.contains(words) }, "\(words) in \(lines)")
    }
  }

  @Test("Levels, several rooms, and rooms that are full or closed")
  func states() throws {
    let reading = try read(
      notices: """
        {"text": "Leave by the east door", "level": "emergency"},
        {"room": ["a", "BLUE ROOM", "nowhere"], "state": "full", "until": "2017-12-04T12:00"},
        {"state": "closed"}, {"room": "a", "state": "open", "text": "Kept"}, {"level": "panic", "late": 5}
        """)
    let lines = reading.problems.map { $0.line(in: .english) }
    let notices = try #require(reading.notices)
    #expect(
      notices.count == 4 && notices[0].level == .emergency && notices[0].until == nil && notices[3].level == .info)
    #expect(notices[1].rooms == ["a", "b"] && notices[1].state == .full && notices[2].state == nil)
    for words in [
      "$.notices[1].room[2]", "$.notices[2]: found no \"room\"", "\"open\", expected one of full, closed",
      "\"panic\", expected one of info, change, emergency",
    ] {
      #expect(lines.contains { $0.contains(words) }, "\(words) in \(lines)")
    }
  }

  @Test("An end before its start and another version are told")
  func odd() throws {
    let times = try read(notices: #"{"text": "x", "from": "2017-12-04T12:00", "until": "2017-12-04T11:00"}"#)
    #expect(times.problems.map { $0.line(in: .english) }.contains { $0.contains("2017-12-04T11:00") })
    for version in [#""formatVersion": 2, "#, ""] {
      let reading = try read(#"{"format": "plenary-notices", \#(version)"notices": [{"text": "Kept"}]}"#)
      #expect(reading.notices?.count == 1 && reading.problems.count == 1)
    }
  }

  @Test("No file is no notices; a file that is none gives nothing, and says why")
  func files() throws {
    #expect(reader.read("/nonexistent/notices.json") == NoticeReading(notices: [], problems: []))
    for text in ["", "{", "[]", #"{"notices": []}"#, #"{"format": "plenary-agenda"}"#] {
      let reading = try read(text)
      #expect(reading.notices == nil && !reading.problems.isEmpty, "\(text)")
    }
  }

  @Test("The schema describes the same fields")
  func schema() throws {
    let data = try Data(contentsOf: resources.appending(path: "schema/plenary-notices-1.schema.json"))
    let schema = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let fields = try #require(schema["properties"] as? [String: Any])
    #expect(Set(fields.keys) == Set(NoticesField.allCases.map(\.rawValue)))
    let definitions = try #require(schema["$defs"] as? [String: Any])
    let notice = try #require((definitions["notice"] as? [String: Any])?["properties"] as? [String: Any])
    #expect(Set(notice.keys) == Set(NoticeField.allCases.map(\.rawValue)))
  }

  @Test("The hundred and first notice is not shown, and that is told with its place")
  func many() throws {
    let notice = #"{"text": "Lunch", "until": "2017-12-04T12:00"}"#
    let full = try read(notices: Array(repeating: notice, count: 100).joined(separator: ",\n"))
    #expect(full.notices?.count == 100 && full.problems.isEmpty)
    let reading = try read(notices: Array(repeating: notice, count: 101).joined(separator: ",\n"))
    #expect(reading.notices?.count == 100)
    #expect(
      reading.problems.map { $0.line(in: .english) } == [
        "notices.json:101: $.notices[100]: found 101 notices, expected 100 at the most; the others are not shown"
      ])
  }
}
