/// Version and level of a QR code, and how its codewords are made (ISO/IEC 18004 §7).
struct QRForm: Equatable, Sendable {
  /// 1 to 10.
  let version: Int
  let isMedium: Bool

  /// Codewords in all, by version.
  private static let totals = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346]
  /// Codewords for correction in each block, and the number of blocks (§6.5.1, table 9).
  private static let low = [(7, 1), (10, 1), (15, 1), (20, 1), (26, 1), (18, 2), (20, 2), (24, 2), (30, 2), (18, 4)]
  private static let medium = [
    (10, 1), (16, 1), (26, 1), (18, 2), (24, 2), (16, 4), (18, 4), (22, 4), (22, 5), (26, 5),
  ]
  private static let places = [[], [18], [22], [26], [30], [34], [22, 38], [24, 42], [26, 46], [28, 50]]

  private var total: Int { QRForm.totals[version - 1] }
  private var correction: (length: Int, blocks: Int) {
    (isMedium ? QRForm.medium : QRForm.low)[version - 1]
  }
  private var dataLength: Int { total - correction.length * correction.blocks }

  /// Centres of the alignment patterns along a side (annex E).
  var alignment: [Int] { version == 1 ? [] : [6] + QRForm.places[version - 1] }

  /// The smallest form that holds so many bytes.
  static func smallest(for count: Int) -> QRForm? {
    for version in 1...10 {
      // Mode, and a count of 8 or 16 bits.
      let needed = count + (version < 10 ? 2 : 3)
      for isMedium in [true, false] {
        let form = QRForm(version: version, isMedium: isMedium)
        if form.dataLength >= needed { return form }
      }
    }
    return nil
  }

  /// The format information with its check bits and the mask over both (§7.9.1).
  func formatBits(mask: Int) -> Int {
    let data = (isMedium ? 0 : 1) << 3 | mask
    var rest = data
    for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
    return (data << 10 | rest) ^ 0x5412
  }

  /// The version information with its check bits, from version 7 on (§7.10).
  var versionBits: Int? {
    guard version >= 7 else { return nil }
    var rest = version
    for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
    return version << 12 | rest
  }

  /// Data and correction, block by block, in the order in which they are laid.
  func codewords(_ bytes: [UInt8]) -> [UInt8] {
    let data = self.data(bytes)
    let (length, count) = correction
    // The first blocks are one codeword shorter where it does not come out even.
    let short = dataLength / count
    let longBlocks = dataLength % count
    var blocks: [[UInt8]] = []
    var start = 0
    for index in 0..<count {
      let end = start + short + (index >= count - longBlocks ? 1 : 0)
      blocks.append(Array(data[start..<end]))
      start = end
    }
    let checks = blocks.map { QRCorrection.codewords(of: $0, count: length) }
    var result: [UInt8] = []
    for place in 0...short {
      for block in blocks where place < block.count { result.append(block[place]) }
    }
    for place in 0..<length {
      for check in checks { result.append(check[place]) }
    }
    return result
  }

  /// Mode, count, bytes, an end and padding (§7.4).
  private func data(_ bytes: [UInt8]) -> [UInt8] {
    var bits: [Bool] = []
    func append(_ value: Int, _ count: Int) {
      for bit in stride(from: count - 1, through: 0, by: -1) { bits.append(value >> bit & 1 == 1) }
    }
    append(0b0100, 4)
    append(bytes.count, version < 10 ? 8 : 16)
    for byte in bytes { append(Int(byte), 8) }
    append(0, min(4, dataLength * 8 - bits.count))
    while bits.count % 8 != 0 { bits.append(false) }
    var data: [UInt8] = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<start + 8].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
    }
    var pad: UInt8 = 0xEC
    while data.count < dataLength {
      data.append(pad)
      pad ^= 0xEC ^ 0x11
    }
    return data
  }
}

/// Reed-Solomon codewords over the field of 256 elements with the polynomial 0x11D (ISO/IEC 18004 §7.5.2).
enum QRCorrection {
  static func codewords(of data: [UInt8], count: Int) -> [UInt8] {
    // The generator's coefficients, the leading one left out.
    var generator = [UInt8](repeating: 0, count: count)
    generator[count - 1] = 1
    var root: UInt8 = 1
    for _ in 0..<count {
      for index in 0..<count {
        generator[index] = product(generator[index], root) ^ (index + 1 < count ? generator[index + 1] : 0)
      }
      root = product(root, 2)
    }
    var rest = [UInt8](repeating: 0, count: count)
    for byte in data {
      let factor = byte ^ rest.removeFirst()
      rest.append(0)
      for index in 0..<count { rest[index] ^= product(generator[index], factor) }
    }
    return rest
  }

  private static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
    var (sum, factor) = (0, Int(a))
    for bit in 0..<8 {
      if b >> UInt8(bit) & 1 == 1 { sum ^= factor }
      factor <<= 1
      if factor & 0x100 != 0 { factor ^= 0x11D }
    }
    return UInt8(truncatingIfNeeded: sum)
  }
}
