/// What narrows an agenda and what a timetable lays out, of every session, in columns of memory: so counting and
/// filtering thousands is a matter of microseconds.
///
/// It is kept as one run of bytes and read at the first question. A session's place is its number less one.
struct FacetTable {
  /// Eighteen bytes of codes and sixteen of times for each session.
  private static let width = 34

  private(set) var starts: [Int64] = []
  /// The end; where none is known the likely one, and the start for a milestone.
  private(set) var ends: [Int64] = []
  /// Numbers of rooms and tracks; -1 stands for none.
  private(set) var rooms: [Int32] = []
  private(set) var tracks: [Int32] = []
  /// Codes of the kinds.
  private(set) var kinds: [UInt8] = []
  /// Places in the lists of languages and types; -1 stands for none.
  private(set) var languages: [Int32] = []
  private(set) var types: [Int32] = []
  /// 0 where nobody says, 1 for what is recorded, 2 for what is not.
  private(set) var recordings: [UInt8] = []

  var count: Int { kinds.count }

  /// What a session has beside its times.
  struct Values {
    var room: Int?
    var track: Int?
    var language: Int?
    var type: Int?
    var kind: Int
    var isRecorded: Bool?
  }

  mutating func append(start: Int64, end: Int64, _ values: Values) {
    starts.append(start)
    ends.append(end)
    rooms.append(Int32(values.room ?? -1))
    tracks.append(Int32(values.track ?? -1))
    languages.append(Int32(values.language ?? -1))
    types.append(Int32(values.type ?? -1))
    kinds.append(UInt8(values.kind))
    recordings.append(FacetTable.code(values.isRecorded))
  }

  static func code(_ isRecorded: Bool?) -> UInt8 { isRecorded.map { $0 ? 1 : 2 } ?? 0 }

  init() {}

  /// Nil for bytes that are not those of so many sessions.
  init?(_ bytes: UnsafeRawBufferPointer, count: Int) {
    guard bytes.count == count * FacetTable.width else { return nil }
    var offset = 0
    func column<Value>(_ type: Value.Type) -> [Value] {
      let size = count * MemoryLayout<Value>.stride
      defer { offset += size }
      let part = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + size])
      return [Value](unsafeUninitializedCapacity: count) { buffer, filled in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: part)
        filled = count
      }
    }
    (starts, ends) = (column(Int64.self), column(Int64.self))
    (rooms, tracks) = (column(Int32.self), column(Int32.self))
    (languages, types) = (column(Int32.self), column(Int32.self))
    (kinds, recordings) = (column(UInt8.self), column(UInt8.self))
  }

  /// In the order of this machine's bytes: a catalogue is never carried to another.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * FacetTable.width)
    for column in [starts, ends] { column.withUnsafeBytes { bytes += $0 } }
    for column in [rooms, tracks, languages, types] { column.withUnsafeBytes { bytes += $0 } }
    return bytes + kinds + recordings
  }
}

/// Who takes part in each session, as places in the list of all people, in columns of memory: so the people of
/// thousands of sessions are counted in microseconds.
struct SessionPeople {
  /// Where the people of each session end; a session's place is its number less one.
  private var ends: [Int32] = []
  private var people: [Int32] = []

  init() {}

  /// Of pairs in any order.
  init(sessionCount: Int, pairs: [(session: Int, person: Int32)]) {
    ends = [Int32](repeating: 0, count: sessionCount)
    for pair in pairs where ends.indices.contains(pair.session) { ends[pair.session] += 1 }
    var sum: Int32 = 0
    var next: [Int32] = []
    next.reserveCapacity(sessionCount)
    for index in ends.indices {
      next.append(sum)
      sum += ends[index]
      ends[index] = sum
    }
    people = [Int32](repeating: 0, count: Int(sum))
    for pair in pairs where ends.indices.contains(pair.session) {
      people[Int(next[pair.session])] = pair.person
      next[pair.session] += 1
    }
  }

  /// Nil for bytes that are not those of so many sessions and `personCount` people.
  init?(_ bytes: UnsafeRawBufferPointer, sessionCount: Int, personCount: Int) {
    let head = sessionCount * MemoryLayout<Int32>.stride
    guard bytes.count >= head,
      let ends = SessionPeople.numbers(UnsafeRawBufferPointer(rebasing: bytes[..<head])),
      let people = SessionPeople.numbers(UnsafeRawBufferPointer(rebasing: bytes[head...]))
    else { return nil }
    var last: Int32 = 0
    for end in ends {
      guard end >= last else { return nil }
      last = end
    }
    guard last == people.count, people.allSatisfy({ $0 >= 0 && $0 < personCount }) else { return nil }
    (self.ends, self.people) = (ends, people)
  }

  private static func numbers(_ bytes: UnsafeRawBufferPointer) -> [Int32]? {
    let width = MemoryLayout<Int32>.stride
    guard bytes.count % width == 0 else { return nil }
    return [Int32](unsafeUninitializedCapacity: bytes.count / width) { buffer, filled in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
      filled = bytes.count / width
    }
  }

  /// In the order of this machine's bytes: a catalogue is never carried to another.
  var packed: [UInt8] { ends.withUnsafeBytes { Array($0) } + people.withUnsafeBytes { Array($0) } }

  /// Who takes part in a session, as places in the list of all people.
  func people(in number: RowID) -> ArraySlice<Int32> {
    let place = Int(number) - 1
    guard ends.indices.contains(place) else { return [] }
    return people[Int(place == 0 ? 0 : ends[place - 1])..<Int(ends[place])]
  }

  /// In how many of these sessions each of so many people takes part.
  func counts(_ numbers: [RowID], personCount: Int) -> [Int32] {
    var counts = [Int32](repeating: 0, count: personCount)
    for number in numbers {
      let place = Int(number) - 1
      guard ends.indices.contains(place) else { continue }
      for index in Int(place == 0 ? 0 : ends[place - 1])..<Int(ends[place]) { counts[Int(people[index])] += 1 }
    }
    return counts
  }
}
