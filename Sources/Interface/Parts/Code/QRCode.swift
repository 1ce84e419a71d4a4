/// A QR code (ISO/IEC 18004) of a short text: byte mode, versions 1 to 10.
struct QRCode: Equatable, Sendable {
  /// Modules along a side, without the quiet zone.
  private(set) var size: Int
  /// True where a module is dark, row by row.
  private(set) var modules: [Bool]
  /// True where a module belongs to a pattern, and not to the data.
  private var isFixed: [Bool]

  /// The smallest code of a text's UTF-8; level M where that makes it no larger than level L.
  ///
  /// Nil for an empty text and for more than 271 bytes.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, let form = QRForm.smallest(for: bytes.count) else { return nil }
    size = form.version * 4 + 17
    modules = Array(repeating: false, count: size * size)
    isFixed = modules
    drawPatterns(form)
    place(form.codewords(bytes))
    // The mask that leaves the fewest shapes that a reader could mistake (§7.8.3).
    let plain = self
    var best: (code: QRCode, penalty: Int)?
    for mask in 0..<8 {
      var code = plain
      code.apply(mask)
      code.drawFormat(form.formatBits(mask: mask))
      let penalty = code.penalty
      if best.map({ penalty < $0.penalty }) ?? true { best = (code, penalty) }
    }
    if let best { self = best.code }
  }

  /// Whether the module is dark; outside the code none is.
  subscript(x: Int, y: Int) -> Bool {
    x >= 0 && y >= 0 && x < size && y < size && modules[y * size + x]
  }

  // Patterns

  private mutating func fix(_ x: Int, _ y: Int, _ isDark: Bool) {
    guard x >= 0, y >= 0, x < size, y < size else { return }
    modules[y * size + x] = isDark
    isFixed[y * size + x] = true
  }

  private mutating func drawPatterns(_ form: QRForm) {
    for index in 0..<size {
      fix(6, index, index % 2 == 0)
      fix(index, 6, index % 2 == 0)
    }
    for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] {
      for dy in -4...4 {
        for dx in -4...4 { fix(x + dx, y + dy, ![2, 4].contains(max(abs(dx), abs(dy)))) }
      }
    }
    let places = form.alignment
    for x in places {
      for y in places {
        let isFinder = (x == 6 && y == 6) || (x == 6 && y == places.last) || (x == places.last && y == 6)
        if isFinder { continue }
        for dy in -2...2 {
          for dx in -2...2 { fix(x + dx, y + dy, max(abs(dx), abs(dy)) != 1) }
        }
      }
    }
    // Their place is kept free until the mask is known.
    drawFormat(0)
    if let bits = form.versionBits {
      for index in 0..<18 {
        let isDark = bits >> index & 1 == 1
        fix(size - 11 + index % 3, index / 3, isDark)
        fix(index / 3, size - 11 + index % 3, isDark)
      }
    }
  }

  /// The format information, twice (§7.9).
  private mutating func drawFormat(_ bits: Int) {
    func isDark(_ index: Int) -> Bool { bits >> index & 1 == 1 }
    for index in 0..<6 { fix(8, index, isDark(index)) }
    fix(8, 7, isDark(6))
    fix(8, 8, isDark(7))
    fix(7, 8, isDark(8))
    for index in 9..<15 { fix(14 - index, 8, isDark(index)) }
    for index in 0..<8 { fix(size - 1 - index, 8, isDark(index)) }
    for index in 8..<15 { fix(8, size - 15 + index, isDark(index)) }
    fix(8, size - 8, true)
  }

  // Data

  /// Lays the bits in columns of two, up and down by turns, from the right (§7.7.3).
  private mutating func place(_ codewords: [UInt8]) {
    var bit = 0
    var right = size - 1
    while right >= 1 {
      if right == 6 { right = 5 }
      for step in 0..<size {
        let isUpward = (right + 1) & 2 == 0
        let y = isUpward ? size - 1 - step : step
        for x in [right, right - 1] where !isFixed[y * size + x] && bit < codewords.count * 8 {
          modules[y * size + x] = codewords[bit / 8] >> UInt8(7 - bit % 8) & 1 == 1
          bit += 1
        }
      }
      right -= 2
    }
  }

  private mutating func apply(_ mask: Int) {
    for y in 0..<size {
      for x in 0..<size where !isFixed[y * size + x] {
        let flips =
          switch mask {
          case 0: (x + y) % 2 == 0
          case 1: y % 2 == 0
          case 2: x % 3 == 0
          case 3: (x + y) % 3 == 0
          case 4: (x / 3 + y / 2) % 2 == 0
          case 5: x * y % 2 + x * y % 3 == 0
          case 6: (x * y % 2 + x * y % 3) % 2 == 0
          default: ((x + y) % 2 + x * y % 3) % 2 == 0
          }
        if flips { modules[y * size + x].toggle() }
      }
    }
  }

  /// Points for long runs, for blocks and for too much of one colour (§7.8.3).
  private var penalty: Int {
    var points = 0
    for line in 0..<size {
      for isRow in [true, false] {
        var run = 0
        for place in 0..<size {
          func dark(_ place: Int) -> Bool { isRow ? self[place, line] : self[line, place] }
          run = place > 0 && dark(place) == dark(place - 1) ? run + 1 : 1
          if run == 5 { points += 3 } else if run > 5 { points += 1 }
        }
      }
    }
    for y in 0..<size - 1 {
      for x in 0..<size - 1 where self[x, y] == self[x + 1, y] {
        if self[x, y] == self[x, y + 1], self[x, y] == self[x + 1, y + 1] { points += 3 }
      }
    }
    let share = modules.count { $0 } * 100 / modules.count
    return points + abs(share - 50) / 5 * 10
  }
}

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
