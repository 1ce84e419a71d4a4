import Agenda
import Files
import Glibc
import Testing

@testable import Notes

/// Somebody who writes notes, with a home of their own and a clock that goes on only when they say so.
final class Writer {
  let scratch: Scratch
  let files: NoteFiles
  let places: JournalPlaces
  private(set) var store: NoteStore
  private(set) var now: Int64 = 1_000_000
  private(set) var news: [NoteNews] = []

  init(
    calls: FileCalls = .system, in scratch: Scratch? = nil, run: UInt64 = .random(in: 0...UInt64.max)
  ) throws {
    // In memory, where there is such a folder: these tests do not ask whether a disk is quick.
    let scratch = try scratch ?? Scratch(inMemory: true)
    self.scratch = scratch
    files = NoteFiles(in: scratch.user)
    places = Writer.places(in: scratch)
    store = NoteStore(files: files, places: places, calls: calls, run: run)
  }

  static func places(in scratch: Scratch) -> JournalPlaces {
    JournalPlaces(
      conference: "c",
      environment: {
        ["XDG_STATE_HOME": scratch.path + "/state", "XDG_RUNTIME_DIR": scratch.path + "/run"][$0]
      }, last: scratch.path + "/last")
  }

  /// Types at the end of a note, as one batch of input.
  func type(_ text: String, in target: Subject = .session("s")) throws {
    let end = try store.open(target).utf8.count
    edit(NoteEdit(offset: end, removed: 0, inserted: text), in: target)
  }

  func edit(_ edit: NoteEdit, in target: Subject = .session("s")) {
    #expect(store.edit(target, edit))
    note(store.commit(now: now))
  }

  /// Lets time pass; whatever is due at its end is done, and waited for.
  func wait(_ milliseconds: Int64) {
    now += milliseconds
    settle()
  }

  /// Does what is due now, and waits for it.
  func settle() {
    for _ in 0..<20 {
      note(store.attend(now: now))
      #expect(store.worker.wait(milliseconds: 10_000))
      note(store.attend(now: now))
      if !store.worker.isBusy, store.deadline.map({ $0 > now }) ?? true { return }
    }
    Issue.record("it never comes to rest")
  }

  @discardableResult
  func finish() -> [Subject] {
    let (told, endangered) = store.finish(now: { [self] in now }, within: 10_000)
    note(told)
    return endangered
  }

  func note(_ more: [NoteNews]) { news += more }

  /// The last that was told of a note's safety.
  func safety(_ target: Subject = .session("s")) -> NoteSafety? {
    news.reversed().lazy.compactMap { if case .safety(target, let safety) = $0 { safety } else { nil } }.first
  }

  /// The last trouble told; nil where all is well.
  var trouble: NoteTrouble? {
    let told = news.reversed().lazy.compactMap { news -> NoteTrouble?? in
      if case .trouble(let trouble) = news { .some(trouble) } else { nil }
    }.first
    return told ?? nil
  }

  var replacements: [(text: String, change: NoteChange)] {
    news.compactMap { if case .replaced(_, let text, let change) = $0 { (text, change) } else { nil } }
  }

  func text(_ target: Subject = .session("s")) throws -> String { try store.open(target) }
  func file(_ target: Subject = .session("s")) throws -> String? { try scratch.text(files.path(for: target)) }

  /// Every journal, in all its places.
  var journals: [String] {
    ["state/plenary/journal/c", "run/plenary/journal/c", "last/plenary-\(getuid())/journal/c"].flatMap { folder in
      scratch.names(in: "\(scratch.path)/\(folder)").map { "\(scratch.path)/\(folder)/\($0)" }
    }
  }

  /// Ends as if killed: nothing is finished.
  func die() {
    store.worker.end()
    store = NoteStore(files: files, places: places)
  }
}

extension Writer {
  /// Starts anew, with what an earlier run has left.
  func recover() {
    note(store.recover(now: now))
    settle()
  }

  /// Another program writes a note's file and is done with it.
  func writeOutside(_ text: String, _ target: Subject = .session("s")) throws {
    try DurableFile(files.path(for: target)).replace(with: Array(text.utf8))
    settle()
  }
}
