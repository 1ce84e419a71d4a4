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

/// A prepared statement, finalized when it is let go of; it keeps its database open.
final class Statement {
  /// What can stand in for a parameter.
  enum Value {
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
    case null

    static func integer(_ number: Int) -> Value { .integer(Int64(number)) }
    static func optional(_ number: Int64?) -> Value { number.map { .integer($0) } ?? .null }
  }

  private let handle: OpaquePointer
  private let database: Database

  /// `isKept` tells SQLite that the statement lives long.
  init(_ sql: String, in database: Database, isKept: Bool = false) throws(CatalogueError) {
    var prepared: OpaquePointer?
    let flags = isKept ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    let code = sqlite3_prepare_v3(database.handle, sql, -1, flags, &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw database.error(.prepare, code) }
    (handle, self.database) = (prepared, database)
  }

  deinit { sqlite3_finalize(handle) }

  /// Sets the parameters ?1, ?2, … in order.
  func bind(_ values: [Value]) throws(CatalogueError) {
    for (offset, value) in values.enumerated() {
      let index = Int32(offset + 1)
      let code: Int32
      switch value {
      case .integer(let number): code = sqlite3_bind_int64(handle, index, number)
      case .null: code = sqlite3_bind_null(handle, index)
      case .bytes(let bytes):
        code = bytes.withUnsafeBytes { plenary_bind_bytes(handle, index, $0.baseAddress, Int32(clamping: $0.count)) }
      case .text(var string):
        code = string.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) { characters in
            // A nil address would bind NULL instead of the empty text.
            guard let address = characters.baseAddress else { return plenary_bind_text(handle, index, "", 0) }
            return plenary_bind_text(handle, index, address, Int32(clamping: characters.count))
          }
        }
      }
      if code != SQLITE_OK { throw database.error(.bind, code) }
    }
  }

  /// Goes to the next row; false after the last.
  func step() throws(CatalogueError) -> Bool {
    let code = sqlite3_step(handle)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw database.error(.step, code)
    }
  }

  /// Makes it ready to run again; an error of the run before has been thrown by `step` already.
  func reset() { sqlite3_reset(handle) }

  /// Runs it once for these values, as an insertion wants.
  func run(_ values: [Value]) throws(CatalogueError) {
    defer { reset() }
    try bind(values)
    while try step() {}
  }

  /// Columns count from 0; NULL reads as 0.
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func optionalInteger(_ column: Int32) -> Int64? {
    sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, column)
  }

  /// Gives the bytes of a blob, which are gone with the next step; none for NULL.
  func bytes(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Void) {
    let address = sqlite3_column_blob(handle, column)
    body(UnsafeRawBufferPointer(start: address, count: address == nil ? 0 : Int(sqlite3_column_bytes(handle, column))))
  }

  /// NULL reads as the empty text; invalid UTF-8 is repaired.
  func text(_ column: Int32) -> String {
    guard let bytes = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}

extension Database {
  /// One row into a table, a value for every column.
  func insert(_ table: String, _ values: [Statement.Value]) throws(CatalogueError) {
    let places = (1...max(values.count, 1)).map { "?\($0)" }.joined(separator: ",")
    try Statement("INSERT INTO \(table) VALUES(\(places))", in: self).run(values)
  }
}

/// What SQLite refused, as facts: what was being done, its extended result code, and its own words.
public struct CatalogueError: Error, Equatable, Sendable {
  /// What was being done to the database.
  public enum Operation: String, Sendable {
    case open, prepare, bind, step, tokenize
  }

  public var operation: Operation
  /// An extended result code of SQLite (`SQLITE_CORRUPT`, 11, and the like).
  public var code: Int32
  /// In English, as the library says it; for a log, not for the screen.
  public var message: String

  public init(operation: Operation, code: Int32, message: String) {
    (self.operation, self.code, self.message) = (operation, code, message)
  }
}
