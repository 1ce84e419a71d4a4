import Cells

/// What the parameters and final bytes of keys mean, as xterm, the VT220, rxvt and the Linux console use them.
enum KeyCode {
  /// What is held down, as xterm counts it, less one.
  struct Modifiers: OptionSet {
    let rawValue: Int
    static let shift = Modifiers(rawValue: 1)
    static let alt = Modifiers(rawValue: 2)
    static let control = Modifiers(rawValue: 4)
    /// Super and Hyper, which are the desktop's.
    static let others = Modifiers(rawValue: 8 + 16)
  }

  /// The numbers between semicolons; of what a colon divides, the first.
  ///
  /// Empty ones are 0, large ones stay small.
  static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    guard !parameters.isEmpty else { return [] }
    var result = [0]
    var isSubordinate = false
    for byte in parameters {
      switch byte {
      case UInt8(ascii: ";"):
        result.append(0)
        isSubordinate = false
      case UInt8(ascii: ":"): isSubordinate = true
      case 0x30...0x39 where !isSubordinate:
        result[result.count - 1] = min(result[result.count - 1] * 10 + Int(byte) - 0x30, 9_999_999)
      default: break
      }
    }
    return result
  }

  /// A number and nothing else, of seven digits at the most.
  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...7).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return numbers(digits).first
  }

  /// The number behind the first colon of the first parameter: what kitty's protocol says that Shift makes of the key.
  static func shifted(_ parameters: ArraySlice<UInt8>) -> Int? {
    subordinate(parameters.prefix { $0 != UInt8(ascii: ";") })
  }

  /// Whether a key was let go: the third kind of event, behind the modifiers of kitty's protocol.
  static func isRelease(_ parameters: ArraySlice<UInt8>) -> Bool {
    let fields = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    return fields.count > 1 && subordinate(fields[1]) == 3
  }

  private static func subordinate(_ parameter: ArraySlice<UInt8>) -> Int? {
    let parts = parameter.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    return parts.count > 1 ? number(parts[1]) : nil
  }

  /// The key of a control sequence; `shifted` is the character that Shift makes of it, where the terminal tells.
  static func key(final: UInt8, values: [Int], shifted: Int? = nil) -> Key? {
    let first = values.first ?? 0
    let second = values.count > 1 ? modifiers(values[1]) : []
    if !second.isDisjoint(with: .others) { return nil }
    switch Unicode.Scalar(final) {
    case "~":
      if first == 27, values.count > 2 { return character(values[2], second) }
      return numbered[first].map { modified($0, by: second) }
    // rxvt: Shift, Ctrl or both with a numbered key.
    case "$": return numbered[first].map { modified($0, by: .shift) }
    case "^" where values.count == 1: return numbered[first].map { modified($0, by: .control) }
    case "@" where values.count == 1: return numbered[first].map { modified($0, by: [.shift, .control]) }
    case "u": return keypad[first].map { modified($0, by: second) } ?? character(first, second, shifted: shifted)
    case "Z": return .backtab
    // rxvt: Shift and an arrow.
    case "a"..."d": return lettered[Unicode.Scalar(final - 0x20)].map { modified($0, by: .shift) }
    // Some terminals leave the 1 before the modifier out.
    case let letter: return lettered[letter].map { modified($0, by: values.count == 1 ? modifiers(first) : second) }
    }
  }

  /// The key of a sequence that begins with SS3, also those of the keypad in application mode.
  static func applicationKey(final: UInt8, values: [Int]) -> Key? {
    let held = modifiers(values.last ?? 0)
    switch Unicode.Scalar(final) {
    case "M": return .enter
    case "I": return .tab
    case " ": return .character(" ")
    case "X": return .character("=")
    // rxvt: Ctrl and an arrow.
    case "a"..."d": return lettered[Unicode.Scalar(final - 0x20)].map { modified($0, by: .control) }
    // The keypad without Num Lock: its digits lie 64 above themselves, and so do * + , - and /, which are what they are.
    case "n", "p"..."y": return pad[Unicode.Scalar(final)].map { modified($0, by: held) }
    case "j"..."m", "o": return .character(Character(Unicode.Scalar(final - 0x40)))
    case let letter: return lettered[letter].map { modified($0, by: held) }
    }
  }

  /// The key with what is held down: Ctrl or Alt moves by words, Shift selects, and with Home and End Ctrl goes on to the
  /// ends of the whole.
  ///
  /// Other keys stay what they are.
  static func modified(_ key: Key, by modifiers: Modifiers) -> Key {
    let jumps = !modifiers.isDisjoint(with: [.alt, .control])
    let selects = modifiers == .shift
    let selectsWords = jumps && modifiers.contains(.shift)
    let selectsAll = modifiers == [.shift, .control]
    return switch key {
    case .left: selectsWords ? .shiftWordLeft : jumps ? .wordLeft : selects ? .shiftLeft : .left
    case .right: selectsWords ? .shiftWordRight : jumps ? .wordRight : selects ? .shiftRight : .right
    case .home:
      selects ? .shiftHome : modifiers == .control ? .controlHome : selectsAll ? .shiftControlHome : .home
    case .end: selects ? .shiftEnd : modifiers == .control ? .controlEnd : selectsAll ? .shiftControlEnd : .end
    case .up: selects ? .shiftUp : .up
    case .down: selects ? .shiftDown : .down
    case .tab: modifiers.contains(.shift) ? .backtab : .tab
    case .backspace:
      modifiers.contains(.alt) ? .alt("\u{7F}") : modifiers.contains(.control) ? .controlBackspace : .backspace
    case .delete: jumps ? .controlDelete : .delete
    case .character, .control, .alt, .enter, .escape, .backtab, .insert, .pageUp, .pageDown, .controlBackspace,
      .controlDelete, .shiftUp, .shiftDown, .shiftLeft, .shiftRight, .wordLeft, .wordRight, .shiftHome, .shiftEnd,
      .shiftWordLeft,
      .shiftWordRight, .controlHome, .controlEnd, .shiftControlHome, .shiftControlEnd, .function:
      key
    }
  }

  private static func modifiers(_ parameter: Int) -> Modifiers {
    guard (2...256).contains(parameter) else { return [] }
    let bits = parameter - 1
    // Meta is as good as Alt; Caps Lock and Num Lock change nothing.
    return Modifiers(rawValue: bits & 31 | (bits & 32) >> 4)
  }

  /// A key by its character's number, as "CSI u" and xterm's modifyOtherKeys send it.
  private static func character(_ code: Int, _ modifiers: Modifiers, shifted: Int? = nil) -> Key? {
    switch code {
    case 9: return modified(.tab, by: modifiers)
    case 13: return .enter
    case 27: return .escape
    case 8, 127: return modified(.backspace, by: modifiers)
    default: break
    }
    // What the keys without Shift are is told by some, what Shift makes of them by all that know it.
    let isLower = (0x61...0x7A).contains(code)
    let code = modifiers.contains(.shift) ? shifted ?? (isLower ? code - 0x20 : code) : code
    // From U+E000 on "CSI u" numbers keys that are no characters.
    guard code >= 0x20, !(0xE000...0xF8FF).contains(code), let scalar = Unicode.Scalar(UInt32(code)) else { return nil }
    let character = Character(scalar)
    if modifiers.contains(.control) {
      switch scalar {
      // What these are where there is nothing but bytes.
      case "i", "I": return modified(.tab, by: modifiers)
      case "m", "M", "j", "J": return .enter
      case "[": return .escape
      case "a"..."z", "@", "\\", "]", "^", "_": return .control(character)
      case "A"..."Z": return .control(Character(Unicode.Scalar(UInt8(code + 0x20))))
      case " ": return .control("@")
      default: return nil
      }
    }
    return modifiers.contains(.alt) ? .alt(character) : .character(character)
  }

  private static let numbered: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end, 11: .function(1),
    12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6), 18: .function(7),
    19: .function(8), 20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12), 25: .function(13),
    26: .function(14), 28: .function(15), 29: .function(16), 31: .function(17), 32: .function(18), 33: .function(19),
    34: .function(20),
  ]

  /// Keys of the keypad in application mode.
  private static let pad: [Unicode.Scalar: Key] = [
    "n": .delete, "p": .insert, "q": .end, "r": .down, "s": .pageDown, "t": .left, "v": .right, "w": .home, "x": .up,
    "y": .pageUp,
  ]

  /// Keys of the keypad in kitty's protocol.
  private static let keypad: [Int: Key] = [
    57399: .character("0"), 57400: .character("1"), 57401: .character("2"), 57402: .character("3"),
    57403: .character("4"), 57404: .character("5"), 57405: .character("6"), 57406: .character("7"),
    57407: .character("8"), 57408: .character("9"), 57409: .character("."), 57410: .character("/"),
    57411: .character("*"), 57412: .character("-"), 57413: .character("+"), 57414: .enter, 57415: .character("="),
    57416: .character(","), 57417: .left, 57418: .right, 57419: .up, 57420: .down, 57421: .pageUp, 57422: .pageDown,
    57423: .home, 57424: .end, 57425: .insert, 57426: .delete,
  ]

  private static let lettered: [Unicode.Scalar: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "P": .function(1), "Q": .function(2),
    "R": .function(3), "S": .function(4),
  ]
}
