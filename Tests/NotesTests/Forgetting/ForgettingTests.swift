import Agenda
import Files
import Glibc
import Support
import Testing

@testable import Notes

/// What was forgotten is nowhere, stays so, and takes nothing else with it.
struct ForgettingTests {
  private static let secret = "topsecret"
  private let session = Subject.session("s")
  private let other = Subject.session("other")
  private let writer: Writer

  init() throws { writer = try Writer() }

  private var known: [Subject] { [session, other] }
  private var folder: String { writer.scratch.user.notes }
  private var path: String { writer.files.path(for: session) }

  /// Every file of the home that has the secret in it.
  private var leaks: [String] {
    TemporaryFolder.files(below: writer.scratch.path).filter { path in
      ((try? Scratch.read(path)) ?? nil)?.contains(ForgettingTests.secret) ?? false
    }
  }

  @discardableResult
  private func forget(
    _ text: String = "", calls: FileCalls = .system, shared: SharedFolder? = nil, at time: Int = Glibc.time(nil)
  ) throws -> Forgetting.Result {
    try Forgetting(files: writer.files, places: writer.places, shared: shared, calls: calls).run(
      session, text: text, known: known, at: Instant(seconds: Int64(time)), within: 0)
  }

  private func end() {
    writer.finish()
    writer.store.close()
  }

  /// A store that has just been started.
  private var store: NoteStore { NoteStore(files: writer.files, places: writer.places) }

  /// A file of another program, of a time in seconds from now.
  private func lay(_ text: String, _ path: String, seconds: Int = 0) throws {
    try writer.scratch.write(path, text)
    let time = timespec(tv_sec: Glibc.time(nil) + seconds, tv_nsec: 0)
    #expect(utimensat(AT_FDCWD, path, [time, time], 0) == 0)
  }

  @Test("A note goes out of its file, its copies and all journals; another one stays byte for byte")
  func all() throws {
    try writer.type("one topsecret\ntwo topsecret\n")
    try writer.type("harmless\n", in: other)
    end()
    let copies = [
      "session-s.sync-conflict-20171204-101010-ABCDEF.md", "session-s.conflict-host-20171204T101010Z.md",
      "session-s.md~",
      "session-s.md.bak", ".session-s.md.swp", "session-s (copy).md", "session-s-2.md", "SESSION-S.MD",
    ]
    for name in copies { try writer.scratch.write("\(folder)/\(name)", "one topsecret\ntwo topsecret\n") }
    try writer.scratch.write("\(folder)/session-s-3.md", "another text of its own\n")
    let before = try #require(store.reader.history(of: other).last)
    let result = try forget("one topsecret\ntwo topsecret\n")
    #expect(Set(result.removed) == Set((["session-s.md"] + copies).map { "\(folder)/\($0)" }))
    #expect(result.isWhole && result.journals.count == 1)
    #expect(leaks.isEmpty)
    #expect(try store.open(other) == "harmless\n")
    #expect(store.reader.history(of: other).last == before)
    #expect(Set(store.all(known: known).notes.map(\.text)) == ["harmless\n", "another text of its own\n"])
  }

  @Test("What was only typed, and never in a file, goes with it")
  func onlyTyped() throws {
    try writer.type("topsecret")
    try writer.type("harmless", in: other)
    writer.die()
    #expect(!leaks.isEmpty)
    #expect(try forget().isWhole)
    #expect(leaks.isEmpty)
    let next = try Writer(in: writer.scratch)
    next.recover()
    #expect(try next.text(session).isEmpty)
    #expect(try next.file(other) == "harmless")
    #expect(leaks.isEmpty)
  }

  @Test("A window lets go of a note that another program forgets, and what it types on is a new one")
  func window() throws {
    let second = try Writer(in: writer.scratch)
    try writer.type("topsecret")
    try writer.type("harmless", in: other)
    _ = try (second.text(session), second.text(other))
    try second.type(" too", in: other)
    let result = try forget("topsecret")
    #expect(result.held.count == 1)
    for window in [writer, second] {
      window.settle()
      #expect(window.news.contains(.forgotten(session)))
      #expect(try window.text(session).isEmpty)
    }
    #expect(leaks.isEmpty)
    try writer.type("new")
    for window in [writer, second] { window.wait(2_100) }
    #expect(try second.text(session) == "new")
    #expect(try writer.file(session) == "new" && writer.file(other) == "harmless too")
    try writer.type(", and on")
    writer.die()
    let next = try Writer(in: writer.scratch)
    next.recover()
    #expect(try next.text(session) == "new, and on" && next.file(session) == "new, and on")
    #expect(leaks.isEmpty)
  }

  @Test("What waits for the disk when it is forgotten is not written any more")
  func waiting() throws {
    try writer.type("topsecret")
    let marks = ForgottenMarks(in: writer.scratch.user)
    let session = session
    let save = CheckedSave(path, with: Array("topsecret".utf8), over: nil, nil, journal: nil, limit: 1 << 20) {
      var now = marks
      now.refresh()
      return now[session] == nil
    }
    try forget()
    #expect(save.run() == .failed(.system(call: "rename", path: path, errno: ECANCELED)))
    #expect(access(path, F_OK) != 0)
  }

  @Test("A stale file is told and read by nobody, however young it says it is", arguments: [-86_400, 0, 86_400])
  func stale(seconds: Int) throws {
    try writer.type("topsecret")
    end()
    try forget("topsecret")
    let names = [
      "session-s.md", "session-s.sync-conflict-20171204-101010-ABCDEF.md", "session-s.md~", "session-s-2.md",
    ]
    for name in names { try lay("topsecret", "\(folder)/\(name)", seconds: seconds) }
    let store = store
    #expect(store.all(known: known).notes.isEmpty)
    #expect(try store.open(session).isEmpty && store.bytes(of: session) == nil)
    #expect(Set(store.returned(known: known).map(\.path)) == Set(names.map { "\(folder)/\($0)" }))
    #expect(writer.files.others().isEmpty)
    try forget()
    #expect(leaks.isEmpty)
  }

  @Test("A note that is begun anew is kept, and what comes back over it takes nothing away")
  func anew() throws {
    try writer.type("topsecret\n")
    end()
    try forget("topsecret\n")
    try lay("topsecret\n", path)
    _ = try NoteWriting(files: writer.files, places: writer.places).add("a new beginning", to: session)
    #expect(try writer.file() == "a new beginning\n")
    #expect(store.returned(known: known).map(\.path) == [path + ".forgotten"])
    try lay("topsecret\n", path, seconds: 60)
    try lay("topsecret\n", "\(folder)/session-s.conflict-host-20171204T101010Z.md", seconds: 60)
    #expect(store.all(known: known).notes.map(\.text) == ["a new beginning\n"])
    #expect(store.returned(known: known).count == 3)
    _ = try NoteWriting(files: writer.files, places: writer.places).add("and more", to: session)
    #expect(try writer.file() == "a new beginning\nand more\n")
    // Another program may go on with it.
    try lay("a new beginning\nand more\nin an editor\n", path, seconds: 60)
    #expect(try store.open(session) == "a new beginning\nand more\nin an editor\n")
  }

  @Test("A stale file that is laid over a note in a window is set aside, and the window's text written")
  func over() throws {
    try writer.type("topsecret\n")
    writer.wait(2_100)
    try forget("topsecret\n")
    writer.settle()
    try writer.type("a new beginning\n")
    writer.wait(2_100)
    try writer.writeOutside("topsecret\n")
    writer.wait(2_100)
    #expect(try writer.text() == "a new beginning\n" && writer.file() == "a new beginning\n")
    #expect(try writer.scratch.text(path + ".forgotten") == "topsecret\n")
  }

  @Test("A clock that goes back hides no new note")
  func clock() throws {
    try writer.type("topsecret")
    end()
    try forget("topsecret")
    let next = try Writer(in: writer.scratch)
    try next.type("new")
    // The clock was a day ahead when it was begun.
    var memory = SubjectMemory(in: writer.scratch.user)
    #expect(memory.content.forgotten[session]?.begun != nil)
    let mark = try #require(memory.content.forgotten[session])
    let ahead = try memory.forget(session, at: mark.at, kept: [])
    try memory.begin(session, after: ahead.number, at: mark.at.advanced(by: 86_400))
    try NoteWriting(store).add("newer", to: session).isInFile()
    #expect(store.all(known: known).notes.map(\.text) == ["newer\n"])
  }

  @Test("The shared folder has the mark, and colleagues do not see what another machine carries back")
  func shared() throws {
    let place = writer.scratch.path + "/shared"
    func folder(_ name: String, _ number: String) -> SharedFolder {
      SharedFolder(place, conference: "c", author: Author(name: name, number: number))
    }
    let (ann, bo) = (folder("Ann", "0000000a"), folder("Bo", "0000000b"))
    _ = ann.lay([session: Array("topsecret".utf8), other: Array("harmless".utf8)])
    let result = try forget("topsecret", shared: ann)
    #expect(result.removed == ["\(ann.own)/session-s.md"] && leaks.isEmpty)
    try lay("topsecret", "\(ann.own)/session-s.md", seconds: 60)
    try lay("topsecret", "\(ann.own)/session-s.sync-conflict-20171204-101010-ABCDEF.md", seconds: 60)
    #expect(bo.colleagues().notes.map(\.text) == ["harmless"])
    // What is not to be there goes with the next that is laid.
    let marks = ForgottenMarks(in: writer.scratch.user)
    _ = ann.lay([other: Array("harmless".utf8)], forgotten: marks)
    #expect(leaks.isEmpty)
    _ = try NoteWriting(files: writer.files, places: writer.places).add("new", to: session)
    _ = ann.lay([session: Array("new\n".utf8)], forgotten: ForgottenMarks(in: writer.scratch.user))
    #expect(bo.colleagues().notes.map(\.text) == ["new\n"])
  }

  @Test("What is left elsewhere is said: reports, other names of the file, what a link leads to")
  func elsewhere() throws {
    let elsewhere = writer.scratch.path + "/elsewhere.md"
    try writer.scratch.write(elsewhere, "one topsecret\n")
    try writer.scratch.write(elsewhere + "~", "one topsecret\n")
    try Folder.make(folder)
    #expect(symlink(elsewhere, path) == 0 && link(elsewhere, writer.scratch.path + "/hard.md") == 0)
    let report = writer.scratch.user.path + "/report-2017-12-04-1200.md"
    try writer.scratch.write(report, "# Notes\n\none topsecret\n")
    let result = try forget("one topsecret\n")
    #expect(Set(result.removed) == [path, elsewhere, elsewhere + "~"])
    #expect(result.quoting == [report] && result.linked == [elsewhere])
  }

  @Test("Where the mark cannot be written nothing is done")
  func unmarked() throws {
    try writer.type("topsecret")
    end()
    try writer.scratch.write(writer.scratch.user.subjects, "{ damaged")
    #expect(throws: FileError.self) { try forget("topsecret") }
    #expect(try writer.file() == "topsecret")
  }

  @Test("The mark has nothing of the text, and outlives what else is remembered")
  func mark() throws {
    try writer.type("topsecret")
    end()
    try forget("topsecret")
    var memory = SubjectMemory(in: writer.scratch.user)
    try memory.remember([NoteSubject(target: other, title: "Other")], forgetting: [session])
    let file = try #require(try Scratch.read(writer.scratch.user.subjects))
    #expect(!file.contains("topsecret") && file.contains("forgotten"))
    #expect(SubjectMemory(in: writer.scratch.user).content.forgotten[session] != nil)
  }

  private struct Agenda: SubjectSource {
    let subject: NoteSubject
    subscript(target: Subject) -> NoteSubject? { target == subject.target ? subject : nil }
    func titled(like gone: NoteSubject) -> [NoteSubject] { [subject] }
  }

  private func subject(_ target: Subject) -> NoteSubject {
    var subject = NoteSubject(target: target, title: "A talk on many things")
    subject.start = Instant(seconds: 1_512_400_000)
    return subject
  }

  @Test("A session's new identifier neither hides what journals know by the old one nor lets it come back")
  func renamed() throws {
    try writer.type("topsecret", in: .session("old"))
    end()
    var memory = SubjectMemory(in: writer.scratch.user)
    try memory.remember([subject(.session("old"))])
    memory.bringBack([.session("old")], in: Agenda(subject: subject(session)))
    #expect(try writer.file() == "topsecret" && leaks.count == 2)
    try forget("topsecret")
    #expect(leaks.isEmpty)
    // And once more, before it came back from a machine that knows the newest one already.
    let newest = Subject.session("newest")
    memory = SubjectMemory(in: writer.scratch.user)
    memory.bringBack([], in: Agenda(subject: subject(newest)))
    try lay("topsecret", writer.files.path(for: newest))
    #expect(store.all(known: [newest]).notes.isEmpty)
    #expect(store.returned(known: [newest]).map(\.target) == [newest])
  }

  @Test("Whenever it dies, a note is wholly there or goes when it is forgotten again, and no other one is harmed")
  func death() throws {
    var number = 0
    while true {
      number += 1
      let one = try ForgettingTests()
      try one.writer.type("topsecret\n")
      try one.writer.type("harmless\n", in: other)
      one.writer.wait(2_100)
      try one.writer.type("topsecret again\n")
      try one.writer.type("not in its file\n", in: other)
      one.writer.die()
      try one.writer.scratch.write("\(one.folder)/session-s.md~", "topsecret\n")
      let death = Death(at: number)
      let result = try? one.forget("topsecret\n", calls: death.calls)
      let isMarked = ForgottenMarks(in: one.writer.scratch.user)[session] != nil
      #expect(try one.store.open(session) == (isMarked ? "" : "topsecret\ntopsecret again\n"), "\(number)")
      #expect(try one.store.open(other) == "harmless\nnot in its file\n", "\(number)")
      #expect(try one.forget("topsecret\n").isWhole)
      #expect(one.leaks.isEmpty, "\(number)")
      let next = try Writer(in: one.writer.scratch)
      next.recover()
      #expect(try next.file(other) == "harmless\nnot in its file\n", "\(number)")
      if result != nil, !death.hasCome { break }
    }
    #expect(number > 10)
  }
}

extension NoteWriting.Place {
  fileprivate func isInFile() {
    guard case .inFile = self else {
      Issue.record("\(self)")
      return
    }
  }
}
