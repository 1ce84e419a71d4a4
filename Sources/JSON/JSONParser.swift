/// Lays a JSON text out as nodes, in one pass without recursion.
///
/// Here is the grammar; `JSONRecovery` has what happens where the text leaves it, `JSONStrings` what stands between
/// quotation marks, and `JSONText` looks ahead for all of them. Each name is followed by exactly one value, whatever the text has.
struct JSONParser {
  /// What may come next.
  enum Need {
    case value, valueOrEnd, name, nameOrEnd, colon, separator
    /// Nothing: the text has its value.
    case end
  }

  let text: JSONText
  let depthLimit: Int
  private let valueLimit: Int

  var nodes: [JSONNode] = []
  var copied: [UInt8] = []
  private(set) var omitted: [Int] = []
  var slips: JSONSlips
  var rawControlCount = 0
  var isCutShort = false
  /// There are more values than the limit.
  private(set) var isFull = false

  var position = 0
  var need = Need.value
  /// The arrays and objects that are open.
  var open: [Int] = []
  /// Up to here there is no quotation mark that could end a string with such marks in it.
  var noLaterQuote = 0
  /// The value was closed too early, and more of it came.
  var isReopened = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, depthLimit: Int, valueLimit: Int, slipLimit: Int) {
    text = JSONText(bytes: bytes)
    (self.depthLimit, self.valueLimit) = (depthLimit, valueLimit)
    slips = JSONSlips(limit: slipLimit)
    // A value takes about 14 bytes in the bundles that were measured.
    nodes.reserveCapacity(min(bytes.count / 14 + 16, valueLimit))
  }

  mutating func parse() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while !isFull {
      skipBlank()
      guard position < count else { return endOfText() }
      let byte = bytes[position]
      switch need {
      case .value, .valueOrEnd: parseValue(byte)
      case .name, .nameOrEnd:
        if byte == UInt8(ascii: "\"") {
          parseString(isName: true)
        } else if byte == UInt8(ascii: "}"), need == .nameOrEnd {
          close()
        } else {
          recoverName(byte)
        }
      case .colon:
        if byte == UInt8(ascii: ":") {
          position += 1
          need = .value
        } else {
          recoverColon(byte)
        }
      case .separator: parseSeparator(byte)
      case .end: recoverEnd(byte)
      }
    }
  }

  private mutating func parseValue(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): parseString(isName: false)
    case UInt8(ascii: "{"): begin(.object)
    case UInt8(ascii: "["): begin(.array)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): parseNumber()
    case UInt8(ascii: "t"): parseWord("true", .true)
    case UInt8(ascii: "f"): parseWord("false", .false)
    case UInt8(ascii: "n"): parseWord("null", .null)
    case UInt8(ascii: "]") where need == .valueOrEnd: close()
    default: recoverValue(byte)
    }
  }

  private mutating func parseSeparator(_ byte: UInt8) {
    let isArray = isInArray
    if byte == UInt8(ascii: ",") {
      position += 1
      need = isArray ? .value : .name
    } else if byte == (isArray ? UInt8(ascii: "]") : UInt8(ascii: "}")) {
      close()
    } else {
      recoverSeparator(byte)
    }
  }

  // MARK: Arrays and objects

  var isInArray: Bool { open.last.map { nodes[$0].kind == .array } ?? false }

  mutating func begin(_ kind: JSONValue.Kind) {
    guard open.count < depthLimit else { return leaveOut() }
    append(JSONNode(kind: kind, offset: UInt32(position)))
    open.append(nodes.count - 1)
    position += 1
    need = kind == .array ? .valueOrEnd : .nameOrEnd
  }

  /// Steps over the innermost one's closing bracket.
  mutating func close() {
    position += 1
    finish()
  }

  /// Ends the innermost one here.
  mutating func finish() {
    if let index = open.popLast() { nodes[index].start = UInt32(nodes.count) }
    need = open.isEmpty ? .end : .separator
  }

  /// Steps over what lies too deep, without looking for anything but its end.
  private mutating func leaveOut() {
    omitted.append(nodes.count)
    append(JSONNode(kind: .omitted, offset: UInt32(position)))
    var level = 0
    while position < count {
      switch bytes[position] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): level += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): level -= 1
      case UInt8(ascii: "\""):
        position += 1
        while position < count, bytes[position] != UInt8(ascii: "\"") {
          position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
      default: break
      }
      position = min(position + 1, count)
      if level == 0 { return }
    }
    tell(.endOfFile, at: count, expected: .value)
    isCutShort = true
  }

  // MARK: Numbers and words

  /// RFC 8259 §6.
  private mutating func parseNumber() {
    let start = position
    var index = start
    func isDigit(_ index: Int) -> Bool { index < count && bytes[index] &- 0x30 < 10 }
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    guard isDigit(index) else { return recoverNumber() }
    if bytes[index] == UInt8(ascii: "0") {
      index += 1
      if isDigit(index) { return recoverNumber() }
    } else {
      repeat { index += 1 } while isDigit(index)
    }
    if index < count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      guard isDigit(index) else { return recoverNumber() }
      repeat { index += 1 } while isDigit(index)
    }
    if index < count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      guard isDigit(index) else { return recoverNumber() }
      repeat { index += 1 } while isDigit(index)
    }
    // 2017-12-04 is no number with something behind it.
    if index < count, bytes[index] > 0x20, !text.isSign(bytes[index]), bytes[index] != UInt8(ascii: "/") {
      return recoverNumber()
    }
    appendNumber(start..<index)
    position = index
  }

  mutating func appendNumber(_ range: Range<Int>) {
    append(
      JSONNode(
        kind: .number, offset: UInt32(range.lowerBound), start: UInt32(range.lowerBound), length: UInt32(range.count)))
  }

  private mutating func parseWord(_ word: StaticString, _ kind: JSONValue.Kind) {
    let length = word.utf8CodeUnitCount
    guard position + length <= count, !text.isWordByte(position + length) else { return recoverValue(bytes[position]) }
    for index in 0..<length where bytes[position + index] != word.utf8Start[index] {
      return recoverValue(bytes[position])
    }
    append(JSONNode(kind: kind, offset: UInt32(position)))
    position += length
  }

  // MARK: Bytes

  var bytes: UnsafeBufferPointer<UInt8> { text.bytes }
  var count: Int { text.bytes.count }

  private mutating func skipBlank() {
    while position < count, text.isBlank(bytes[position]) { position += 1 }
  }

  // MARK: Nodes

  /// Puts a value, or a name, into the innermost array or object.
  mutating func append(_ node: JSONNode, isName: Bool = false) {
    guard nodes.count < valueLimit else {
      isFull = true
      return
    }
    var node = node
    if let parent = open.last {
      node.parent = UInt32(parent)
      node.ordinal = nodes[parent].length
      if isName || nodes[parent].kind == .array { nodes[parent].length += 1 }
    }
    nodes.append(node)
    need = isName ? .colon : open.isEmpty ? .end : .separator
  }
}
