import Agenda
import CPosix
public import Files
import Glibc
import JSON

/// The plan on disk: `plan.json` in the user's folder.
///
/// Several programs may have it open: each saves its own changes onto what is on disk at that moment.
public final class PlanFile {
  /// Bytes of the largest plan that is read.
  static let limit = 16 << 20

  /// Why there is no plan, as facts.
  public enum Problem: Error, Equatable, Sendable {
    case file(FileError)
    /// It could not be understood. The file was kept under another name; nil where it could not be moved, and then it
    /// stays where it is and nothing is written over it.
    case damaged(path: String, keptAs: String?)
    /// A newer Plenary has written it in a way that this one does not know. The same holds for the file.
    case newer(path: String, keptAs: String?)
  }

  public let folder: UserFolder
  private let calls: FileCalls
  /// What was on disk at the last look, since a plan of thousands of stars takes longer to understand than to read.
  private var known: (bytes: [UInt8], format: PlanFormat, plan: Plan)?

  public convenience init(in folder: UserFolder) { self.init(in: folder, calls: .system) }

  init(in folder: UserFolder, calls: FileCalls) { (self.folder, self.calls) = (folder, calls) }

  /// The plan; empty where there is none, or none that can be read.
  ///
  /// A file that is no plan is moved to `plan.json.damaged-<time>` beside it, one of a newer program to
  /// `plan.json.newer-<time>`, and the problem says so.
  public func load() -> (plan: Plan, problem: Problem?) {
    do throws(Problem) {
      return (try read()?.plan ?? Plan(), nil)
    } catch {
      return (Plan(), error)
    }
  }

  /// Does to the plan on disk what was done to this one since it was read, but where that has a later change, and gives
  /// the result, which has no changes left.
  ///
  /// Without changes nothing is written.
  ///
  /// A file that has become damaged, or that of a newer program, is kept aside, and the whole of this plan is written. One that cannot be read is
  /// never written over. After an error the changes are still in `plan`.
  public func save(_ plan: Plan) throws(Problem) -> Plan {
    if plan.hasChanges { try PlanFile.asProblem { () throws(FileError) in try folder.make(calls) } }
    let lock = FolderLock(in: folder.path)
    defer { lock.release() }
    var format = PlanFormat()
    var base = Plan()
    var plan = plan
    do throws(Problem) {
      if let found = try read() { (format, base) = found }
    } catch .damaged(let path, nil) {
      throw .damaged(path: path, keptAs: nil)
    } catch .newer(let path, nil) {
      throw .newer(path: path, keptAs: nil)
    } catch .file(let error) {
      throw .file(error)
    } catch {
      if plan.hasChanges { plan = plan.unsettled() }
    }
    if !plan.hasChanges { return base }
    let merged = plan.redone(on: base)
    guard merged.hasChanges else { return merged }
    format.apply(merged)
    let file = DurableFile(folder.plan, calls: calls)
    // A star more or less.
    let bytes = format.json.bytes(expecting: (known?.bytes.count ?? 0) + 1_000)
    try PlanFile.asProblem { () throws(FileError) in try file.replace(with: bytes) }
    let settled = merged.settled()
    known = (bytes, format, settled)
    return settled
  }

  /// This plan with what others have done to the one on disk since; what cannot be read changes nothing.
  public func renewed(_ plan: Plan) -> Plan {
    let found = try? RegularFile.read(folder.plan, limit: PlanFile.limit)
    guard let bytes = found?.bytes, case .plan(_, let there) = understand(bytes) else { return plan }
    return plan.redone(on: there)
  }

  private func read() throws(Problem) -> (format: PlanFormat, plan: Plan)? {
    let read = try PlanFile.asProblem { () throws(FileError) in
      try RegularFile.read(folder.plan, limit: PlanFile.limit)
    }
    guard let file = read else { return nil }
    switch understand(file.bytes) {
    case .plan(let format, let plan): return (format, plan)
    case .newer: throw .newer(path: folder.plan, keptAs: keepAside("newer"))
    case .damaged: throw .damaged(path: folder.plan, keptAs: keepAside("damaged"))
    }
  }

  private func understand(_ bytes: [UInt8]) -> PlanFormat.Reading {
    if let known, PlanFile.isSame(known.bytes, bytes) { return .plan(known.format, known.plan) }
    let reading = PlanFormat.read(bytes)
    if case .plan(let format, let plan) = reading { known = (bytes, format, plan) }
    return reading
  }

  /// As arrays are compared, but by the block and not by the byte.
  private static func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard one.count == other.count else { return false }
    return one.withUnsafeBytes { one in
      other.withUnsafeBytes { other in
        guard let first = one.baseAddress, let second = other.baseAddress else { return true }
        return memcmp(first, second, one.count) == 0
      }
    }
  }

  /// Moves the file, not a link to it, to a name that nothing has yet; gives that name.
  private func keepAside(_ why: String) -> String? {
    guard let path = try? Path.resolve(folder.plan) else { return nil }
    let stamp = Stamp.string(Instant(seconds: Int64(time(nil)))).filter { $0 != "-" && $0 != ":" }
    for attempt in 1...100 {
      let kept = "\(path).\(why)-\(stamp)\(attempt == 1 ? "" : "-\(attempt)")"
      do throws(FileError) {
        try DurableFile(path, calls: calls).move(to: kept)
        return kept
      } catch .system("link", _, EEXIST) {
        continue
      } catch {
        return nil
      }
    }
    return nil
  }

  private static func asProblem<Result>(_ body: () throws(FileError) -> Result) throws(Problem) -> Result {
    do throws(FileError) { return try body() } catch { throw .file(error) }
  }
}
