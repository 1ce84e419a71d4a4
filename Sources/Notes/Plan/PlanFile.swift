import Agenda
import CPosix
public import Files
import Glibc
import JSON

/// The plan on disk: `plan.json` in the user's folder.
///
/// Several programs may have it open: each saves its own changes onto what is on disk at that moment.
public struct PlanFile: Sendable {
  /// Bytes of the largest plan that is read.
  static let limit = 16 << 20

  /// Why there is no plan, as facts.
  public enum Problem: Error, Equatable, Sendable {
    case file(FileError)
    /// It could not be understood. The file was kept under another name; nil where it could not be moved, and then it
    /// stays where it is and nothing is written over it.
    case damaged(path: String, keptAs: String?)
  }

  public let folder: UserFolder
  private let calls: FileCalls

  public init(in folder: UserFolder) { self.init(in: folder, calls: .system) }

  init(in folder: UserFolder, calls: FileCalls) { (self.folder, self.calls) = (folder, calls) }

  /// The plan; empty where there is none, or none that can be read.
  ///
  /// A file that is no plan is moved to `plan.json.damaged-<time>` beside it, and the problem says so.
  public func load() -> (plan: Plan, problem: Problem?) {
    do throws(Problem) {
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
  public func save(_ plan: Plan) throws(Problem) -> Plan {
    if plan.hasChanges { try PlanFile.asProblem { () throws(FileError) in try folder.make(calls) } }
    let lock = FolderLock(in: folder.path)
    defer { lock.release() }
    var format: PlanFormat
    var base: Plan
    do throws(Problem) {
      let found = try read()
      format = found ?? PlanFormat()
      base = Plan(stars: format.stars)
    } catch .damaged(let path, let keptAs) {
      guard keptAs != nil else { throw .damaged(path: path, keptAs: nil) }
      format = PlanFormat()
      base = Plan(stars: plan.stars)
    }
    if !plan.hasChanges { return base }
    let merged = plan.redone(on: base)
    format.replace(merged.stars)
    let file = DurableFile(folder.plan, calls: calls)
    try PlanFile.asProblem { () throws(FileError) in try file.replace(with: format.json.bytes()) }
    return Plan(stars: merged.stars)
  }

  private func read() throws(Problem) -> PlanFormat? {
    let read = try PlanFile.asProblem { () throws(FileError) in
      try RegularFile.read(folder.plan, limit: PlanFile.limit)
    }
    guard let file = read else { return nil }
    if let format = PlanFormat(file.bytes) { return format }
    throw .damaged(path: folder.plan, keptAs: keepAside())
  }

  /// Moves the file, not a link to it, to a name that nothing has yet; gives that name.
  private func keepAside() -> String? {
    guard let path = try? Path.resolve(folder.plan) else { return nil }
    let stamp = Stamp.string(Instant(seconds: Int64(time(nil)))).filter { $0 != "-" && $0 != ":" }
    for attempt in 1...100 {
      let kept = "\(path).damaged-\(stamp)\(attempt == 1 ? "" : "-\(attempt)")"
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

/// The plan as JSON, format version 1:
/// `{"format": "plenary-plan", "formatVersion": 1, "starred": [{"id", "title", "starredAt", "start", "people",
/// "hasTwin"}]}`.
///
/// Members that this version does not know stay as they are, in the whole and in each star.
struct PlanFormat {
  private static let name = "plenary-plan"

  private(set) var json: JSONTree

  /// A new plan without a star.
  init() { json = .object(["format": .string(PlanFormat.name), "formatVersion": .number(1), "starred": .array([])]) }

  /// Nil where this is no plan.
  ///
  /// A star that cannot be understood is kept, but means nothing.
  init?(_ bytes: [UInt8]) {
    guard let json = JSONTree(strict: bytes), json["format"]?.string == PlanFormat.name else { return nil }
    switch json["starred"] {
    case .none, .array: self.json = json
    case .null, .boolean, .number, .string, .object: return nil
    }
  }

  private var entries: [JSONTree] { json["starred"]?.array ?? [] }

  var stars: [Plan.Star] {
    entries.compactMap { entry in
      guard let id = entry["id"]?.string else { return nil }
      var star = Plan.Star(
        id: id, title: entry["title"]?.string ?? "",
        starredAt: entry["starredAt"]?.string.flatMap(Stamp.instant) ?? Instant(seconds: 0))
      star.start = entry["start"]?.string.flatMap(Stamp.instant)
      star.people = entry["people"]?.array?.compactMap(\.string)
      star.hasTwin = entry["hasTwin"] == .boolean(true)
      return star
    }
  }

  /// Makes the stars these: the others go, new ones come at the end, and what is known of a session is renewed.
  mutating func replace(_ stars: [Plan.Star]) {
    let wanted = Dictionary(stars.map { ($0.id, $0) }) { first, _ in first }
    let before = Dictionary(self.stars.map { ($0.id, $0) }) { first, _ in first }
    var kept: [JSONTree] = []
    var present: Set<Session.ID> = []
    for entry in entries {
      guard let id = entry["id"]?.string else {
        kept.append(entry)
        continue
      }
      guard let star = wanted[id] else { continue }
      present.insert(id)
      kept.append(before[id] == star ? entry : PlanFormat.entry(entry, renewed: star))
    }
    for star in stars where present.insert(star.id).inserted {
      kept.append(PlanFormat.entry(.object([:]), renewed: star))
    }
    json["starred"] = .array(kept)
  }

  private static func entry(_ entry: JSONTree, renewed star: Plan.Star) -> JSONTree {
    var entry = entry
    entry["id"] = .string(star.id)
    entry["title"] = .string(star.title)
    entry["starredAt"] = .string(Stamp.string(star.starredAt))
    entry["start"] = star.start.map { .string(Stamp.string($0)) }
    entry["people"] = star.people.map { .array($0.map { .string($0) }) }
    entry["hasTwin"] = star.hasTwin ? .boolean(true) : nil
    return entry
  }
}
