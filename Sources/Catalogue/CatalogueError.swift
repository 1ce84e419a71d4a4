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
