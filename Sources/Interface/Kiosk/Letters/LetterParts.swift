/// Letters with accents, and signs, as what they are drawn from.
enum LetterParts {
  enum Mark: String, CaseIterable, Sendable {
    case acute, grave, circumflex, diaeresis, tilde, ring, caron, macron, cedilla

    var isBelow: Bool { self == .cedilla }

    /// Two rows of dots, column by column; the lowest bit is the upper one.
    var dots: [UInt16] {
      switch self {
      case .acute: [0b10, 0b01]
      case .grave: [0b01, 0b10]
      case .circumflex: [0b10, 0b01, 0b10]
      case .caron: [0b01, 0b10, 0b01]
      case .diaeresis: [0b01, 0b00, 0b01]
      case .tilde: [0b10, 0b01, 0b10, 0b01]
      case .ring: [0b01, 0b10, 0b01]
      case .macron: [0b01, 0b01, 0b01]
      case .cedilla: [0b10, 0b01]
      }
    }
  }

  /// The base letter and its mark, if it has one; nil where the character is none of these.
  static func parts(of scalar: UInt32) -> (base: UInt32, mark: Mark?)? { table[scalar] }

  private static let table: [UInt32: (base: UInt32, mark: Mark?)] = {
    var table: [UInt32: (base: UInt32, mark: Mark?)] = [:]
    let marked: [(Mark, String, String)] = [
      (.acute, "áéíóúýćńśźÁÉÍÓÚÝĆŃŚŹ", "aeiouycnszAEIOUYCNSZ"), (.grave, "àèìòùÀÈÌÒÙ", "aeiouAEIOU"),
      (.circumflex, "âêîôûÂÊÎÔÛ", "aeiouAEIOU"), (.diaeresis, "äëïöüÿÄËÏÖÜ", "aeiouyAEIOU"),
      (.tilde, "ãñõÃÑÕ", "anoANO"), (.ring, "åůÅŮ", "auAU"), (.caron, "čěňřšžČĚŇŘŠŽ", "cenrszCENRSZ"),
      (.macron, "āēīōūĀĒĪŌŪ", "aeiouAEIOU"), (.cedilla, "çşţÇŞŢ", "cstCST"),
    ]
    for (mark, letters, bases) in marked {
      for (letter, base) in zip(letters.unicodeScalars, bases.unicodeScalars) {
        table[letter.value] = (base.value, mark)
      }
    }
    for (sign, base) in zip("–—−‑‘’‚“”„«»·•".unicodeScalars, "----'''\"\"\"\"\"..".unicodeScalars) {
      table[sign.value] = (base.value, nil)
    }
    return table
  }()
}
