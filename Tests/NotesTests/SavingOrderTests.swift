import Agenda
import Files
import Support
import Testing

@testable import Notes

/// Whatever is kept of the user's is on disk before it has its name, and its name is put on disk after it.
struct SavingOrderTests {
  let scratch: Scratch
  let log: FileLog

  init() throws {
    scratch = try Scratch(inMemory: true)
    log = FileLog(in: scratch.user.path)
    try scratch.user.make()
  }

  private func saved(as name: String) -> [String] { ["write ~", "sync ~", "rename ~ \(name)", "sync ./"] }

  /// What was done with notes, journals apart.
  private var notes: [String] { log.lines.filter { $0.contains("notes/") } }

  @Test("A note: journal first, then its file")
  func note() throws {
    let writer = try Writer(calls: log.calls, in: scratch)
    try writer.type("Hello")
    let journal = log.lines.filter { $0.contains(".jnl") }
    #expect(
      journal.count == 1 && journal[0].hasPrefix("write "), "one write, and it is in the journal when it is shown")
    writer.wait(300)
    let folder = "/state/plenary/journal/c/"
    let synced = log.lines.drop { !$0.hasPrefix("sync data ") }
    #expect(synced.count == 2 && synced.last?.hasSuffix(folder) == true, "the new journal's name is put on disk too")
    log.clear()
    writer.wait(2_100)
    #expect(
      log.lines.filter { !$0.contains(".jnl") } == [
        "make notes/", "sync ./", "write notes/~", "sync notes/~", "rename notes/~ notes/session-s.md", "sync notes/",
      ])
    try writer.type(" again")
    log.clear()
    writer.wait(2_100)
    #expect(
      notes == [
        "write notes/~", "sync notes/~", "exchange notes/~ notes/session-s.md", "sync notes/", "unlink notes/~",
      ])
    #expect(try writer.file() == "Hello again")
  }

  @Test("What is kept beside a note since it is no text: both the copy and the note")
  func copy() throws {
    let writer = try Writer(calls: log.calls, in: scratch)
    try writer.type("one\n")
    writer.wait(2_100)
    writer.edit(NoteEdit(offset: 0, removed: 3, inserted: "ours"))
    log.clear()
    try DurableFile(writer.files.path(for: .session("s"))).replace(with: [0x6F, 0x6E, 0xFF, 0x0A])
    writer.settle()
    writer.wait(2_100)
    let copy = try #require(scratch.names(in: scratch.user.notes).first { $0.contains(".conflict-") })
    #expect(
      notes.prefix(4) == ["write notes/~", "sync notes/~", "rename notes/~ notes/\(copy)", "sync notes/"])
    #expect(notes.contains("exchange notes/~ notes/session-s.md"))
  }

  @Test("A note that follows its session to another name")
  func move() throws {
    let files = NoteFiles(in: scratch.user)
    try scratch.write(files.path(for: .session("old")), "text")
    try files.move(.session("old"), to: .session("new"), calls: log.calls)
    #expect(
      log.lines == [
        "link notes/session-old.md notes/session-new.md", "unlink notes/session-old.md", "sync notes/",
      ])
  }

  @Test("The plan, and a damaged one that is kept aside")
  func plan() throws {
    let file = PlanFile(in: scratch.user, calls: log.calls)
    var plan = Plan()
    plan.star("a", title: "A", at: Instant(seconds: 0))
    plan = try file.save(plan)
    #expect(log.lines == saved(as: "plan.json"))
    try scratch.write(scratch.user.plan, "broken")
    log.clear()
    _ = file.load()
    let kept = try #require(scratch.names(in: scratch.user.path).first)
    #expect(kept.hasPrefix("plan.json.damaged-"))
    #expect(log.lines == ["link plan.json \(kept)", "unlink plan.json", "sync ./"])
  }

  @Test("What notes are about")
  func subjects() throws {
    var memory = SubjectMemory(in: scratch.user, calls: log.calls)
    try memory.remember([NoteSubject(target: .session("s"), title: "Talk")])
    #expect(log.lines == saved(as: "subjects.json"))
  }

  @Test("A report, which replaces none")
  func report() throws {
    let now = ReportSample.at(9, 0)
    let zone = ReportSample.report().conference.zone
    var names: Set<String> = []
    for format in ReportFormat.allCases {
      log.clear()
      let path = try scratch.user.keepReport(ReportSample.report(), as: format, at: now, in: zone, calls: log.calls)
      #expect(log.lines == saved(as: Path.split(path).name))
      names.insert(path)
    }
    #expect(names.count == ReportFormat.allCases.count)
  }
}
