import Agenda
import CPosix
import Glibc
import JSON

/// The plan on disk: `plan.json` in the user's folder.
///
/// Several programs may have it open: each saves its own changes onto what is on disk at that moment.
public struct PlanFile: Sendable {
  /// Bytes of the largest plan that is read.
  static let limit = 16 << 20

  public let folder: UserFolder

  public init(in folder: UserFolder) { self.folder = folder }

  /// The plan; empty where there is none, or none that can be read.
  ///
  /// A file that is no plan is moved to `plan.json.damaged-<time>` beside it, and the problem says so.
  public func load() -> (plan: Plan, problem: NoteError?) {
    do throws(NoteError) {
      return (Plan(stars: try read()?.stars ?? []), nil)
    } catch {
      return (Plan(), error)
    }
  }

  /// Does to the plan on disk what was done to this one since it was read, and gives the result, which has no
  /// changes left.
  ///
  /// Without changes nothing is written.
  ///
  /// A file that has become damaged is kept aside, and the whole of this plan is written. One that cannot be read is
  /// never written over. After an error the changes are still in `plan`.
  public func save(_ plan: Plan) throws(NoteError) -> Plan {
    if plan.hasChanges { try folder.make() }
    let turn = Turn(in: folder.path)
    defer { turn.end() }
    var format: PlanFormat
    var base: Plan
    do throws(NoteError) {
      let found = try read()
      format = found ?? PlanFormat()
      base = Plan(stars: format.stars)
    } catch .damagedPlan(let path, let keptAs) {
      guard keptAs != nil else { throw .damagedPlan(path: path, keptAs: nil) }
      format = PlanFormat()
      base = Plan(stars: plan.stars)
    }
    if !plan.hasChanges { return base }
    let merged = plan.redone(on: base)
    format.set(merged.stars)
    try DurableFile.replace(folder.plan, with: format.json.bytes())
    return Plan(stars: merged.stars)
  }

  private func read() throws(NoteError) -> PlanFormat? {
    guard let file = try RegularFile.read(folder.plan, limit: PlanFile.limit) else { return nil }
    if let format = PlanFormat(file.bytes) { return format }
    throw .damagedPlan(path: folder.plan, keptAs: keepAside())
  }

  /// Moves the file, not a link to it, to a name that nothing has yet; gives that name.
  private func keepAside() -> String? {
    guard let path = try? DurableFile.resolve(folder.plan) else { return nil }
    let stamp = Stamp.string(Instant(seconds: Int64(time(nil)))).filter { $0 != "-" && $0 != ":" }
    for attempt in 1...100 {
      let kept = "\(path).damaged-\(stamp)\(attempt == 1 ? "" : "-\(attempt)")"
      // Unlike rename, link never replaces anything.
      if link(path, kept) == 0 { return unlink(path) == 0 ? kept : nil }
      if errno == EEXIST { continue }
      // Not every file system has links.
      var info = stat()
      if lstat(kept, &info) != 0 && errno == ENOENT { return rename(path, kept) == 0 ? kept : nil }
      return nil
    }
    return nil
  }
}
