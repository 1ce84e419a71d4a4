/// What is done where a text leaves the grammar: it is told once what stands there and what could, and reading goes on
/// with what was most likely meant. Each step goes forward or closes something, so that time stays linear.
extension JSONParser {
  // MARK: Where something else should stand

  mutating func recoverValue(_ byte: UInt8) {
    let expected: JSONExpected = need == .valueOrEnd ? .valueOrEnd : .value
    if skipNoise(byte, expected) { return }
    tellWhatStands(at: position, expected: expected)
    if let (quotes, length) = text.quotes(at: position) {
      return parseString(from: position + length, quotes, isName: false)
    }
    let isInObject = !open.isEmpty && !isInArray
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
      // A comma is the one behind the missing value, or in an array one too many.
      if isInObject { omit() }
      if byte != UInt8(ascii: ",") {
        closeUp(to: byte)
      } else if !isInObject {
        position += 1
        if need == .valueOrEnd { need = .value }
      }
    case UInt8(ascii: ":"): position += 1
    case UInt8(ascii: "+"): while position < count, bytes[position] == UInt8(ascii: "+") { position += 1 }
    default: recoverWord()
    }
  }

  mutating func recoverName(_ byte: UInt8) {
    let expected: JSONExpected = need == .name ? .fieldName : .fieldNameOrEnd
    if skipNoise(byte, expected) { return }
    tellWhatStands(at: position, expected: expected)
    if let (quotes, length) = text.quotes(at: position) {
      return parseString(from: position + length, quotes, isName: true)
    }
    switch byte {
    case UInt8(ascii: "}"), UInt8(ascii: "]"): closeUp(to: byte)
    case UInt8(ascii: "{") where isInArrayOfObjects: finishObject()
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: ","): position += 1
    default:
      let end = text.endOfWord(from: position)
      var node = JSONNode(kind: .string, offset: UInt32(position))
      (node.start, node.length) = (UInt32(position), UInt32(end - position))
      let lacksOnlyFirstMark = end < count && bytes[end] == UInt8(ascii: "\"") && text.isFollowedByColon(end + 1)
      position = lacksOnlyFirstMark ? end + 1 : end
      append(node, isName: true)
    }
  }

  mutating func recoverColon(_ byte: UInt8) {
    if skipNoise(byte, .colon) { return }
    tellWhatStands(at: position, expected: .colon)
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"): omit()
    case UInt8(ascii: "="):
      position += 1
      need = .value
    default:
      cutLastName()
      need = .value
    }
  }

  mutating func recoverSeparator(_ byte: UInt8) {
    let isArray = isInArray
    let expected: JSONExpected = isArray ? .commaOrBracket : .commaOrBrace
    if skipNoise(byte, expected) { return }
    tellWhatStands(at: position, expected: expected)
    switch byte {
    case UInt8(ascii: "}"), UInt8(ascii: "]"): closeUp(to: byte)
    case UInt8(ascii: ";"):
      position += 1
      need = isArray ? .value : .name
    case UInt8(ascii: ":"): if !makeNameOfLast() { position += 1 }
    case UInt8(ascii: "{") where isInArrayOfObjects: finishObject()
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if isArray { need = .value } else { position += 1 }
    case UInt8(ascii: "\""): need = isArray ? .value : .name
    default:
      if extendLast() { return }
      if isArray || text.quotes(at: position) != nil || text.isFollowedByColon(text.endOfWord(from: position)) {
        need = isArray ? .value : .name
      } else {
        position = text.endOfUnquoted(from: position + 1)
      }
    }
  }

  /// Something stands behind the value that is the text: the end of it came too early, or it is no part of it.
  mutating func recoverEnd(_ byte: UInt8) {
    if skipNoise(byte, .endOfFile) { return }
    tellWhatStands(at: position, expected: .endOfFile)
    let isArray = nodes[0].kind == .array
    let isObject = nodes[0].kind == .object
    switch byte {
    case UInt8(ascii: "}"), UInt8(ascii: "]"): position += 1
    case UInt8(ascii: ",") where isArray || isObject:
      position += 1
      reopen(isArray)
    case UInt8(ascii: "\"") where isObject: reopen(isArray)
    default: position = count
    }
  }

  private mutating func reopen(_ isArray: Bool) {
    open = [0]
    isReopened = true
    need = isArray ? .value : .name
  }

  mutating func endOfText() {
    guard need != .end else { return }
    // More came after the end, but not all that a comma promised.
    if isReopened, open.count == 1, need != .colon, need != .value || isInArray { return finish() }
    let expected: JSONExpected =
      switch need {
      case .value, .end: .value
      case .valueOrEnd: .valueOrEnd
      case .name: .fieldName
      case .nameOrEnd: .fieldNameOrEnd
      case .colon: .colon
      case .separator: isInArray ? .commaOrBracket : .commaOrBrace
      }
    if slips.end < count { tell(.endOfFile, at: count, expected: expected) }
    let last = bytes.last { !text.isBlank($0) }
    if last != UInt8(ascii: "}"), last != UInt8(ascii: "]") { isCutShort = true }
    if need == .colon || (need == .value && !open.isEmpty && !isInArray) { omit() }
    while !open.isEmpty { finish() }
  }

  // MARK: Brackets

  /// Closes everything up to the innermost that this bracket closes; where there is none, it is one too many.
  private mutating func closeUp(to bracket: UInt8) {
    let kind: JSONValue.Kind = bracket == UInt8(ascii: "]") ? .array : .object
    guard let depth = open.lastIndex(where: { nodes[$0].kind == kind }) else {
      position += 1
      return
    }
    while open.count > depth + 1 { finish() }
    close()
  }

  /// The innermost is an object in an array: where another object begins, its end is missing.
  private var isInArrayOfObjects: Bool {
    open.count > 1 && !isInArray && nodes[open[open.count - 2]].kind == .array
  }

  private mutating func finishObject() {
    finish()
    need = .value
  }

  /// A string in an array that is followed by a colon is the next name of the object around it: the array's end is
  /// missing.
  private mutating func makeNameOfLast() -> Bool {
    guard open.count > 1, isInArray, nodes[open[open.count - 2]].kind == .object, let name = nodes.last,
      name.kind == .string, let array = open.last, Int(name.parent) == array
    else { return false }
    nodes.removeLast()
    nodes[array].length -= 1
    finish()
    append(name, isName: true)
    return true
  }

  /// A value that is missing or no value.
  private mutating func omit() { append(JSONNode(kind: .omitted, offset: UInt32(min(position, max(count - 1, 0))))) }

  // MARK: Words

  /// A name that ends with a colon has lost its closing mark, and has taken the first one of its value.
  private mutating func cutLastName() {
    guard let name = nodes.last, !name.isCopied, Int(name.start) + Int(name.length) == position - 1 else { return }
    var end = position - 1
    while end > Int(name.start), text.isBlank(bytes[end - 1]) { end -= 1 }
    guard end > Int(name.start) + 1, bytes[end - 1] == UInt8(ascii: ":") else { return }
    nodes[nodes.count - 1].length = UInt32(end - 1) - name.start
    position -= 1
  }

  /// A number that is none: zeros in front are clear in what they mean.
  mutating func recoverNumber() {
    tellWhatStands(at: position, expected: need == .valueOrEnd ? .valueOrEnd : .value)
    let end = text.endOfWord(from: position)
    if bytes[position..<end].allSatisfy({ $0 &- 0x30 < 10 }) {
      var start = position
      while start < end - 1, bytes[start] == UInt8(ascii: "0") { start += 1 }
      appendNumber(start..<end)
    } else {
      omit()
    }
    position = end
  }

  /// A word that is no value, unless other languages spell one so.
  private mutating func recoverWord() {
    guard !open.isEmpty else {
      // Whatever it is, it is no JSON.
      position = count
      need = .end
      return
    }
    let end = text.endOfWord(from: position)
    let kind: JSONValue.Kind? =
      switch String(decoding: bytes[position..<min(end, position + 12)], as: UTF8.self).lowercased() {
      case "true", "yes": .true
      case "false", "no": .false
      case "null", "none", "nil", "undefined", "nan": .null
      default: nil
      }
    if let kind {
      append(JSONNode(kind: kind, offset: UInt32(position)))
      position = end
    } else {
      omit()
      position = text.endOfUnquoted(from: end)
    }
  }

  /// Quotation marks inside a string that are not escaped: it goes on to one that looks like its end, in its line.
  private mutating func extendLast() -> Bool {
    guard text.isWordByte(position), position >= noLaterQuote, let last = nodes.last, last.kind == .string,
      !last.isCopied,
      bytes[position - 1] == UInt8(ascii: "\""), Int(last.start) + Int(last.length) == position - 1
    else { return false }
    var index = position
    while index < count, bytes[index] >= 0x20, bytes[index] != UInt8(ascii: "\\") {
      if bytes[index] == UInt8(ascii: "\""), text.isFollowedByEnd(index + 1) {
        nodes[nodes.count - 1].length = UInt32(index) - last.start
        position = index + 1
        return true
      }
      index += 1
    }
    noLaterQuote = index
    return false
  }

  // MARK: Noise

  /// Steps over what means nothing wherever it stands: comments, control characters, blanks that are none in JSON.
  private mutating func skipNoise(_ byte: UInt8, _ expected: JSONExpected) -> Bool {
    if let end = text.endOfComment(from: position) {
      tell(.comment, at: position, end: end, expected: expected)
      position = end
      return true
    }
    if byte < 0x20 {
      let start = position
      while position < count, bytes[position] < 0x20 { position += 1 }
      tell(.controlCharacter(byte), at: start, end: position, expected: expected)
      return true
    }
    guard let (name, length) = text.oddBlank(at: position) else { return false }
    tell(.piece(name), at: position, expected: expected)
    position += length
    while let (_, length) = text.oddBlank(at: position) { position += length }
    return true
  }

  // MARK: Telling

  mutating func tell(
    _ found: @autoclosure () -> JSONFound, at offset: Int, end: Int? = nil, expected: JSONExpected
  ) {
    slips.add(at: offset, end: end ?? offset, expected: expected, found: found())
  }

  private mutating func tellWhatStands(at offset: Int, expected: JSONExpected) {
    let end = slips.isFull ? offset : text.endOfWord(from: offset, within: 200)
    let bytes = bytes
    tell(
      {
        guard bytes[offset] == UInt8(ascii: "\"") else {
          return .piece(String(decoding: bytes[offset..<end], as: UTF8.self))
        }
        let content = bytes[(offset + 1)...].prefix(200).prefix { $0 != UInt8(ascii: "\"") }
        return .text(String(decoding: content, as: UTF8.self))
      }(), at: offset, end: end, expected: expected)
  }
}
