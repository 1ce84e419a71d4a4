import Agenda

/// Whether two names are one name spelt in two ways.
enum Spelling {
  /// Of names whose keys these are: equal but for case, accents, signs and the order of the words, or with at most two
  /// letters between long ones.
  static func isAlike(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    guard min(first.utf8.count, second.utf8.count) >= 8 else { return false }
    return distance(Array(first.utf8), Array(second.utf8), limit: 2) <= 2
  }

  /// Scalars of a name that are looked at.
  private static let limit = 200

  /// The words of a name in small letters without accents, in order.
  static func key(of name: String) -> String {
    if name.utf8.count <= limit, let key = plainKey(of: name) { return key }
    var words: [[UInt8]] = [[]]
    for scalar in Excerpt.of(name, limit: limit).lowercased().unicodeScalars {
      if let plain = plain(scalar) {
        words[words.count - 1].append(contentsOf: plain.utf8)
      } else if !(words.last?.isEmpty ?? true) {
        words.append([])
      }
    }
    return words.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }.sorted().joined(separator: " ")
  }

  /// The same of a name in ASCII, as most are; nil of any other.
  private static func plainKey(of name: String) -> String? {
    var bytes: [UInt8] = []
    var words: [Range<Int>] = []
    var start = 0
    bytes.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, UInt8(ascii: "a")...UInt8(ascii: "z"): bytes.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case 0..<0x80:
        if bytes.count > start { words.append(start..<bytes.count) }
        start = bytes.count
      default: return nil
      }
    }
    if bytes.count > start { words.append(start..<bytes.count) }
    words.sort { bytes[$0].lexicographicallyPrecedes(bytes[$1]) }
    var key: [UInt8] = []
    key.reserveCapacity(bytes.count + words.count)
    for word in words {
      if !key.isEmpty { key.append(0x20) }
      key.append(contentsOf: bytes[word])
    }
    return String(decoding: key, as: UTF8.self)
  }

  private static let accents: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = ["ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "œ": "oe"]
    for (plain, marked) in [
      ("a", "àáâãäåāăą"), ("c", "çćč"), ("e", "èéêëēėęě"), ("g", "ğģ"), ("i", "ìíîïīįı"), ("n", "ñńňņ"),
      ("o", "òóôõöōő"), ("r", "řŕ"), ("s", "śšşș"), ("t", "ťţț"), ("u", "ùúûüūůűų"), ("y", "ýÿ"), ("z", "źżž"),
    ] {
      for scalar in marked.unicodeScalars { table[scalar] = plain }
    }
    return table
  }()

  /// Nil for what stands between words.
  private static func plain(_ scalar: Unicode.Scalar) -> String? {
    if let plain = accents[scalar] { return plain }
    if (0x300...0x36F).contains(scalar.value) { return "" }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? String(scalar) : nil
  }

  /// How many letters have to be changed, left out or added (Levenshtein), at most one more than the limit.
  static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
    guard abs(a.count - b.count) <= limit, max(a.count, b.count) <= 80 else { return limit + 1 }
    var row = Array(0...b.count)
    for (i, byte) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (byte == b[j] ? 0 : 1))
        diagonal = above
      }
      if (row.min() ?? 0) > limit { return limit + 1 }
    }
    return row[b.count]
  }
}
