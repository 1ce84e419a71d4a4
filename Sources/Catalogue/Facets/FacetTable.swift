import CSQLite

/// What narrows an agenda and what a timetable lays out, of every session, in columns of memory: so counting and
/// filtering thousands is a matter of microseconds.
///
/// It is kept as one run of bytes and read at the first question. A session's place is its number less one.
struct FacetTable {
  /// Nine bytes of codes and sixteen of times for each session.
  private static let width = 25

  private(set) var starts: [Int64] = []
  /// The end; where none is known the likely one, and the start for a milestone.
  private(set) var ends: [Int64] = []
  /// Numbers of rooms and tracks; -1 stands for none.
  private(set) var rooms: [Int32] = []
  private(set) var tracks: [Int32] = []
  /// Codes of the kinds.
  private(set) var kinds: [UInt8] = []

  var count: Int { kinds.count }

  mutating func append(start: Int64, end: Int64, room: Int?, track: Int?, kind: Int) {
    starts.append(start)
    ends.append(end)
    rooms.append(Int32(room ?? -1))
    tracks.append(Int32(track ?? -1))
    kinds.append(UInt8(kind))
  }

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
    (rooms, tracks, kinds) = (column(Int32.self), column(Int32.self), column(UInt8.self))
  }

  /// In the order of this machine's bytes: a catalogue is never carried to another.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * FacetTable.width)
    for column in [starts, ends] { column.withUnsafeBytes { bytes += $0 } }
    for column in [rooms, tracks] { column.withUnsafeBytes { bytes += $0 } }
    return bytes + kinds
  }
}
