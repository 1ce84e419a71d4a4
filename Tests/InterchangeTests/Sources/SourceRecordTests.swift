import Agenda
import Glibc
import Support
import Testing

@testable import Files
@testable import Interchange

struct SourceRecordTests {
  private static let now = Instant(seconds: 1_512_378_000)

  private func record() -> SourceRecord {
    var record = SourceRecord()
    record.address = SourceAddress("https://me:pw@host/x?token=t")
    record.bundle = "/home/me/bundle"
    record.validators = Validators(entityTag: "\"a\"", lastModified: "Mon, 04 Dec 2017 09:00:00 GMT")
    record.bodyHash = "abc"
    (record.asked, record.confirmed, record.changed) = (Self.now, Self.now, Self.now.advanced(by: -60))
    record.interval = 60
    record.choices = ImportChoices(title: "T", timeZone: "Europe/Brussels", id: "t", language: "fr")
    return record
  }

  @Test("What is written is read back, from a file for the user alone")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let file = SourceFile(in: folder.path + "/new")
    #expect(file.load() == nil)
    try folder.write("new/.plenary-999999999-abc.tmp", "half")
    try file.save(record())
    #expect(file.load() == record())
    var info = stat()
    #expect(stat(file.path, &info) == 0 && info.st_mode & 0o777 == 0o600)
    #expect(TemporaryFolder.names(in: folder.path + "/new") == ["source.json"], "what a killed program left is gone")
  }

  @Test("One that has moved is known by its new address and by that which the user has given")
  func moved() throws {
    let folder = try TemporaryFolder()
    let file = SourceFile(in: folder.path)
    var record = record()
    let (first, next) = (record.address, try #require(SourceAddress("https://next/x")))
    record.move(to: try #require(SourceAddress("https://between/x")))
    record.move(to: next)
    try file.save(record)
    let read = try #require(file.load())
    #expect(read == record && read.address == next && read.isKnown(by: next))
    #expect(try read.isKnown(by: #require(first)) && !read.isKnown(by: #require(SourceAddress("https://between/x"))))
  }

  @Test("A damaged file is none, a damaged field is missing, and what a newer version writes is kept")
  func tolerant() throws {
    let folder = try TemporaryFolder()
    let file = SourceFile(in: folder.path)
    for text in ["", "{", "[]", "{}", "{\"format\": \"plenary-plan\"}"] {
      try folder.write("source.json", text)
      #expect(file.load() == nil, "\(text)")
    }
    try folder.write(
      "source.json",
      """
      {"format": "plenary-source", "formatVersion": 7, "address": "file:///etc/passwd", "bundle": "relative",
       "asked": "yesterday", "interval": 0, "timeZone": "../../etc/passwd", "id": "a/b", "language": "!",
       "news": {"a": [1, 2]}}
      """)
    let read = try #require(file.load())
    #expect(read.address == nil && read.bundle == nil && read.asked == nil)
    #expect(read.interval == 5 && read.choices == ImportChoices())
    try file.save(read)
    #expect(String(decoding: try folder.read("source.json"), as: UTF8.self).contains("\"news\": {"))
  }

  @Test("A full disk leaves the old file as it was")
  func fullDisk() throws {
    let folder = try TemporaryFolder()
    try SourceFile(in: folder.path).save(record())
    let before = try folder.read("source.json")
    var calls = FileCalls.system
    calls.write = { _, _, _ in
      errno = ENOSPC
      return -1
    }
    #expect(throws: FileError.self) { try SourceFile(in: folder.path, calls: calls).save(SourceRecord()) }
    #expect(try folder.read("source.json") == before)
    #expect(TemporaryFolder.names(in: folder.path) == ["source.json"])
  }

  @Test("It is time after the interval, and a clock that was set keeps nobody waiting for ever")
  func waiting() throws {
    var record = self.record()
    #expect(record.wait(at: Self.now) == 3_600)
    #expect(record.wait(at: Self.now.advanced(by: 3_000)) == 600)
    #expect(record.wait(at: Self.now.advanced(by: 4_000)) == 0)
    #expect(record.wait(at: Self.now.advanced(by: -86_400 * 365)) == 0)
    record.rest = Self.now.advanced(by: 7_200)
    #expect(record.wait(at: Self.now) == 7_200)
    #expect(record.wait(at: Self.now.advanced(by: -86_400 * 365)) == 0)
  }

  @Test("What the user says holds whatever a file says")
  func choices() throws {
    let text = ReadingSample.xml(
      conference: "<time_zone_name>UTC</time_zone_name>",
      days: """
        <day date="2017-12-04"><room name="R"><event id="1"><start>09:00</start><duration>01:00</duration>
        <title>A</title></event></room></day>
        """)
    let choices = ImportChoices(title: "Mine", timeZone: "Europe/Brussels", id: "mine", language: "nl")
    let conference = try Import.read(
      FileBytes(Array(text.utf8)), name: "x", today: ReadingSample.today, choices: choices
    ).agenda.conference
    #expect(ReadingSample.string(conference.title) == "Mine" && conference.id == "mine")
    #expect(conference.zone.identifier == "Europe/Brussels" && conference.language == "nl")
    #expect(
      ImportChoices(title: "A").over(choices).title == "A" && ImportChoices(title: "A").over(choices).id == "mine")
    #expect(ImportChoices.isZone("Europe/Brussels") && !ImportChoices.isZone("Europe/Nowhere"))
  }
}
