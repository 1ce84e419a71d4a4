import Agenda
import CPosix
import Files
import Glibc
import Messages
import Testing

@testable import Notes

struct SubjectTests {
  private func subject(
    _ id: String, _ title: String, _ people: [String] = [], at start: Int64 = 0, hasTwin: Bool = false
  ) -> NoteSubject {
    var subject = NoteSubject(target: .session(id), title: title)
    subject.people = people.map { .init(name: $0) }
    subject.start = Instant(seconds: start)
    subject.hasTwin = hasTwin
    return subject
  }

  @Test func aSessionIsFoundAgainByItsTitleAndPeople() {
    let gone = subject("old", "On  Counting", ["Jane Doe"], at: 1)
    #expect(gone.successor(among: []) == nil)
    let same = subject("new", "on counting", ["Jane Doe", "Joe Roe"], at: 2)
    #expect(gone.successor(among: [same, subject("x", "Other")])?.target == .session("new"))
    #expect(gone.successor(among: [subject("new", "On Counting")])?.target == .session("new"))
    #expect(gone.successor(among: [subject("new", "On Counting", ["Somebody Else"])]) == nil)
    var meeting = same
    meeting.target = .meeting("new")
    #expect(gone.successor(among: [meeting]) == nil)
  }

  @Test func ofSeveralTheOneWithTheSamePeopleOrAtTheSameTimeCounts() {
    let gone = subject("old", "Panel", ["Jane Doe"], at: 5)
    let others = [subject("a", "Panel", at: 5), subject("b", "Panel", ["Jane Doe"], at: 9)]
    #expect(gone.successor(among: others)?.target == .session("b"))
    let breaks = [subject("a", "Coffee", at: 5), subject("b", "Coffee", at: 9)]
    #expect(subject("old", "Coffee", at: 9).successor(among: breaks)?.target == .session("b"))
    #expect(subject("old", "Coffee", at: 7).successor(among: breaks) == nil)
  }

  @Test func aBreakThatIsGoneIsNotTakenForAnotherBreak() {
    let gone = subject("old", "Coffee", at: 5, hasTwin: true)
    #expect(gone.successor(among: [subject("a", "Coffee", at: 9)]) == nil)
    #expect(gone.successor(among: [subject("a", "Coffee", at: 5)])?.target == .session("a"))
    let agenda = ReportSample.agenda
    #expect(NoteSubjects(of: agenda, languages: [], messages: .english).all.allSatisfy { !$0.hasTwin })
    var twice = agenda
    twice.sessions.append(Session(id: "again", title: Text("WHEN governments  press"), start: ReportSample.at(16, 0)))
    twice.sessions[4].people = agenda.sessions[3].people
    #expect(NoteSubjects(of: twice, languages: [], messages: .english).all.filter(\.hasTwin).count == 2)
  }

  @Test func whatNotesAreAboutIsRememberedAndOnlyWrittenWhenNew() throws {
    let scratch = try Scratch()
    let file = SubjectFile(in: scratch.user)
    #expect(file.load() == [:])
    var one = subject("a", "Title \"1\"", ["Jane Doe"], at: 1_000, hasTwin: true)
    one.attribution = .offTheRecord
    one.end = Instant(seconds: 4_600)
    let two = NoteSubject(target: .document("d"), title: "Draft")
    try file.remember([one, two])
    #expect(file.load() == [one.target: one, two.target: two])
    let path = scratch.user.path + "/subjects.json"
    var before = stat()
    #expect(stat(path, &before) == 0 && before.st_mode & 0o777 == 0o600)
    try file.remember([one])
    var after = stat()
    #expect(stat(path, &after) == 0 && before.st_ino == after.st_ino)
    try file.remember([], forgetting: [two.target])
    #expect(file.load() == [one.target: one])
    try scratch.write(path, "{ damaged")
    #expect(file.load() == [:])
    try file.remember([two])
    #expect(file.load() == [two.target: two])
  }

  @Test func aNoteMovesToItsSessionsNewNameAndOverNothing() throws {
    let scratch = try Scratch()
    let files = NoteFiles(in: scratch.user)
    try scratch.write(files.path(for: .session("old")), "mine")
    let gone = subject("old", "Panel", ["Jane Doe"])
    let new = subject("new", "Panel", ["Jane Doe"])
    func moves(_ targets: [Subject]) -> NoteMoves {
      NoteMoves(
        of: targets, remembered: [gone.target: gone], current: { $0 == new.target ? new : nil }, titled: { _ in [new] })
    }
    #expect(moves([gone.target]).moves == [.init(from: gone.target, to: new)])
    #expect(moves([gone.target, new.target]).moves == [], "it has a note of its own")
    #expect(moves([gone.target, new.target]).subjects == [new])
    #expect(moves([.session("never seen")]).moves == [])
    try files.move(gone.target, to: new.target)
    #expect(try scratch.text(files.path(for: new.target)) == "mine")
    #expect(try scratch.text(files.path(for: gone.target)) == nil)
    try scratch.write(files.path(for: gone.target), "other")
    #expect(throws: FileError.system(call: "link", path: files.path(for: new.target), errno: EEXIST)) {
      try files.move(gone.target, to: new.target)
    }
    #expect(try scratch.text(files.path(for: new.target)) == "mine")
    #expect(try scratch.text(files.path(for: gone.target)) == "other")
  }
}
