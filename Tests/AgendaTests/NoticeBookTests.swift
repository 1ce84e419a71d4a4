import Foundation
import Testing
import Times

@testable import Agenda

/// Notices are added to a file and taken away from it, and whatever else is in it stays.
struct NoticeBookTests {
  private let zone = OffsetTable.named("America/New_York", around: 2017...2017) ?? .utc
  private let noon = Instant(seconds: 1_512_406_800)

  private func reading(_ book: NoticeBook) throws -> NoticeReading {
    let folder = FileManager.default.temporaryDirectory.appending(path: "plenary-book-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(book.bytes).write(to: folder.appending(path: "notices.json"))
    let reader = NoticeReader(zone: zone, dayChange: .usual, rooms: [("a", "Room A"), ("b", "Room B")]) { _ in true }
    return reader.read(folder.path + "/notices.json")
  }

  @Test("What is added is read again as it was, an emergency before the others")
  func roundTrip() throws {
    let notices = [
      Notice(text: Text("Lunch"), level: .change, from: noon, until: noon.advanced(by: 3_600)),
      Notice(late: 10, rooms: ["a"], until: noon), Notice(rooms: ["a", "b"], state: .closed, until: noon),
      Notice(
        text: Text(variants: [.init(language: "en", string: "Late"), .init(language: "fr", string: "Retard")]), late: 5,
        session: "opening", until: noon),
      Notice(text: Text("Leave \"now\"\u{2028}"), level: .emergency),
    ]
    var book = NoticeBook()
    for notice in notices { book.add(notice, in: zone) }
    let reading = try reading(book)
    #expect(reading.problems.filter { $0.severity == .error }.isEmpty)
    #expect(reading.notices?.first?.level == .emergency && reading.places == [0, 1, 2, 3, 4])
    #expect(reading.notices?.dropFirst().map { $0 } == Array(notices.dropLast()))
  }

  @Test("What is not understood stays as it is, and so does what else the file says")
  func kept() throws {
    let text = """
      {"$schema": "x", "format": "plenary-notices", "formatVersion": 1, "house": 7,
       "notices": [{"text": "One", "colour": "red"}, 7, {"text": "Three"}]}
      """
    var book = try #require(NoticeBook(Array(text.utf8)))
    book.remove([2])
    book.add(Notice(text: Text("Four"), until: noon), in: zone)
    let after = String(decoding: book.bytes, as: UTF8.self)
    for part in [#""$schema": "x""#, #""house": 7"#, #""colour": "red""#, "7,", #""text": "Four""#] {
      #expect(after.contains(part), "\(part)")
    }
    #expect(!after.contains("Three") && book.count == 3)
  }

  @Test("A notice without an end has the end of its own day written down before the file gets another time")
  func settled() throws {
    var book = NoticeBook()
    book.add(Notice(text: Text("Today")), in: zone)
    let end = try #require(try reading(book).notices?.first?.until)
    book.settle(try reading(book), in: zone)
    #expect(String(decoding: book.bytes, as: UTF8.self).contains(WireTime.iso(end, in: zone)))
  }

  @Test(
    "What is no file of notices to the letter is never taken for one",
    arguments: ["", "{", "[]", #"{"format": "plenary-notices"}"#, #"{"format": "other", "notices": []}"#, "{bad"])
  func foreign(text: String) { #expect(NoticeBook(Array(text.utf8)) == nil) }
}
