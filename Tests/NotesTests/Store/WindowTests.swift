import Agenda
import Files
import Glibc
import Testing

@testable import Notes

/// Several windows and verbs on one machine.
struct WindowTests {
  let one: Writer
  let two: Writer
  let path: String

  init() throws {
    one = try Writer()
    two = try Writer(in: one.scratch)
    path = one.files.path(for: .session("s"))
  }

  @Test("What one window types the other one shows before it is in the file")
  func shown() throws {
    _ = try two.text()
    try one.type("typed")
    two.settle()
    #expect(try two.text() == "typed")
    #expect(two.replacements.last?.change == .joined)
    #expect(try two.file() == nil)
  }

  @Test("A note that is only read is news too, but not with each key")
  func listed() throws {
    for letter in ["a", "b", "c"] {
      try one.type(letter)
      two.note(two.store.attend(now: two.now))
    }
    #expect(two.news.count { $0 == .filesChanged } == 1)
    two.wait(400)
    #expect(two.news.count { $0 == .filesChanged } == 2)
    #expect(two.store.all().notes.map(\.text) == ["abc"])
  }

  @Test("Two that write by turns have one text, and it is in the file without a conflict")
  func turns() throws {
    for round in 0..<30 {
      try one.type("a\(round)\n")
      if round.isMultiple(of: 3) { two.settle() }
      try two.type("b\(round)\n")
      if round.isMultiple(of: 7) { two.wait(2_100) }
    }
    for window in [one, two, one] { window.wait(9_000) }
    let lines = try #require(try one.file()).split(separator: "\n").map(String.init)
    #expect(lines == (0..<30).flatMap { ["a\($0)", "b\($0)"] })
    #expect(try one.text() == two.text())
  }

  @Test("Two that type at the same moment in one line have two lines")
  func sameLine() throws {
    try one.scratch.write(path, "line")
    _ = try (one.text(), two.text())
    // Neither has seen the other's when it types.
    #expect(one.store.edit(.session("s"), NoteEdit(offset: 4, removed: 0, inserted: " one")))
    #expect(two.store.edit(.session("s"), NoteEdit(offset: 4, removed: 0, inserted: " two")))
    for window in [one, two] { window.note(window.store.commit(now: window.now)) }
    for window in [one, two, one] { window.settle() }
    #expect(try one.text() == two.text())
    #expect(try Set(one.text().split(separator: "\n")) == ["line one", "line two"])
  }

  @Test("Twenty equal texts that are added at once are twenty")
  func equal() throws {
    var stores: [NoteStore] = []
    for _ in 0..<20 {
      let store = NoteStore(files: one.files, places: one.places)
      _ = try store.open(.session("s"))
      stores.append(store)
    }
    for (number, store) in stores.enumerated() {
      _ = try NoteWriting(store).add("the same", to: .session("s"))
      #expect(try one.file() == String(repeating: "the same\n", count: number + 1))
    }
    #expect(try one.file() == String(repeating: "the same\n", count: 20))
  }

  @Test("A window that was killed: the other one has its text, and writes it")
  func killed() throws {
    _ = try two.text()
    try one.type("typed")
    two.settle()
    one.die()
    two.wait(OpenNote.proxyPause + 100)
    #expect(try two.file() == "typed")
    two.store.close()
    let next = try Writer(in: one.scratch)
    next.recover()
    #expect(next.replacements.isEmpty)
    #expect(try next.file() == "typed")
  }

  @Test("Whoever has let its journal go before it was looked at is not counted twice")
  func letGo() throws {
    try one.type("typed\n")
    _ = try NoteWriting(files: one.files, places: one.places).add("added", to: .session("s"))
    one.wait(2_100)
    one.settle()
    #expect(try one.file() == "typed\nadded\n")
    let third = try Writer(in: one.scratch)
    #expect(try third.text() == "typed\nadded\n")
    one.die()
    third.recover()
    #expect(try third.file() == "typed\nadded\n")
  }

  @Test("Nobody who cannot have the lock waits for it for long, or loses anything")
  func locked() throws {
    try one.type("a\n")
    _ = try two.text()
    let lock = FolderLock(in: one.places.folders[0])
    #expect(lock.isHeld)
    try one.type("b\n")
    try two.type("c\n")
    try one.type("d\n")
    lock.release()
    for window in [one, two, one] { window.wait(9_000) }
    #expect(try one.text() == two.text())
    #expect(try one.file() == one.text())
    let lines = try one.text().split(separator: "\n").map(String.init)
    #expect(lines.sorted() == ["a", "b", "c", "d"])
  }

  @Test("Who types without a pause has a file all the same")
  func withoutPause() throws {
    for _ in 0..<20 {
      try one.type("word ")
      one.wait(500)
    }
    #expect(try one.file()?.hasPrefix("word word") == true)
  }
}
