import Foundation
import Testing

@testable import Agenda

/// What is true at the very moment at which something begins, ends or changes.
struct TouchingTimesTests {
  private let zone = OffsetTable.named("America/New_York", around: 2017...2017) ?? .utc

  /// A time in December 2017, as the venue's clocks show it.
  private func at(_ day: Int, _ hour: Int, _ minute: Int = 0, second: Int = 0) -> Instant {
    zone.instant(
      LocalTime(date: CalendarDate(dayNumber: 17_500 + day), secondOfDay: hour * 3_600 + minute * 60 + second))
  }

  @Test("A notice holds from its beginning to just before its end")
  func notice() {
    let notice = Notice(text: Text("Lunch"), from: at(4, 12), until: at(4, 14))
    #expect(!notice.holds(at: at(4, 11, 59, second: 59)) && notice.holds(at: at(4, 12)))
    #expect(notice.holds(at: at(4, 13, 59, second: 59)) && !notice.holds(at: at(4, 14)))
  }

  @Test("A notice that is written at the day's change holds for the day that begins")
  func noticeAtTheChange() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "plenary-notices-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "notices.json")
    try Data(#"{"format": "plenary-notices", "formatVersion": 1, "notices": [{"text": "Today"}]}"#.utf8).write(to: file)
    for (written, end) in [(at(4, 3, 59, second: 59), at(4, 4)), (at(4, 4), at(5, 4))] {
      let date = Date(timeIntervalSince1970: TimeInterval(written.seconds))
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file.path)
      let reading = NoticeReader(zone: zone, dayChange: .usual, rooms: []) { _ in false }.read(file.path)
      #expect(reading.notices?.first?.until == end)
    }
  }

  @Test("The day begins at its change, to the second")
  func dayChange() {
    let conference = Conference(
      id: "c", title: Text("C"), zone: zone, start: CalendarDate(dayNumber: 17_503),
      end: CalendarDate(dayNumber: 17_505))
    #expect(conference.day(of: at(5, 3, 59, second: 59)) == CalendarDate(dayNumber: 17_504))
    #expect(conference.day(of: at(5, 4)) == CalendarDate(dayNumber: 17_505))
  }

  @Test("A session without length and a conference of one day are no mistakes")
  func withoutLength() throws {
    let bundle = try TemporaryBundle(
      agenda: """
        {"format": "plenary-agenda", "formatVersion": 1,
        "conference": {"id": "c", "title": "C", "timeZone": "America/New_York", "start": "2017-12-04", "end": "2017-12-04"},
        "sessions": [{"id": "s", "title": "S", "start": "2017-12-04T09:00", "end": "2017-12-04T09:00"}]}
        """)
    let reading = bundle.read()
    #expect(reading.problems.isEmpty)
    #expect(reading.agenda?.sessions.first?.end == at(4, 9))
  }
}
