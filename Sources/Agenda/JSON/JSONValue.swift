/// A value in a JSON text, which knows its line and its path.
package struct JSONValue {
  package let tape: JSONTape
  package let index: Int

  package var kind: JSONNode.Kind { tape.nodes[index].kind }

  package init(tape: JSONTape, index: Int) { (self.tape, self.index) = (tape, index) }

  /// From 1.
  package var line: Int { tape.line(of: index) }

  /// How much of the text lies before it, from 0 to 1.
  package var share: Double { Double(index) / Double(max(1, tape.nodes.count)) }

  /// `$.sessions[3].start`; names that are no plain words are written `["like this"]`.
  package var path: String {
    var parts: [String] = []
    var node = index
    while node != 0 {
      let parent = Int(tape.nodes[node].parent)
      switch tape.nodes[parent].kind {
      case .list: parts.append("[\(tape.nodes[node].ordinal)]")
      case .object: parts.append(JSONValue.step(JSONValue(tape: tape, index: node - 1).excerpt))
      case .null, .falsehood, .truth, .number, .text, .omitted: break
      }
      node = parent
    }
    return "$" + parts.reversed().joined()
  }

  /// The values of a list; none of anything else.
  package var values: Children { Children(tape: tape, index: index, step: .values) }

  /// The names of an object, each followed in the tape by its value; none of anything else.
  package var names: Children { Children(tape: tape, index: index, step: .names) }

  /// The value behind a name.
  package var valueOfName: JSONValue { JSONValue(tape: tape, index: index + 1) }

  /// The text as it stands, not cleaned; nil where it is no text.
  package var rawString: String? {
    guard kind == .text else { return nil }
    return tape.withBytes(of: index) { String(decoding: $0, as: UTF8.self) }
  }

  /// The beginning of a text or number, safe to show; empty for anything else.
  package var excerpt: String {
    guard kind == .text || kind == .number else { return "" }
    return tape.withBytes(of: index) { bytes in
      let limit = 80
      let cut = bytes.count > limit * 4 ? UnsafeBufferPointer(rebasing: bytes[..<(limit * 4)]) : bytes
      return Excerpt.of(TextCleaner(lines: .single).clean(utf8: cut).string, limit: limit)
    }
  }

  /// What stands here, for a problem.
  package var found: Problem.Found {
    switch kind {
    case .null, .omitted: .null
    case .falsehood: .boolean(false)
    case .truth: .boolean(true)
    case .number: .number(excerpt)
    case .text: .text(excerpt)
    case .list: .list
    case .object: .object
    }
  }

  private static func step(_ name: String) -> String {
    let isPlain =
      !name.isEmpty
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"):
          true
        default: false
        }
      }
    return isPlain ? ".\(name)" : "[\"\(name)\"]"
  }

  /// The values of a list or the names of an object, in order.
  package struct Children: Sequence, IteratorProtocol {
    enum Step { case values, names }

    private let tape: JSONTape
    private let step: Step
    private var upcoming: Int
    private let end: Int

    fileprivate init(tape: JSONTape, index: Int, step: Step) {
      (self.tape, self.step) = (tape, step)
      let node = tape.nodes[index]
      let isMine = node.kind == (step == .values ? .list : .object)
      upcoming = index + 1
      end = isMine ? Int(node.start) : index + 1
    }

    package mutating func next() -> JSONValue? {
      guard upcoming < end else { return nil }
      defer { upcoming = after(step == .names ? upcoming + 1 : upcoming) }
      return JSONValue(tape: tape, index: upcoming)
    }

    package var isEmpty: Bool { upcoming >= end }

    private func after(_ index: Int) -> Int {
      let node = tape.nodes[index]
      return node.kind == .list || node.kind == .object ? Int(node.start) : index + 1
    }
  }
}
