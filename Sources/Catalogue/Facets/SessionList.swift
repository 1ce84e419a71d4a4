public import Agenda

/// The rows of a day, or those of them that pass a filter; each is read when it is asked for.
///
/// A list costs next to nothing however many rows it has.
public struct SessionList: RandomAccessCollection, Equatable {
  private enum Rows {
    case span(first: RowID, count: Int)
    /// In ascending order.
    case numbers([RowID])
    /// The same with negative numbers of removed sessions among them.
    /// So often had these been set.
    case mixed([RowID], edition: Int)
  }

  private let rows: Rows
  private let reader: SessionReader?

  /// A list of nothing.
  public init() { (rows, reader) = (.numbers([]), nil) }

  init(first: RowID, count: Int, from reader: SessionReader) {
    (rows, self.reader) = (.span(first: first, count: count), reader)
  }
  init(mixed numbers: [RowID], from reader: SessionReader) {
    (rows, self.reader) = (.mixed(numbers, edition: reader.removed.edition), reader)
  }

  init(_ numbers: [RowID], from reader: SessionReader) { (rows, self.reader) = (.numbers(numbers), reader) }

  public var startIndex: Int { 0 }

  public var endIndex: Int {
    switch rows {
    case .span(_, let count): count
    case .numbers(let numbers), .mixed(let numbers, _): numbers.count
    }
  }

  public subscript(index: Int) -> SessionRow {
    reader?.cachedRow(number(at: index)) ?? SessionRow()
  }

  /// The catalogue's number of a row, without reading it.
  public func number(at index: Int) -> RowID {
    switch rows {
    case .span(let first, _): first + RowID(index)
    case .numbers(let numbers), .mixed(let numbers, _): numbers[index]
    }
  }

  /// Where the row of a number stands; nil where it is not in the list.
  public func index(ofNumber number: RowID) -> Int? {
    if case .mixed(let numbers, _) = rows { return numbers.firstIndex(of: number) }
    let place = place(ofNumber: number)
    return place < count && self.number(at: place) == number ? place : nil
  }

  /// Where the row of a number stands or would stand: behind all of lower numbers.
  public func place(ofNumber number: RowID) -> Int {
    if case .mixed(let numbers, _) = rows {
      return numbers.firstIndex { number < 0 ? $0 == number : $0 >= number } ?? numbers.count
    }
    if number < 0 { return 0 }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self.number(at: middle) < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where a session stands; nil where it is not in the list.
  public func index(of id: Session.ID) -> Int? {
    (reader?.number(of: id) ?? reader?.removed.pages[id]?.row.row).flatMap(index(ofNumber:))
  }

  public static func == (a: SessionList, b: SessionList) -> Bool {
    guard a.reader === b.reader else { return false }
    switch (a.rows, b.rows) {
    case (.span(let first, let count), .span(let other, let size)): return first == other && count == size
    case (.numbers(let a), .numbers(let b)): return a == b
    // What a negative number stands for is another removed session once these were set anew.
    case (.mixed(let a, let edition), .mixed(let b, let other)): return edition == other && a == b
    case (.span, _), (.numbers, _), (.mixed, _): return false
    }
  }
}

/// When and in which room a session is, as a timetable lays it out.
public struct SessionSpan: Equatable, Sendable {
  /// Seconds since 1970.
  public var start: Int64
  /// Where no end is known, the likely one: the next start of its day, at most four hours; for a milestone the start.
  public var end: Int64
  /// A row's `roomNumber`.
  public var room: Int

  public init(start: Int64, end: Int64, room: Int) { (self.start, self.end, self.room) = (start, end, room) }
}
