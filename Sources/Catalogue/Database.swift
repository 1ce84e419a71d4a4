import CSQLite

/// An open SQLite database, closed when its last owner lets go of it.
final class Database {
  enum Mode {
    case memory
    /// A new file, written without a journal: it is thrown away where writing fails.
    case building(path: String)
    /// A finished file that nobody writes any more, so that SQLite needs no locks.
    case finished(path: String)
  }

  let handle: OpaquePointer

  /// Before the first database of the process is opened.
  private static let configuration: Void = plenary_configure_sqlite()

  init(_ mode: Mode) throws(CatalogueError) {
    _ = Database.configuration
    let name: String
    let flags: Int32
    switch mode {
    case .memory:
      name = ":memory:"
      flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    case .building(let path):
      name = Database.uri(path, query: "")
      flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI
    case .finished(let path):
      name = Database.uri(path, query: "?immutable=1")
      flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
    }
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened else {
      defer { sqlite3_close_v2(opened) }
      throw CatalogueError(operation: .open, code: code, message: Database.message(opened, code))
    }
    handle = opened
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements that give no rows.
  func execute(_ sql: String) throws(CatalogueError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    if code != SQLITE_OK { throw error(.step, code) }
  }

  /// The number in the first column of the first row; 0 where there is none.
  func number(_ sql: String) throws(CatalogueError) -> Int64 {
    let statement = try Statement(sql, in: self)
    return try statement.step() ? statement.integer(0) : 0
  }

  func error(_ operation: CatalogueError.Operation, _ code: Int32) -> CatalogueError {
    CatalogueError(operation: operation, code: code, message: Database.message(handle, code))
  }

  private static func message(_ handle: OpaquePointer?, _ code: Int32) -> String {
    let words = handle.flatMap { sqlite3_errmsg($0) } ?? sqlite3_errstr(code)
    return words.map { String(cString: $0) } ?? ""
  }

  /// A file name as SQLite's URI (RFC 3986 §2.1): every byte but letters, digits, `/`, `.`, `_`, `-` is escaped.
  private static func uri(_ path: String, query: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes = Array("file:".utf8)
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F: bytes.append(byte)
      default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self) + query
  }
}
