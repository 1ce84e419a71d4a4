import Agenda
import CPosix
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
    let same = subject("new", "on counting", ["jane  doe"], at: 2)
    #expect(gone.successor(among: [same, subject("x", "Other")])?.target == .session("new"))
    #expect(gone.successor(among: [subject("new", "Other", ["Jane Doe"], at: 1)])?.target == .session("new"))
    #expect(gone.successor(among: [subject("new", "On Counting", ["Jane Doe", "Joe Roe"])]) == nil, "that is a doubt")
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
    var memory = SubjectMemory(in: scratch.user)
    var onDisk: [Subject: NoteSubject] { SubjectMemory(in: scratch.user).remembered }
    #expect(onDisk == [:])
    var one = subject("a", "Title \"1\"", ["Jane Doe"], at: 1_000, hasTwin: true)
    one.attribution = .offTheRecord
    one.end = Instant(seconds: 4_600)
    let two = NoteSubject(target: .document("d"), title: "Draft")
    try memory.remember([one, two])
    #expect(onDisk == [one.target: one, two.target: two] && onDisk == memory.remembered)
    let path = scratch.user.path + "/subjects.json"
    var before = stat()
    #expect(stat(path, &before) == 0 && before.st_mode & 0o777 == 0o600)
    var other = SubjectMemory(in: scratch.user)
    try other.remember([one])
    var after = stat()
    #expect(stat(path, &after) == 0 && before.st_ino == after.st_ino)
    try other.remember([subject("b", "New")])
    try memory.remember([], forgetting: [two.target])
    #expect(Set(onDisk.keys) == [one.target, .session("b")], "what another program has added stays")
    try scratch.write(path, "{ damaged")
    #expect(SubjectMemory(in: scratch.user).isUnreadable)
    try memory.remember([two])
    #expect(try scratch.text(path) == "{ damaged", "what nobody understands is not written over")
  }

  /// An agenda that has one session alone.
  private struct Source: SubjectSource {
    let only: NoteSubject
    subscript(subject: Subject) -> NoteSubject? { subject == only.target ? only : nil }
    func titled(like gone: NoteSubject) -> [NoteSubject] { [only] }
  }

  @Test func aNoteMovesToItsSessionsNewNameAndOverNothing() throws {
    let scratch = try Scratch()
    let files = NoteFiles(in: scratch.user)
    let gone = subject("old", "Panel", ["Jane Doe"])
    let new = subject("new", "Panel", ["Jane Doe"])
    try scratch.write(files.path(for: gone.target), "mine")
    var memory = SubjectMemory(in: scratch.user)
    try memory.remember([gone])
    func text(_ subject: NoteSubject) throws -> String? { try scratch.text(files.path(for: subject.target)) }
    memory.bringBack([.session("never seen"), gone.target], in: Source(only: new), isOpen: { $0 == gone.target })
    #expect(try text(gone) == "mine" && text(new) == nil, "it may be written at any time")
    memory.bringBack([.session("never seen"), gone.target], in: Source(only: new))
    #expect(try text(gone) == nil && text(new) == "mine")
    #expect(SubjectMemory(in: scratch.user).remembered == [new.target: new])
    try scratch.write(files.path(for: gone.target), "other")
    try memory.remember([gone])
    memory.bringBack([gone.target, new.target], in: Source(only: new))
    memory.bringBack([gone.target], in: Source(only: new))
    #expect(try text(gone) == "other" && text(new) == "mine", "it has a note of its own")
  }

  @Test func aNoteNeverBecomesThatOfAnotherSessionWithItsIdentifier() throws {
    let scratch = try Scratch()
    let files = NoteFiles(in: scratch.user)
    let old = subject("1", "Panel", ["Jane Doe"], at: 5)
    try scratch.write(files.path(for: old.target), "mine")
    var memory = SubjectMemory(in: scratch.user)
    try memory.remember([old])
    memory.bringBack([old.target], in: Source(only: subject("1", "Panel, renamed", ["Jane Doe"], at: 9)))
    #expect(try scratch.text(files.path(for: old.target)) == "mine", "what only has another title keeps its note")
    memory.bringBack([old.target], in: Source(only: subject("1", "Networks today", ["Joe Roe"], at: 20)))
    let (notes, _) = files.all()
    #expect(notes.map(\.text) == ["mine"] && notes.first?.target != old.target)
    let kept = try #require(notes.first?.target)
    #expect(SubjectMemory(in: scratch.user).remembered[kept]?.title == "Panel, renamed")
    memory.bringBack([kept], in: Source(only: subject("new", "Panel, renamed", ["Jane Doe"], at: 30)))
    #expect(try scratch.text(files.path(for: .session("new"))) == "mine", "found again, it comes back")
  }
}
