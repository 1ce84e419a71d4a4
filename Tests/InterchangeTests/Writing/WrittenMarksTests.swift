import Agenda
import Messages
import Testing

@testable import Interchange

/// What readers of a session have to know first, in formats that have no place for it.
struct WrittenMarksTests {
  private static func agenda() throws -> Agenda {
    try ReadingSample.read(
      """
      # Days
      Time zone: Europe/Paris
      ## Monday 4 May 2026
      9:00-10:00 Plain
      10:00-11:00 Choice (optional)
      11:00-12:00 Secret (optional) (off the record)

        What it is about.
      12:00-13:00 House (Chatham House)
      14:00-15:00 Somewhere
        Place to be announced
      """
    ).agenda
  }

  @Test(
    "Optional and the rule on what may be reported survive every format",
    arguments: [ExportFormat.iCalendar, .frabXML, .scheduleJSON, .markdown])
  func survives(format: ExportFormat) throws {
    let agenda = try Self.agenda()
    let programme = Programme(
      of: agenda, languages: ["en"], messages: .english, stamp: WritingSample.stamp, generatorVersion: "9.9")
    let again = try Import.read(Export.bytes(of: programme, as: format), name: "x", today: ReadingSample.today).agenda
    func marks(_ agenda: Agenda) -> [String] {
      agenda.sessions.map { "\(ReadingSample.string($0.title) ?? "") \($0.isOptional) \($0.attribution)" }
    }
    #expect(marks(again) == marks(agenda))
    #expect(marks(agenda)[2] == "Secret true offTheRecord")
    #expect(
      again.sessions.map { ReadingSample.string($0.details) }
        == agenda.sessions.map { ReadingSample.string($0.details) })
    // A place that is not known yet is no room.
    #expect(again.rooms.isEmpty && ReadingSample.string(again.sessions[4].place) == "To be announced")
  }

  @Test("The page of a calendar's session is its own page, never its film")
  func page() throws {
    var agenda = try Self.agenda()
    agenda.sessions[0].links = [
      WebLink(title: Text(ReadingWords.recording), url: "https://example.org/film"),
      WebLink(title: Text(ReadingWords.sessionPage), url: "https://example.org/talk"),
    ]
    agenda.sessions[1].links = [WebLink(title: Text(ReadingWords.recording), url: "https://example.org/other")]
    let programme = Programme(
      of: agenda, languages: ["en"], messages: .english, stamp: WritingSample.stamp, generatorVersion: "9.9")
    let lines = String(decoding: Export.bytes(of: programme, as: .iCalendar), as: UTF8.self).split(separator: "\r\n")
    #expect(lines.filter { $0.hasPrefix("URL") } == ["URL:https://example.org/talk"])
  }

  @Test(
    "Attachments that are written as from a page are addresses",
    arguments: [
      ("/a/b.pdf", "https://example.org/a/b.pdf"), ("b.pdf", "https://example.org/2026/b.pdf"),
      ("./b.pdf", "https://example.org/2026/b.pdf"),
      ("../b.pdf", "https://example.org/b.pdf"), ("files/b", "https://example.org/2026/files/b"),
      ("example.com/b.pdf", "https://example.com/b.pdf"), ("https://example.com/b", "https://example.com/b"),
      ("a talk", nil),
    ])
  func relative(address: String, expected: String?) throws {
    let texts = TextConverter(limits: .standard, log: ProblemLog(), baseURL: "https://example.org/2026/index.html")
    #expect(texts.address(address) == expected)
  }
}
