import Agenda
import Files
import Glibc
import Support
import Testing

@testable import Notes

/// How long journals keep what is safe in its file.
struct OldJournalTests {
  private let writer: Writer
  private let now = time(nil)

  init() throws { writer = try Writer() }

  private func remember(_ id: String, _ rule: Session.Attribution) throws {
    var subject = NoteSubject(target: .session(id), title: id)
    subject.attribution = rule
    var memory = SubjectMemory(in: writer.scratch.user)
    try memory.remember([subject])
  }

  /// A journal that is done with.
  private func old() throws -> String {
    try writer.type("a confidence\n", in: .session("quiet"))
    try writer.type("for all\n", in: .session("loud"))
    writer.finish()
    writer.store.close()
    return try #require(writer.journals.first)
  }

  private func text(_ path: String) throws -> String { try #require(try Scratch.read(path)) }

  private func clean(after seconds: Int) { OldJournals.clean(writer.places, now: now + seconds) }

  @Test("What was off the record leaves them after a day, and the rest after two weeks")
  func days() throws {
    try remember("quiet", .offTheRecord)
    try remember("loud", .public)
    let path = try old()
    clean(after: 86_400 - 60)
    #expect(try text(path).contains("a confidence"))
    clean(after: 86_400 + 60)
    #expect(try !text(path).contains("a confidence") && text(path).contains("for all"))
    clean(after: OldJournals.keepingTime - 60)
    #expect(access(path, F_OK) == 0)
    clean(after: OldJournals.keepingTime + 60)
    #expect(writer.journals.isEmpty)
  }

  @Test("What nobody knows the rule of counts as off the record, and so does what its own line says")
  func unknown() throws {
    try remember("loud", .public)
    try writer.type("Attribution: off the record\n\nown line\n", in: .session("loud"))
    let path = try old()
    clean(after: 86_400 + 60)
    #expect(try !text(path).contains("a confidence") && !text(path).contains("own line"))
  }

  @Test("One that was looked through is looked at again once a rule has become stricter")
  func stricter() throws {
    try remember("quiet", .public)
    try remember("loud", .public)
    let path = try old()
    clean(after: 86_400 + 60)
    #expect(try text(path).contains("a confidence"))
    try remember("quiet", .offTheRecord)
    let later = timespec(tv_sec: time(nil) + 2, tv_nsec: 0)
    #expect(utimensat(AT_FDCWD, writer.scratch.user.subjects, [later, later], 0) == 0)
    clean(after: 86_400 + 60)
    #expect(try !text(path).contains("a confidence"))
  }

  @Test("A clock that is put back does not keep them for ever, whatever conference they are of")
  func clock() throws {
    try remember("quiet", .offTheRecord)
    let path = try old()
    let ahead = timespec(tv_sec: now + 300 * 86_400, tv_nsec: 0)
    #expect(utimensat(AT_FDCWD, path, [ahead, ahead], 0) == 0)
    let elsewhere = JournalPlaces(
      conference: "another", environment: { [writer] in $0 == "XDG_STATE_HOME" ? writer.scratch.path + "/state" : nil },
      last: writer.scratch.path + "/last")
    OldJournals.clean(elsewhere, now: now)
    #expect(try text(path).contains("a confidence"))
    OldJournals.clean(elsewhere, now: now + 86_400 + 60)
    #expect(try !text(path).contains("a confidence"))
    OldJournals.clean(elsewhere, now: now + OldJournals.keepingTime + 60)
    #expect(writer.journals.isEmpty)
  }
}
