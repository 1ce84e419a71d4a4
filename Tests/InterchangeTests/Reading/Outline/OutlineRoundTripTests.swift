import Agenda
import Markup
import Messages
import Testing

@testable import Interchange

/// What is exported as Markdown is read again.
struct OutlineRoundTripTests {
  /// Title, clock, room, people and words of each session.
  private static func facts(_ agenda: Agenda) -> [String] {
    zip(OutlineSample.rows(agenda), agenda.sessions).map { row, session in
      let items = session.items.map { ReadingSample.string($0.title) ?? "" }
      let text = [session.summary, session.details].compactMap { ReadingSample.string($0) }.map {
        PlainFromMarkdown.text($0)
      }
      let words = (items + text).joined(separator: " ").split { !$0.isLetter && !$0.isNumber }.sorted()
      return row + " | " + words.joined(separator: " ")
    }.sorted()
  }

  private static func again(_ agenda: Agenda, _ messages: Messages = .english) throws -> ImportReading {
    let programme = Programme(
      of: agenda, languages: ["en"], messages: messages, stamp: WritingSample.stamp, generatorVersion: "9.9")
    return try Import.read(Export.bytes(of: programme, as: .markdown), name: "x", today: ReadingSample.today)
  }

  @Test("The shipped conference, with its background and documents")
  func shipped() throws {
    let agenda = try #require(
      BundleReader().read(Checkout.root + "/Resources/conferences/human-rights-elections-2017").agenda)
    let reading = try Self.again(agenda)
    #expect(reading.format == .agendaText)
    #expect(Self.facts(reading.agenda) == Self.facts(agenda))
    #expect(reading.agenda.meetings.map(\.date) == agenda.meetings.map(\.date))
    #expect(
      reading.agenda.documents.map { ReadingSample.string($0.title) }
        == agenda.documents.map { ReadingSample.string($0.title) })
    #expect(reading.agenda.conference.zone.identifier == "America/New_York")
    #expect(reading.agenda.sessions[2].meetings.count == 4 && reading.agenda.sessions[2].documents.count == 2)
  }

  /// What Markdown cannot say: a name that has no letter, a list whose numbers go back, and whether a list of links
  /// stands in a text or below it: these two are links of their sessions afterwards.
  private static let known = [
    "| -, Ania Poullain-Majchrzak |", "Ein unmoralisches Angebot", "Making the NOVA microhypervisor",
    "Practices for GNU Guile",
  ]

  @Test(
    "Real schedules, session by session",
    arguments: ["38c3", "camp2019", "rc3", "devfest", "global-azure", "fosdem-2026"])
  func real(name: String) throws {
    guard let file = RealScheduleTests.files.first(where: { $0.path.contains(name) }) else { return }
    let agenda = try Import.read(try ImportSource.bytes(at: file.path), name: "x", today: ReadingSample.today).agenda
    let again = try Self.again(agenda).agenda
    #expect(again.sessions.count == agenda.sessions.count)
    let (before, after) = (Self.facts(agenda), Set(Self.facts(again)))
    let lost = before.filter { fact in !after.contains(fact) && !Self.known.contains { fact.contains($0) } }
    #expect(lost.isEmpty, "\(lost.count) of \(before.count): \(lost.prefix(3))")
  }
}
