/// What stands over, under or beside a letter.
///
/// Which accents a letter has is read from the name that Unicode gives it ("LATIN SMALL LETTER A WITH CIRCUMFLEX AND
/// ACUTE"), since the standard library has no decomposition to ask for.
enum Accent: String {
  case acute = "ACUTE"
  case grave = "GRAVE"
  case circumflex = "CIRCUMFLEX"
  case diaeresis = "DIAERESIS"
  case tilde = "TILDE"
  case ring = "RING ABOVE"
  case caron = "CARON"
  case macron = "MACRON"
  case breve = "BREVE"
  case invertedBreve = "INVERTED BREVE"
  case dot = "DOT ABOVE"
  case doubleAcute = "DOUBLE ACUTE"
  case doubleGrave = "DOUBLE GRAVE"
  case hook = "HOOK ABOVE"
  case horn = "HORN"
  case cedilla = "CEDILLA"
  case ogonek = "OGONEK"
  case commaBelow = "COMMA BELOW"
  case dotBelow = "DOT BELOW"
  case lineBelow = "LINE BELOW"

  /// Other names of the same, in Greek above all.
  private static let others: [String: [Accent]] = [
    "TONOS": [.acute], "OXIA": [.acute], "VARIA": [.grave], "DIALYTIKA": [.diaeresis], "PERISPOMENI": [.tilde],
    "VRACHY": [.breve], "PSILI": [.hook], "DASIA": [.hook], "YPOGEGRAMMENI": [.dotBelow], "MACRON BELOW": [.lineBelow],
    "RING": [.ring], "GREEK DIALYTIKA TONOS": [.diaeresis, .acute],
  ]

  private static func named(_ name: Substring) -> [Accent]? {
    Accent(rawValue: String(name)).map { [$0] } ?? others[String(name)]
  }

  /// A combining mark.
  init?(combining scalar: UInt32) {
    guard let name = Unicode.Scalar(scalar)?.properties.name else { return nil }
    let words = name.hasPrefix("COMBINING ") ? name.dropFirst(10) : name[...]
    let mark = words.hasSuffix(" ACCENT") ? words.dropLast(7) : words
    guard let accent = Accent.named(mark)?.first else { return nil }
    self = accent
  }

  /// The letter under a letter's accents, and these; nil where it has none, or one that is not drawn.
  static func parts(of scalar: UInt32) -> (base: UInt32, accents: [Accent])? {
    if let known = cyrillic[scalar] { return known }
    guard let name = Unicode.Scalar(scalar)?.properties.name, let place = range(of: " WITH ", in: name) else {
      return nil
    }
    guard let base = bases[String(name[..<place.lowerBound])] else { return nil }
    var accents: [Accent] = []
    var rest = name[place.upperBound...]
    while !rest.isEmpty {
      let end = range(of: " AND ", in: rest)
      guard let found = named(rest[..<(end?.lowerBound ?? rest.endIndex)]) else { return nil }
      accents += found
      rest = rest[(end?.upperBound ?? rest.endIndex)...]
    }
    return (base, accents)
  }

  private static func range(of words: String, in name: some StringProtocol) -> Range<String.Index>? {
    name.firstRange(of: words)
  }

  /// Letters without accents, by their names.
  private static let bases: [String: UInt32] = {
    var bases: [String: UInt32] = [:]
    let other: [UInt32] = [0xC6, 0xD8, 0xE6, 0xF8, 0x131, 0x237]
    for scalar in Array(0x41...0x7A) + Array(0x391...0x3C9) + Array(0x410...0x456) + other {
      if let name = Unicode.Scalar(scalar)?.properties.name { bases[name] = scalar }
    }
    return bases
  }()

  /// Letters of Cyrillic whose names do not tell.
  private static let cyrillic: [UInt32: (base: UInt32, accents: [Accent])] = {
    var table: [UInt32: (base: UInt32, accents: [Accent])] = [:]
    let rows: [(String, String, Accent)] = [
      ("ЙйЎў", "ИиУу", .breve), ("ЁёЇї", "ЕеІі", .diaeresis), ("ЃѓЌќ", "ГгКк", .acute),
    ]
    for (letters, bases, accent) in rows {
      for (letter, base) in zip(letters.unicodeScalars, bases.unicodeScalars) {
        table[letter.value] = (base.value, [accent])
      }
    }
    return table
  }()

  var isBelow: Bool {
    switch self {
    case .cedilla, .ogonek, .commaBelow, .dotBelow, .lineBelow: true
    case .acute, .grave, .circumflex, .diaeresis, .tilde, .ring, .caron, .macron, .breve, .invertedBreve, .dot,
      .doubleAcute, .doubleGrave, .hook, .horn:
      false
    }
  }

  /// Two rows of dots, column by column; the lowest bit is the upper one.
  ///
  /// A blank row keeps them off a small letter.
  private var dots: [UInt32] {
    switch self {
    case .acute: [0b10, 0b01]
    case .grave: [0b01, 0b10]
    case .circumflex, .invertedBreve: [0b10, 0b01, 0b10]
    case .caron: [0b01, 0b10, 0b01]
    case .breve: [0b01, 0b10, 0b10, 0b01]
    case .diaeresis: [0b10, 0b00, 0b10]
    case .tilde: [0b10, 0b01, 0b10, 0b01]
    case .ring: [0b01, 0b10, 0b01]
    case .macron: [0b10, 0b10, 0b10]
    case .dot: [0b10]
    case .doubleAcute: [0b10, 0b01, 0b00, 0b10, 0b01]
    case .doubleGrave: [0b01, 0b10, 0b00, 0b01, 0b10]
    case .hook: [0b01, 0b11]
    case .horn: []
    case .cedilla, .commaBelow: [0b10, 0b01]
    case .ogonek: [0b01, 0b10]
    case .dotBelow: [0b10]
    case .lineBelow: [0b10, 0b10, 0b10]
    }
  }

  /// The single row of dots that there is over a capital of some width: what leans is told by the side that it is at.
  private func dotsOverCapital(_ width: Int) -> [UInt32] {
    let rest = Array(repeating: UInt32(0), count: max(0, width - 2))
    switch self {
    case .acute: return rest + [1, 1]
    case .grave: return [1, 1] + rest
    case .circumflex, .invertedBreve: return [1, 1, 1]
    case .caron: return [1, 1, 0, 1, 1]
    case .breve: return [1, 0, 0, 0, 1]
    case .diaeresis: return [1, 0, 1]
    case .tilde: return [1, 1, 1, 1]
    case .ring, .dot: return [1]
    case .macron: return [1, 1, 1, 1, 1]
    case .doubleAcute: return [0, 1, 0, 1, 1]
    case .doubleGrave: return [1, 1, 0, 1]
    case .hook: return [0, 1, 1]
    case .horn, .cedilla, .ogonek, .commaBelow, .dotBelow, .lineBelow: return []
    }
  }

  /// Rows over a small letter without a part that goes up, the dot of an i among them.
  private static let above: UInt32 = 0b111

  /// A letter with the accent over it, under it, or beside it.
  ///
  /// - Parameter isSecond: whether there is one over it already, which keeps its place.
  func placed(on letter: [UInt32], isSmall: Bool, isSecond: Bool) -> [UInt32] {
    // A horn, and a second accent, stand at the upper right.
    if self == .horn { return letter + [isSmall ? 0b110 : 0b11] }
    if isSecond, !isBelow { return letter + [0] + dots }
    let isTall = isSmall && letter.contains { $0 & 0b110 == 0b110 } && letter.count > 1
    // Over what goes up, as a caron of d and t, it is a stroke beside it.
    if isTall, self == .caron { return letter + [0, 0b110] }
    var columns = isSmall && !isBelow && !isTall ? letter.map { $0 & ~Accent.above } : letter
    let dots = isSmall && !isTall || isBelow ? dots : dotsOverCapital(columns.count)
    let missing = dots.count - columns.count
    if missing > 0 {
      columns = Array(repeating: 0, count: missing / 2) + columns + Array(repeating: 0, count: missing - missing / 2)
    }
    // What hangs at a letter's end hangs there.
    let start = self == .ogonek ? columns.count - dots.count : (columns.count - dots.count) / 2
    for (index, bits) in dots.enumerated() {
      columns[start + index] |= isBelow ? bits << 8 : bits
    }
    return columns
  }
}
