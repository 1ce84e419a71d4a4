import Agenda
import Files
import Glibc
import Support
import Testing

@testable import Notes

/// Star and note of a session that is gone, put on the one that the user says it has become.
struct CarryingTests {
  @Test("The star goes over with its time, and a session without one gets none")
  func star() {
    var plan = Plan()
    let noon = Instant(seconds: 1_512_398_460)
    plan.star("old", title: "Old talk", at: noon)
    plan.carry("nothing", to: NoteSubject(target: .session("x"), title: "X"))
    plan.carry("old", to: NoteSubject(target: .session("new"), title: "New talk"))
    #expect(plan.starred == ["new"] && plan.stars.map(\.starredAt) == [noon] && plan.hasChanges)
  }

  @Test("The note gets the other name, what may be told of it stays as strict, and no note is written over")
  func note() throws {
    let home = try TemporaryFolder()
    let folder = try #require(UserFolder(conference: "sample") { $0 == "XDG_DATA_HOME" ? home.path : nil })
    let files = NoteFiles(in: folder)
    try files.makeFolder()
    try TemporaryFolder.write(Array("what was said\n".utf8), to: files.path(for: .session("old")))
    var old = NoteSubject(target: .session("old"), title: "Old talk")
    old.attribution = .offTheRecord
    var memory = SubjectMemory(in: folder)
    try memory.remember([old])
    let new = NoteSubject(target: .session("new"), title: "New talk")
    try memory.carry(.session("old"), to: new)
    #expect(try files.note(for: .session("new"))?.text == "what was said\n")
    #expect(try files.note(for: .session("old")) == nil)
    #expect(SubjectMemory(in: folder).remembered[.session("new")]?.attribution == .offTheRecord)

    try TemporaryFolder.write(Array("another\n".utf8), to: files.path(for: .session("old")))
    #expect(throws: FileError.self) { try memory.carry(.session("old"), to: new) }
    #expect(try files.note(for: .session("new"))?.text == "what was said\n")
  }
}
