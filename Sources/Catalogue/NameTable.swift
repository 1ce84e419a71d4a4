/// The rooms and tracks, which many sessions share, by their numbers.
struct NameTable {
  struct Entry {
    var id: String
    var name: String
    /// `#rrggbb`, or empty.
    var color: String
  }

  private(set) var rooms: [Entry] = []
  private(set) var tracks: [Entry] = []

  init(_ reader: Reader) {
    rooms = reader.rows(.rooms) { Entry(id: $0.text(0), name: $0.text(1), color: "") }
    tracks = reader.rows(.tracks) { Entry(id: $0.text(0), name: $0.text(1), color: $0.text(2)) }
  }

  /// The first room of this identifier.
  func room(_ id: String) -> Int? { rooms.firstIndex { $0.id == id } }

  func track(_ id: String) -> Int? { tracks.firstIndex { $0.id == id } }

  static func name(_ number: Int, in entries: [Entry]) -> String {
    entries.indices.contains(number) ? entries[number].name : ""
  }
}
