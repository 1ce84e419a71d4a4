/// A JSON text as one flat array of nodes: an object is followed by its fields' names and values in turn, a list by its
/// values.
package final class JSONTape {
  let source: FileBytes
  let nodes: [JSONNode]
  /// Texts whose escapes were resolved.
  let copied: [UInt8]
  /// Nodes that were left out, since they lie too deep.
  package let omitted: [Int]

  /// Offsets of the lines' first bytes, made when the first problem needs them.
  private lazy var lineStarts = source.withBytes { LineStarts($0) }

  init(source: FileBytes, nodes: [JSONNode], copied: [UInt8], omitted: [Int]) {
    (self.source, self.nodes, self.copied, self.omitted) = (source, nodes, copied, omitted)
  }

  /// The value that the text is.
  package var root: JSONValue { JSONValue(tape: self, index: 0) }

  /// The first text or name of more bytes than that; nil where all are shorter.
  package func firstText(longerThan limit: Int) -> JSONValue? {
    nodes.firstIndex { $0.kind == .text && $0.length > limit }.map { JSONValue(tape: self, index: $0) }
  }

  /// The line of a node, from 1.
  func line(of index: Int) -> Int { lineStarts.line(at: Int(nodes[index].offset)) }

  /// The bytes of a text or a number.
  package func withBytes<Result>(of index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let node = nodes[index]
    let range = Int(node.start)..<Int(node.start) + Int(node.length)
    if node.isCopied {
      return copied.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }
    return source.withBytes { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }
}
