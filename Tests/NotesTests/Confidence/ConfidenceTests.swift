import Agenda
import Files
import Glibc
import Messages
import Testing

@testable import Notes

/// What may be told of a note gets stricter by itself, and less strict by nobody but the user.
struct ConfidenceTests {
  private let scratch: Scratch
  private let files: NoteFiles
  private let now = Instant(seconds: 1_512_398_460)

  init() throws {
    scratch = try Scratch()
    files = NoteFiles(in: scratch.user)
  }

  private func subject(_ id: String, _ rule: Session.Attribution) -> NoteSubject {
    var subject = NoteSubject(target: .session(id), title: "On \(id)")
    subject.attribution = rule
    return subject
  }

  private func rule(
    _ id: String, _ text: String = "a", agenda: [String: Session.Attribution] = [:], places: JournalPlaces? = nil
  ) -> Session.Attribution {
    finding(id, text, agenda: agenda, places: places).rule
  }

  private func finding(
    _ id: String, _ text: String = "a", agenda: [String: Session.Attribution] = [:], places: JournalPlaces? = nil
  ) -> Confidence.Finding {
    Confidence(
      agenda: { agenda[$0.id] }, known: agenda.keys.map { .session($0) }, memory: SubjectMemory(in: scratch.user),
      notes: files.all().notes, folder: scratch.user, places: places
    ).finding(for: .session(id), text: text)
  }

  private func remember(_ id: String, _ rule: Session.Attribution) throws {
    var memory = SubjectMemory(in: scratch.user)
    try memory.remember([subject(id, rule)])
  }

  private func decide(_ id: String, _ rule: Session.Attribution, agenda: Session.Attribution?) throws {
    var memory = SubjectMemory(in: scratch.user)
    let others = files.all().notes.map { NoteSubject(target: $0.target, title: $0.target.id) }
    try memory.decide(
      rule, of: subject(id, agenda ?? .public), agenda: agenda, was: .offTheRecord, at: now, others: others)
  }

  @Test("A session that says nothing is public, one that nobody knows is off the record")
  func known() {
    #expect(rule("a", agenda: ["a": .public]) == .public)
    #expect(finding("b") == .init(rule: .offTheRecord, reason: .unknown, original: nil))
  }

  @Test("The strictest of line, memory and agenda holds")
  func strictest() throws {
    #expect(rule("a", "Attribution: off the record\nx", agenda: ["a": .public]) == .offTheRecord)
    #expect(rule("a", "Attribution: public\nx", agenda: ["a": .chathamHouse]) == .chathamHouse)
    #expect(finding("a", "Attribution: hm\nx", agenda: ["a": .public]).reason == .unreadableLine)
    try remember("a", .chathamHouse)
    #expect(rule("a", agenda: ["a": .public]) == .chathamHouse)
    #expect(rule("a", agenda: ["a": .offTheRecord]) == .offTheRecord)
    #expect(rule("a") == .chathamHouse, "it is gone from the agenda")
  }

  @Test("No agenda that is seen later loosens a rule")
  func updates() throws {
    try remember("a", .offTheRecord)
    try remember("a", .public)
    #expect(rule("a", agenda: ["a": .public]) == .offTheRecord)
    try remember("a", .chathamHouse)
    #expect(rule("a", agenda: ["a": .public]) == .offTheRecord)
  }

  @Test("The user loosens it, that is recorded, and what is stricter afterwards wins again")
  func deciding() throws {
    try remember("a", .offTheRecord)
    try decide("a", .public, agenda: .offTheRecord)
    #expect(rule("a", agenda: ["a": .offTheRecord]) == .public, "the agenda says what it said all along")
    let text = try #require(try scratch.text(scratch.user.path + "/subjects.json"))
    #expect(text.contains("\"before\": \"off-the-record\"") && text.contains("2017-12-04T14:41:00Z"))
    try remember("a", .offTheRecord)
    #expect(rule("a", agenda: ["a": .offTheRecord]) == .public)
    try remember("a", .public)
    #expect(rule("a", agenda: ["a": .public]) == .public)
    #expect(rule("a", agenda: ["a": .chathamHouse]) == .chathamHouse, "it has become stricter again")
    try remember("a", .chathamHouse)
    try remember("a", .public)
    #expect(rule("a", agenda: ["a": .public]) == .chathamHouse)
    #expect(rule("a", "Attribution: off the record", agenda: ["a": .public]) == .offTheRecord)
  }

  @Test("Of a session that nobody knows the user can say so too")
  func decidingOnTheUnknown() throws {
    try decide("gone", .public, agenda: nil)
    #expect(rule("gone") == .public)
    #expect(rule("gone", agenda: ["gone": .chathamHouse]) == .chathamHouse)
  }

  @Test(
    "Nothing is told of any note while what was remembered cannot be read; the file is set aside, not written over",
    arguments: [
      "{ half", "", "[]", "{\"format\": \"other\", \"formatVersion\": 1, \"subjects\": []}",
      "{\"format\": \"plenary-subjects\", \"formatVersion\": 2, \"subjects\": []}",
    ])
  func unreadable(file: String) throws {
    let path = scratch.user.path + "/subjects.json"
    try scratch.write(path, file)
    for id in ["a", "b"] { try scratch.write(files.path(for: .session(id)), "text") }
    #expect(
      finding("a", agenda: ["a": .public]) == .init(rule: .offTheRecord, reason: .unreadableMemory, original: nil))
    try remember("a", .public)
    #expect(try scratch.text(path) == file)
    try decide("a", .public, agenda: .public)
    #expect(try scratch.text(path + ".unreadable") == file)
    #expect(rule("a", agenda: ["a": .public, "b": .public]) == .public)
    #expect(rule("b", agenda: ["a": .public, "b": .public]) == .offTheRecord, "of this one nobody has said anything")
  }

  @Test(
    "An entry that cannot be read is off the record",
    arguments: [
      "\"attribution\": \"off the record\"", "\"attribution\": 3", "\"x\": 0",
      "\"attribution\": \"public\", \"decided\": {}",
    ])
  func unreadableEntry(member: String) throws {
    try scratch.write(
      scratch.user.path + "/subjects.json",
      "{\"format\": \"plenary-subjects\", \"formatVersion\": 1, \"subjects\": [{\"type\": \"session\", \"id\": \"a\", \"title\": \"A\", \(member)}]}"
    )
    #expect(
      finding("a", agenda: ["a": .public]) == .init(rule: .offTheRecord, reason: .unreadableMemory, original: nil))
    try remember("b", .public)
    #expect(rule("a", agenda: ["a": .public]) == .offTheRecord, "and stays so")
  }

  @Test("A line in a journal counts before it is in the file")
  func journals() throws {
    let writer = try Writer(in: scratch)
    let target = Subject.session("a")
    _ = try writer.store.open(target)
    writer.store.edit(target, NoteEdit(offset: 0, removed: 0, inserted: "Attribution: off the record\n"))
    _ = writer.store.commit(now: 0)
    #expect(rule("a", "", agenda: ["a": .public], places: writer.places) == .offTheRecord)
  }

  @Test("A note gets its line without losing its time, one that is no text stays as it is")
  func lines() throws {
    let path = files.path(for: .session("a"))
    try scratch.write(path, "mine\n")
    let then = timeval(tv_sec: 1_512_398_460, tv_usec: 0)
    #expect(utimes(path, [then, then]) == 0)
    files.keepLine(of: .offTheRecord, in: try #require(try files.note(for: .session("a"))))
    #expect(try scratch.text(path) == "Attribution: off the record\n\nmine\n")
    #expect(try files.note(for: .session("a"))?.modified == Instant(seconds: 1_512_398_460))
    let other = files.path(for: .session("b"))
    try scratch.write(other, [0x61, 0xFF])
    files.keepLine(of: .offTheRecord, in: try #require(try files.note(for: .session("b"))))
    #expect(try RegularFile.read(other, limit: 100)?.bytes == [0x61, 0xFF])
  }

  @Test("A note moves with its rule when its session has another identifier")
  func moving() throws {
    struct Source: SubjectSource {
      let only: NoteSubject
      subscript(subject: Subject) -> NoteSubject? { subject == only.target ? only : nil }
      func titled(like gone: NoteSubject) -> [NoteSubject] { [only] }
    }
    var memory = SubjectMemory(in: scratch.user)
    try memory.remember([subject("old", .offTheRecord)])
    try scratch.write(files.path(for: .session("old")), "text")
    var new = subject("new", .public)
    new.title = "On old"
    memory.bringBack([.session("old")], in: Source(only: new))
    #expect(rule("new", agenda: ["new": .public]) == .offTheRecord)
  }

  @Test("A document's note takes the rule of the session chosen with it, else of what is starred, else of what is on")
  func moment() {
    let running: [(id: Session.ID, rule: Session.Attribution)] = [
      ("a", .chathamHouse), ("b", .public), ("c", .offTheRecord),
    ]
    #expect(Confidence.rule(chosen: .public, running: running, starred: []) == .public)
    #expect(Confidence.rule(chosen: nil, running: running, starred: ["a", "b"]) == .chathamHouse)
    #expect(Confidence.rule(chosen: nil, running: running, starred: ["x"]) == .offTheRecord)
    #expect(Confidence.rule(chosen: nil, running: [], starred: []) == .public)
  }
}
