import Cells

/// The byte sequences that a terminal's keys send.
///
/// A plain list: it is short and read only behind an Esc, while a dictionary would be made at every start.
struct KeyStrings {
  private var entries: [(bytes: [UInt8], key: Key)] = []

  init(_ entries: [([UInt8], Key)] = []) {
    for (bytes, key) in entries { self[bytes] = key }
  }

  /// The key of exactly these bytes; a later one takes the place of an earlier one.
  subscript(bytes: [UInt8]) -> Key? {
    get { entries.first { $0.bytes == bytes }?.key }
    set {
      entries.removeAll { $0.bytes == bytes }
      if let newValue { entries.append((bytes, newValue)) }
    }
  }

  /// The key whose sequence these bytes begin with, the longest where there are several, and the sequence's length.
  func first(of bytes: ArraySlice<UInt8>) -> (key: Key, length: Int)? {
    entries.filter { bytes.starts(with: $0.bytes) }.max { $0.bytes.count < $1.bytes.count }
      .map { ($0.key, $0.bytes.count) }
  }

  /// Whether more bytes could make these a key.
  func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
    entries.contains { $0.bytes.count > bytes.count && $0.bytes.starts(with: bytes) }
  }
}
