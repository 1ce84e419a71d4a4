/// A JSON text that was read, as one flat array of nodes: an object is followed by its members' names and values in
/// turn, an array by its values.
///
/// The bytes are kept as they are; strings are made of them when somebody asks.
public final class JSONDocument {
  /// What is against the grammar, in the order of the text; the rest was read as if it were not there.
  public let slips: [JSONSlip]
  /// How many more slips there were than are kept.
  public let furtherSlips: Int
  /// Control characters that stand unescaped in strings (RFC 8259 §7); they are in the strings as they are.
  public let rawControlCount: Int
  /// Whether the text ends inside a value: what was read is only the beginning of what was written.
  ///
  /// A text that lacks nothing but closing brackets at its end is not cut short.
  public let isCutShort: Bool

  let bytes: UnsafeBufferPointer<UInt8>
  let nodes: [JSONNode]
  /// Strings whose escapes were resolved.
  let copied: [UInt8]
  private let omittedIndices: [Int]
  private let owner: AnyObject
  /// Made when the first line is asked for.
  private lazy var lines = LineStarts(bytes)

  init(_ parser: JSONParser, owner: AnyObject) {
    (bytes, self.owner) = (parser.bytes, owner)
    (nodes, copied, omittedIndices) = (parser.nodes, parser.copied, parser.omitted)
    (rawControlCount, isCutShort) = (parser.rawControlCount, parser.isCutShort)
    slips = parser.slips.made(of: bytes)
    furtherSlips = parser.slips.further
  }

  /// The value that the text is; nil where it has none.
  public var root: JSONValue? { nodes.isEmpty ? nil : JSONValue(document: self, index: 0) }

  /// Arrays and objects that were left out, since they lie too deep.
  public var tooDeep: [JSONValue] { omittedIndices.map { JSONValue(document: self, index: $0) } }

  /// Whether it is JSON to the letter (RFC 8259) and wholly read.
  public var isStrict: Bool { slips.isEmpty && rawControlCount == 0 && omittedIndices.isEmpty && !nodes.isEmpty }

  /// The first string or name of more bytes than that; nil where all are shorter.
  public func firstString(longerThan limit: Int) -> JSONValue? {
    nodes.firstIndex { $0.kind == .string && $0.length > limit }.map { JSONValue(document: self, index: $0) }
  }

  func line(at offset: Int) -> Int { lines.line(at: offset) }

  /// The bytes of a string, its escapes resolved, or of a number.
  func withBytes<Result>(of index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let node = nodes[index]
    let range = Int(node.start)..<Int(node.start) + Int(node.length)
    if node.isCopied {
      return copied.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }
    return withExtendedLifetime(owner) { body(UnsafeBufferPointer(rebasing: bytes[range])) }
  }
}

/// One value of a JSON text; its size, 24 bytes, decides the speed and the memory of reading, hence the packing.
struct JSONNode {
  var kind: JSONValue.Kind
  /// The string lies in the document's own buffer, since escapes had to be resolved, and not in the text.
  var isCopied = false
  /// The first byte of the value in the text.
  var offset: UInt32
  /// Of a string or number where its bytes begin; of an array or object the index of the node after it.
  var start: UInt32 = 0
  /// Of a string or number its bytes; of an array its values; of an object its members.
  var length: UInt32 = 0
  /// The array or object around it; itself at the top.
  var parent: UInt32 = 0
  /// Its place in the array around it.
  var ordinal: UInt32 = 0
}
