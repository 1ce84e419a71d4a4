import CSQLite

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
