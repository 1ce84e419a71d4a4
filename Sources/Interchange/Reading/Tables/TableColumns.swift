import Agenda

/// Which column of a table has what.
struct TableColumns {
  typealias Field = WrittenWords.Label

  /// The columns of each field, from 0.
  private(set) var columns: [Field: [Int]] = [:]
  /// Columns that are rooms by their headings: a grid, whose cells are sessions.
  private(set) var rooms: [(column: Int, name: String)] = []
  /// As they stand.
  let headings: [String]

  /// Takes what a field is in: the columns of its name.
  subscript(field: Field) -> [Int] { columns[field] ?? [] }

  /// Nil where the headings speak of no time, or of nothing to do at it.
  ///
  /// - Parameter hasDay: whether a day is known for what has no date of its own.
  init?(headings: [String], hasDay: Bool) {
    self.headings = headings
    for (index, heading) in headings.enumerated() {
      if let label = TableColumns.label(heading) { columns[label, default: []].append(index) }
    }
    let hasTime = columns[.time] != nil || columns[.start] != nil
    guard hasTime || columns[.date] != nil else { return nil }
    if columns[.title] == nil {
      guard hasTime else { return nil }
      // `Time | Hall 1 | Hall 2`: whatever the other columns are called, they are where something is.
      rooms = headings.enumerated().compactMap { index, heading in
        let label = TableColumns.label(heading)
        let isRoom = label == nil || label == .room || label == .track
        return isRoom && !heading.isEmpty ? (index, WrittenTitle.plain(heading)) : nil
      }
      guard !rooms.isEmpty else { return nil }
    }
    guard hasDay || columns[.date] != nil || columns[.start] != nil || columns[.time] != nil else { return nil }
  }

  /// What the user says of columns, by their headings, goes before what was guessed.
  mutating func choose(_ field: Field, _ column: Int) {
    for other in columns.keys { columns[other]?.removeAll { $0 == column } }
    columns[field] = [column]
    columns = columns.filter { !$0.value.isEmpty }
    rooms.removeAll { $0.column == column }
  }

  /// What a heading says that is below it: whole, else by its words, the last first (`Session Title`, `Room Name`).
  static func label(_ heading: String) -> Field? {
    let plain = WrittenTitle.plain(heading)
    if let label = WrittenWords.label(plain) { return label }
    return nil
  }
}
