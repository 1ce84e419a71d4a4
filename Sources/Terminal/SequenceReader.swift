import Cells

/// Takes the first key, mouse report or other sequence from bytes.
struct SequenceReader {
  enum Result: Equatable {
    case key(Key, length: Int)
    case mouse(MouseReport, length: Int)
    case pasteBegins(length: Int)
    /// What the terminal says of itself.
    case answer(TerminalAnswer, length: Int)
    /// Something that means nothing here.
    case nothing(length: Int)
    /// More bytes may follow that belong to it.
    case incomplete
  }

  private static let escape: UInt8 = 0x1B
  /// No sequence is longer, apart from answers, which are strings.
  private static let longest = 64
  private static let longestString = 4096

  let keys: KeyStrings
  let isControlHBackspace: Bool
  let decoder: TextDecoder
  /// Milliseconds to wait for more of what may be incomplete: an Esc alone most likely is the key, while the longer the
  /// beginning of a sequence is, the more likely its rest is on a slow way.
  ///
  /// - Parameter isAnswerDue: the terminal has just been asked something, so that an Esc may as well begin its answer.
  func patience(for bytes: [UInt8], isAnswerDue: Bool = false) -> Int64 {
    guard bytes.first == Self.escape else { return 250 }
    switch bytes.count {
    case 1: return isAnswerDue ? 250 : 25
    case 2: return isAnswerDue ? 250 : 100
    default: return AnswerForm.isBegun(by: bytes[...]) ? 1_000 : 250
    }
  }

  /// The first of bytes that are not empty; never `incomplete` when no more will come.
  func first(of bytes: ArraySlice<UInt8>, isOver: Bool) -> Result {
    let byte = bytes[bytes.startIndex]
    if byte == Self.escape { return escaped(bytes, isOver: isOver) }
    if byte < 0x20 || byte == 0x7F { return .key(control(byte), length: 1) }
    switch decoder.first(of: bytes) {
    case .incomplete: return isOver ? .key(.character("\u{FFFD}"), length: bytes.count) : .incomplete
    case .scalar(let scalar, let length):
      if (0x80..<0xA0).contains(scalar.value) { return .nothing(length: length) }
      return .key(.character(Character(scalar)), length: length)
    }
  }

  private func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x08: isControlHBackspace ? .backspace : .control("h")
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1B: .escape
    case 0x7F: .backspace
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: .control(Character(Unicode.Scalar(byte + 0x40)))
    }
  }

  private func escaped(_ bytes: ArraySlice<UInt8>, isOver: Bool) -> Result {
    let start = bytes.startIndex
    guard bytes.count > 1 else { return isOver ? .key(.escape, length: 1) : .incomplete }
    if let (key, length) = keys.first(of: bytes) { return .key(key, length: length) }
    if !isOver, bytes.count > 2, keys.isBeginning(bytes) { return .incomplete }
    switch bytes[start + 1] {
    case UInt8(ascii: "["): return controlSequence(bytes, isOver: isOver)
    case UInt8(ascii: "O"): return singleShift(bytes, isOver: isOver)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"): return string(bytes, isOver: isOver)
    case Self.escape: return twice(bytes, isOver: isOver)
    case 0x08, 0x7F: return .key(.alt("\u{7F}"), length: 2)
    case 0x0A, 0x0D: return .key(.alt("\r"), length: 2)
    // Esc, and a control key of its own.
    case ..<0x20: return .key(.escape, length: 1)
    default: break
    }
    switch decoder.first(of: bytes.dropFirst()) {
    case .incomplete: return isOver ? .nothing(length: bytes.count) : .incomplete
    case .scalar(let scalar, let length): return .key(.alt(Character(scalar)), length: length + 1)
    }
  }

  /// Esc twice, or Alt and a key that is a sequence itself.
  private func twice(_ bytes: ArraySlice<UInt8>, isOver: Bool) -> Result {
    guard bytes.count > 2 else { return isOver ? .key(.escape, length: 1) : .incomplete }
    let third = bytes[bytes.startIndex + 2]
    guard third == UInt8(ascii: "[") || third == UInt8(ascii: "O") else { return .key(.escape, length: 1) }
    switch escaped(bytes.dropFirst(), isOver: isOver) {
    case .key(let key, let length): return .key(KeyCode.modified(key, by: .alt), length: length + 1)
    case .nothing(let length): return .nothing(length: length + 1)
    case .incomplete: return .incomplete
    case .mouse, .pasteBegins, .answer: return .key(.escape, length: 1)
    }
  }

  /// CSI: parameters, intermediates, and one final byte.
  private func controlSequence(_ bytes: ArraySlice<UInt8>, isOver: Bool) -> Result {
    let start = bytes.startIndex
    guard bytes.count > 2 else { return isOver ? .key(.alt("["), length: 2) : .incomplete }
    let unfinished: Result = isOver ? .nothing(length: bytes.count) : .incomplete
    // Two forms that break the rule: function keys of the Linux console, and the mouse before SGR.
    if bytes[start + 2] == UInt8(ascii: "[") {
      guard bytes.count > 3 else { return unfinished }
      let number = Int(bytes[start + 3]) - 0x40
      return (1...5).contains(number) ? .key(.function(number), length: 4) : .nothing(length: 4)
    }
    if bytes[start + 2] == UInt8(ascii: "M") {
      guard bytes.count > 5 else { return unfinished }
      let values = bytes[(start + 3)..<(start + 6)].map { Int($0) - 32 }
      // Without SGR a release has no button: code 3 means nothing, as it should.
      return .mouse(MouseReport(code: values[0], position: Self.place(values[1], values[2])), length: 6)
    }
    var index = start + 2
    while index < bytes.endIndex, (0x20...0x3F).contains(bytes[index]) {
      // rxvt ends keys with Shift by what ends no other sequence.
      if bytes[index] == UInt8(ascii: "$"), let number = KeyCode.number(bytes[(start + 2)..<index]),
        let key = KeyCode.key(final: bytes[index], values: [number])
      {
        return .key(key, length: index - start + 1)
      }
      index += 1
    }
    let length = index - start
    guard length <= Self.longest else { return .nothing(length: length) }
    guard index < bytes.endIndex else { return unfinished }
    let final = bytes[index]
    // A control character ends the sequence and counts for itself.
    guard (0x40...0x7E).contains(final) else { return .nothing(length: length) }
    return meaning(of: bytes[(start + 2)..<index], final: final, length: length + 1)
  }

  private func meaning(of parameters: ArraySlice<UInt8>, final: UInt8, length: Int) -> Result {
    if parameters.first == UInt8(ascii: "<") {
      let values = KeyCode.numbers(parameters.dropFirst())
      guard values.count == 3, final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else {
        return .nothing(length: length)
      }
      let report = MouseReport(
        code: values[0], position: Self.place(values[1], values[2]), isRelease: final == UInt8(ascii: "m"))
      return .mouse(report, length: length)
    }
    if let answer = TerminalAnswer(parameters: parameters, final: final) { return .answer(answer, length: length) }
    // Other answers begin with ? or > too, and no key has an intermediate byte.
    guard parameters.allSatisfy({ (0x30...0x3B).contains($0) }) else { return .nothing(length: length) }
    // A key that was let go, as kitty's protocol can tell.
    if KeyCode.isRelease(parameters) { return .nothing(length: length) }
    let values = KeyCode.numbers(parameters)
    if final == UInt8(ascii: "~"), values.first == 200 { return .pasteBegins(length: length) }
    if final == UInt8(ascii: "M"), values.count == 3 {
      // The mouse of rxvt (1015).
      return .mouse(MouseReport(code: values[0] - 32, position: Self.place(values[1], values[2])), length: length)
    }
    guard let key = KeyCode.key(final: final, values: values, shifted: KeyCode.shifted(parameters)) else {
      return .nothing(length: length)
    }
    return .key(key, length: length)
  }

  /// SS3: a key in application mode, in some terminals with a modifier before its letter.
  private func singleShift(_ bytes: ArraySlice<UInt8>, isOver: Bool) -> Result {
    let start = bytes.startIndex
    var index = start + 2
    while index < bytes.endIndex, (0x30...0x3B).contains(bytes[index]), index - start < 8 { index += 1 }
    guard index < bytes.endIndex else {
      if !isOver { return .incomplete }
      return bytes.count == 2 ? .key(.alt("O"), length: 2) : .nothing(length: bytes.count)
    }
    guard (0x40...0x7E).contains(bytes[index]) || bytes[index] == 0x20 else { return .key(.alt("O"), length: 2) }
    let length = index - start + 1
    let values = KeyCode.numbers(bytes[(start + 2)..<index])
    guard let key = KeyCode.applicationKey(final: bytes[index], values: values) else { return .nothing(length: length) }
    return .key(key, length: length)
  }

  /// OSC, DCS and APC: an answer, to a question of ours or of another program.
  ///
  /// Without the first byte that such answers have, it is Alt and a character.
  private func string(_ bytes: ArraySlice<UInt8>, isOver: Bool) -> Result {
    let start = bytes.startIndex
    let introducer = Unicode.Scalar(bytes[start + 1])
    guard bytes.count > 2 else { return isOver ? .key(.alt(Character(introducer)), length: 2) : .incomplete }
    guard AnswerForm.isString(introducer, bytes[start + 2]) else { return .key(.alt(Character(introducer)), length: 2) }
    var index = start + 2
    while index < bytes.endIndex, index - start < Self.longestString {
      let string = bytes[(start + 2)..<index]
      if bytes[index] == 0x07 { return Self.answer(string, introducer, length: index - start + 1) }
      if bytes[index] == Self.escape {
        guard index + 1 < bytes.endIndex else {
          if !isOver { return .incomplete }
          return Self.answer(string, introducer, length: index - start + 1)
        }
        switch bytes[index + 1] {
        case 0x5C: return Self.answer(string, introducer, length: index - start + 2)
        // A sequence that begins while the string has no end.
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "O"), UInt8(ascii: "P"):
          return .nothing(length: index - start)
        // rxvt ends its strings by an Esc alone; what follows is a key or a sequence of its own.
        default: return Self.answer(string, introducer, length: index - start + 1)
        }
      }
      // A key, while the rest of the string is missing; where there is an end, the string is only wrong.
      if !AnswerForm.admits(bytes[index], in: string, introducer: introducer), !Self.ends(bytes[index...]) {
        return .nothing(length: index - start)
      }
      index += 1
    }
    return isOver || index - start >= Self.longestString ? .nothing(length: index - start) : .incomplete
  }

  /// Whether the end of a string follows before anything else that begins with Esc.
  private static func ends(_ bytes: ArraySlice<UInt8>) -> Bool {
    let rest = bytes.prefix(longestString)
    guard let end = rest.firstIndex(where: { $0 == 0x07 || $0 == escape }) else { return false }
    return rest[end] == 0x07 || end + 1 < rest.endIndex && rest[end + 1] == 0x5C
  }

  private static func answer(_ string: ArraySlice<UInt8>, _ introducer: Unicode.Scalar, length: Int) -> Result {
    TerminalAnswer(string: string, introducer: introducer).map { .answer($0, length: length) }
      ?? .nothing(length: length)
  }

  /// Terminals count from 1.
  ///
  /// Saturated, since a report may hold any number.
  private static func place(_ column: Int, _ row: Int) -> Point { Point(x: max(0, column - 1), y: max(0, row - 1)) }
}
