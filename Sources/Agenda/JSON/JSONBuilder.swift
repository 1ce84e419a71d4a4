internal import CYajl

/// Takes what the parser finds and lays it onto a tape.
struct JSONBuilder {
  /// Why the parser was told to stop.
  enum Stop: Equatable {
    case tooManyValues
  }

  private(set) var nodes: [JSONNode] = []
  private(set) var copied: [UInt8] = []
  private(set) var omitted: [Int] = []
  private(set) var stop: Stop?
  /// The lists and objects that are open.
  private(set) var open: [Int] = []
  /// How many levels are open beyond the limit.
  private(set) var skippedLevels = 0
  /// Nothing has come since the innermost list or object was opened.
  private(set) var isFresh = true
  /// A field's name has come, its value has not.
  private(set) var awaitsValue = false
  /// Where the last thing that came ends.
  private(set) var end = 0

  /// Where the parser gave up.
  private(set) var reached = 0

  private let source: UnsafeBufferPointer<UInt8>
  private let depthLimit: Int
  private let valueLimit: Int

  /// The parser, which knows how far it has come.
  var parser: yajl_handle?
  /// Where in the source the parser began.
  var base = 0

  init(source: UnsafeBufferPointer<UInt8>, depthLimit: Int, valueLimit: Int) {
    (self.source, self.depthLimit, self.valueLimit) = (source, depthLimit, valueLimit)
    // A value takes about 14 bytes in the bundles that were measured.
    nodes.reserveCapacity(min(source.count / 14 + 16, valueLimit))
  }

  mutating func addScalar(_ kind: JSONNode.Kind) -> Int32 {
    guard advance() else { return 1 }
    return append(JSONNode(kind: kind, offset: lastByte, parent: 0, ordinal: 0))
  }

  mutating func addText(_ kind: JSONNode.Kind, _ bytes: UnsafeBufferPointer<UInt8>, isName: Bool = false) -> Int32 {
    guard advance() else { return 1 }
    var node = JSONNode(kind: kind, offset: lastByte, parent: 0, ordinal: 0)
    node.length = UInt32(truncatingIfNeeded: bytes.count)
    if let first = bytes.baseAddress, let base = source.baseAddress {
      if first >= base && first < base + source.count {
        node.start = UInt32(truncatingIfNeeded: first - base)
      } else {
        node.isCopied = true
        node.start = UInt32(truncatingIfNeeded: copied.count)
        copied.append(contentsOf: bytes)
      }
    }
    return append(node, isName: isName)
  }

  mutating func begin(_ kind: JSONNode.Kind) -> Int32 {
    if skippedLevels > 0 || open.count == depthLimit {
      end = consumed
      skippedLevels += 1
      if skippedLevels == 1 {
        omitted.append(nodes.count)
        return append(JSONNode(kind: .omitted, offset: lastByte, parent: 0, ordinal: 0))
      }
      return 1
    }
    end = consumed
    let index = nodes.count
    let result = append(JSONNode(kind: kind, offset: lastByte, parent: 0, ordinal: 0))
    open.append(index)
    isFresh = true
    return result
  }

  mutating func finish() -> Int32 {
    end = consumed
    if skippedLevels > 0 {
      skippedLevels -= 1
    } else if let index = open.popLast() {
      nodes[index].start = UInt32(truncatingIfNeeded: nodes.count)
    }
    isFresh = false
    return 1
  }

  /// The parser has stopped: notes how far it came, which it forgets when it is asked to complete.
  mutating func stopped() {
    reached = consumed
    parser = nil
  }

  /// False inside what is left out.
  private mutating func advance() -> Bool {
    end = consumed
    return skippedLevels == 0
  }

  /// What comes when the parser completes, a number at the very end, ends where the source does.
  private var consumed: Int { parser.map { base + yajl_get_bytes_consumed($0) } ?? source.count }

  private var lastByte: UInt32 { UInt32(truncatingIfNeeded: max(end - 1, 0)) }

  private mutating func append(_ node: JSONNode, isName: Bool = false) -> Int32 {
    guard nodes.count < valueLimit else {
      stop = .tooManyValues
      return 0
    }
    var node = node
    if let parent = open.last {
      node.parent = UInt32(truncatingIfNeeded: parent)
      node.ordinal = nodes[parent].length
      if nodes[parent].kind == .list || isName { nodes[parent].length += 1 }
    }
    isFresh = false
    awaitsValue = isName
    nodes.append(node)
    return 1
  }
}
