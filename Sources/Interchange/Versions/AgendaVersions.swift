public import Agenda
public import Files
import Glibc

/// The versions of a conference's agenda that were met on this machine, the last fifty of them, in a folder of the
/// user's.
///
/// Each has a number, which no other ever gets. Several programs may keep and read them at once. What is damaged is put
/// aside, whole, and begun anew.
public struct AgendaVersions: Sendable {
  /// A version that is kept.
  public struct Version: Equatable, Sendable {
    public let number: Int
    /// When it was met first.
    public let kept: Instant
  }

  /// What came of keeping a version.
  public struct Keeping: Equatable, Sendable {
    public var number: Int
    /// False where it does not differ from the last one.
    public var isNew: Bool
    /// Where a damaged file of versions was put; nil where none was.
    public var damaged: String?
  }

  /// How many are kept, that which was acknowledged beside them.
  static let limit = 50
  /// Bytes of the file that are read, and written, at most.
  static let byteLimit = 256 << 20

  public let folder: String
  private let calls: FileCalls

  private var file: String { folder + "/versions.jsonl" }

  /// - Parameter folder: absolute; it may not exist yet.
  public init(in folder: String, calls: FileCalls = .system) { (self.folder, self.calls) = (folder, calls) }

  /// Keeps an agenda as the newest version where it differs from the last one.
  ///
  /// The first that is ever kept is acknowledged: nobody has seen another one.
  public func keep(_ agenda: Agenda, at now: Instant) throws(FileError) -> Keeping { try keep([agenda], at: now) }

  /// The same of several, one after the other, which cost one reading of the file; gives what came of the last one.
  public func keep(_ agendas: [Agenda], at now: Instant) throws(FileError) -> Keeping {
    try Folder.make(folder, calls: calls)
    let lock = FolderLock(in: folder)
    defer { lock.release() }
    var (table, damaged) = try load()
    var seen = Acknowledgement.load(from: folder)
    let before = max(table.versions.last?.number ?? 0, seen?.latest ?? 0)
    var (number, isNew) = (before, false)
    for agenda in agendas {
      isNew = table.add(agenda, number: number + 1, at: now)
      if isNew { number += 1 }
    }
    guard number > before else {
      return Keeping(number: table.versions.last?.number ?? 0, isNew: false, damaged: nil)
    }
    let oldest = table.versions.count > AgendaVersions.limit ? table.versions.count - AgendaVersions.limit : 0
    if oldest > 0 {
      let (limit, kept) = (table.versions[oldest].number, seen?.version)
      table.remove { $0.number < limit && $0.number != kept }
    }
    var bytes = table.bytes
    while bytes.count > AgendaVersions.byteLimit, table.versions.count > 1 {
      let first = table.versions[0].number
      table.remove { $0.number == first }
      bytes = table.bytes
    }
    try DurableFile(file, calls: calls).replace(with: bytes)
    // What was acknowledged before cannot be compared with any more.
    if !table.versions.contains(where: { $0.number == seen?.version }) { seen = nil }
    var next = seen ?? Acknowledgement(version: table.versions.first?.number ?? number)
    next.latest = number
    try next.save(to: folder, calls)
    return Keeping(number: number, isNew: isNew, damaged: damaged)
  }

  /// What is kept, the oldest first; none where there is nothing, or nothing that can be read.
  public func all() -> [Version] { read()?.versions.map { Version(number: $0.number, kept: $0.kept) } ?? [] }

  /// The agenda of a version; nil where it is not kept.
  public func agenda(_ number: Int) -> Agenda? { agendas([number])[number] }

  /// The same of several, which cost one reading of the file.
  public func agendas(_ numbers: [Int]) -> [Int: Agenda] {
    guard let table = read() else { return [:] }
    var agendas: [Int: Agenda] = [:]
    for version in table.versions where numbers.contains(version.number) {
      agendas[version.number] = BundleReader().read(FileBytes(table.agenda(version)), in: folder).agenda
    }
    return agendas
  }

  /// The last version that has a session of each title; nil where none has.
  public func last(with titles: [String]) -> [Int?] {
    guard let table = read() else { return titles.map { _ in nil } }
    return titles.map { table.last(with: $0)?.number }
  }

  /// What the user has acknowledged; nil where nothing is kept.
  public var acknowledged: Acknowledgement? { Acknowledgement.load(from: folder) }

  /// Where that is written down, to be watched.
  public var acknowledgedPath: String { Acknowledgement.file(folder) }

  /// Records that changes up to a version are acknowledged: all, where none are named.
  public func acknowledge(_ changes: [String]?, upTo number: Int) throws(FileError) {
    try Folder.make(folder, calls: calls)
    let lock = FolderLock(in: folder)
    defer { lock.release() }
    var next = Acknowledgement.load(from: folder) ?? Acknowledgement(version: number)
    next.latest = max(next.latest, number)
    if let changes {
      next.changes.formUnion(changes)
    } else {
      // Two windows may look at different versions: who has acknowledged the newer one has seen the older one too.
      next.version = max(next.version, number)
      next.changes = []
    }
    try next.save(to: folder, calls)
  }

  private func read() -> VersionTable? {
    let read = (try? RegularFile.read(file, limit: AgendaVersions.byteLimit + 1)) ?? nil
    return read.flatMap { VersionTable($0.bytes) }
  }

  /// What is there, and where it was put if it is damaged.
  private func load() throws(FileError) -> (VersionTable, damaged: String?) {
    guard let read = try RegularFile.read(file, limit: AgendaVersions.byteLimit + 1) else {
      return (VersionTable(), nil)
    }
    if let table = VersionTable(read.bytes) { return (table, nil) }
    for attempt in 1...100 {
      let aside = "\(file).damaged\(attempt == 1 ? "" : "-\(attempt)")"
      do throws(FileError) {
        try DurableFile(file, calls: calls).move(to: aside)
        return (VersionTable(), aside)
      } catch .system(_, _, EEXIST) where attempt < 100 {
        continue
      }
    }
    return (VersionTable(), nil)
  }
}
