import CPosix
import Glibc
import Stage

/// A call of keeping or saving a note fails, once or from then on: nothing is lost, and nothing is silent.
struct FaultTrial {
  struct Case {
    var kind: Watch.Kind
    var answer: Watch.Answer
    /// The how manieth call of that kind.
    var number: Int
    var isForGood: Bool
    /// There is a note already, which is replaced and not made.
    var hasNote: Bool
  }

  /// Every call that a save makes, and some more: a fault makes further ones.
  static let cases: [Case] = {
    let numbers: [Watch.Kind: Int] = [
      .open: 10, .write: 24, .fsync: 6, .fdatasync: 4, .rename: 3, .exchange: 3, .truncate: 2, .reserve: 2,
    ]
    let answers: [Watch.Answer] = [.fail(EIO), .fail(ENOSPC), .fail(EROFS), .fail(EINTR), .kill, .short(3)]
    return Watch.Kind.allCases.flatMap { kind in
      answers.filter { $0 != .short(3) || kind == .write }.flatMap { answer in
        (1...(numbers[kind] ?? 1)).flatMap { number in
          (answer == .kill ? [false] : [false, true]).flatMap { isForGood in
            [false, true].map { hasNote in
              Case(kind: kind, answer: answer, number: number, isForGood: isForGood, hasNote: hasNote)
            }
          }
        }
      }
    }
  }()

  private let options: Options

  init(_ options: Options) { self.options = options }

  /// Fewer chains than cases take some from everywhere.
  func run(_ chain: Int, _ random: inout Random, _ outcome: inout Outcome) throws {
    let wanted = min(options.cases[.faults] ?? 0, Self.cases.count)
    let index = options.only ?? (wanted == 0 ? 0 : chain * Self.cases.count / wanted)
    guard Self.cases.indices.contains(index), chain < max(wanted, Self.cases.count) else { return }
    do {
      try run(Self.cases[index], &random, &outcome)
    } catch let failure as Failure {
      throw Failure(sentence: "--only \(index): \(Self.cases[index]): \(failure.sentence)")
    }
  }

  private func run(_ fault: Case, _ random: inout Random, _ outcome: inout Outcome) throws {
    let house = try House(options)
    let before = fault.hasNote ? "до того\n" : ""
    if fault.hasNote { try house.write(note: before) }
    var draft = Draft(house: house, text: before, isRuleInDoubt: fault.kind == .open)
    let watch = try Watch(in: house.folder)
    let typist = try house.open(watch: watch)
    let plan = FaultPlan(fault, below: [house.home + "/", house.lastJournals])
    watch.set { plan.judge($0) }
    draft.begin(typist)
    var isTold = false
    func look(seconds: Double) {
      typist.pump(until: Typist.now + seconds)
      isTold = isTold || Self.warnings.contains(where: typist.sees)
    }
    for round in [8, 4, 3] {
      for _ in 0..<round {
        draft.key(typist, &random)
        look(seconds: 0.003)
      }
      // The journal is put on disk after a quarter of a second, the file written when it is asked for.
      if round == 4 { typist.send([0x13]) }
      look(seconds: round == 3 ? 0.05 : 0.33)
    }
    // What has failed a moment ago is said with the next picture.
    let mustTell = plan.isHarmful
    if mustTell, !isTold {
      _ = typist.wait(seconds: 2) { typist in Self.warnings.contains(where: typist.sees) }
      look(seconds: 0)
    }
    let isUnsafe = typist.sees("NOT SAVED")
    let end: Int32 = random.chance(50) ? SIGKILL : SIGTERM
    typist.pseudoTerminal.signal(end)
    if typist.end(within: 10) == nil { throw draft.failure("it does not end", typist) }
    isTold = isTold || typist.sees("could not be saved")
    outcome.counts[plan.hits > 0 ? "hit" : "not reached", default: 0] += 1
    if isTold { outcome.counts["told", default: 0] += 1 }
    try draft.died(typist, &outcome)
    if mustTell, !isTold { throw draft.failure("nothing is said of the fault", typist) }

    let next = try house.open()
    let mayLose = isUnsafe && end == SIGKILL || typist.sees("could not be saved")
    if mayLose {
      outcome.counts["said to be lost", default: 0] += 1
      next.pump(until: Typist.now + 0.05)
      try draft.checkWhole(next)
    } else {
      try draft.expectRecovery(next, &outcome)
    }
    next.kill()
  }

  private static let warnings = ["NOT SAVED", "Notes are kept"]
}

/// Finds the call that is to fail.
// Used by the watching thread, under its lock, and looked at after the end.
final class FaultPlan: @unchecked Sendable {
  private let fault: FaultTrial.Case
  private let places: [String]
  private var count = 0
  private(set) var hits = 0
  /// Somebody has to be told: a journal or a note's file could not be made, written, put on disk or put in its place.
  private(set) var isHarmful = false

  init(_ fault: FaultTrial.Case, below places: [String]) { (self.fault, self.places) = (fault, places) }

  func judge(_ call: Watch.Call) -> Watch.Answer {
    guard call.kind == fault.kind, places.contains(where: call.path.hasPrefix), !call.path.contains("/cache/") else {
      return .make
    }
    count += 1
    guard count == fault.number || fault.isForGood && count > fault.number else { return .make }
    hits += 1
    if harms(call) { isHarmful = true }
    return fault.answer
  }

  /// A short write or an interrupted call goes on, a file that cannot be exchanged is renamed, and room that cannot be
  /// set aside is done without.
  private func harms(_ call: Watch.Call) -> Bool {
    guard case .fail(let code) = fault.answer, code != EINTR else { return false }
    // Other files hold nothing that was typed: what notes are about, and what was opened last.
    guard call.path.contains("/journal") || call.path.contains("/notes") else { return false }
    switch call.kind {
    case .write, .fsync, .fdatasync: return true
    // Where no file can be made beside the note, it is written in place.
    case .open: return call.path.hasSuffix(".jnl") || call.path.hasSuffix(".tmp") && code != EROFS
    case .rename: return call.path.hasSuffix(".md")
    case .exchange, .truncate, .reserve: return false
    }
  }
}
