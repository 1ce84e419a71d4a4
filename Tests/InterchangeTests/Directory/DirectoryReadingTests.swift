import Agenda
import Glibc
import Messages
import Support
import Testing

@testable import Interchange

struct DirectoryReadingTests {
  private static func address(_ text: String) -> SourceAddress {
    guard let address = SourceAddress(text) else { preconditionFailure("no address: \(text)") }
    return address
  }

  private static let menu = address("https://example.org/menu.json")

  private func read(_ text: String, from address: SourceAddress = menu) throws -> DirectoryReading {
    try DirectoryReading(Array(text.utf8), from: address)
  }

  private static func entry(_ title: String = "A", _ url: String = "https://a.org/x", _ more: String = "") -> String {
    "{\"title\": \"\(title)\", \"url\": \"\(url)\", \"start\": \"2026-01-31\", \"end\": \"2026-02-01\"\(more)}"
  }

  private static func menu(_ entries: String...) -> String {
    "{\"version\": 1, \"schedules\": [\(entries.joined(separator: ","))]}"
  }

  @Test("The directory that its users keep is read whole")
  func real() throws {
    let path = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let file = path + "/../shared/directory/giggity-menu-2026-04.json"
    guard let bytes = try? TemporaryFolder.bytes(of: file) else { try Test.cancel("the directory is not here") }
    let reading = try DirectoryReading(bytes, from: Self.menu)
    #expect(reading.conferences.count == 62 && reading.passedOver == 0 && !reading.isDamaged)
    let fosdem = try #require(reading.conferences.first { $0.title == Text("FOSDEM 2026") })
    #expect(fosdem.address == "https://fosdem.org/2026/schedule/xml" && fosdem.interval == 30)
    #expect(fosdem.start?.description == "2026-01-31" && fosdem.end?.description == "2026-02-01")
    #expect(fosdem.timeZone == "Europe/Brussels")
  }

  @Test("The events of a pretalx have their addresses below its own, whatever way leads to its list")
  func pretalx() throws {
    let list = """
      [{"name": {"en": "Demo days", "de": "Demotage"}, "slug": "demo", "is_public": true,
        "date_from": "2026-05-01", "date_to": "2026-05-03", "timezone": "Europe/Berlin"},
       {"name": "Hidden", "slug": "hidden", "is_public": false}, {"name": "Odd", "slug": "../../etc"}]
      """
    for (place, site) in [
      ("https://pretalx.org/api/events/", "https://pretalx.org"),
      ("https://x.org/talk/api/events/?a=b", "https://x.org/talk"),
      ("https://me:pw@x.org/api/events", "https://x.org"), ("http://x.org:8080/other", "http://x.org:8080"),
    ] {
      let reading = try read(list, from: Self.address(place))
      #expect(reading.conferences.map(\.address) == ["\(site)/demo/schedule/export/schedule.xml"])
      #expect(reading.passedOver == 1)
      #expect(reading.conferences[0].title.string(for: ["de"]) == "Demotage")
      #expect(reading.conferences[0].end?.description == "2026-05-03")
    }
    let paged = try read("{\"count\": 1, \"next\": null, \"results\": \(list)}", from: Self.address("https://x.org/"))
    #expect(paged.conferences.count == 1)
  }

  @Test("What somebody means by an address: a list itself, or that of the pretalx whose page it is")
  func places() {
    func places(_ text: String) -> [String] { Self.address(text).directories.map(\.text) }
    #expect(places("https://ggt.gaa.st/menu.json") == ["https://ggt.gaa.st/menu.json"])
    #expect(places("https://pretalx.com") == ["https://pretalx.com/api/events/"])
    #expect(places("https://pretalx.com/") == ["https://pretalx.com/api/events/"])
    #expect(places("https://u:p@x.org/api/events/?limit=9") == ["https://u:p@x.org/api/events/?limit=9"])
    #expect(
      places("https://x.org/talk?q") == [
        "https://x.org/talk?q", "https://x.org/talk/api/events/", "https://x.org/api/events/",
      ])
  }

  @Test("A partial entry and one with a hostile address are passed over, and the rest is read")
  func partial() throws {
    let hostile = [
      "file:///etc/passwd", "javascript:alert(1)", "https://", "https://user:token@a.org/x", "ftp://a.org/x", "",
      "https://a.org/\\u001b[2J", "https://a.org/a b", "https://a.org/\\nurl = \\\"file:///etc/passwd\\\"",
      "https://a.org/\\u202e", "https://a.org/" + String(repeating: "x", count: 2_000),
    ]
    let entries =
      hostile.map { Self.entry("Hostile", $0) } + [
        "{}", "7", "null", "[]", "{\"title\": \"No address\"}", "{\"url\": \"https://no.title/\"}",
        "{\"title\": [], \"url\": \"https://no.title/\"}", "{\"title\": \"\\u0007\", \"url\": 7}",
        Self.entry("Sound", "https://sound.org/x"),
      ]
    let reading = try read("{\"schedules\": [\(entries.joined(separator: ","))]}")
    #expect(reading.conferences.map(\.title) == [Text("Sound")])
    #expect(reading.passedOver == entries.count - 1 && !reading.isDamaged)
  }

  @Test("What is odd in an entry is left out of it, and its title can be shown on a terminal")
  func odd() throws {
    let text = Self.menu(
      """
      {"title": "Evil\\u001b[2J \\u202eTitle\\n", "url": "https://a.org/x", "start": "2026-02-30", "end": "2026-03-01",
       "timezone": "../../etc/passwd\\u0000", "refresh_interval": 1, "id": "a/b"}
      """,
      Self.entry("Backwards", "https://b.org", ", \"end\": \"2026-01-01\", \"refresh_interval\": 99999999999999999999"),
      Self.entry("Daily", "https://c.org", ", \"refresh_interval\": 86400"))
    let reading = try read(text)
    let evil = reading.conferences[0]
    let title = evil.title.string(for: [])
    #expect(title.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" } && title.hasPrefix("Evil"))
    #expect(evil.start == evil.end && evil.end?.description == "2026-03-01")
    #expect(evil.timeZone == nil && evil.interval == 5 && evil.id.isEmpty)
    #expect(reading.conferences[1].interval == nil && reading.conferences[2].interval == 1_440)
    let long = try read(Self.menu(Self.entry(String(repeating: "e\u{301}\u{301}", count: 100_000))))
    #expect(long.conferences[0].title.string(for: []).unicodeScalars.count <= 200)
  }

  @Test("Regular expressions by which rooms are named are not looked at")
  func expressions() throws {
    let rooms =
      ", \"rooms\": [{\"name\": \"^(a+)+$\", \"latlon\": [1, 2]}, {\"name\": \"((\"}], \"metadata\": {\"rooms\": 7}"
    #expect(try read(Self.menu(Self.entry("A", "https://a.org", rooms))).conferences.count == 1)
  }

  @Test("A list with broken JSON is known as damaged, and what can be read of it is read")
  func damaged() throws {
    let (one, other) = (Self.entry("One", "https://one.org"), Self.entry("Other", "https://other.org"))
    for text in [
      "{\"schedules\": [\(one), {\"title\": \"Half\", \"url\" \(other)]}", "{\"schedules\": [\(one),, \(other),]}",
      "{\"schedules\": [\(one) \(other)]}", "{\"schedules\": [\(other), \(one)",
    ] {
      let reading = try read(text)
      #expect(reading.isDamaged && reading.conferences.contains { $0.title == Text("One") }, "\(text)")
    }
  }

  @Test("What is no list is said to be none: pages, schedules, empty and huge ones")
  func none() {
    func failure(_ text: String) -> DirectoryFailure? {
      do throws(DirectoryFailure) {
        _ = try DirectoryReading(Array(text.utf8), from: Self.menu)
        return nil
      } catch { return error }
    }
    #expect(failure("\n <!DOCTYPE html><title>Log in</title>") == .page)
    for text in ["", "<schedule/>", "BEGIN:VCALENDAR", "7", "\"x\"", "{}", "[]", "[1, 2]", "{\"schedules\": 7}"] {
      #expect(failure(text) == .noDirectory, "\(text)")
    }
    #expect(failure("{\"schedules\": []}") == .empty && failure(Self.menu("{}")) == .empty)
    #expect(failure("[" + String(repeating: "1,", count: 600_000) + "1]") == .tooManyValues(limit: 500_000))
    #expect(failure(String(repeating: "[", count: 100_000)) == .noDirectory)
  }
}

struct DirectoryFileTests {
  private static let now = Instant(seconds: 1_512_378_000)

  @Test("Without a file the usual directory is asked; what is written is read back, by the user alone")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let file = DirectoryFile(in: folder.path + "/new")
    #expect(file.load().map(\.address.text) == ["https://ggt.gaa.st/menu.json"])
    let address = try #require(SourceAddress("https://me:pw@host/api/events/?token=t"))
    var record = DirectoryRecord(address)
    record.validators = Validators(entityTag: "\"a\"")
    (record.asked, record.confirmed, record.rest) = (Self.now, Self.now.advanced(by: -60), Self.now.advanced(by: 60))
    var conference = ListedConference(
      title: Text(variants: [.init(language: "en", string: "Days"), .init(language: "de", string: "Tage")]),
      address: "https://host/x", id: "days")
    conference.start = CalendarDate(year: 2026, month: 5, day: 1)
    conference.end = CalendarDate(year: 2026, month: 5, day: 2)
    (conference.timeZone, conference.interval) = ("Europe/Berlin", 90)
    record.conferences = [conference, ListedConference(title: Text("Plain"), address: "https://host/y")]
    try file.change { $0.append(record) }
    #expect(file.load() == DirectoryRecord.usual + [record])
    try file.change { $0.removeFirst() }
    #expect(file.load() == [record], "the usual one can be taken away too")
    var info = stat()
    #expect(stat(file.path, &info) == 0 && info.st_mode & 0o777 == 0o600)
    #expect(!record.mayBeAsked(at: Self.now) && record.mayBeAsked(at: Self.now.advanced(by: 61)))
    record.rest = nil
    #expect(!record.isDue(at: Self.now.advanced(by: 60)) && record.isDue(at: Self.now.advanced(by: 601)))
    #expect(record.isDue(at: Self.now.advanced(by: -60)), "by a clock that was set back it is asked")
  }

  @Test("A damaged file is none, and a hostile entry in it is left out")
  func damaged() throws {
    let folder = try TemporaryFolder()
    let file = DirectoryFile(in: folder.path)
    for text in ["", "{", "[]", "{\"format\": \"plenary-source\", \"directories\": []}"] {
      try folder.write("directories.json", text)
      #expect(file.load() == DirectoryRecord.usual, "\(text)")
    }
    try folder.write(
      "directories.json",
      """
      {"format": "plenary-directories", "formatVersion": 1, "directories": [{"address": "file:///etc/passwd"}, 7,
        {"address": "https://a.org/", "asked": "yesterday", "conferences": [{"title": "X", "url": "file:///x"}, 7]}]}
      """)
    #expect(file.load().map(\.address.text) == ["https://a.org/"] && file.load()[0].conferences.isEmpty)
  }
}

struct FoundConferencesTests {
  @Test("People get dates, titles and addresses under each other, programs objects")
  func told() throws {
    var first = ListedConference(title: Text("FOSDEM 2026"), address: "https://fosdem.org/2026/schedule/xml")
    first.start = CalendarDate(year: 2026, month: 1, day: 31)
    first.end = CalendarDate(year: 2026, month: 2, day: 1)
    first.timeZone = "Europe/Brussels"
    let second = ListedConference(title: Text("Some day"), address: "https://a.org/x")
    let found = FoundConferences([first, second], languages: ["en"], messages: .english)
    #expect(
      found.lines == [
        "31 January - 1 February 2026  FOSDEM 2026",
        "                              https://fosdem.org/2026/schedule/xml",
        "                              Some day", "                              https://a.org/x",
      ])
    #expect(
      found.json == """
        [
          {
            "title": "FOSDEM 2026",
            "address": "https://fosdem.org/2026/schedule/xml",
            "start": "2026-01-31",
            "end": "2026-02-01",
            "timeZone": "Europe/Brussels"
          },
          {
            "title": "Some day",
            "address": "https://a.org/x"
          }
        ]

        """)
    #expect(FoundConferences([], languages: [], messages: .english).json == "[]\n")
  }
}
