import CSQLite
import Files
import Glibc

/// The folder of the cached catalogues.
struct CacheFolder {
  private static let finished = ".catalogue"
  private static let day = 86_400

  let path: String

  /// The file of a bundle's catalogue, the same in every run.
  func file(bundle: String, languages: [String]) -> String {
    var hash = StableHash()
    hash.add(bundle)
    for language in languages { hash.add(language) }
    return "\(path)/\(hash.digits)\(CacheFolder.finished)"
  }

  /// An empty file for a catalogue to be made, readable for the user alone; the folder, and those above it, are made
  /// where they are missing.
  func makePartial(_ calls: FileCalls) throws(FileError) -> String {
    try Folder.make(path, calls: calls)
    var info = stat()
    // Under sudo the folder may be somebody else's, who could not remove our files any more.
    guard stat(path, &info) == 0, info.st_uid == geteuid() else {
      throw .system(call: "stat", path: path, errno: EPERM)
    }
    let name = TemporaryName.new(in: path)
    close(try calls.open(name, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600))
    return name
  }

  /// Removes what dead runs left behind, and after 90 days the catalogues of bundles that are gone.
  func tidy() {
    TemporaryName.sweep(path)
    let now = time(nil)
    for name in Folder.names(in: path).prefix(10_000) where name.hasSuffix(CacheFolder.finished) {
      let file = "\(path)/\(name)"
      var info = stat()
      guard lstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG,
        now - info.st_mtim.tv_sec > 90 * CacheFolder.day
      else { continue }
      let bundle = Database.cached(at: file).flatMap { try? CacheOrigin(of: $0) }?.bundle
      if bundle.map({ access($0, F_OK) != 0 && errno == ENOENT }) ?? true { unlink(file) }
    }
  }
}

/// What a cached catalogue was compiled from: written into its file, and compared at the next start.
struct CacheOrigin: Equatable {
  /// What the catalogue was compiled with: format, program, languages.
  var key: UInt64
  /// The bundle's signature when it was read.
  var signature: UInt64
  /// False where the signature says too little to be trusted at the next start.
  var isSettled: Bool
  /// The path of the bundle.
  var bundle: String

  init(key: UInt64, signature: UInt64, isSettled: Bool, bundle: String) {
    (self.key, self.signature, self.isSettled, self.bundle) = (key, signature, isSettled, bundle)
  }

  /// Reads it from a catalogue of this format; anything else is `SQLITE_NOTADB` or `SQLITE_CORRUPT`.
  init(of database: Database) throws(CatalogueError) {
    guard try database.number("PRAGMA application_id") == Schema.applicationID,
      try database.number("PRAGMA user_version") == Schema.version
    else { throw CatalogueError(operation: .open, code: SQLITE_NOTADB, message: "another format") }
    let row = try Statement("SELECT key, signature, settled, bundle FROM origin", in: database)
    guard try row.step() else { throw CatalogueError(operation: .open, code: SQLITE_CORRUPT, message: "no origin") }
    key = UInt64(bitPattern: row.integer(0))
    signature = UInt64(bitPattern: row.integer(1))
    isSettled = row.integer(2) != 0
    bundle = row.text(3)
  }

  func write(into database: Database) throws(CatalogueError) {
    try database.insert(
      "origin",
      [
        .integer(Int64(bitPattern: key)), .integer(Int64(bitPattern: signature)), .integer(isSettled ? 1 : 0),
        .text(bundle),
      ])
  }
}

extension Database {
  /// Opens a cached catalogue; nil for a file that is not there, not regular, not our own, or no database.
  static func cached(at path: String) -> Database? {
    var info = stat()
    guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_uid == geteuid() else { return nil }
    return try? Database(.finished(path: path))
  }
}
