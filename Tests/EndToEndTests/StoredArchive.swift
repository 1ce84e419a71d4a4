/// A zip archive whose files are stored as they are (APPNOTE 6.3.10), for documents that no word processor would write.
struct StoredArchive {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// - Parameter files: names and texts, in their order.
  init(_ files: KeyValuePairs<String, String>) {
    for (name, text) in files { add(name, Array(text.utf8)) }
    let (size, start) = (UInt32(directory.count), UInt32(bytes.count))
    bytes += directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    bytes += StoredArchive.little(count) + StoredArchive.little(count) + StoredArchive.little(size)
    bytes += StoredArchive.little(start) + [0, 0]
  }

  private mutating func add(_ name: String, _ content: [UInt8]) {
    let place = UInt32(bytes.count)
    // Stored, on 1 January 1980, without flags.
    var facts = [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + StoredArchive.little(StoredArchive.checksum(content))
    facts += StoredArchive.little(UInt32(content.count)) + StoredArchive.little(UInt32(content.count))
    facts += StoredArchive.little(UInt16(name.utf8.count)) + [0, 0]
    bytes += [0x50, 0x4B, 3, 4] + facts + Array(name.utf8) + content
    directory += [0x50, 0x4B, 1, 2, 20, 0] + facts + [UInt8](repeating: 0, count: 10)
    directory += StoredArchive.little(place) + Array(name.utf8)
    count += 1
  }

  private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
    (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// CRC-32 (ISO 3309).
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = ~0
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB8_8320 }
    }
    return ~sum
  }
}
