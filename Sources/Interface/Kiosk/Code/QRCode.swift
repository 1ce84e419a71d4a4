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
