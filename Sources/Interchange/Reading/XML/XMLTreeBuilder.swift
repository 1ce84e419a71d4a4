internal import CExpat

/// An element of an XML text with all that is in it.
final class XMLElement {
  /// In small letters, with `_` where the file has `-`, without a prefix: dialects differ in these.
  let name: String
  let attributes: [(name: String, value: String)]
  /// From 1.
  let line: Int
  fileprivate(set) var children: [XMLElement] = []
  fileprivate var bytes: [UInt8] = []

  init(name: String, attributes: [(name: String, value: String)], line: Int) {
    (self.name, self.attributes, self.line) = (name, attributes, line)
  }

  /// The characters without blanks around them; nil where that is nothing.
  var trimmed: String? {
    var slice = bytes[...]
    while let first = slice.first, XMLElement.isBlank(first) { slice.removeFirst() }
    while let last = slice.last, XMLElement.isBlank(last) { slice.removeLast() }
    return slice.isEmpty ? nil : String(decoding: slice, as: UTF8.self)
  }

  subscript(attribute name: String) -> String? {
    attributes.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// The first child of that name.
  func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// The text of the first child of that name that has one.
  func string(_ name: String) -> String? {
    for child in children where child.name == name { if let text = child.trimmed { return text } }
    return nil
  }

  func append(_ child: XMLElement) { children.append(child) }
  func append(_ characters: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: characters) }
  func append(_ string: String) { bytes.append(contentsOf: string.utf8) }
  var byteCount: Int { bytes.count }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}

/// Takes what expat finds and hands each part of the schedule over as soon as it is whole.
struct XMLTreeBuilder {
  /// Why the parser was told to stop.
  enum Stop: Equatable {
    case documentType
    case tooDeep
    case longText
    case tooManyElements
    case cancelled
  }

  /// Elements whose own elements are markup of a text: they are kept as they are written.
  private static let prose: Set<String> = ["abstract", "description", "biography", "extended_biography"]

  var parser: XML_Parser?
  private(set) var stop: Stop?
  private var open: [XMLElement] = []
  /// How many elements of markup are open inside a text.
  private var markup = 0
  private let depthLimit: Int
  private let textLimit: Int
  private let elementLimit: Int
  /// Elements that are held, since what they are part of is not whole yet.
  private var held = 0
  /// Whether the children of an element are handed over and forgotten, one by one.
  private let isContainer: (XMLElement) -> Bool
  private let receive: (XMLElement, _ parents: [XMLElement]) -> Bool

  init(
    depthLimit: Int, textLimit: Int, elementLimit: Int, isContainer: @escaping (XMLElement) -> Bool,
    receive: @escaping (XMLElement, _ parents: [XMLElement]) -> Bool
  ) {
    (self.depthLimit, self.textLimit, self.elementLimit) = (depthLimit, textLimit, elementLimit)
    (self.isContainer, self.receive) = (isContainer, receive)
  }

  mutating func begin(_ rawName: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    guard stop == nil else { return }
    guard open.count + markup < depthLimit else { return end(.tooDeep) }
    if let prose = open.last, markup > 0 || XMLTreeBuilder.prose.contains(prose.name) {
      markup += 1
      prose.append("<\(String(cString: rawName))")
      for (name, value) in pairs(attributes) { prose.append(" \(name)=\"\(value)\"") }
      prose.append(">")
      return
    }
    let line = parser.map { Int(plenary_line($0)) } ?? 0
    open.append(XMLElement(name: XMLTreeBuilder.plain(rawName), attributes: pairs(attributes), line: line))
  }

  mutating func finish(_ rawName: UnsafePointer<CChar>) {
    guard stop == nil else { return }
    if markup > 0 {
      markup -= 1
      open.last?.append("</\(String(cString: rawName))>")
      return
    }
    guard let element = open.popLast() else { return }
    guard let parent = open.last else {
      if !receive(element, []) { end(.cancelled) }
      return
    }
    if open.allSatisfy(isContainer) {
      held = 0
      if !receive(element, open) { end(.cancelled) }
    } else {
      parent.append(element)
      held += 1
      if held > elementLimit { end(.tooManyElements) }
    }
  }

  mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard stop == nil, let element = open.last else { return }
    element.append(bytes)
    if element.byteCount > textLimit { end(.longText) }
  }

  mutating func documentType() { end(.documentType) }

  private mutating func end(_ reason: Stop) {
    stop = reason
    if let parser { _ = XML_StopParser(parser, XML_Bool(XML_FALSE)) }
  }

  private func pairs(_ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    guard var next = attributes else { return result }
    while let name = next[0], let value = next[1] {
      result.append((XMLTreeBuilder.plain(name), String(cString: value)))
      next += 2
    }
    return result
  }

  private static func plain(_ raw: UnsafePointer<CChar>) -> String {
    var end = raw
    while isPlain(end.pointee) { end += 1 }
    if end.pointee == 0 { return String(cString: raw) }
    var bytes: [UInt8] = []
    var next = raw
    while next.pointee != 0 {
      let byte = UInt8(bitPattern: next.pointee)
      switch byte {
      case UInt8(ascii: ":"): bytes.removeAll()
      case UInt8(ascii: "-"): bytes.append(UInt8(ascii: "_"))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      default: bytes.append(byte)
      }
      next += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Neither the end nor anything that is written in another way.
  private static func isPlain(_ byte: CChar) -> Bool {
    switch UInt8(bitPattern: byte) {
    case 0, UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "A")...UInt8(ascii: "Z"): false
    default: true
    }
  }
}
