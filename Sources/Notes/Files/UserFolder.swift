import Files

/// Where what the user writes about one conference lives: `$XDG_DATA_HOME/plenary/<conference>/`.
public struct UserFolder: Equatable, Sendable {
  /// Absolute, without a slash at the end; it may not exist yet.
  public let path: String

  /// `~/.local/share` stands in for an `XDG_DATA_HOME` that is not set or not absolute (XDG Base Directory
  /// Specification 0.8).
  ///
  /// Nil where neither that variable nor `HOME` holds an absolute path.
  public init?(conference id: String, environment: (String) -> String?) {
    let base: String
    if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") {
      base = data
    } else if let home = environment("HOME"), home.hasPrefix("/") {
      base = home + "/.local/share"
    } else {
      return nil
    }
    path = "\(base)/plenary/\(UserFolder.name(of: id))"
  }

  /// What lies beside the folders of the conferences, and is none: the user's bundles, and files.
  private static let others: Set<String> = ["conferences", "author.json", "directories.json"]

  /// A conference that is called as one of these has its first letter written as a number, as no other name has it.
  private static func name(of id: String) -> String {
    let name = SafeName.of(id)
    guard others.contains(name), let first = name.utf8.first else { return name }
    return "%\(String(first, radix: 16, uppercase: true))\(name.dropFirst())"
  }

  /// The one whose notes lie in a folder.
  init(ofNotes folder: String) { path = Path.split(folder).folder }

  var notes: String { path + "/notes" }
  var documents: String { path + "/documents" }
  var plan: String { path + "/plan.json" }
  var subjects: String { path + "/subjects.json" }
  /// Versions of the agenda that were met, and which of them the user has acknowledged.
  public var versions: String { path + "/versions" }
  var sharing: String { path + "/sharing.json" }

  /// Makes the folder, and those above it that are missing, readable for the user alone.
  func make(_ calls: FileCalls = .system) throws(FileError) { try Folder.make(path, calls: calls) }
}
