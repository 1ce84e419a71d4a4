import Agenda
import Files
import JSON

/// Which changes of an agenda the user has acknowledged: all up to a version, and some of those after it.
///
/// `{"format": "plenary-acknowledged", "formatVersion": 1, "version", "latest", "changes": []}`; one that cannot be read
/// is as if there were none.
public struct Acknowledgement: Equatable, Sendable {
  /// What was read last with nothing in it unknown.
  public internal(set) var version: Int
  /// The highest number that a version was given.
  var latest: Int
  /// By the keys of changes from that version to a later one.
  public internal(set) var changes: Set<String> = []

  private static let format = "plenary-acknowledged"
  private static let limit = 16 << 20

  init(version: Int) { (self.version, latest) = (version, version) }

  static func file(_ folder: String) -> String { folder + "/acknowledged.json" }

  static func load(from folder: String) -> Acknowledgement? {
    guard let file = (try? RegularFile.read(file(folder), limit: limit)) ?? nil,
      let json = JSONTree(strict: file.bytes), json["format"]?.string == format,
      case .number(let version)? = json["version"], let version = Int(version)
    else { return nil }
    var read = Acknowledgement(version: version)
    if case .number(let latest)? = json["latest"] { read.latest = max(version, Int(latest) ?? version) }
    read.changes = Set(json["changes"]?.array?.compactMap(\.string) ?? [])
    return read
  }

  func save(to folder: String, _ calls: FileCalls) throws(FileError) {
    let json = JSONTree.object([
      "format": .string(Acknowledgement.format), "formatVersion": .number(1), "version": .number(version),
      "latest": .number(latest), "changes": .array(changes.sorted().map { .string($0) }),
    ])
    try DurableFile(Acknowledgement.file(folder), calls: calls).replace(with: json.bytes())
  }
}
