import CSQLite
import Glibc

/// The folder of the cached catalogues.
struct CacheFolder {
  private static let finished = ".catalogue"
  private static let partial = ".partial"
  private static let day = 86_400

  let path: String

  /// The file of a bundle's catalogue, the same in every run.
  func file(bundle: String, languages: [String]) -> String {
    var hash = StableHash()
    hash.add(bundle)
    for language in languages { hash.add(language) }
    return "\(path)/\(hash.digits)\(CacheFolder.finished)"
  }

  /// Makes the folder, and those above it, readable for the user alone; nothing happens where it is there.
  func make() throws(CatalogueStore.CacheTrouble) {
    var info = stat()
    if stat(path, &info) != 0 {
      var made = path.hasPrefix("/") ? "" : "."
      for part in path.split(separator: "/") {
        made += "/" + part
        if mkdir(made, 0o700) != 0 && errno != EEXIST { throw .failed(path: made, errno: errno) }
      }
      guard stat(path, &info) == 0 else { throw .failed(path: path, errno: errno) }
    }
    guard info.st_mode & S_IFMT == S_IFDIR else { throw .failed(path: path, errno: ENOTDIR) }
    // Under sudo the folder may be somebody else's, who could not remove our files any more.
    guard info.st_uid == geteuid() else { throw .failed(path: path, errno: EPERM) }
  }

  /// An empty file beside the one to be made, readable for the user alone.
  func makePartial(for file: String) throws(CatalogueStore.CacheTrouble) -> String {
    let name = "\(file).\(getpid())-\(String(UInt32.random(in: 0...UInt32.max), radix: 16))\(CacheFolder.partial)"
    let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .failed(path: name, errno: errno) }
    close(descriptor)
    return name
  }

  /// Removes what dead runs left behind after an hour, and after 90 days the catalogues of bundles that are gone.
  func tidy() {
    guard let stream = opendir(path) else { return }
    defer { closedir(stream) }
    let now = time(nil)
    var seen = 0
    while seen < 10_000, let entry = readdir(stream) {
      seen += 1
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let isPartial = name.hasSuffix(CacheFolder.partial)
      guard isPartial || name.hasSuffix(CacheFolder.finished) else { continue }
      let file = "\(path)/\(name)"
      var info = stat()
      guard lstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { continue }
      let age = now - info.st_mtim.tv_sec
      if isPartial {
        if age > 3_600 { unlink(file) }
      } else if age > 90 * CacheFolder.day {
        let bundle = Database.cached(at: file).flatMap { try? CacheOrigin(of: $0) }?.bundle
        if bundle.map({ access($0, F_OK) != 0 && errno == ENOENT }) ?? true { unlink(file) }
      }
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
