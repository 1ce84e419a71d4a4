public import Agenda
public import Files
import JSON

/// A directory of conferences that is asked, and the last good list that it gave.
public struct DirectoryRecord: Equatable, Sendable {
  public let address: SourceAddress
  public var validators = Validators()
  /// When it was last asked, whatever came of it.
  public var asked: Instant?
  /// When it last gave or confirmed its list.
  public var confirmed: Instant?
  /// Not to be asked before then, as the server has said.
  public var rest: Instant?
  public var conferences: [ListedConference] = []

  /// Giggity's, which its users keep.
  public static let usual = SourceAddress("https://ggt.gaa.st/menu.json").map { [DirectoryRecord($0)] } ?? []
  /// Seconds in which nobody asks it again by himself.
  private static let pause: Int64 = 600
  private static let format = "plenary-directories"

  public init(_ address: SourceAddress) { self.address = address }

  /// Whether it may be asked, by a clock that may have been set.
  public func mayBeAsked(at now: Instant) -> Bool {
    guard let rest else { return true }
    let wait = rest.since(now)
    return wait <= 0 || wait > 7 * 86_400
  }

  /// Whether it is time to ask it where nobody has said so.
  public func isDue(at now: Instant) -> Bool {
    guard mayBeAsked(at: now) else { return false }
    guard let asked, case let age = now.since(asked), age >= 0 else { return true }
    return age >= DirectoryRecord.pause
  }

  /// The records that a file holds; nil where it is none.
  ///
  /// A record that cannot be read is as if it were missing.
  static func records(_ bytes: [UInt8]) -> [DirectoryRecord]? {
    guard let json = JSONTree(strict: bytes), json["format"]?.string == format,
      let directories = json["directories"]?.array
    else { return nil }
    return directories.compactMap { DirectoryRecord($0) }
  }

  static func bytes(_ records: [DirectoryRecord]) -> [UInt8] {
    JSONTree.object([
      "format": .string(format), "formatVersion": .number(1), "directories": .array(records.map(\.tree)),
    ]).bytes()
  }

  private init?(_ json: JSONTree) {
    guard let address = json["address"]?.string.flatMap({ SourceAddress($0) }) else { return nil }
    self.address = address
    validators = Validators(entityTag: json["entityTag"]?.string, lastModified: json["lastModified"]?.string)
    asked = json["asked"]?.string.flatMap { Instant(iso: $0) }
    confirmed = json["confirmed"]?.string.flatMap { Instant(iso: $0) }
    rest = json["rest"]?.string.flatMap { Instant(iso: $0) }
    conferences = (json["conferences"]?.array ?? []).compactMap { ListedConference(menuEntry: $0) }
  }

  private var tree: JSONTree {
    var members: JSONMembers = ["address": .string(address.text)]
    if let tag = validators.entityTag { members.append("entityTag", .string(tag)) }
    if let date = validators.lastModified { members.append("lastModified", .string(date)) }
    for (name, time) in [("asked", asked), ("confirmed", confirmed), ("rest", rest)] {
      if let time { members.append(name, .string(WireTime.iso(time, in: .utc))) }
    }
    members.append("conferences", .array(conferences.map(\.menuEntry)))
    return .object(members)
  }
}

/// The user's directories and what they last gave: `directories.json` beside the folders of the conferences, for the user
/// alone, since the address of one that was added may be a secret.
public struct DirectoryFile: Sendable {
  public let path: String
  private let folder: String
  private let calls: FileCalls

  /// More directories than anybody asks.
  public static let countLimit = 16
  private static let limit = 128 << 20

  /// - Parameter folder: where the folders of the conferences lie.
  public init(in folder: String, calls: FileCalls = .system) {
    (path, self.folder, self.calls) = (folder + "/directories.json", folder, calls)
  }

  /// The directories; the usual one where the file is missing or damaged.
  public func load() -> [DirectoryRecord] {
    let file = try? RegularFile.read(path, limit: DirectoryFile.limit)
    return (file ?? nil).flatMap { DirectoryRecord.records($0.bytes) } ?? DirectoryRecord.usual
  }

  /// Changes the directories as they are now, since another program may have changed them meanwhile.
  public func change(_ change: (inout [DirectoryRecord]) -> Void) throws(FileError) {
    try Folder.make(folder, calls: calls)
    let lock = FolderLock(in: folder)
    defer { lock.release() }
    var records = load()
    let before = records
    change(&records)
    if records != before { try DurableFile(path, calls: calls).replace(with: DirectoryRecord.bytes(records)) }
  }
}
