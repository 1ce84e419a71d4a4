import Agenda
import CSQLite

/// Asks a database, and turns its errors into damage that is told once: a reader of the catalogue gets what could be
/// read, and the program compiles anew.
final class Reader {
  private(set) var damage: CatalogueError?
  var onDamage: ((CatalogueError) -> Void)?
  private var statements = [Statement?](repeating: nil, count: Query.allCases.count)

  let database: Database

  init(_ database: Database) { self.database = database }

  /// Every row of the answer in turn.
  func each(_ query: Query, _ values: [Statement.Value] = [], _ body: (Statement) -> Void) {
    do throws(CatalogueError) {
      let statement = try prepared(query)
      defer { statement.reset() }
      try statement.bind(values)
      while try statement.step() { body(statement) }
    } catch {
      report(error)
    }
  }

  /// The rows of the answer; those that come to nil are left out.
  func rows<Row>(_ query: Query, _ values: [Statement.Value] = [], _ row: (Statement) -> Row?) -> [Row] {
    var rows: [Row] = []
    each(query, values) { if let made = row($0) { rows.append(made) } }
    return rows
  }

  /// The first rows of the answer that do not come to nil, so many at most; no more are asked for.
  func rows<Row>(_ query: Query, _ values: [Statement.Value], atMost limit: Int, _ row: (Statement) -> Row?) -> [Row] {
    var rows: [Row] = []
    do throws(CatalogueError) {
      let statement = try prepared(query)
      defer { statement.reset() }
      try statement.bind(values)
      while rows.count < limit, try statement.step() {
        if let made = row(statement) { rows.append(made) }
      }
    } catch {
      report(error)
    }
    return rows
  }

  /// The last row of an answer that has one at most.
  func first<Row>(_ query: Query, _ values: [Statement.Value] = [], _ row: (Statement) -> Row?) -> Row? {
    var result: Row?
    each(query, values) { result = row($0) }
    return result
  }

  /// The case that a number stands for; one that stands for nothing is damage.
  func decode<Case: Coded>(_ code: Int64, else other: Case) -> Case {
    if let value = Case(code: code) { return value }
    reportDamage("\(code) is no \(Case.self)")
    return other
  }

  /// The number of a page; nil where there is no such page.
  func number(of target: Subject) -> RowID? {
    first(.numberOf, [.text(target.id), .integer(target.kind.code)]) { $0.integer(0) }
  }

  func reportDamage(_ what: String) {
    report(CatalogueError(operation: .step, code: SQLITE_CORRUPT, message: what))
  }

  func report(_ error: CatalogueError) {
    if damage != nil { return }
    damage = error
    onDamage?(error)
  }

  private func prepared(_ query: Query) throws(CatalogueError) -> Statement {
    if let statement = statements[query.rawValue] { return statement }
    let statement = try Statement(query.sql, in: database, isKept: true)
    statements[query.rawValue] = statement
    return statement
  }
}
