import Agenda
import Testing

struct ConferenceSearchTests {
  private static func listed(_ title: String, _ start: (Int, Int, Int)?, days: Int = 1, id: String = "")
    -> ListedConference
  {
    var conference = ListedConference(title: Text(title), address: "https://example.org/\(title)\(id)", id: id)
    conference.start = start.flatMap { CalendarDate(year: $0, month: $1, day: $2) }
    conference.end = conference.start?.advanced(by: days - 1)
    return conference
  }

  private static let today = CalendarDate(year: 2026, month: 4, day: 1) ?? CalendarDate(dayNumber: 0)

  private func titles(_ search: ConferenceSearch, _ words: String) -> [String] {
    search.hits(words, today: Self.today).map { search.conferences[$0].title.string(for: []) }
  }

  @Test("All words have to be there, in any order, whatever their case and accents; one may be unfinished")
  func words() {
    let search = ConferenceSearch([
      Self.listed("Journées du Logiciel Libre 2025", (2025, 5, 24)), Self.listed("Café Société", (2026, 5, 1)),
      Self.listed("23. Gulaschprogrammiernacht", (2025, 6, 19), id: "gpn23"), Self.listed("公民空間 2026", nil),
    ])
    #expect(titles(search, "journees LOGICIEL") == ["Journées du Logiciel Libre 2025"])
    #expect(titles(search, "logi  journ") == ["Journées du Logiciel Libre 2025"])
    #expect(titles(search, "SOCIÉTÉ cafe\u{301}") == ["Café Société"])
    #expect(titles(search, "gpn23") == ["23. Gulaschprogrammiernacht"])
    #expect(titles(search, "programmier") == ["23. Gulaschprogrammiernacht"])
    #expect(titles(search, "空間") == ["公民空間 2026"])
    #expect(titles(search, "cafe journees") == [])
    #expect(titles(search, "!?") == [] && titles(search, " ").count == 4)
  }

  @Test("The best comes first, and of equals the nearest in time; what has no date comes last")
  func order() {
    let search = ConferenceSearch([
      Self.listed("Linux 2025", (2025, 12, 1)), Self.listed("Linux undated", nil),
      Self.listed("LinuxDays", (2026, 4, 2)),
      Self.listed("Linux 2027", (2027, 1, 1)), Self.listed("Linux now", (2026, 3, 30), days: 5),
      Self.listed("GNU/Linux past", (2026, 3, 25)), Self.listed("Linux soon", (2026, 4, 8)),
      Self.listed("Das Kieler-linuxfest", (2026, 12, 1)),
    ])
    #expect(
      titles(search, "linux") == [
        "Linux now", "Linux soon", "GNU/Linux past", "Linux 2025", "Linux 2027", "Linux undated",
        "LinuxDays", "Das Kieler-linuxfest",
      ])
    #expect(titles(search, "").first == "Linux now")
  }

  @Test("The place of a zone counts behind the title, and an address that comes twice is told once")
  func besides() {
    var there = Self.listed("FOSDEM", (2026, 1, 31))
    there.timeZone = "Europe/Brussels"
    var twice = there
    twice.title = Text("FOSDEM once more")
    let search = ConferenceSearch([there, twice, Self.listed("Brussels days", (2030, 1, 1))])
    #expect(titles(search, "brussels") == ["Brussels days", "FOSDEM"])
  }
}
