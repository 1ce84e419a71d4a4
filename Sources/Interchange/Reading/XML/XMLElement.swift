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

  /// All characters directly in it.
  var text: String { String(decoding: bytes, as: UTF8.self) }

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
