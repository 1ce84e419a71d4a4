import Agenda
import Files
import Glibc
import Testing

@testable import Notes

/// Every system call of keeping and saving a note fails once and for good: nothing is lost, and nothing is silent.
struct FaultTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var call: Faults.Call
    var kind: Faults.Kind
    var number: Int
    var isForGood: Bool
    var testDescription: String { "\(call) \(number)\(isForGood ? " and on" : "") \(kind)" }
  }

  static let cases: [Case] = Faults.Call.allCases.flatMap { call -> [Case] in
    let kinds: [Faults.Kind] =
      [EIO, ENOSPC, EDQUOT, EROFS, EINTR].map { .error($0) } + (call == .write ? [.short(3), .short(1)] : [])
    return kinds.flatMap { kind in
      (1...6).flatMap { number in
        [false, true].map { Case(call: call, kind: kind, number: number, isForGood: $0) }
      }
    }
  }

  @Test(arguments: FaultTests.cases)
  func nothingIsLostAndNothingIsSilent(_ fault: Case) throws {
    let faults = Faults()
    let writer = try Writer(calls: faults.calls)
    // One note is there before, one is new.
    try writer.scratch.write(writer.files.path(for: .session("old")), "before\n")
    faults.fail(fault.call, fault.kind, at: fault.number, forGood: fault.isForGood)
    try writer.type("one ", in: .session("new"))
    try writer.type("two", in: .session("old"))
    writer.wait(300)
    try writer.type("three", in: .session("new"))
    writer.wait(2_100)
    try writer.type(" four", in: .session("old"))
    writer.wait(2_100)

    let isHit = faults.hits > 0
    let expected: [Subject: String] = [.session("new"): "one three", .session("old"): "before\ntwo four"]
    for (target, text) in expected { #expect(try writer.text(target) == text) }
    // A short write goes on, a file that cannot be replaced is written in place, one that cannot be exchanged is renamed.
    // So does one that a signal has interrupted once.
    let isHarmless =
      [.short(3), .short(1), .error(EROFS)].contains(fault.kind) || fault.call == .exchange
      || fault.kind == .error(EINTR) && !fault.isForGood && [.open, .write].contains(fault.call)
    let isTold = writer.news.contains { if case .trouble = $0 { true } else { false } }
    if isHit, !isHarmless { #expect(isTold, "the fault was not told") }
    // As long as it is told that a note is safe, the death of the program does not take it away.
    let safe = expected.keys.filter {
      if case .notSaved = writer.safety($0) { false } else { true }
    }
    faults.heal()
    writer.die()
    let next = try Writer(in: writer.scratch)
    next.recover()
    next.settle()
    for target in safe { #expect(try next.file(target) == expected[target], "\(target): \(writer.news) \(next.news)") }
  }

  @Test(arguments: FaultTests.cases.filter(\.isForGood))
  func whenTheDiskIsWellAgainEverythingIsSaved(_ fault: Case) throws {
    let faults = Faults()
    let writer = try Writer(calls: faults.calls)
    faults.fail(fault.call, fault.kind, at: fault.number, forGood: true)
    for word in ["one", " two", " three"] {
      try writer.type(word)
      writer.wait(700)
    }
    faults.heal()
    writer.wait(15_001)
    writer.wait(15_001)
    #expect(try writer.file() == "one two three")
    #expect(writer.safety() == .saved)
  }

  @Test func anInterruptedCallIsMadeAgain() throws {
    for call in [Faults.Call.open, .write] {
      let faults = Faults()
      let writer = try Writer(calls: faults.calls)
      faults.fail(call, .error(EINTR), at: 1, forGood: false)
      try writer.type("one")
      writer.wait(2_100)
      #expect(faults.hits == 1)
      #expect(try writer.file() == "one")
      #expect(writer.trouble == nil)
    }
  }

  @Test func aDescriptorThatHasFailedIsNeverTrustedAgain() throws {
    let faults = Faults()
    let writer = try Writer(calls: faults.calls)
    try writer.type("one")
    faults.fail(.syncData, .error(EIO), at: 1, forGood: false)
    writer.wait(300)
    guard case .journalMoved(let path, .system("fdatasync", let failed, EIO)) = writer.trouble else {
      return #expect(Bool(false), "\(String(describing: writer.trouble))")
    }
    #expect(writer.journals.count == 2 && writer.journals.contains(path) && path != failed)
    let size = try #require(try RegularFile.read(failed, limit: 1 << 20)?.bytes.count)
    try writer.type(" two")
    writer.wait(300)
    #expect(writer.safety() == .saved)
    #expect(try RegularFile.read(failed, limit: 1 << 20)?.bytes.count == size)
    var replay = JournalReplay()
    replay.add(JournalFormat.read(try #require(try RegularFile.read(path, limit: 1 << 20)).bytes))
    #expect(replay.notes.mapValues(\.text) == [.session("s"): Array("one two".utf8)])
  }

  @Test func theFallbackGoesFromStateToRuntimeToTheLastFolder() throws {
    let scratch = try Scratch(inMemory: true)
    try scratch.write(scratch.path + "/state", "no folder")
    let writer = try Writer(in: scratch)
    try writer.type("one")
    #expect(writer.journals.allSatisfy { $0.hasPrefix(scratch.path + "/run/") } && writer.journals.count == 1)
    #expect(writer.safety() == .kept)
    try scratch.write(scratch.path + "/run2", "no folder")
    let other = try Scratch(inMemory: true)
    try other.write(other.path + "/state", "no folder")
    try other.write(other.path + "/run", "no folder")
    let second = try Writer(in: other)
    try second.type("one")
    second.settle()
    #expect(second.journals.allSatisfy { $0.hasPrefix(other.path + "/last/") } && second.journals.count == 1)
    #expect(second.trouble != nil)
  }

  @Test func whereNothingCanBeKeptItIsSaid() throws {
    let scratch = try Scratch(inMemory: true)
    for name in ["state", "run", "last"] { try scratch.write(scratch.path + "/" + name, "no folder") }
    let writer = try Writer(in: scratch)
    try writer.type("one")
    writer.settle()
    guard case .notSaved = writer.safety() else {
      return #expect(Bool(false), "\(String(describing: writer.safety()))")
    }
    guard case .notKept = writer.trouble else { return #expect(Bool(false), "\(String(describing: writer.trouble))") }
    // The file itself can be written.
    #expect(writer.finish().isEmpty)
    #expect(try writer.file() == "one")
  }

  @Test func whereNothingCouldBeKeptItIsTriedAgainAsSoonAsThePauseIsOver() throws {
    let scratch = try Scratch(inMemory: true)
    for name in ["state", "run", "last"] { try scratch.write(scratch.path + "/" + name, "no folder") }
    let writer = try Writer(in: scratch)
    try writer.type("one")
    writer.settle()
    #expect(unlink(scratch.path + "/state") == 0)
    writer.wait(JournalWriter.retryPause - 1)
    #expect(writer.journals.isEmpty)
    writer.wait(1)
    #expect(writer.journals.count == 1)
  }
}
