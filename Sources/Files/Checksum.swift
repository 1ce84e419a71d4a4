/// CRC-32C (Castagnoli), as iSCSI (RFC 3720 §12.1) and ext4 use it.
public struct Checksum: Sendable {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0x82F6_3B78 : value >> 1 }
  }

  private var register = UInt32.max

  public var value: UInt32 { ~register }

  public init() {}

  public mutating func add(_ bytes: some Collection<UInt8>) {
    // One by one only where they do not lie together: from another module that costs fifty times as much.
    if bytes.withContiguousStorageIfAvailable({ add($0) }) == nil { add(Array(bytes)) }
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    Checksum.table.withUnsafeBufferPointer { table in
      var register = register
      for byte in bytes { register = table[Int(UInt8(truncatingIfNeeded: register) ^ byte)] ^ register >> 8 }
      self.register = register
    }
  }

  public static func of(_ bytes: some Collection<UInt8>) -> UInt32 {
    var checksum = Checksum()
    checksum.add(bytes)
    return checksum.value
  }
}
