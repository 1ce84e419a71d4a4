/// The rooms and tracks, which many sessions share.
struct NameTable {
  struct Entry {
    var id: String
    var name: String
  }

  private(set) var rooms: [Int64: Entry] = [:]
  private(set) var tracks: [Int64: Entry] = [:]

  init(_ reader: Reader) {
    reader.each(.rooms) { rooms[$0.integer(0)] = Entry(id: $0.text(1), name: $0.text(2)) }
    reader.each(.tracks) { tracks[$0.integer(0)] = Entry(id: $0.text(1), name: $0.text(2)) }
  }

  /// The first room of this identifier.
  func room(_ id: String) -> Int64? { rooms.filter { $0.value.id == id }.keys.min() }

  func track(_ id: String) -> Int64? { tracks.filter { $0.value.id == id }.keys.min() }
}
