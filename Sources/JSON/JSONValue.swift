/// A value in a JSON text, which knows its place: byte, line and path.
public struct JSONValue {
  public enum Kind: UInt8, Sendable {
    case null, `false`, `true`, number, string, array, object
    /// Left out: it lies too deep, or is no value. Readers see nothing there; the document tells of it once.
    case omitted
  }

  public let document: JSONDocument
  let index: Int

  public var kind: Kind { document.nodes[index].kind }

  // MARK: Place

  /// Its first byte, counted from 0.
  public var offset: Int { Int(document.nodes[index].offset) }

  /// From 1.
  public var line: Int { document.line(at: offset) }

  /// Its place among all values in the order of the text, from 0.
  public var order: Int { index }

  /// How much of the text lies before it, from 0 to 1.
  public var share: Double { Double(index) / Double(max(1, document.nodes.count)) }

  /// `$.sessions[3].start` (RFC 9535 §2.7, with the shorthand for names that are plain words); other names are written
  /// `["like this"]`, as they stand and cut after 80 characters.
  public var path: String {
    var parts: [String] = []
    var node = index
    while node != 0 {
      let parent = Int(document.nodes[node].parent)
      switch document.nodes[parent].kind {
      case .array: parts.append("[\(document.nodes[node].ordinal)]")
      case .object: parts.append(JSONValue(document: document, index: node - 1).step)
      case .null, .false, .true, .number, .string, .omitted: break
      }
      node = parent
    }
    return "$" + parts.reversed().joined()
  }

  private var step: String {
    let isPlain = withBytes { bytes in
      !bytes.isEmpty && bytes.count <= 80
        && bytes.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"):
            true
          default: false
          }
        }
    }
    let beginning = beginning(80)
    return isPlain ? ".\(beginning)" : "[\"\(beginning)\"]"
  }

  // MARK: Parts

  /// The values of an array; none of anything else.
  public var values: Children { Children(self, of: .array) }

  /// The names of an object, each followed by its value; none of anything else.
  public var names: Children { Children(self, of: .object) }

  /// The value behind a name.
  public var valueOfName: JSONValue { JSONValue(document: document, index: index + 1) }

  /// The value of the first member with a name; nil where there is none.
  public subscript(name: String) -> JSONValue? { names.first { $0.rawString == name }?.valueOfName }

  /// The values of an array or the names of an object, in order.
  public struct Children: Sequence, IteratorProtocol {
    private let document: JSONDocument
    /// Nodes from one to the next: a name has its value behind it.
    private let stride: Int
    private var upcoming: Int
    private let end: Int

    fileprivate init(_ value: JSONValue, of kind: Kind) {
      document = value.document
      stride = kind == .object ? 1 : 0
      upcoming = value.index + 1
      end = value.kind == kind ? Int(document.nodes[value.index].start) : upcoming
    }

    public mutating func next() -> JSONValue? {
      guard upcoming < end else { return nil }
      let index = upcoming
      let node = document.nodes[index + stride]
      upcoming = node.kind == .array || node.kind == .object ? Int(node.start) : index + stride + 1
      return JSONValue(document: document, index: index)
    }

    public var isEmpty: Bool { upcoming >= end }
  }

  // MARK: Content

  /// The string as it stands, its escapes resolved, U+FFFD for what is no UTF-8 or half a surrogate pair; nil where it
  /// is no string.
  public var rawString: String? {
    guard kind == .string else { return nil }
    return document.withBytes(of: index) { String(decoding: $0, as: UTF8.self) }
  }

  /// The digits of a number, as they stand; nil where it is none.
  public var digits: String? {
    guard kind == .number else { return nil }
    return document.withBytes(of: index) { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a string, its escapes resolved, or of a number; none of anything else.
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch kind {
    case .string, .number: document.withBytes(of: index, body)
    case .null, .false, .true, .array, .object, .omitted: body(UnsafeBufferPointer(start: nil, count: 0))
    }
  }

  /// At most so many characters (Unicode scalars) of a string or number, with `…` where something is left out; not safe
  /// to show.
  func beginning(_ limit: Int) -> String {
    withBytes { bytes in
      let scalars = String(decoding: bytes.prefix(4 * limit + 4), as: UTF8.self).unicodeScalars
      guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
        end != scalars.endIndex
      else { return String(scalars) }
      return String(scalars[..<end]) + "…"
    }
  }
}
